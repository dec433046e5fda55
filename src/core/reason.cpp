#include "core/reason.hpp"

#include <cstddef>

#include "core/visible.hpp"

namespace dangol {
namespace {

constexpr std::size_t characters_max = 200;

}  // namespace

Result<std::string> required_reason(std::string_view reason) {
    const auto seen = visible_part(reason);
    if (!seen.empty() && characters(seen) <= characters_max) return std::string(seen);
    return refuse(Refusal::unprocessable, "reason-required",
                  {"사유를 200자 이내로 적어 주세요. 기록에 남아요.",
                   "Give a reason of at most 200 characters; it is recorded."});
}

}  // namespace dangol
