#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "core/contract.hpp"
#include "runtime/context.hpp"
#include "runtime/reading_store.hpp"
#include "runtime/writer.hpp"
#include "tests/support/manual_ports.hpp"

/// A context that counts, with what can break around its writer. For the tests of the writer.
namespace dangol::conformance {

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

/// Counts up. Some amounts lead to more: see `after`.
struct Counter {
    static constexpr std::string_view name = "Counter";
    using State = Counted;
    using Command = std::variant<Add>;
    using Event = std::variant<Added>;

    static std::string scope(const State&) { return "everyone"; }
    static std::vector<Row> index(const std::string& id, const State& state) {
        return {{"counters", id, "all", state.value, {}}};
    }
    static void after(Unit& unit, const std::string& id, const Event& event, const State&) {
        const auto owe = [&](const std::string& kind) {
            unit.perform({.id = kind + ":" + id, .kind = kind, .subject = id, .data = "the data"});
        };
        switch (std::get<Added>(event).amount) {
            case 100: return unit.schedule({"later:" + id, unit.now() + 10s, "later", id});
            case 200: return unit.schedule({"never:" + id, unit.now() + 10s, "never", id});
            case 300: return unit.cancel_deadline("later:" + id);
            case 7: return owe("call");
            case 8: return owe("fax");
            case 9: return owe("broken");
            default: return;
        }
    }
};

inline Result<std::vector<Counter::Event>> decide(const Counted&, const Counter::Command& command) {
    const auto amount = std::get<Add>(command).amount;
    if (amount < 0) return refuse(Refusal::invalid, "negative", {"음수예요.", "It is negative."});
    return std::vector<Counter::Event>{Added{amount}};
}
inline Counted evolve(Counted state, const Counter::Event& event) {
    state.value += std::get<Added>(event).amount;
    return state;
}

// What another context publishes.
struct Bumped {};
BOOST_DESCRIBE_STRUCT(Bumped, (), ())
struct Poisoned {};
BOOST_DESCRIBE_STRUCT(Poisoned, (), ())
using Elsewhere = dangol::Contract<"elsewhere", Bumped, Poisoned>;
Elsewhere contract_of(auto event);

/// A log of events that can be polled again from any position.
class LogBus final : public EventBus {
  public:
    std::unique_ptr<Subscription> subscribe(std::string, std::vector<std::string>, StoredPositions from,
                                            std::function<void()>) override {
        auto feed = std::make_unique<Feed>(log, repeats);
        feed->rewind(from());
        return feed;
    }
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>> events) override {
        if (broken) throw std::runtime_error("the bus is broken");
        announced += events.size();
    }
    void publish(std::string type, std::string subject) {
        EventRecord event;
        event.id = "event" + std::to_string(log.size() + 1);
        event.type = std::move(type);
        event.subject = std::move(subject);
        event.source = "elsewhere";
        event.data = "{}";
        log.push_back(std::make_shared<const EventRecord>(std::move(event)));
    }
    void publish_again(std::size_t place) { log.push_back(log.at(place)); }
    std::vector<std::shared_ptr<const EventRecord>> log;
    bool repeats = false;
    bool broken = false;
    std::size_t announced = 0;

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

/// The store of the test, which breaks where the test wants it to.
class BreakableStore final : public ReadingStore {
  public:
    /// How often a call is still to throw.
    struct Breaks {
        int commit = 0;
        int next_deadline = 0;
        int document = 0;
    };
    BreakableStore(std::unique_ptr<Store> store, Breaks& breaks)
        : store_(std::move(store)), breaks_(breaks) {}

    std::unique_ptr<Reader> reader() override { return store_->reader(); }
    std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) override {
        return store_->due_deadlines(now, limit);
    }
    std::optional<Timestamp> next_deadline() override {
        break_if(breaks_.next_deadline);
        return store_->next_deadline();
    }
    std::vector<Effect> due_effects(Timestamp now, std::size_t limit) override {
        return store_->due_effects(now, limit);
    }
    std::optional<Timestamp> next_effect() override { return store_->next_effect(); }
    std::expected<void, CommitError> commit(Changes& changes) override {
        if (breaks_.commit > 0) {
            --breaks_.commit;
            throw std::runtime_error("a bug in the store");
        }
        return store_->commit(changes);
    }

  private:
    static void break_if(int& left) {
        if (left == 0) return;
        --left;
        throw StoreUnavailable("restarting");
    }
    Reader& questions() override {
        break_if(breaks_.document);
        return *store_;
    }

    std::unique_ptr<Store> store_;
    Breaks& breaks_;
};

/// Waits for what the test answers.
inline Task<Recording> called(std::vector<Callback<Recording>>& finishes) {
    co_return co_await call<Recording>(
        [&](Callback<Recording> done) { finishes.push_back(std::move(done)); });
}
inline Task<Recording> broken_call() {
    throw std::runtime_error("no answer that makes sense");
    co_return Recording{};
}
inline Recording adding(const std::string& id, int amount) {
    return [id, amount](Unit& unit) -> Result<void> {
        DANGOL_CHECK(unit.execute<Counter>(id, Add{amount}));
        return {};
    };
}

class WriterPromises : public ::testing::Test {
  protected:
    Context counting() {
        Context context("counting");
        context.aggregate(Counter{});
        context.on<Bumped>([](Unit& unit, const EventRecord& event) {
            return unit.execute<Counter>(event.subject, Add{1});
        });
        context.on<Poisoned>([this](Unit& unit, const EventRecord& event) {
            if (!healed) throw std::runtime_error("cannot be handled");
            return unit.execute<Counter>(event.subject, Add{1});
        });
        context.deadline("later", [this](Unit& unit, const std::string& id) {
            if (deadline_breaks) throw std::runtime_error("cannot be met");
            return unit.execute<Counter>(id, Add{1000});
        });
        if (knows_more) {
            context.deadline("never", [](Unit& unit, const std::string& id) {
                return unit.execute<Counter>(id, Add{2000});
            });
            context.effect("fax", [this](const Environment&, Effect effect) {
                calls.push_back(std::move(effect));
                return called(finishes);
            });
        }
        context.effect("call", [this](const Environment&, Effect effect) {
            calls.push_back(std::move(effect));
            return called(finishes);
        });
        context.effect("broken", [this](const Environment&, Effect effect) {
            calls.push_back(std::move(effect));
            return healed ? called(finishes) : broken_call();
        });
        context.on_committed([this](auto events) {
            if (view_breaks) throw std::runtime_error("a bug in the view");
            viewed += events.size();
        });
        context.on_committed([this](auto events) { viewed_beside += events.size(); });
        context.on_amended([this](Reader&) {
            if (view_breaks) throw std::runtime_error("a bug in the view");
            ++restored;
        });
        context.on_amended([this](Reader&) { ++restored_beside; });
        return context;
    }

    /// A process on the same disk and log.
    struct Process {
        explicit Process(WriterPromises& test)
            : context(test.counting()),
              store(adapters::open_memory_store(test.disk,
                                                [&test](const Changes&) {
                                                    if (test.away) throw StoreUnavailable("restarting");
                                                    return std::exchange(test.fault,
                                                                         adapters::CommitFault::none);
                                                }),
                    test.breaks),
              writer(context, store, test.bus, {test.clock, test.ids, test.timers}) {
            writer.on_trouble([&test](std::string_view what) { test.troubles.emplace_back(what); });
            writer.on_committed([&test](auto events) { test.observed += events.size(); });
        }
        void settle() {
            while (writer.step()) {
            }
        }
        Context context;
        BreakableStore store;
        Writer writer;
    };

    void add(Process& process, const std::string& id, int amount, Actor actor = {}) {
        process.writer.submit(
            RequestContext{.actor = std::move(actor), .id = "request"},
            [id, amount](Unit& unit) { return unit.execute<Counter>(id, Add{amount}); },
            [this](Result<std::uint64_t> version) {
                answers.push_back(version ? std::to_string(*version) : version.error().code);
            });
    }
    void wait(Process& process, Duration time) {
        clock.advance(time);
        process.settle();
    }
    /// Notes the answer to an operator's call.
    [[nodiscard]] std::function<void(Result<int>)> note() {
        return [this](const Result<int>& handled) {
            answers.push_back(handled ? std::to_string(*handled) : handled.error().code);
        };
    }
    [[nodiscard]] int value(const std::string& id) {
        const auto stored = disk.document("Counter", id);
        return stored ? codec::from_json<Counted>(stored->data)->value : 0;
    }
    /// Source and subject of each dead letter.
    [[nodiscard]] std::vector<std::string> parked() {
        std::vector<std::string> all;
        for (const auto& letter : disk.dead_letters(99)) all.push_back(letter.source + " " + letter.subject);
        return all;
    }
    [[nodiscard]] bool reported(std::string_view what) {
        return std::ranges::any_of(troubles, [&](const auto& trouble) { return trouble.contains(what); });
    }

    adapters::MemoryDisk disk{"counting"};
    adapters::CommitFault fault = adapters::CommitFault::none;
    BreakableStore::Breaks breaks;
    bool away = false;
    bool healed = false;
    bool knows_more = false;  ///< a later program: it knows the kinds that this one does not
    bool deadline_breaks = false;
    bool view_breaks = false;
    LogBus bus;
    test::ManualClock clock;
    test::CountedIds ids;
    test::ManualTimers timers{clock};
    std::vector<Effect> calls;
    std::vector<Callback<Recording>> finishes;
    std::vector<std::string> answers;
    std::vector<std::string> troubles;
    std::size_t viewed = 0;
    std::size_t viewed_beside = 0;  ///< by a second view
    int restored = 0;
    int restored_beside = 0;
    std::size_t observed = 0;
};
using Words = std::vector<std::string>;

}  // namespace dangol::conformance
