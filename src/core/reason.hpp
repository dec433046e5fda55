#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace dangol {

/// The reason for an override (a forced cancel, a refund, a delivery without its PIN), without the blanks
/// around it. 422 if it is empty or longer than 200 bytes.
[[nodiscard]] inline Result<std::string> required_reason(std::string_view reason) {
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::size_t bytes_max = 200;
    const auto first = reason.find_first_not_of(blanks);
    if (first != std::string_view::npos) {
        const auto text = reason.substr(first, reason.find_last_not_of(blanks) - first + 1);
        if (text.size() <= bytes_max) return std::string(text);
    }
    return refuse(Refusal::unprocessable, "reason-required",
                  {"사유를 적어 주세요. 기록에 남아요.", "Give a reason; it is recorded."});
}

}  // namespace dangol
