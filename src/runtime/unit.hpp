#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/codec.hpp"
#include "core/request_context.hpp"
#include "core/result.hpp"
#include "core/try.hpp"
#include "core/type_name.hpp"
#include "runtime/aggregate.hpp"
#include "runtime/batch.hpp"
#include "runtime/ports.hpp"
#include "runtime/unit_trace.hpp"

namespace dangol::runtime {

/// One command's (or event's, or deadline's) work inside a batch. It sees all earlier work of the batch. If
/// the work ends in a rejection, everything that the unit did is forgotten; the rest of the batch is not
/// touched. Lives on the writer's thread for the length of one call; never keep it.
class Unit {
  public:
    /// `context.id` is the id of the request, event, deadline or effect that leads here.
    Unit(Batch& batch, Environment environment, Timestamp now, RequestContext context);

    [[nodiscard]] Timestamp now() const { return now_; }
    /// The request that is decided here: its actor and language. For a policy, a deadline or an effect the
    /// actor is the system.
    [[nodiscard]] const RequestContext& context() const { return context_; }
    [[nodiscard]] Ids& ids() { return environment_.ids; }

    /// The aggregate's current state and version; a default state and version 0 if there is none.
    template <Aggregate A>
    [[nodiscard]] const Versioned<typename A::State>& load(const std::string& id) {
        return *static_cast<const Versioned<typename A::State>*>(entry<A>(id).current.get());
    }

    /// Decides `command`, records the events and what follows from them. Returns the new version.
    template <Aggregate A>
    Result<std::uint64_t> execute(const std::string& id, const typename A::Command& command) {
        if constexpr (requires { A::correlation; }) correlate(id);
        trace_command<A>(id, command);
        DANGOL_TRY(auto decided, decide(load<A>(id).state, command));
        if (decided.empty()) return load<A>(id).version;
        const auto events = std::make_shared<const std::vector<typename A::Event>>(std::move(decided));
        for (const auto& event : *events) record<A>(id, event, events);
        return load<A>(id).version;
    }
    template <Aggregate A, class Tag>
    Result<std::uint64_t> execute(const Id<Tag>& id, const typename A::Command& command) {
        return execute<A>(id.value, command);
    }
    template <Aggregate A, class Tag>
    [[nodiscard]] const Versioned<typename A::State>& load(const Id<Tag>& id) {
        return load<A>(id.value);
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

    /// What all this belongs to. A reaction inherits it from its event; else the first aggregate with a
    /// `correlation` that the unit works on sets it.
    void correlate(const std::string& id) {
        if (context_.correlation.empty()) context_.correlation = id;
    }

    /// W3C trace context of this unit, for whatever it sends out; may be empty.
    [[nodiscard]] const std::string& traceparent() const { return trace_.context(); }

    /// Low level: the runtime's own bookkeeping.
    /// Records an event that belongs to no aggregate. Its subject is a new id.
    template <class Event>
    void note(const Event& event, const Actor& by) {
        append(std::string(type_name<Event>()), environment_.ids.next(), 1, {}, codec::to_json(event));
        work_.changes.events.back().actor = by.text();
    }
    UnitTrace& trace() { return trace_; }
    Changes& changes() { return work_.changes; }
    [[nodiscard]] bool touched() const { return !work_.entries.empty(); }
    [[nodiscard]] Batch::Work take();

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
        if constexpr (requires { A::correlation; }) follow_trace_of(entry<A>(id), A::correlation);
    }
    void follow_trace_of(Batch::Entry& entry, std::string_view correlation);

    template <Aggregate A>
    void record(const std::string& id, const typename A::Event& event,
                const std::shared_ptr<const void>& owner) {
        auto& entry = this->entry<A>(id);
        const auto* before = static_cast<const Versioned<typename A::State>*>(entry.current.get());
        const auto& aggregate = batch_.aggregates().get<A>();
        auto after = std::make_shared<Versioned<typename A::State>>(
            Versioned<typename A::State>{evolve(before->state, event), before->version + 1});
        entry.current = after;
        entry.version = after->version;
        std::visit(
            [&]<class E>(const E& alternative) {
                append(std::string(type_name<E>()), id, after->version, scope_of(aggregate, after->state),
                       codec::to_json(alternative), {owner, alternative});
            },
            event);
        if constexpr (requires { A::shows_state; }) work_.changes.events.back().state = {after, *after};
        if constexpr (requires { aggregate.after(*this, id, event, after->state); }) {
            aggregate.after(*this, id, event, after->state);
        }
    }

    void append(std::string type, const std::string& subject, std::uint64_t version, std::string scope,
                std::string data, Decoded decoded = {});

    Batch& batch_;
    Batch::Work work_;
    Environment environment_;
    Timestamp now_;
    RequestContext context_;
    UnitTrace trace_;
};

}  // namespace dangol::runtime
