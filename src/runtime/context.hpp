#pragma once

#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/contract.hpp"
#include "runtime/aggregate.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/event_in.hpp"
#include "runtime/figures.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"
#include "runtime/task.hpp"
#include "runtime/unit.hpp"

namespace dangol::runtime {

/// The unit of work that records the result of an effect, in the transaction that also ends the effect. To
/// try again later it performs the same effect id with a later `due` and a higher `attempt`. A rejection is
/// reported and the effect ends.
using Recording = std::function<Result<void>(Unit&)>;

/// The data of an effect; throws if it is no T.
template <class T>
[[nodiscard]] T data_of(const Effect& effect) {
    auto data = codec::from_json<T>(effect.data);
    if (!data) {
        throw std::runtime_error("effect " + effect.id + ": " + data.error().path + " " +
                                 data.error().message);
    }
    return std::move(*data);
}

/// One bounded context as a value: its aggregates, policies, deadlines, effects, views and routes. Each
/// context has a function `make(settings, ports…)` that returns it. Everything given to it runs on the
/// writer's thread unless said otherwise, must not block, and sees the world only through its arguments and
/// ports.
///
///     Context make(Settings settings) {
///         Context library(std::type_identity<Contract>{});
///         library.aggregate(Loan{settings});
///         library.on<members::MemberLeft>([](Unit& unit, const members::MemberLeft& left) {
///             return unit.execute<Loan>(left.loan_id, Recall{});
///         });
///         library.deadline("due", [](Unit& unit, const std::string& loan) {
///             return unit.execute<Loan>(loan, Remind{});
///         });
///         library.get("/loans", readers, list);
///         library.post("/loans/{id}/return", readers, give_back);
///         return library;
///     }
class Context {
  public:
    /// A context that publishes nothing.
    explicit Context(std::string name);
    /// The context that publishes the events of a contract (core/contract.hpp).
    template <class Contract>
    explicit Context(std::type_identity<Contract>)
        : Context(std::string(Contract::context), {Contract::types.begin(), Contract::types.end()}) {}

    // ── What it is made of ───────────────────────────────────────────────────────────────────────────

    template <Aggregate A>
    void aggregate(A aggregate) {
        aggregates_.add(std::move(aggregate));
        if constexpr (requires { A::shows_state; })
            show_states_of<A>(std::type_identity<typename A::Event>{});
    }

    /// A policy: the reaction to an event of another context. It takes (Unit&, const Event&), and a const
    /// EventRecord& after them if it wants the envelope too, or (Unit&, const EventRecord&) if the envelope
    /// is enough. It returns a Result<T>: a rejection means that there is nothing to do here (a late or
    /// repeated event); an exception parks the event as a dead letter.
    template <Published Event, class Policy>
    void on(Policy policy) {
        auto key = policy_key(ContractOf<Event>::context, type_name<Event>());
        const bool added =
            policies_
                .emplace(std::move(key),
                         [policy = std::move(policy)](Unit& unit, const EventRecord& record) -> Result<void> {
                             if constexpr (std::is_invocable_v<const Policy&, Unit&, const Event&>) {
                                 return without_value(policy(unit, *EventIn<Event>(record)));
                             } else if constexpr (std::is_invocable_v<const Policy&, Unit&, const Event&,
                                                                      const EventRecord&>) {
                                 return without_value(policy(unit, *EventIn<Event>(record), record));
                             } else {
                                 return without_value(policy(unit, record));
                             }
                         })
                .second;
        if (!added)
            throw std::logic_error(name_ + " has two policies for " + std::string(type_name<Event>()));
        add_source(ContractOf<Event>::context);
    }

    /// What reacts to an event: its rejection means that there was nothing to do.
    using Policy = std::function<Result<void>(Unit&, const EventRecord&)>;
    /// For a test that watches: `around` runs in place of each policy so far, and gets the policy to run.
    using Around = std::function<Result<void>(Unit&, const EventRecord&, const Policy&)>;
    void around_policies(const Around& around);

    /// What happens when a deadline of this kind comes; its row is already deleted in the unit. It takes
    /// (Unit&, const std::string& data). A rejection means that what it waited for has happened.
    template <class Meet>
    void deadline(std::string_view kind, Meet meet) {
        add_once(deadlines_, kind, [meet = std::move(meet)](Unit& unit, const std::string& data) {
            return without_value(meet(unit, data));
        });
    }

    /// Makes the call to the outside that an effect of this kind owes: it begins on the writer's thread and
    /// ends on any. If the process dies in between, the effect comes again with `resumed` set; if the task
    /// ends with an exception, it is tried again, and parked in the end.
    using Perform = std::function<Task<Recording>(const Environment&, Effect)>;
    void effect(std::string_view kind, Perform perform);

    /// Called once, after the writer exists and before the first route is asked for.
    void on_start(std::function<void(const Host&)> begin) { starts_.push_back(std::move(begin)); }
    /// A view in memory: called after each commit of this context. If it throws, that is reported, and it has
    /// missed the commit; the other views have not.
    using Observe = std::function<void(std::span<const std::shared_ptr<const EventRecord>>)>;
    void on_committed(Observe observe) { observers_.push_back(std::move(observe)); }
    /// The store was repaired past the writer (Writer::amend): the view reads it again. If it throws, that is
    /// reported.
    using Restore = std::function<void(Reader&)>;
    void on_amended(Restore restore) { restorers_.push_back(std::move(restore)); }

    /// Events for the audit log: an operator reads who of the staff and the operators caused them. The same
    /// events caused by others or by the system are not in it.
    template <class... Events>
    void audit_log() {
        (audited_.push_back(type_name<Events>()), ...);
    }

    /// What the context measures in its store. Asked every few seconds on a reader's thread, one call at a
    /// time.
    using Measure = std::function<void(Reader&, Timestamp now, Figures&)>;
    void figures(Measure measure) { measures_.push_back(std::move(measure)); }

    /// Routes. What answers is one of
    ///     Result<Response>(Reader&, const Request&)              a query (endpoint.hpp)
    ///     Result<Response>(Reader&, const Request&, Timestamp)   a query that needs the time
    ///     Result<Response>(Unit&, const Request&)                a command
    ///     Task<Result<Response>>(const Host&, Request)           what takes several steps
    /// A query runs on a reader's thread, a task begins on an I/O thread. Returns the route, which can be
    /// limited and made sheddable, until the next one is added.
    template <class Answers>
    Route& get(std::string pattern, Access access, Answers answers) {
        return route(Method::get, std::move(pattern), access, std::move(answers));
    }
    template <class Answers>
    Route& post(std::string pattern, Access access, Answers answers) {
        return route(Method::post, std::move(pattern), access, std::move(answers));
    }
    template <class Answers>
    Route& put(std::string pattern, Access access, Answers answers) {
        return route(Method::put, std::move(pattern), access, std::move(answers));
    }
    template <class Answers>
    Route& patch(std::string pattern, Access access, Answers answers) {
        return route(Method::patch, std::move(pattern), access, std::move(answers));
    }
    template <class Answers>
    Route& del(std::string pattern, Access access, Answers answers) {
        return route(Method::del, std::move(pattern), access, std::move(answers));
    }
    template <class Answers>
    Route& route(Method method, std::string pattern, Access access, Answers answers, Intake intake = {}) {
        routes_.push_back({{method, std::move(pattern), access, {}, intake}, endpoint(std::move(answers))});
        return routes_.back().route;
    }

    // ── What the runtime asks of it ──────────────────────────────────────────────────────────────────

    [[nodiscard]] const std::string& name() const { return name_; }
    /// The contexts whose events it reacts to.
    [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
    /// Whether an event of this context goes to others.
    [[nodiscard]] bool publishes(std::string_view type) const;
    [[nodiscard]] const std::vector<std::string_view>& published() const { return published_; }
    /// Whether an event is in the audit log.
    [[nodiscard]] bool audits(const EventRecord& event) const;
    [[nodiscard]] const Aggregates& aggregates() const { return aggregates_; }
    /// How the state of an aggregate that is shown with its events is read, and moved on by an event.
    struct ShownState {
        std::string_view kind;
        StateCache::Decode decode;
        Decoded (*as_decoded)(std::shared_ptr<const void>);
        /// What the event makes of the state before it; null if this version cannot apply it.
        std::shared_ptr<const void> (*applied)(const EventRecord& event, const void* before);
    };
    /// Null: events of this type are shown as they are.
    [[nodiscard]] const ShownState* shown_state(std::string_view event_type) const;
    /// Gives the events the states that are stored now, where they are shown. Any thread.
    void add_states(std::span<EventRecord> events, Reader& stored) const;

    /// Null: the event changes nothing here.
    [[nodiscard]] const Policy* policy_for(const EventRecord& event) const;
    /// Null: no deadline of this kind is known.
    [[nodiscard]] const std::function<Result<void>(Unit&, const std::string&)>* deadline_of(
        const std::string& kind) const;
    /// Null: no effect of this kind is known.
    [[nodiscard]] const Perform* effect_of(const std::string& kind) const;
    /// Begins the context's own work on `host` and makes its routes. Once.
    [[nodiscard]] std::vector<Route> start(const Host& host);
    [[nodiscard]] std::span<const Observe> observers() const { return observers_; }
    [[nodiscard]] std::span<const Restore> restorers() const { return restorers_; }
    void measure(Reader& stored, Timestamp now, Figures& figures) const;

  private:
    Context(std::string name, std::vector<std::string_view> published);

    struct RouteOf {
        Route route;
        Endpoint make;
    };

    template <class A, class... Events>
    void show_states_of(std::type_identity<std::variant<Events...>>) {
        (shown_states_.emplace(type_name<Events>(), ShownState{A::name, &Batch::decode<A>, &decoded_state<A>,
                                                               &applied<A, Events>}),
         ...);
    }
    template <class A>
    static Decoded decoded_state(std::shared_ptr<const void> state) {
        const auto& versioned = *static_cast<const Versioned<typename A::State>*>(state.get());
        return {state, versioned};
    }
    template <class A, class Event>
    static std::shared_ptr<const void> applied(const EventRecord& event, const void* before) try {
        using Known = Versioned<typename A::State>;
        const EventIn<Event> news(event);
        return std::make_shared<const Known>(
            Known{evolve(static_cast<const Known*>(before)->state, typename A::Event{*news}), event.version});
    } catch (const std::exception&) {
        return nullptr;  // the state itself is read instead, and that reports what is wrong
    }

    template <class T>
    static Result<void> without_value(Result<T> result) {
        if (!result) return std::unexpected(std::move(result.error()));
        return {};
    }
    template <class Table, class Handler>
    void add_once(Table& table, std::string_view kind, Handler handler) {
        if (!table.emplace(std::string(kind), std::move(handler)).second)
            throw std::logic_error(name_ + " has two handlers for " + std::string(kind));
    }
    [[nodiscard]] static std::string policy_key(std::string_view source, std::string_view type);
    void add_source(std::string_view source);

    std::string name_;
    std::vector<std::string_view> published_;
    std::vector<std::string_view> audited_{type_name<DeadLettersRetried>(), type_name<DeadLettersDropped>()};
    std::vector<std::string> sources_;
    Aggregates aggregates_;
    std::map<std::string_view, ShownState> shown_states_;
    std::unordered_map<std::string, Policy> policies_;
    std::map<std::string, std::function<Result<void>(Unit&, const std::string&)>, std::less<>> deadlines_;
    std::map<std::string, Perform, std::less<>> effects_;
    std::vector<std::function<void(const Host&)>> starts_;
    std::vector<Observe> observers_;
    std::vector<Restore> restorers_;
    std::vector<Measure> measures_;
    std::vector<RouteOf> routes_;
};

}  // namespace dangol::runtime
