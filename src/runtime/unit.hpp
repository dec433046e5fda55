#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/codec.hpp"
#include "core/overloaded.hpp"
#include "core/result.hpp"
#include "core/type_name.hpp"
#include "runtime/batch.hpp"
#include "runtime/ports.hpp"
#include "runtime/unit_trace.hpp"

namespace dangol::runtime {

class Unit;

/// What the runtime needs to know of an aggregate: its pure core, and how it is stored and shown.
///   name            "Order": the document's kind
///   one_trace       (if it is there) all that ever happens to it is one trace: so of an order, not of a café
///   State           default-constructible; codec-able (a struct or a variant of structs)
///   Command, Event  variants of structs
///   decide, evolve  the pure core
///   scope(state)    whom live streams show its events to; may be ""
///   index(id, state)  the rows by which it is found and listed; a pure function of the state: the runtime
///   writes the
///                     difference between before and after
///   after(unit, id, event, state)  what else follows from a recorded event in the same transaction:
///   deadlines, effects,
///                     ledger rows, commands to other aggregates. `state` is the state after the event
template <class A>
concept Aggregate = requires(const typename A::State& state, const typename A::Command& command,
                             const typename A::Event& event, const std::string& id, Unit& unit) {
    { A::name } -> std::convertible_to<std::string_view>;
    { A::decide(state, command) } -> std::same_as<Result<std::vector<typename A::Event>>>;
    { A::evolve(typename A::State{}, event) } -> std::same_as<typename A::State>;
    { A::scope(state) } -> std::convertible_to<std::string>;
    { A::index(id, state) } -> std::same_as<std::vector<Row>>;
    A::after(unit, id, event, state);
};

/// One command's (or event's, or deadline's) work inside a batch. It sees all earlier work of the batch. If
/// the work ends in a rejection, everything that the unit did is forgotten; the rest of the batch is not
/// touched. Lives on the writer's thread for the length of one call; never keep it.
class Unit {
  public:
    /// `cause` is the id of the event or request that leads here.
    Unit(Batch& batch, Environment environment, Timestamp now, std::string cause, std::string correlation,
         std::string traceparent);

    [[nodiscard]] Timestamp now() const { return now_; }
    [[nodiscard]] Ids& ids() { return environment_.ids; }

    /// The aggregate's current state and version; a default state and version 0 if there is none.
    template <Aggregate A>
    [[nodiscard]] const Versioned<typename A::State>& load(const std::string& id) {
        return *static_cast<const Versioned<typename A::State>*>(entry<A>(id).current.get());
    }

    /// Decides `command`, records the events and what follows from them. Gives the new version.
    template <Aggregate A>
    Result<std::uint64_t> execute(const std::string& id, const typename A::Command& command) {
        trace_command<A>(id, command);
        auto events = A::decide(load<A>(id).state, command);
        if (!events) return std::unexpected(std::move(events.error()));
        for (const auto& event : *events) record<A>(id, event);
        return load<A>(id).version;
    }

    /// The row as of this point in the batch.
    [[nodiscard]] std::optional<Row> row(std::string_view view, std::string_view key);
    void put(Row row);
    void drop_row(std::string view, std::string key);

    void schedule(Deadline deadline);
    void cancel_deadline(std::string key);

    /// Owes a call to the outside; it starts after the commit (or at `due`). The id must be unique for ever.
    void perform(Effect effect);

    [[nodiscard]] std::optional<Answer> answer(std::string_view key);
    void remember(Answer answer);

    /// What correlates all this: the order id. Set it where an order begins; reactions inherit it.
    void correlate(std::string correlation) { correlation_ = std::move(correlation); }

    /// W3C trace context of this unit, for whatever it sends out; may be empty.
    [[nodiscard]] const std::string& traceparent() const { return trace_.context(); }

    /// Low level: the runtime's own bookkeeping.
    UnitTrace& trace() { return trace_; }
    Changes& changes() { return work_.changes; }
    [[nodiscard]] bool touched() const { return !work_.entries.empty(); }
    [[nodiscard]] Batch::Work take() { return std::exchange(work_, {}); }

  private:
    template <Aggregate A>
    Batch::Entry& entry(const std::string& id) {
        return work_.entry(
            batch_, A::name, id,
            [](const std::optional<Document>& stored) { return Batch::decode<A>(stored); },
            &Batch::finish<A>);
    }

    template <Aggregate A>
    void trace_command(const std::string& id, const typename A::Command& command) {
        if (!trace_.on()) return;
        std::visit([&]<class C>(const C&) { trace_.name(type_name<C>()); }, command);
        if constexpr (requires { A::one_trace; }) follow_trace_of(entry<A>(id));
    }
    void follow_trace_of(Batch::Entry& entry);

    template <Aggregate A>
    void record(const std::string& id, const typename A::Event& event) {
        auto& entry = this->entry<A>(id);
        const auto* before = static_cast<const Versioned<typename A::State>*>(entry.current.get());
        auto after = std::make_shared<Versioned<typename A::State>>(
            Versioned<typename A::State>{A::evolve(before->state, event), before->version + 1});
        entry.current = after;
        entry.version = after->version;
        std::visit(
            [&]<class E>(const E& alternative) {
                append(std::string(type_name<E>()), id, after->version, A::scope(after->state),
                       codec::to_json(alternative));
            },
            event);
        A::after(*this, id, event, after->state);
    }

    void append(std::string type, const std::string& subject, std::uint64_t version, std::string scope,
                std::string data);

    Batch& batch_;
    Batch::Work work_;
    Environment environment_;
    Timestamp now_;
    std::string cause_;
    std::string correlation_;
    UnitTrace trace_;
};

}  // namespace dangol::runtime
