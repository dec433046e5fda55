// A live stream whose client leaves and comes again: the input says what happens in which order, and with
// which Last-Event-ID the client resumes. It sees every event once.
#include <charconv>
#include <memory>
#include <vector>

#include "runtime/live.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace dangol;

std::optional<runtime::Frame> shown(const EventRecord& event) {
    return runtime::Frame{.id = std::to_string(event.position), .event = event.type, .data = "{}"};
}

class Client {
  public:
    void take(runtime::Watch& watch) {
        for (const auto& frame : watch.take()) {
            std::uint64_t position = 0;
            std::from_chars(frame.id.data(), frame.id.data() + frame.id.size(), position);
            fuzz::require(position == seen_ + 1, "no event is missing, none comes twice");
            seen_ = position;
        }
    }
    [[nodiscard]] std::uint64_t seen() const { return seen_; }

  private:
    std::uint64_t seen_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    runtime::Live live;
    Client client;
    std::vector<EventRecord> stored;
    std::shared_ptr<runtime::Watch> watch;
    bool resumed = false;
    for (const char step : fuzz::text_of(data, size)) {
        if (step == 'e') {  // an event is committed
            EventRecord event;
            event.type = "OrderPlaced";
            event.subject = "order";
            event.position = stored.size() + 1;
            stored.push_back(event);
            const std::vector<std::shared_ptr<const EventRecord>> committed{
                std::make_shared<const EventRecord>(event)};
            live.committed(committed);
        } else if (step == 'o' && !watch) {  // the client comes (again)
            watch = live.watch("order", {}, &shown);
            resumed = false;
        } else if (step == 'r' && watch && !resumed) {  // its question is answered
            const auto missed = std::span(stored).subspan(client.seen());
            live.resume(watch, missed, client.seen());
            resumed = true;
        } else if (step == 't' && watch) {  // the connection has room
            client.take(*watch);
            if (watch->closed()) watch.reset();
        } else if (step == 'l') {  // the client leaves
            watch.reset();
        } else if (step == 'c') {
            live.close_all();
        }
    }
    return 0;
}
