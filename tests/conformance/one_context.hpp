#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "adapters/memory/memory_store.hpp"
#include "core/assert.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"
#include "runtime/writer.hpp"

/// One context with its writer on a memory store, under a clock that is set by hand; foreign events are given
/// to it one by one. One thread.
namespace dangol::conformance {

class HandClock final : public runtime::Clock {
  public:
    Timestamp now() override { return now_; }
    void advance(Duration by) { now_ += by; }

  private:
    Timestamp now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
};

class CountingIds final : public runtime::Ids {
  public:
    std::string next() override { return "id" + std::to_string(++last_); }
    std::uint64_t random(unsigned bits) override {
        return ++last_ % (std::uint64_t{1} << std::min(bits, 63U));
    }
    std::string secret() override { return "secret" + std::to_string(++last_); }

  private:
    std::uint64_t last_ = 0;
};

class NoTimers final : public runtime::Timers {
  public:
    void after(Duration, std::move_only_function<void()>) override {}
};

/// Hands over what is put into it, in order.
class HandBus final : public runtime::EventBus {
  public:
    std::unique_ptr<runtime::Subscription> subscribe(std::string, std::vector<std::string>,
                                                     runtime::StoredPositions,
                                                     std::function<void()>) override {
        return std::make_unique<Queue>(waiting_);
    }
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>>) override {}
    void put(EventRecord event) {
        const auto offset = ++offsets_[event.source];
        event.position = offset;
        waiting_.push_back({std::make_shared<const EventRecord>(std::move(event)), 0, offset});
    }

  private:
    class Queue final : public runtime::Subscription {
      public:
        explicit Queue(std::deque<runtime::Delivered>& waiting) : waiting_(waiting) {}
        std::vector<runtime::Delivered> poll(std::size_t) override {
            std::vector<runtime::Delivered> all(waiting_.begin(), waiting_.end());
            waiting_.clear();
            return all;
        }
        void rewind(std::span<const runtime::Position>) override {}

      private:
        std::deque<runtime::Delivered>& waiting_;
    };
    std::deque<runtime::Delivered> waiting_;
    std::map<std::string, std::uint64_t> offsets_;
};

class OneContext {
  public:
    explicit OneContext(runtime::Context& context)
        : disk_(std::string(context.name())),
          store_(adapters::open_memory_store(disk_)),
          writer_(context, *store_, bus_, {clock_, ids_, timers_}),
          reads_(*store_) {
        writer_.on_committed([this](auto events) { live_.committed(events); });
        router_.add(context.routes({writer_, reads_, live_, {clock_, ids_, timers_}}));
    }

    /// Another context has published `event`.
    template <class Event>
    void hears(std::string source, std::string subject, const Event& event) {
        EventRecord record;
        record.id = ids_.next();
        record.type = type_name<Event>();
        record.source = std::move(source);
        record.subject = std::move(subject);
        record.version = 1;
        record.data = codec::to_json(event);
        bus_.put(std::move(record));
        settle();
    }

    [[nodiscard]] runtime::Response ask(runtime::Request request) {
        runtime::Response answer;
        answer.status = 0;
        router_.dispatch(std::move(request),
                         [&](runtime::Response response) { answer = std::move(response); });
        settle();
        return answer;
    }

    void wait(Duration time) {
        clock_.advance(time);
        settle();
    }

    [[nodiscard]] runtime::Store& store() { return *store_; }
    [[nodiscard]] const runtime::WriterFigures& figures() const { return writer_.figures(); }

  private:
    class DirectReads final : public runtime::Reads {
      public:
        explicit DirectReads(runtime::Store& store) : reader_(store.reader()) {}
        void read(std::move_only_function<void(runtime::Reader&)> question) override { question(*reader_); }

      private:
        std::unique_ptr<runtime::Reader> reader_;
    };
    void settle() {
        for (int rounds = 0; writer_.step(); ++rounds)
            DANGOL_INVARIANT(rounds < 1'000);  // it must come to rest
    }

    HandClock clock_;
    CountingIds ids_;
    NoTimers timers_;
    HandBus bus_;
    adapters::MemoryDisk disk_;
    std::unique_ptr<runtime::Store> store_;
    runtime::Live live_;
    runtime::Writer writer_;
    DirectReads reads_;
    runtime::Router router_;
};

}  // namespace dangol::conformance
