#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/http.hpp"
#include "runtime/live.hpp"

/// Responses and event streams as bytes. All functions append.
namespace dangol::adapters {

/// What the connection adds to a response.
struct Framing {
    std::string_view request_id;
    std::string_view date;  ///< "Mon, 23 Nov 2026 01:02:03 GMT"
    bool head_only = false;
    bool keep_alive = true;
    bool http_1_0 = false;
};

/// Status line, headers and body. Adds the security headers, unless the response sets its own.
void write_response(std::string& out, const runtime::Response& response, const Framing& framing);

/// The head of a text/event-stream that ends with the connection, and how soon a client shall come back.
void write_stream_head(std::string& out, const runtime::Response& response, const Framing& framing);
void write_frame(std::string& out, const runtime::Frame& frame);
void write_heartbeat(std::string& out);

/// `seconds` since the epoch as the header Date wants it.
[[nodiscard]] std::string http_date(std::int64_t seconds);

}  // namespace dangol::adapters
