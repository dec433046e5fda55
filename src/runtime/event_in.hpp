#pragma once

#include <optional>
#include <stdexcept>
#include <utility>

#include "core/codec.hpp"
#include "core/event.hpp"

namespace dangol::runtime {

/// The event in a record; throws if the record cannot be decoded, which parks it. Holds for as long as the
/// record.
template <class Event>
class EventIn {
  public:
    explicit EventIn(const EventRecord& record) : event_(record.decoded.as<Event>()) {
        if (event_ != nullptr) return;
        auto event = codec::from_json<Event>(record.data);
        if (!event) {
            throw std::runtime_error(record.type + " " + record.id + ": " + event.error().path + " " +
                                     event.error().message);
        }
        event_ = &read_.emplace(std::move(*event));
    }
    EventIn(const EventIn&) = delete;
    EventIn& operator=(const EventIn&) = delete;
    ~EventIn() = default;

    const Event& operator*() const { return *event_; }
    const Event* operator->() const { return event_; }

  private:
    std::optional<Event> read_;
    const Event* event_;
};

/// The same as a value.
template <class Event>
[[nodiscard]] Event event_in(const EventRecord& record) {
    return *EventIn<Event>(record);
}

}  // namespace dangol::runtime
