// The writer's promises, with a context of two rules on a memory store that can fail.
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/memory/memory_store.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/writer.hpp"
#include "tests/conformance/one_context.hpp"

namespace dangol::conformance {
namespace {

using namespace runtime;
using namespace std::chrono_literals;

struct Counted {
    int value = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (value))
struct Add {
    int amount = 0;
};
struct Added {
    int amount = 0;
};
BOOST_DESCRIBE_STRUCT(Added, (), (amount))

/// Counts up; a hundred starts a timer, a seven owes a call.
struct Counter {
    static constexpr std::string_view name = "Counter";
    using State = Counted;
    using Command = std::variant<Add>;
    using Event = std::variant<Added>;
    static Result<std::vector<Event>> decide(const State&, const Command& command) {
        const auto amount = std::get<Add>(command).amount;
        if (amount < 0) return refuse(Refusal::invalid, "negative", {"음수입니다.", "It is negative."});
        return std::vector<Event>{Added{amount}};
    }
    static State evolve(State state, const Event& event) {
        state.value += std::get<Added>(event).amount;
        return state;
    }
    static std::string scope(const State&) { return "everyone"; }
    static std::vector<Row> index(const std::string& id, const State& state) {
        return {{"counters", id, "all", state.value, {}}};
    }
    static void after(Unit& unit, const std::string& id, const Event& event, const State&) {
        const auto amount = std::get<Added>(event).amount;
        if (amount == 100) unit.schedule({"later:" + id, unit.now() + 10s, "later", id});
        if (amount == 7) {
            Effect call;
            call.id = "call:" + id;
            call.kind = "call";
            call.subject = id;
            unit.perform(std::move(call));
        }
    }
};

class CountingContext final : public Context {
  public:
    std::string_view name() const override { return "counting"; }
    std::vector<std::string> sources() const override { return {"elsewhere"}; }
    Result<void> on_event(Unit& unit, const EventRecord& event) override {
        if (event.type == "Poison" && !healed) throw std::runtime_error("cannot be handled");
        auto added = unit.execute<Counter>(event.subject, Add{1});
        if (!added) return std::unexpected(added.error());
        return {};
    }
    Result<void> on_deadline(Unit& unit, const Deadline& deadline) override {
        static_cast<void>(unit.execute<Counter>(deadline.data, Add{1000}));
        return {};
    }
    void on_effect(const Effect& effect, FinishEffectWith finish) override {
        calls.push_back(effect);
        finishes.push_back(std::move(finish));
    }
    std::vector<Route> routes(Host) override { return {}; }

    bool healed = false;
    std::vector<Effect> calls;
    std::vector<FinishEffectWith> finishes;
};

/// A log of events that can be polled again from any position.
class LogBus final : public EventBus {
  public:
    std::unique_ptr<Subscription> subscribe(std::string, std::vector<std::string>, StoredPositions from,
                                            std::function<void()>) override {
        auto feed = std::make_unique<Feed>(log, repeats);
        feed->rewind(from());
        return feed;
    }
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>>) override {}
    void publish(std::string type, std::string subject) {
        EventRecord event;
        event.id = "event" + std::to_string(log.size() + 1);
        event.type = std::move(type);
        event.subject = std::move(subject);
        event.source = "elsewhere";
        log.push_back(std::make_shared<const EventRecord>(std::move(event)));
    }
    void publish_again(std::size_t place) { log.push_back(log.at(place)); }
    std::vector<std::shared_ptr<const EventRecord>> log;
    bool repeats = false;

  private:
    struct Feed final : Subscription {
        Feed(std::vector<std::shared_ptr<const EventRecord>>& events, bool may_repeat)
            : log(events), may_repeat_(may_repeat) {}
        bool repeats() const override { return may_repeat_; }
        std::vector<Delivered> poll(std::size_t) override {
            std::vector<Delivered> batch;
            for (; next < log.size(); ++next) batch.push_back({log[next], 0, next + 1});
            return batch;
        }
        void rewind(std::span<const Position> positions) override {
            next = positions.empty() ? 0 : positions.front().offset;
        }
        std::vector<std::shared_ptr<const EventRecord>>& log;
        std::size_t next = 0;
        bool may_repeat_ = false;
    };
};

class WriterPromises : public ::testing::Test {
  protected:
    /// A process on the same disk and log.
    struct Process {
        explicit Process(WriterPromises& test)
            : store(adapters::open_memory_store(test.disk,
                                                [&test](const Changes&) {
                                                    if (test.away) throw StoreUnavailable("restarting");
                                                    return std::exchange(test.fault,
                                                                         adapters::CommitFault::none);
                                                })),
              writer(context, *store, test.bus, {test.clock, test.ids, test.timers}) {}
        void settle() {
            while (writer.step()) {
            }
        }
        CountingContext context;
        std::unique_ptr<Store> store;
        Writer writer;
    };

    void add(Process& process, const std::string& id, int amount) {
        process.writer.submit<std::uint64_t>(
            {"request", {}, {}}, [id, amount](Unit& unit) { return unit.execute<Counter>(id, Add{amount}); },
            [this](Result<std::uint64_t> version) {
                answers.push_back(version ? std::to_string(*version) : version.error().code);
            });
    }
    [[nodiscard]] int value(const std::string& id) {
        const auto stored = disk.document("Counter", id);
        return stored ? codec::from_json<Counted>(stored->data)->value : 0;
    }

    adapters::MemoryDisk disk{"counting"};
    adapters::CommitFault fault = adapters::CommitFault::none;
    bool away = false;
    LogBus bus;
    HandClock clock;
    CountingIds ids;
    NoTimers timers;
    std::vector<std::string> answers;
};

TEST_F(WriterPromises, commands_that_wait_together_share_one_commit_and_see_each_other) {
    Process process(*this);
    for (int i = 0; i < 5; ++i) add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, (std::vector<std::string>{"1", "2", "3", "4", "5"}));
    EXPECT_EQ(process.writer.figures().commits, 1U);
    EXPECT_EQ(value("a"), 5);
}

TEST_F(WriterPromises, a_refused_command_leaves_nothing_behind) {
    Process process(*this);
    add(process, "a", 1);
    add(process, "a", -1);
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers, (std::vector<std::string>{"1", "negative", "2"}));
    EXPECT_EQ(disk.last_position(), 2U);
}

TEST_F(WriterPromises, nobody_is_answered_before_the_commit) {
    Process process(*this);
    add(process, "a", 1);
    fault = adapters::CommitFault::fail_before;
    process.settle();
    EXPECT_EQ(answers, (std::vector<std::string>{"store-unavailable"}));
    EXPECT_EQ(value("a"), 0);
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers.back(), "1");
}

TEST_F(WriterPromises, an_unknown_commit_is_looked_up_before_going_on) {
    Process process(*this);
    add(process, "a", 1);
    fault = adapters::CommitFault::unknown_applied;
    process.settle();
    EXPECT_EQ(answers, (std::vector<std::string>{"store-unavailable"}));
    add(process, "a", 1);
    process.settle();
    EXPECT_EQ(answers.back(), "2");
    EXPECT_EQ(value("a"), 2);
}

TEST_F(WriterPromises, an_event_has_its_effect_once_across_crashes) {
    bus.publish("Bump", "a");
    bus.publish("Bump", "a");
    {
        Process process(*this);
        fault = adapters::CommitFault::crash_after;
        EXPECT_THROW(process.settle(), adapters::SimulatedCrash);
    }
    {
        Process process(*this);
        process.settle();
    }
    EXPECT_EQ(value("a"), 2);
    bus.publish("Bump", "a");
    {
        Process process(*this);
        fault = adapters::CommitFault::crash_before;
        EXPECT_THROW(process.settle(), adapters::SimulatedCrash);
    }
    Process process(*this);
    process.settle();
    EXPECT_EQ(value("a"), 3);
}

TEST_F(WriterPromises, a_failed_commit_takes_its_events_again) {
    Process process(*this);
    bus.publish("Bump", "a");
    fault = adapters::CommitFault::fail_before;
    process.settle();
    process.settle();
    EXPECT_EQ(value("a"), 1);
}

TEST_F(WriterPromises, an_event_that_comes_again_at_another_offset_has_its_effect_once) {
    bus.repeats = true;
    bus.publish("Bump", "a");
    bus.publish_again(0);
    {
        Process process(*this);
        process.settle();
        EXPECT_EQ(value("a"), 1) << "in one batch";
        bus.publish_again(0);
        bus.publish("Bump", "a");
        process.settle();
        EXPECT_EQ(value("a"), 2) << "in a later one";
    }
    bus.publish_again(0);
    Process process(*this);
    process.settle();
    EXPECT_EQ(value("a"), 2) << "after a restart";
    EXPECT_EQ(process.writer.figures().consumed, 0U);
    EXPECT_EQ(disk.positions().front().offset, bus.log.size()) << "it is read all the same";
}

TEST_F(WriterPromises, while_the_store_is_away_commands_are_refused_and_events_wait) {
    Process process(*this);
    bus.publish("Bump", "a");
    add(process, "a", 5);
    away = true;
    process.writer.step();
    EXPECT_EQ(answers, (std::vector<std::string>{"store-unavailable"}));
    add(process, "a", 5);
    process.writer.step();
    EXPECT_EQ(answers.size(), 2U) << "nobody waits for the store to come back";
    EXPECT_EQ(value("a"), 0);
    away = false;
    add(process, "a", 5);
    process.settle();
    EXPECT_EQ(answers.back(), "2");
    EXPECT_EQ(value("a"), 6) << "the event has waited";
}

TEST_F(WriterPromises, what_cannot_be_read_as_an_event_is_parked) {
    Process process(*this);
    bus.publish(std::string(unreadable), "a");
    bus.publish("Bump", "a");
    bus.publish("Bump", "b");
    process.settle();
    EXPECT_EQ(value("a"), 0);
    EXPECT_EQ(value("b"), 1);
    EXPECT_EQ(disk.dead_letters(9).size(), 2U);
}

TEST_F(WriterPromises, a_poison_event_parks_its_subject_and_nobody_else) {
    Process process(*this);
    bus.publish("Poison", "a");
    bus.publish("Bump", "a");
    bus.publish("Bump", "b");
    process.settle();
    EXPECT_EQ(value("a"), 0);
    EXPECT_EQ(value("b"), 1);
    ASSERT_EQ(disk.dead_letters(9).size(), 2U);
    EXPECT_EQ(disk.dead_letters(9).front().reason, "cannot be handled");
}

TEST_F(WriterPromises, dead_letters_are_handled_in_order_once_the_cause_is_gone) {
    bus.publish("Poison", "a");
    bus.publish("Bump", "a");
    {
        Process(*this).settle();
    }
    Process process(*this);
    process.context.healed = true;
    process.writer.retry_dead_letters("elsewhere", "a", [this](Result<int> handled) {
        answers.push_back(handled ? std::to_string(*handled) : handled.error().code);
    });
    process.settle();
    EXPECT_EQ(answers, (std::vector<std::string>{"2"}));
    EXPECT_EQ(value("a"), 2);
    EXPECT_TRUE(disk.dead_letters(9).empty());
    bus.publish("Bump", "a");
    process.settle();
    EXPECT_EQ(value("a"), 3);
}

TEST_F(WriterPromises, a_deadline_outlives_the_process) {
    {
        Process process(*this);
        add(process, "a", 100);
        process.settle();
    }
    clock.advance(9s);
    Process process(*this);
    process.settle();
    EXPECT_EQ(value("a"), 100);
    clock.advance(1s);
    process.settle();
    EXPECT_EQ(value("a"), 1100);
    clock.advance(60s);
    process.settle();
    EXPECT_EQ(value("a"), 1100);
    EXPECT_FALSE(process.writer.next_due().has_value());
}

TEST_F(WriterPromises, an_owed_call_comes_again_as_resumed_until_its_result_is_recorded) {
    {
        Process process(*this);
        add(process, "a", 7);
        process.settle();
        ASSERT_EQ(process.context.calls.size(), 1U);
        EXPECT_FALSE(process.context.calls[0].resumed);
    }
    {
        Process process(*this);
        process.settle();
        ASSERT_EQ(process.context.calls.size(), 1U);
        EXPECT_TRUE(process.context.calls[0].resumed);
        process.context.finishes[0]([](Unit& unit) -> Result<void> {
            static_cast<void>(unit.execute<Counter>("a", Add{10}));
            return {};
        });
        process.settle();
        EXPECT_EQ(value("a"), 17);
    }
    Process process(*this);
    process.settle();
    EXPECT_TRUE(process.context.calls.empty());
}

TEST_F(WriterPromises, a_stopped_writer_refuses) {
    Process process(*this);
    process.writer.stop();
    add(process, "a", 1);
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(value("a"), 0);
}

}  // namespace
}  // namespace dangol::conformance
