#include "adapters/kafka/relay.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "runtime/store.hpp"

namespace dangol::adapters::kafka {
namespace {

using namespace std::chrono_literals;

constexpr auto not_our_turn = 1s;
constexpr auto after_failure = 500ms;
/// Nobody tells this process what another replica of the context has committed.
constexpr auto look_every = 50ms;
/// Noting the cursor is a transaction; what was not noted is merely sent again after a crash.
constexpr auto note_every = 50ms;
constexpr auto measure_every = 2s;
constexpr auto drain_max = 2s;

}  // namespace

Relay::Relay(const KafkaOptions& options, Troubles& troubles, Topics& topics, KafkaFigures& figures,
             std::unique_ptr<runtime::Outbox> outbox)
    : options_(options),
      troubles_(troubles),
      topics_(topics),
      figures_(figures),
      outbox_(std::move(outbox)),
      source_(outbox_->source()),
      listener_(topics_.join([this] { hint(); })),
      thread_([this] { run(); }) {}

Relay::~Relay() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    stopped_.notify_one();
    hint();
    thread_.join();
    topics_.leave(listener_);
}

void Relay::run() {
    while (!stopping_) {
        try {
            measure();
            if (!topics_.exist(std::span(&source_, 1))) {
                signal_.wait(not_our_turn);
            } else if (!outbox_->acquire()) {
                pause(not_our_turn);
            } else {
                carry();
            }
        } catch (const runtime::StoreBroken& error) {
            troubles_.report("relay of " + source_, RD_KAFKA_RESP_ERR__APPLICATION, error.what());
            pause(after_failure);
        } catch (const NotOpened& error) {
            troubles_.report("relay of " + source_, RD_KAFKA_RESP_ERR__INVALID_ARG, error.what());
            pause(after_failure);
        }
    }
}

void Relay::carry() {
    page_.clear();
    confirmed_.reset();
    outbox_->rewind();
    Producer producer(options_, troubles_, topics_.name_of(source_), [this] { hint(); });
    while (!stopping_ && !producer.failed()) {
        if (!outbox_->acquire()) return;
        measure();
        const bool sent = send_page(producer);
        if (!confirm(producer, !sent)) return;
        if (!sent && !producer.failed()) signal_.wait(look_every);
    }
    if (producer.failed()) {
        figures_.producer_restarts.fetch_add(1, std::memory_order_relaxed);
        pause(after_failure);
    } else {
        drain(producer);
    }
}

bool Relay::send_page(Producer& producer) {
    if (page_.empty() && producer.room() > 0) {
        auto events = outbox_->next(std::min(options_.page, producer.room()));
        page_.insert(page_.end(), std::move_iterator(events.begin()), std::move_iterator(events.end()));
    }
    const bool any = !page_.empty();
    while (!page_.empty()) {
        if (!producer.send(page_.front())) return false;
        page_.pop_front();
    }
    return any;
}

bool Relay::confirm(Producer& producer, bool at_once) {
    const auto before = producer.room();
    if (auto last = producer.confirm()) {
        confirmed_ = std::move(last);
        figures_.published.fetch_add(producer.room() - before, std::memory_order_relaxed);
    }
    const auto now = std::chrono::steady_clock::now();
    if (!confirmed_ || (!at_once && now - noted_ < note_every)) return true;
    noted_ = now;
    return outbox_->published(*std::exchange(confirmed_, std::nullopt));
}

void Relay::drain(Producer& producer) {
    const auto deadline = std::chrono::steady_clock::now() + drain_max;
    while (confirm(producer, true) && !producer.idle() && !producer.failed() &&
           std::chrono::steady_clock::now() < deadline) {
        signal_.wait(10ms);
    }
}

void Relay::measure() {
    const auto now = std::chrono::steady_clock::now();
    if (now - measured_ < measure_every) return;
    measured_ = now;
    figures_.set_backlog(source_, outbox_->backlog());
}

void Relay::pause(std::chrono::milliseconds duration) {
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, duration, [this] { return stopping_.load(); });
}

}  // namespace dangol::adapters::kafka
