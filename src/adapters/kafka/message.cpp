#include "adapters/kafka/message.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/codec.hpp"

namespace dangol::adapters::kafka {
namespace {

constexpr std::size_t attribute_max = 512;
constexpr std::size_t shown_max = 4096;

/// The attributes that are text, by their header.
constexpr std::array<std::pair<const char*, std::string EventRecord::*>, 8> texts{{
    {"ce_id", &EventRecord::id},
    {"ce_type", &EventRecord::type},
    {"ce_source", &EventRecord::source},
    {"ce_subject", &EventRecord::subject},
    {"ce_correlationid", &EventRecord::correlation},
    {"ce_causationid", &EventRecord::causation},
    {"traceparent", &EventRecord::traceparent},
    {"ce_actor", &EventRecord::actor},
}};

void add(const Headers& headers, const char* name, std::string_view value) {
    if (value.empty()) return;
    rd_kafka_header_add(headers.get(), name, -1, value.data(), static_cast<ssize_t>(value.size()));
}

std::string_view bytes(const void* data, std::size_t size) {
    return data == nullptr ? std::string_view{} : std::string_view(static_cast<const char*>(data), size);
}

/// An attribute is short, visible ASCII; anything else would only make trouble further on.
bool is_attribute(std::string_view text) {
    return text.size() <= attribute_max &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Reads the headers into `event`. What is wrong, or nothing.
std::optional<std::string> read_attributes(const rd_kafka_message_t& message, EventRecord& event) {
    rd_kafka_headers_t* headers = nullptr;
    if (rd_kafka_message_headers(&message, &headers) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return "it has no headers";
    bool versioned = false;
    bool timed = false;
    const char* name = nullptr;
    const void* data = nullptr;
    std::size_t size = 0;
    for (std::size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &data, &size) == 0; ++i) {
        const std::string_view header = name;
        const auto value = bytes(data, size);
        if (!is_attribute(value))
            return std::string("the header ").append(header).append(" is not plain text");
        const auto* text =
            std::ranges::find(texts, header, [](const auto& known) { return std::string_view(known.first); });
        if (text != texts.end()) {
            event.*(text->second) = value;
        } else if (header == "ce_specversion") {
            versioned = value == "1.0";
        } else if (header == "ce_time") {
            const auto time = parse_time(value);
            timed = time.has_value();
            event.time = time.value_or(Timestamp{});
        } else if (header == "ce_aggregateversion") {
            event.version = number(value).value_or(0);
        } else if (header == "ce_position") {
            event.position = number(value).value_or(0);
        }
    }
    if (!versioned) return "ce_specversion is not 1.0";
    if (event.id.empty() || event.type.empty()) return "ce_id or ce_type is missing";
    if (event.subject.empty()) return "ce_subject is missing";
    if (!timed) return "ce_time is missing or not RFC 3339";
    if (event.version == 0 || event.position == 0)
        return "ce_aggregateversion or ce_position is missing or 0";
    return std::nullopt;
}

/// `value` as a JSON string that every store takes: short, no NUL, valid UTF-8.
void write_shown(std::string& out, std::string_view value) {
    auto end = std::min(value.size(), shown_max);
    while (end < value.size() && end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
    std::string shown(value.substr(0, end));
    std::ranges::replace(shown, '\0', '?');
    std::string quoted;
    codec::write_string(quoted, shown);
    if (!codec::parse(quoted)) {
        std::ranges::replace_if(shown, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '?');
        quoted.clear();
        codec::write_string(quoted, shown);
    }
    out += quoted;
}

}  // namespace

Headers headers_of(const EventRecord& event) {
    constexpr std::size_t count = 16;
    Headers headers(rd_kafka_headers_new(count));
    add(headers, "content-type", "application/json");
    add(headers, "ce_specversion", "1.0");
    for (const auto& [name, member] : texts) add(headers, name, event.*member);
    add(headers, "ce_time", format_time(event.time));
    add(headers, "ce_aggregateversion", std::to_string(event.version));
    add(headers, "ce_position", std::to_string(event.position));
    return headers;
}

EventRecord event_of(const rd_kafka_message_t& message, std::string_view source) {
    EventRecord event;
    const auto value = bytes(message.payload, message.len);
    auto wrong = read_attributes(message, event);
    if (!wrong && event.source != source) wrong = "ce_source is " + event.source;
    if (!wrong && !codec::parse(value)) wrong = "its value is not valid JSON";
    if (!wrong) {
        event.data = value;
        return event;
    }

    const auto key = bytes(message.key, message.key_len);
    EventRecord unread;
    unread.id = std::string(rd_kafka_topic_name(message.rkt)) + "/" + std::to_string(message.partition) +
                "/" + std::to_string(message.offset);
    unread.type = runtime::unreadable;
    unread.source = source;
    unread.subject = !key.empty() && is_attribute(key) ? key : unread.id;
    unread.traceparent = event.traceparent;
    unread.data = R"({"reason":)";
    write_shown(unread.data, *wrong);  // it may name a header, whose name is anything
    unread.data += R"(,"value":)";
    write_shown(unread.data, value);
    unread.data += '}';
    return unread;
}

}  // namespace dangol::adapters::kafka
