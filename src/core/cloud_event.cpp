#include "core/cloud_event.hpp"

#include "core/codec.hpp"

namespace dangol {

std::string to_cloud_event(const EventRecord& event) {
    std::string out;
    constexpr std::size_t envelope = 512;
    out.reserve(event.data.size() + envelope);
    const auto attribute = [&out](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        out.append(",\"").append(name).append("\":");
        codec::write_string(out, value);
    };
    out += R"({"specversion":"1.0")";
    attribute("id", event.id);
    attribute("type", event.type);
    attribute("source", event.source);
    attribute("subject", event.subject);
    attribute("time", format_time(event.time));
    attribute("datacontenttype", "application/json");
    out += R"(,"aggregateversion":)";
    codec::write(out, event.version);
    attribute("position", std::to_string(event.position));
    attribute("correlationid", event.correlation);
    attribute("causationid", event.causation);
    attribute("traceparent", event.traceparent);
    attribute("actor", event.actor);
    out.append(R"(,"data":)").append(event.data).append(1, '}');
    return out;
}

}  // namespace dangol
