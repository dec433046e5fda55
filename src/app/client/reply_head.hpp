#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace dangol::app::client {

/// What the head of an HTTP/1.1 response says. Only as much as our own server needs: a body is measured by
/// Content-Length, never chunked.
struct ReplyHead {
    int status = 0;
    std::size_t head_bytes = 0;  ///< up to and with the empty line
    std::size_t body_bytes = 0;
    bool keep_alive = true;
    bool operator==(const ReplyHead&) const = default;
};

/// Reads the head at the start of what has been received. Nullopt: more is needed. An error is a sentence for
/// the log: this is no response that we understand.
[[nodiscard]] std::expected<std::optional<ReplyHead>, std::string> read_reply_head(std::string_view received);

/// The value of the first member `name` of type text in a JSON object, without parsing it: a load generator
/// on the same machine as the server has no time for more. Right for names that occur once and values without
/// escapes, such as ids; empty if there is none.
[[nodiscard]] std::string_view text_of_member(std::string_view json, std::string_view name);

}  // namespace dangol::app::client
