#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "core/assert.hpp"
#include "core/codec.hpp"
#include "core/contract.hpp"
#include "core/type_name.hpp"
#include "runtime/context.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"
#include "runtime/unavailable.hpp"
#include "runtime/writer.hpp"
#include "tests/support/manual_ports.hpp"

/// One context on the production runtime with a memory store, driven by the test: events as other contexts
/// publish them, requests as clients make them, time as the test moves it. The process may crash and start
/// again on the same disk. The world of all tests of contexts. One thread.
namespace dangol::test {

/// Events of other contexts, as the test publishes them. All of them are delivered again after a restart: the
/// writer's stored positions tell.
class ForeignEvents final : public runtime::EventBus {
  public:
    void publish(EventRecord event) {
        event.id = "event-" + std::to_string(log_.size() + 1);
        event.position = log_.size() + 1;
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
    using Make = std::function<runtime::Context()>;

    /// `make` is called once for each process.
    explicit ContextWorld(Make make) : disk(make().name()), make_(std::move(make)) { restart(); }

    ManualClock clock;
    adapters::MemoryDisk disk;
    ForeignEvents bus;
    adapters::CommitFaults faults;  ///< of the running process; cleared by its crash
    int crashes = 0;
    int refused_reads = 0;  ///< so many questions are still refused

    void restart() {
        process_.reset();
        process_ = std::make_unique<Process>(*this);
    }

    /// Another context publishes `event`; its aggregate has `version`.
    template <Published Event>
    void publish(const std::string& subject, const Event& event, std::uint64_t version = 1) {
        EventRecord record;
        record.source = std::string(ContractOf<Event>::context);
        record.type = std::string(type_name<Event>());
        record.subject = subject;
        record.correlation = subject;
        record.version = version;
        record.time = clock.now();
        record.data = codec::to_json(event);
        bus.publish(std::move(record));
    }
    /// … and the context reacts.
    template <Published Event>
    void hears(const std::string& subject, const Event& event, std::uint64_t version = 1) {
        publish(subject, event, version);
        settle();
    }

    void settle() {
        try {
            for (int rounds = 0; process_->writer.step(); ++rounds)
                DANGOL_INVARIANT(rounds < rounds_max);  // it comes to rest
        } catch (const adapters::SimulatedCrash&) {
            ++crashes;
            faults = {};
            restart();
            settle();
        }
    }

    /// Timers of the world outside, which go on when the process crashes: a provider's.
    ManualTimers outside{clock};

    /// All that falls due within `time` happens, in order.
    void run_for(Duration time) {
        const auto end = clock.now() + time;
        settle();
        while (advance(end)) settle();
        clock.advance_to(end);
        settle();
    }

    /// The answer to a request, once it has come.
    using Pending = std::shared_ptr<std::optional<runtime::Response>>;
    Pending begin(runtime::Request request) {
        auto pending = std::make_shared<std::optional<runtime::Response>>();
        process_->router.dispatch(std::move(request),
                                  [pending](runtime::Response answer) { *pending = std::move(answer); });
        settle();
        return pending;
    }
    /// Status 0 if nothing answers.
    runtime::Response call(runtime::Request request) {
        const auto pending = begin(std::move(request));
        if (!*pending && waits_at_most_ > Duration::zero()) run_for(waits_at_most_);
        if (*pending) return std::move(**pending);
        runtime::Response none;
        none.status = 0;
        return none;
    }
    /// `target` may have a query: "/cafes?limit=3".
    runtime::Response call(runtime::Method method, const std::string& target, Principal principal,
                           std::string body = {}) {
        runtime::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        for (auto at = target.find('?'); at != std::string::npos; at = target.find('&', at + 1)) {
            const auto equals = target.find('=', at);
            const auto end = std::min(target.find('&', equals), target.size());
            request.query[target.substr(at + 1, equals - at - 1)] =
                target.substr(equals + 1, end - equals - 1);
        }
        request.principal = std::move(principal);
        request.body = std::move(body);
        request.content_type = "application/json";
        request.language = language;
        request.client = client;
        request.id = "request";
        return call(std::move(request));
    }
    Language language = Language::en;
    std::string client;  ///< the network address of the next requests
    /// Starts again, and holds requests to the limits of their routes. Time is the test's.
    void limit_requests() {
        limited_ = true;
        restart();
    }
    /// Lets time pass for a request that is not answered at once.
    void let_requests_wait(Duration time) { waits_at_most_ = time; }

    /// Decides in the writer, as a part of the program does.
    template <class Work>
    auto decide(Work work) {
        std::optional<std::invoke_result_t<Work&, runtime::Unit&>> result;
        process_->writer.submit(RequestContext{.id = "test"}, std::move(work),
                                [&](auto decided) { result = std::move(decided); });
        settle();
        return *std::move(result);
    }

    [[nodiscard]] runtime::Host host() {
        return {process_->writer, process_->reads, process_->live, process_->environment};
    }
    [[nodiscard]] runtime::Writer& writer() { return process_->writer; }
    [[nodiscard]] runtime::Store& store() { return *process_->store; }
    [[nodiscard]] runtime::Live& live() { return process_->live; }
    [[nodiscard]] const runtime::WriterFigures& figures() { return process_->writer.figures(); }
    [[nodiscard]] std::size_t parked() { return process_->writer.figures().parked; }
    /// What was reported to the operator, by all processes.
    std::vector<std::string> troubles;

    /// The types of all events about a subject so far, joined by spaces; of all events if it is empty.
    [[nodiscard]] std::string event_types(const std::string& subject = {}) {
        std::string types;
        for (const auto& event : store().events({.limit = 100'000, .subject = subject})) {
            if (!types.empty()) types += " ";
            types += event.type;
        }
        return types;
    }

  private:
    class DirectReads final : public runtime::Reads {
      public:
        explicit DirectReads(ContextWorld& world)
            : reader_(adapters::open_memory_reader(world.disk)), refused_(world.refused_reads) {}
        void read(Question question, Caller) override {
            if (refused_ == 0) return question(reader_.get());
            --refused_;
            question(std::unexpected(runtime::store_unavailable()));
        }

      private:
        std::unique_ptr<runtime::Reader> reader_;
        int& refused_;
    };
    struct Process {
        explicit Process(ContextWorld& world)
            : limiter(world.clock),
              timers(world.clock),
              environment{world.clock, world.ids_, timers},
              store(adapters::open_memory_store(world.disk,
                                                [&world](const runtime::Changes& changes) {
                                                    return world.faults ? world.faults(changes)
                                                                        : adapters::CommitFault::none;
                                                })),
              reads(world),
              context(world.make_()),
              writer(context, *store, world.bus, environment) {
            writer.on_committed([this](auto events) { live.committed(events); });
            writer.on_trouble([&world](std::string_view what) { world.troubles.emplace_back(what); });
            router.add(context.start({writer, reads, live, environment}));
            if (world.limited_) router.limit(limiter);
        }
        runtime::Limiter limiter;
        ManualTimers timers;
        runtime::Environment environment;
        std::unique_ptr<runtime::Store> store;
        DirectReads reads;
        runtime::Live live;
        runtime::Context context;
        runtime::Router router;
        runtime::Writer writer;  ///< ends first: waiting requests answer through the router
    };

    /// Moves to the next thing that is to happen until `end`.
    bool advance(Timestamp end) {
        std::optional<Timestamp> next;
        for (const auto due :
             {process_->writer.next_due(), process_->timers.next_due(), outside.next_due()}) {
            if (due && (!next || *due < *next)) next = due;
        }
        if (!next || *next > end) return false;
        clock.advance_to(*next);
        while (outside.run_next(clock.now())) {
        }
        while (process_->timers.run_next(clock.now())) {
        }
        return true;
    }

    static constexpr int rounds_max = 10'000;

    Make make_;
    CountedIds ids_;
    Duration waits_at_most_{};
    bool limited_ = false;
    std::unique_ptr<Process> process_;
};

}  // namespace dangol::test
