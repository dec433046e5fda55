#pragma once

#include <memory>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "core/codec.hpp"
#include "core/type_name.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"
#include "runtime/writer.hpp"
#include "tests/support/manual_ports.hpp"

/// One context on the production runtime with a memory store, driven by the test: foreign events as it
/// publishes them, requests as it makes them, time as it moves it. The process may be started again on the
/// same disk.
namespace dangol::test {

/// Other contexts' events; everything is delivered again after a restart.
class ForeignEvents final : public runtime::EventBus {
  public:
    void publish(EventRecord event) {
        event.id = "event-" + std::to_string(log_.size() + 1);
        log_.push_back(std::make_shared<const EventRecord>(std::move(event)));
    }
    std::unique_ptr<runtime::Subscription> subscribe(std::string, std::vector<std::string>,
                                                     runtime::StoredPositions,
                                                     std::function<void()>) override {
        return std::make_unique<All>(*this);
    }
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>>) override {}

  private:
    class All final : public runtime::Subscription {
      public:
        explicit All(const ForeignEvents& events) : events_(events) {}
        std::vector<runtime::Delivered> poll(std::size_t) override {
            std::vector<runtime::Delivered> fresh;
            for (; next_ < events_.log_.size(); ++next_) fresh.push_back({events_.log_[next_], 0, next_ + 1});
            return fresh;
        }
        void rewind(std::span<const runtime::Position>) override { next_ = 0; }

      private:
        const ForeignEvents& events_;
        std::size_t next_ = 0;
    };
    std::vector<std::shared_ptr<const EventRecord>> log_;
};

class ContextWorld {
  public:
    using MakeContext = std::function<std::unique_ptr<runtime::Context>()>;
    ContextWorld(std::string name, MakeContext make) : disk(std::move(name)), make_(std::move(make)) {
        restart();
    }

    ManualClock clock;
    adapters::MemoryDisk disk;
    ForeignEvents bus;

    void restart() {
        process_.reset();
        process_ = std::make_unique<Process>(*this);
    }

    /// `version` is the foreign aggregate's; the event's time is now.
    template <class Event>
    void publish(std::string source, const std::string& subject, const Event& event,
                 std::uint64_t version = 1) {
        EventRecord record;
        record.source = std::move(source);
        record.type = std::string(type_name<Event>());
        record.subject = subject;
        record.version = version;
        record.time = clock.now();
        record.data = codec::to_json(event);
        bus.publish(std::move(record));
    }

    void settle() {
        while (process_->writer.step()) {
        }
    }
    /// Everything that falls due within `time` happens.
    void run_for(Duration time) {
        const auto end = clock.now() + time;
        settle();
        for (auto due = process_->writer.next_due(); due && *due <= end; due = process_->writer.next_due()) {
            clock.advance_to(*due);
            settle();
        }
        clock.advance_to(end);
        settle();
    }

    runtime::Response call(runtime::Request request) {
        runtime::Response response;
        response.status = 0;  // stays so if nobody answers
        process_->router.dispatch(std::move(request),
                                  [&](runtime::Response answer) { response = std::move(answer); });
        settle();
        return response;
    }
    runtime::Response call(runtime::Method method, std::string path, runtime::Principal principal,
                           std::string body = {}) {
        runtime::Request request;
        request.method = method;
        request.path = std::move(path);
        request.principal = std::move(principal);
        request.body = std::move(body);
        request.id = "request";
        return call(std::move(request));
    }
    std::size_t parked() { return process_->writer.figures().parked; }
    runtime::Live& live() { return process_->live; }

  private:
    class DirectReads final : public runtime::Reads {
      public:
        explicit DirectReads(const adapters::MemoryDisk& disk)
            : reader_(adapters::open_memory_reader(disk)) {}
        void read(std::move_only_function<void(runtime::Reader&)> question) override { question(*reader_); }

      private:
        std::unique_ptr<runtime::Reader> reader_;
    };
    struct Process {
        explicit Process(ContextWorld& world)
            : timers(world.clock),
              environment{world.clock, world.ids_, timers},
              store(adapters::open_memory_store(world.disk)),
              reads(world.disk),
              context(world.make_()),
              writer(*context, *store, world.bus, environment) {
            writer.on_committed([this](auto events) { live.committed(events); });
            router.add(context->routes({writer, reads, live, environment}));
        }
        ManualTimers timers;
        runtime::Environment environment;
        std::unique_ptr<runtime::Store> store;
        DirectReads reads;
        runtime::Live live;
        std::unique_ptr<runtime::Context> context;
        runtime::Writer writer;
        runtime::Router router;
    };

    MakeContext make_;
    CountedIds ids_;
    std::unique_ptr<Process> process_;
};

}  // namespace dangol::test
