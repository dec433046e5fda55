// Frames of event streams as bytes: whatever an event holds, the client gets this frame and no other.
#include <string>

#include "adapters/http/wire.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

/// One frame, as a browser's EventSource reads it (HTML standard, 9.2.6).
dangol::runtime::Frame read_frame(std::string_view bytes, int& count) {
    dangol::runtime::Frame frame;
    std::string data;
    count = 0;
    while (!bytes.empty()) {
        const auto end = bytes.find_first_of("\r\n");
        const auto line = bytes.substr(0, end);
        const bool both = end != std::string_view::npos && bytes.substr(end).starts_with("\r\n");
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + (both ? 2 : 1));
        if (line.empty()) {
            ++count;
            continue;
        }
        const auto colon = line.find(':');
        auto value = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
        if (value.starts_with(' ')) value.remove_prefix(1);
        const auto field = line.substr(0, colon);
        if (field == "id") frame.id = value;
        if (field == "event") frame.event = value;
        if (field == "data") data.append(value).push_back('\n');
    }
    if (!data.empty()) data.pop_back();
    frame.data = data;
    return frame;
}

}  // namespace

/// The event's text as it is stored; the codec makes it the frame's data.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dangol;
    auto rest = fuzz::text_of(data, size);
    runtime::Frame frame{.id = "42", .event = "OrderPlaced", .data = {}};
    codec::write_string(frame.data, rest);
    std::string out;
    adapters::write_frame(out, frame);
    int count = 0;
    const auto seen = read_frame(out, count);
    fuzz::require(count == 1, "one event is one frame");
    fuzz::require(seen.id == frame.id && seen.event == frame.event && seen.data == frame.data,
                  "no text ends a frame");
    return 0;
}
