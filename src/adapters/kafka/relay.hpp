#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "adapters/kafka/figures.hpp"
#include "adapters/kafka/producer.hpp"
#include "adapters/kafka/signal.hpp"
#include "adapters/kafka/topics.hpp"
#include "runtime/outbox.hpp"

namespace dangol::adapters::kafka {

/// Carries one context's outbox to its topic, on a thread of its own. Of all replicas' relays one works, the
/// others ask every second whether it is their turn.
///
/// What it publishes twice – after a crash, a failed delivery, or while two relays each believe that it is
/// their turn – are runs of events that the topic has in that order already, so the first time that a
/// consumer sees an event, it has seen all earlier ones of its subject.
class Relay {
  public:
    Relay(const KafkaOptions& options, Troubles& troubles, Topics& topics, KafkaFigures& figures,
          std::unique_ptr<runtime::Outbox> outbox);
    /// Waits up to two seconds for what was sent to arrive; the next relay sends again what did not.
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    /// There may be something in the outbox. Any thread.
    void hint() { signal_.raise(); }

  private:
    void run();
    /// Until it is no longer its turn, something fails, or it is stopped.
    void carry();
    /// False if there was nothing to send, or no room.
    bool send_page(Producer& producer);
    /// False: another process is the relay now.
    [[nodiscard]] bool confirm(Producer& producer, bool at_once);
    void drain(Producer& producer);
    void pause(std::chrono::milliseconds duration);
    /// Tells what waits in the outbox, every now and then; also while another process is the relay, for that
    /// one may be the reason.
    void measure();

    const KafkaOptions& options_;
    Troubles& troubles_;
    Topics& topics_;
    KafkaFigures& figures_;
    std::unique_ptr<runtime::Outbox> outbox_;
    const std::string source_;
    std::deque<EventRecord> page_;          ///< read, and not yet sent
    std::optional<EventRecord> confirmed_;  ///< not yet noted in the outbox
    std::chrono::steady_clock::time_point noted_;
    std::chrono::steady_clock::time_point measured_;
    Signal signal_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    std::atomic<bool> stopping_ = false;
    Topics::Listeners::iterator listener_;
    std::thread thread_;
};

}  // namespace dangol::adapters::kafka
