// Responses as bytes: one string for head and body, so that one write sends it.
#include "adapters/http/wire.hpp"

#include <array>
#include <boost/beast/http/status.hpp>
#include <charconv>
#include <ctime>

#include <fmt/format.h>

#include "adapters/http/header_values.hpp"

namespace dangol::adapters {

using runtime::Response;

namespace {

constexpr std::string_view html_policy =
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

void write_number(std::string& out, std::size_t number) {
    std::array<char, 24> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void write_header(std::string& out, std::string_view name, std::string_view value) {
    // A line break in a value would let its author write headers or a second response.
    if (value.find_first_of("\r\n") != std::string_view::npos) return;
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

bool has_header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (equals_ignoring_case(key, name)) return true;
    }
    return false;
}

void write_head(std::string& out, const Response& response, const Framing& framing,
                std::string_view content_type) {
    out += "HTTP/1.1 ";
    write_number(out, static_cast<std::size_t>(response.status));
    out += ' ';
    out += boost::beast::http::obsolete_reason(
        boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));
    out += "\r\n";
    write_header(out, "Date", framing.date);
    if (!framing.request_id.empty()) write_header(out, "X-Request-Id", framing.request_id);
    write_header(out, "X-Content-Type-Options", "nosniff");
    if (!has_header(response, "Referrer-Policy")) write_header(out, "Referrer-Policy", "no-referrer");
    if (!has_header(response, "Cache-Control")) write_header(out, "Cache-Control", "no-store");
    if (content_type.starts_with("text/html") && !has_header(response, "Content-Security-Policy")) {
        write_header(out, "Content-Security-Policy", html_policy);
    }
    for (const auto& [name, value] : response.headers) write_header(out, name, value);
    if (!framing.keep_alive) {
        write_header(out, "Connection", "close");
    } else if (framing.http_1_0) {
        write_header(out, "Connection", "keep-alive");
    }
}

/// One field of a frame; a value of several lines becomes several fields of the same name.
void write_field(std::string& out, std::string_view name, std::string_view value) {
    for (;;) {
        const auto end = value.find_first_of("\r\n");
        out += name;
        out += ": ";
        out += value.substr(0, end);
        out += '\n';
        if (end == std::string_view::npos) return;
        const bool pair = value[end] == '\r' && end + 1 < value.size() && value[end + 1] == '\n';
        value.remove_prefix(end + (pair ? 2 : 1));
    }
}

}  // namespace

void write_response(std::string& out, const Response& response, const Framing& framing) {
    out.reserve(out.size() + response.body.size() + 512);
    write_head(out, response, framing, response.content_type);
    const bool bodyless = response.status == 204 || response.status == 304;
    if (!bodyless) {
        if (!response.body.empty()) write_header(out, "Content-Type", response.content_type);
        out += "Content-Length: ";
        write_number(out, response.body.size());
        out += "\r\n";
    }
    out += "\r\n";
    if (!bodyless && !framing.head_only) out += response.body;
}

void write_stream_head(std::string& out, const Response& response, const Framing& framing) {
    Framing closing = framing;
    closing.keep_alive = false;
    write_head(out, response, closing, "text/event-stream");
    write_header(out, "Content-Type", "text/event-stream");
    write_header(out, "X-Accel-Buffering", "no");
    out += "\r\n";
    if (!framing.head_only) out += "retry: 2000\n\n";
}

void write_frame(std::string& out, const runtime::Frame& frame) {
    // An id of several lines, or with a NUL, could not be sent back as Last-Event-ID.
    if (!frame.id.empty() && frame.id.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos) {
        write_field(out, "id", frame.id);
    }
    if (!frame.event.empty() && frame.event.find_first_of("\r\n") == std::string::npos) {
        write_field(out, "event", frame.event);
    }
    write_field(out, "data", frame.data);
    out += '\n';
}

void write_heartbeat(std::string& out) { out += ":\n\n"; }

std::string http_date(std::int64_t seconds) {
    // Not strftime: day and month are English whatever the locale.
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t time = seconds;
    std::tm utc{};
    gmtime_r(&time, &utc);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                       days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                       months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                       utc.tm_min, utc.tm_sec);
}

}  // namespace dangol::adapters
