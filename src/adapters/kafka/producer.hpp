#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "adapters/kafka/client.hpp"
#include "core/event.hpp"
#include "runtime/tracing.hpp"

namespace dangol::adapters::kafka {

/// Sends the events of one source to its topic, each partition in the order of sending and without repetition
/// (`enable.idempotence`), and tells how far everything has arrived. It is thrown away at the first failure,
/// because what was sent after the failed event may have arrived without it. One thread, but for `wake`.
class Producer {
  public:
    /// `wake` is called from any thread when there may be something to confirm; it must not block.
    Producer(const KafkaOptions& options, Troubles& troubles, std::string topic, std::function<void()> wake);
    /// Forgets what has not arrived. Does not wait for the broker.
    ~Producer();
    Producer(const Producer&) = delete;
    Producer& operator=(const Producer&) = delete;

    /// Takes the event, but for its data, into the window. False: there is no room now, or it has failed.
    [[nodiscard]] bool send(EventRecord& event);
    /// The last event such that the cluster has it and all that were sent before it; nullopt if there is
    /// nothing new to tell. Without its data.
    [[nodiscard]] std::optional<EventRecord> confirm();
    [[nodiscard]] std::size_t room() const { return options_.in_flight_max - window_.size(); }
    [[nodiscard]] bool idle() const { return window_.empty(); }
    [[nodiscard]] bool failed() const { return failed_; }

  private:
    struct Sent {
        EventRecord event;
        std::optional<runtime::Span> span;
        bool arrived = false;
    };
    [[nodiscard]] Client open();
    /// The span of sending `event`; the event then carries it on.
    [[nodiscard]] std::optional<runtime::Span> begin_span(EventRecord& event) const;
    void reported(const rd_kafka_message_t& message);
    void fail(rd_kafka_resp_err_t code, std::string_view why);

    const KafkaOptions& options_;
    Troubles& troubles_;
    std::string topic_;
    std::function<void()> wake_;
    std::deque<Sent> window_;      ///< sent, and not confirmed
    std::uint64_t confirmed_ = 0;  ///< how many have left the window: the number of its first
    bool failed_ = false;
    Client client_;
    Queue reports_;
};

}  // namespace dangol::adapters::kafka
