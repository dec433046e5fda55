// The writer's round – take, decide, commit once, then answer and announce – and what comes to it by itself:
// events of other contexts, deadlines, results of effects, an operator's repairs.
#include "runtime/writer.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <boost/describe/class.hpp>

#include "runtime/context.hpp"
#include "runtime/deliberate_bugs.hpp"
#include "runtime/earliest.hpp"
#include "runtime/unavailable.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
/// How often a shared store is asked for what other replicas have left to do.
constexpr auto look_around_every = 1s;
/// How long positions wait for a commit that stores more than them.
constexpr auto store_positions_after = 1s;
constexpr auto retry_after_failed_commit = 1s;
constexpr auto retry_deadline_after = 60s;
constexpr auto retry_effect_after = 1s;  ///< doubled with each attempt
constexpr auto retry_effect_max = 60s;
constexpr int effect_failures_max = 8;  ///< exceptions without an outcome in between; then it is parked

std::unexpected<Rejection> still_failing(const DeadLetter& letter, const std::string& why) {
    return refuse(Refusal::conflict, "dead-letter-fails-again",
                  {letter.event.type +
                       " 이벤트를 여전히 처리할 수 없어 아무것도 바꾸지 않았어요. 원인을 "
                       "해결한 뒤 다시 시도하거나 포기해 주세요. (" +
                       why + ")",
                   "The event " + letter.event.type +
                       " still cannot be handled, so nothing was changed. Remove the "
                       "cause and try again, or drop it. (" +
                       why + ")"});
}

/// What a parked effect needs to be owed again.
struct ParkedEffect {
    std::string kind;
    std::string subject;
    int attempt = 1;
    std::string data;
};
BOOST_DESCRIBE_STRUCT(ParkedEffect, (), (kind, subject, attempt, data))
struct ParkedDeadline {
    std::string kind;
    std::string data;
};
BOOST_DESCRIBE_STRUCT(ParkedDeadline, (), (kind, data))

/// A dead letter for what is no event. `offset` tells it from others of its kind: the hash of its id.
DeadLetter parked_owed(std::string_view source, std::string_view context, const std::string& id,
                       std::string type, std::string data, std::string reason, Timestamp now) {
    EventRecord record{.id = id,
                       .type = std::move(type),
                       .source = std::string(context),
                       .subject = id,
                       .version = 0,
                       .position = 0,
                       .time = now,
                       .scope = {},
                       .correlation = {},
                       .causation = {},
                       .traceparent = {},
                       .actor = {},
                       .data = std::move(data)};
    const auto offset = std::hash<std::string>{}(id) & 0x7fff'ffff'ffff'ffff;
    return {std::string(source), id, 0, offset, std::move(record), std::move(reason), 1, now};
}

}  // namespace

Writer::Writer(Context& context, Store& store, EventBus& bus, Environment environment, WriterLimits limits)
    : context_(context),
      store_(store),
      bus_(bus),
      environment_(environment),
      limits_(limits),
      cache_(limits.cache_bytes),
      progress_(store.positions()),
      next_deadline_(store.next_deadline()),
      next_effect_(store.next_effect()),
      waiting_(environment),
      queue_(limits.queue) {
    recall_parked();
    subscription_ = bus.subscribe(
        context.name(), context.sources(), [&store] { return store.positions(); },
        [this] {
            if (wake_) wake_();
        });
}

Writer::~Writer() { stop(); }

std::string_view Writer::name() const { return context_.name(); }

void Writer::on_work(std::function<void()> wake) { wake_ = std::move(wake); }
void Writer::on_trouble(std::function<void(std::string_view)> report) { report_ = std::move(report); }
void Writer::on_committed(std::function<void(std::span<const std::shared_ptr<const EventRecord>>)> observer) {
    observers_.push_back(std::move(observer));
}
void Writer::on_recorded(std::function<void(std::span<const std::shared_ptr<const EventRecord>>)> observer) {
    recorders_.push_back(std::move(observer));
}
void Writer::report(std::string_view trouble) const {
    if (report_) report_(trouble);
}

template <class Call>
void Writer::guarded(std::string_view what, Call call) {
    try {
        call();
    } catch (const std::exception& error) {
        report(std::string(what) + ": " + error.what());
    } catch (...) {
        report(std::string(what) + ": not a std::exception");
    }
}

template <class Observers, class Call>
void Writer::guarded_each(std::string_view what, const Observers& observers, Call call) {
    for (std::size_t i = 0; i < observers.size(); ++i) {
        try {
            call(observers[i]);
        } catch (...) {
            guarded(std::string(what) + ' ' + std::to_string(i + 1) + " of " + context_.name(),
                    [] { throw; });
        }
    }
}

void Writer::enqueue(std::unique_ptr<Job> job, bool owed) {
    bool taken = false;
    bool ended = false;
    bool was_empty = false;
    {
        const std::lock_guard lock(queue_mutex_);
        ended = stopped_;
        was_empty = queue_.empty();
        if (!ended && owed) {
            queue_.push_owed(std::exchange(job, nullptr));
            taken = true;
        } else if (!ended) {
            taken = queue_.push(job, job->context().caller, environment_.clock.steady());
        }
        note_queue();
    }
    if (!taken) {
        if (!ended) figures_.shed.fetch_add(1, std::memory_order_relaxed);
        job->fail(ended ? runtime::stopping() : overloaded());
    } else if (was_empty && wake_) {
        wake_();
    }
}

void Writer::note_queue() {
    figures_.queued.store(queue_.size(), std::memory_order_relaxed);
    refuses_from_.store(queue_.refuses_from(), std::memory_order_relaxed);
}

bool Writer::turns_away(const Caller& caller) {
    if (!caller.sheddable()) return false;
    const auto from = refuses_from_.load(std::memory_order_relaxed);
    if (from == Duration::max() || environment_.clock.steady() < from) return false;
    figures_.shed.fetch_add(1, std::memory_order_relaxed);
    return true;
}

bool Writer::stopping() {
    const std::lock_guard lock(queue_mutex_);
    return stopped_;
}

Writer::Jobs Writer::take_jobs() {
    Jobs jobs;
    Jobs shed;
    {
        const std::lock_guard lock(queue_mutex_);
        jobs.reserve(std::min(queue_.size(), limits_.jobs_per_commit));
        while (jobs.size() < limits_.jobs_per_commit) {
            auto job = queue_.pop_critical();
            if (!job) break;
            jobs.push_back(std::move(*job));
        }
        const auto now = environment_.clock.steady();
        const auto most = std::min(limits_.jobs_per_commit, jobs.size() + limits_.sheddable_per_commit);
        while (jobs.size() < most) {
            auto job = queue_.pop_sheddable(now, shed);
            if (!job) break;
            jobs.push_back(std::move(*job));
        }
        note_queue();
    }
    for (auto& job : shed) {
        const bool left = job->context().caller.has_left();
        (left ? figures_.abandoned : figures_.shed).fetch_add(1, std::memory_order_relaxed);
        job->fail(left ? client_gone() : overloaded());
    }
    return jobs;
}

void Writer::stop() {
    Jobs refused;
    std::deque<Amendment> not_made;
    {
        const std::lock_guard lock(queue_mutex_);
        stopped_ = true;
        refused = queue_.take_all();
        note_queue();
        not_made.swap(amendments_);
    }
    for (auto& job : refused) job->fail(runtime::stopping());
    for (auto& amendment : not_made) amendment.reply(std::unexpected(runtime::stopping()));
    waiting_.stop();
}

std::optional<Timestamp> Writer::next_due() {
    auto due = next_deadline_;
    if (store_.shared() && looked_around_) earliest(due, *looked_around_ + look_around_every);
    if (passed_over_since_) earliest(due, *passed_over_since_ + store_positions_after);
    if (next_effect_ && effects_running_.size() < limits_.effects_in_flight) earliest(due, *next_effect_);
    return due;
}

bool Writer::step() {
    auto jobs = take_jobs();
    try {
        if (store_lost_) recall();
        store_lost_ = false;
        return work(jobs);
    } catch (const std::exception& error) {
        // Whatever a store, a bus or the batch throws: nothing of this round was acknowledged. All of it is
        // read again before the next one.
        if (!store_lost_) report("the round of " + context_.name() + " failed: " + error.what());
        store_lost_ = true;
        figures_.failed_commits.fetch_add(1, std::memory_order_relaxed);
        spans_.clear();
        fail_unstored(jobs);
        return true;
    }
}

bool Writer::work(Jobs& jobs) {
    const auto now = environment_.clock.now();
    if (store_.shared()) look_around(now);
    const bool began = next_effect_ && *next_effect_ <= now && start_due_effects(now);
    observe_own();
    amend_now();
    const auto deliveries = subscription_->poll(limits_.events_per_commit);
    const bool deadlines_due = next_deadline_ && *next_deadline_ <= now;
    const bool positions_due = passed_over_since_ && *passed_over_since_ + store_positions_after <= now;
    if (jobs.empty() && deliveries.empty() && !deadlines_due && !positions_due) return began;

    Batch batch(context_.aggregates(), store_, cache_, store_.shared());
    consume(batch, deliveries, now);
    if (deadlines_due) meet_deadlines(batch, now);
    decide(batch, jobs, now);
    commit(batch, jobs, now);
    return true;
}

void Writer::decide(Batch& batch, Jobs& jobs, Timestamp now) {
    for (auto& job : jobs) {
        Unit unit(batch, environment_, now, job->context());
        figures_.units.fetch_add(1, std::memory_order_relaxed);
        try {
            const bool kept = job->decide(unit);
            trace(unit, false);
            if (kept) {
                batch.merge(unit.take());
                if (!deliberate_bug::is_on("reply_before_commit")) continue;
                job->answer();
                job.reset();
            } else {
                // Also a refusal waits for the commit: it may rest on what an earlier unit of this batch did.
                figures_.rejected.fetch_add(1, std::memory_order_relaxed);
            }
        } catch (const StoreBroken&) {
            throw;
        } catch (const std::exception& error) {
            trace(unit, true);
            report("command " + job->context().id + ": " + error.what());
            job->fail(not_processed());
            job.reset();
        }
    }
    std::erase(jobs, nullptr);
}

void Writer::commit(Batch& batch, Jobs& jobs, Timestamp decided_at) {
    auto& changes = batch.finish();
    for (auto& event : changes.events) event.source = context_.name();
    const bool waits = changes.empty() && positions_may_wait(decided_at);
    if (!waits && !deliberate_bug::is_on("effect_without_position")) progress_.put_into(changes.positions);

    if (!changes.empty()) {
        if (auto committed = store_.commit(changes); !committed) {
            end_spans(&committed.error());
            commit_failed(committed.error(), jobs);
            return;
        }
        figures_.commits.fetch_add(1, std::memory_order_relaxed);
        figures_.events.fetch_add(changes.events.size(), std::memory_order_relaxed);
    }
    if (!waits) {
        progress_.committed();
        passed_over_since_.reset();
    }
    batch.publish();
    end_spans(nullptr);
    for (auto& job : jobs) job->answer();
    jobs.clear();  // whatever breaks from here on, they have their answers
    const auto now = environment_.clock.now();
    const bool canceled = after_commit(changes, now);
    announce(changes);
    if (canceled && next_deadline_ && *next_deadline_ <= now) next_deadline_ = store_.next_deadline();
}

bool Writer::positions_may_wait(Timestamp now) {
    const auto passed_over = progress_.unstored();
    if (passed_over == 0) return false;
    if (!passed_over_since_) passed_over_since_ = now;
    return passed_over < limits_.passed_over && now < *passed_over_since_ + store_positions_after;
}

void Writer::trace(Unit& unit, bool failed) {
    if (auto span = unit.trace().end(context_.name(), failed)) spans_.push_back(std::move(*span));
}

/// What is decided again after a conflict is told then.
void Writer::end_spans(const CommitError* error) {
    if (spans_.empty()) return;
    const bool again = error != nullptr && error->kind == CommitError::Kind::conflict;
    const auto now = environment_.tracer->now();
    for (auto& span : spans_) {
        if (again) break;
        span.end = now;
        span.failed = span.failed || error != nullptr;
        environment_.tracer->ended(std::move(span));
    }
    spans_.clear();
}

void Writer::commit_failed(const CommitError& error, Jobs& jobs) {
    if (error.kind == CommitError::Kind::conflict) {
        // Another replica was first: decide all of it again on what is stored now.
        figures_.conflicts.fetch_add(1, std::memory_order_relaxed);
        requeue(jobs);
    } else {
        report("commit of " + context_.name() + " failed: " + error.message);
        if (deliberate_bug::is_on("failed_commit_is_acknowledged")) {
            for (auto& job : jobs) job->answer();
            jobs.clear();
        }
        figures_.failed_commits.fetch_add(1, std::memory_order_relaxed);
        fail_unstored(jobs);
    }
    if (error.stale.empty()) cache_.clear();
    for (const auto& [kind, id] : error.stale) cache_.forget(kind, id);
    recall();
    // It may have been made all the same, and then the context's views in memory have missed it. With
    // replicas they hear of it as of any other's commit.
    if (error.kind == CommitError::Kind::unknown && own_bus_ == nullptr)
        guarded_each("restoring view", context_.restorers(), [&](const auto& restore) { restore(store_); });
}

void Writer::requeue(Jobs& jobs) {
    const std::lock_guard lock(queue_mutex_);
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) queue_.push_again(std::move(*job));
    jobs.clear();
}

void Writer::fail_unstored(Jobs& jobs) {
    for (auto& job : jobs) {
        if (job) job->fail(store_unavailable());  // null: it has its answer already
    }
    jobs.clear();
}

void Writer::recall() {
    if (store_lost_) cache_.clear();
    const auto positions = store_.positions();
    progress_ = Progress(positions);
    passed_over_since_.reset();
    recall_parked();
    if (!deliberate_bug::is_on("failed_commit_is_not_read_again")) subscription_->rewind(positions);
    next_deadline_ = store_.next_deadline();
    next_effect_ = store_.next_effect();
    // What failed to be recorded is not tried again at once.
    if (next_effect_) next_effect_ = std::max(*next_effect_, effects_after_);
}

void Writer::recall_parked() {
    parked_.clear();
    for (const auto& letter : store_.dead_letters(100'000)) parked_.emplace(letter.source, letter.subject);
}

void Writer::look_around(Timestamp now) {
    if (looked_around_ && now < *looked_around_ + look_around_every) return;
    looked_around_ = now;
    recall_parked();
    next_deadline_ = store_.next_deadline();
    next_effect_ = store_.next_effect();
}

void Writer::follow(EventBus& own) {
    const auto name = context_.name();
    own_bus_ = &own;
    own_events_ = own.subscribe(
        name, {name}, [this, name] { return std::vector<Position>{{name, 0, store_.last_position()}}; },
        [this] {
            if (wake_) wake_();
        });
}

void Writer::announce(Changes& changes) {
    if (changes.events.empty()) return;
    Announced events;
    events.reserve(changes.events.size());
    for (auto& event : changes.events)
        events.push_back(std::make_shared<const EventRecord>(std::move(event)));
    guarded("announcing to the bus", [&] { bus_.committed(context_.name(), events); });
    for (const auto& recorder : recorders_) guarded("an observer", [&] { recorder(events); });
    if (own_bus_ == nullptr) return observe(events);
    if (own_bus_ != &bus_)
        guarded("announcing to the own bus", [&] { own_bus_->committed(context_.name(), events); });
    observe_own();
}

void Writer::observe(std::span<const std::shared_ptr<const EventRecord>> events) {
    guarded_each("view", context_.observers(), [&](const auto& observe) { observe(events); });
    guarded("a waiting request", [&] { waiting_.committed(events); });
    for (const auto& observer : observers_) guarded("an observer", [&] { observer(events); });
}

void Writer::observe_own() {
    if (!own_events_) return;
    for (;;) {
        const auto deliveries = own_events_->poll(limits_.events_per_commit);
        if (deliveries.empty()) return;
        Announced events;
        events.reserve(deliveries.size());
        for (const auto& delivered : deliveries) {
            events.push_back(catch_up(delivered.event));
        }
        observe(events);
    }
}

std::shared_ptr<const EventRecord> Writer::catch_up(std::shared_ptr<const EventRecord> event) {
    const auto* shown = context_.shown_state(event->type);
    if (shown == nullptr || !event->state.empty()) {
        cache_.forget_older(event->subject, event->version);
        return event;
    }
    const auto key = StateCache::key_of(shown->kind, event->subject);
    if (const auto* cached = cache_.find(key); cached != nullptr && cached->version + 1 == event->version) {
        auto next = *cached;
        next.state = shown->applied(*event, cached->state.get());
        next.version = event->version;
        next.document_bytes += event->data.size();  // it grows by less
        if (next.state != nullptr) cache_.put(key, std::move(next));
    }
    cache_.forget_older(event->subject, event->version);
    auto completed = std::make_shared<EventRecord>(*event);
    // Whoever needs the state and does not find it reads it later by itself.
    guarded("reading the " + std::string(shown->kind) + " of event " + event->id, [&] {
        const auto known = cache_.load(key, store_, shown->kind, event->subject, shown->decode);
        completed->state = shown->as_decoded(known.state);
    });
    return completed;
}

void Writer::add_states(std::span<EventRecord> events, Reader& stored) const {
    context_.add_states(events, stored);
}

// ── Events of other contexts, and deadlines ──────────────────────────────────────────────────────────

void Writer::consume(Batch& batch, const std::vector<Delivered>& deliveries, Timestamp now) {
    const bool repeats = subscription_->repeats();
    auto handled = repeats ? handled_before(deliveries) : std::set<std::string>{};
    Batch::Work notes;
    for (const auto& delivered : deliveries) {
        auto& read = progress_.last_read(delivered.event->source, delivered.partition);
        const bool fresh = repeats ? handled.insert(delivered.event->id).second : delivered.offset > read;
        if (!repeats && !fresh) continue;
        read = delivered.offset;
        if (!fresh) continue;
        if (repeats) notes.changes.handled.push_back({delivered.event->id, now});
        consume_one(batch, delivered, now);
        figures_.consumed.fetch_add(1, std::memory_order_relaxed);
    }
    batch.merge(std::move(notes));
}

std::set<std::string> Writer::handled_before(const std::vector<Delivered>& deliveries) {
    if (deliveries.empty()) return {};
    std::vector<std::string> ids;
    ids.reserve(deliveries.size());
    for (const auto& delivered : deliveries) ids.push_back(delivered.event->id);
    const auto handled = store_.handled(ids);
    return {handled.begin(), handled.end()};
}

void Writer::consume_one(Batch& batch, const Delivered& delivered, Timestamp now) {
    const auto& event = *delivered.event;
    if (!parked_.empty() && parked_.contains({event.source, event.subject})) {
        park(batch, delivered, now, "an earlier event of the same subject is parked");
        return;
    }
    if (event.type == unreadable) {
        parked_.emplace(event.source, event.subject);  // something of this subject was missed
        park(batch, delivered, now, "not an event that this program can read");
        return;
    }
    const auto* policy = context_.policy_for(event);
    if (policy == nullptr) return;
    Unit unit(batch, environment_, now,
              {.id = event.id, .traceparent = event.traceparent, .correlation = event.correlation});
    unit.trace().consumes(event.type, event.source, event.id);
    try {
        if ((*policy)(unit, event)) {
            // What led to nothing is not traced.
            if (!unit.changes().empty() || unit.touched()) trace(unit, false);
            batch.merge(unit.take());
        } else {
            figures_.rejected.fetch_add(1, std::memory_order_relaxed);
        }
    } catch (const StoreBroken&) {
        throw;
    } catch (const std::exception& error) {
        trace(unit, true);
        parked_.emplace(event.source, event.subject);
        park(batch, delivered, now, error.what());
    }
}

void Writer::park(Batch& batch, const Delivered& delivered, Timestamp now, std::string reason) {
    const auto& event = *delivered.event;
    report("parked " + event.source + " " + event.type + " " + event.subject + ": " + reason);
    figures_.parked.fetch_add(1, std::memory_order_relaxed);
    Batch::Work work;
    work.changes.dead_letters.emplace_back(DeadLetter{event.source, event.subject, delivered.partition,
                                                      delivered.offset, event, std::move(reason), 1, now});
    batch.merge(std::move(work));
}

void Writer::meet_deadlines(Batch& batch, Timestamp now) {
    const auto due = store_.due_deadlines(now, limits_.deadlines_per_commit);
    // The one that was awaited has been canceled or put off meanwhile: without this, `step` would look for it
    // for ever.
    if (due.empty()) next_deadline_ = store_.next_deadline();
    for (const auto& deadline : due) {
        // What came in this round may have canceled it or put it off already.
        if (!batch.has_changed_deadline(deadline.key)) meet(batch, deadline, now);
    }
}

void Writer::meet(Batch& batch, const Deadline& deadline, Timestamp now) {
    Unit unit(batch, environment_, now, {.id = "deadline:" + deadline.key});
    const auto end = [&] { unit.changes().deadlines.emplace_back(MeetDeadline{deadline.key, deadline.due}); };
    end();
    const auto* handle = context_.deadline_of(deadline.kind);
    if (handle == nullptr) {
        std::string reason = "no deadline of kind " + deadline.kind + " is known";
        report("parked deadline " + deadline.key + ": " + reason);
        figures_.parked.fetch_add(1, std::memory_order_relaxed);
        unit.changes().dead_letters.emplace_back(parked_owed(
            parked_deadline, context_.name(), deadline.key, deadline.kind,
            codec::to_json(ParkedDeadline{deadline.kind, deadline.data}), std::move(reason), now));
        return batch.merge(unit.take());
    }
    try {
        if (auto met = (*handle)(unit, deadline.data); !met) {
            static_cast<void>(unit.take());  // stale: what it waited for has happened
            end();
        } else {
            trace(unit, false);
        }
    } catch (const StoreBroken&) {
        throw;
    } catch (const std::exception& error) {
        report("deadline " + deadline.key + ": " + error.what());
        static_cast<void>(unit.take());
        auto later = deadline;
        later.due = now + retry_deadline_after;
        unit.schedule(std::move(later));
    }
    batch.merge(unit.take());
}

// ── Effects: begun after the commit that owes them, ended by the one that records their result ───────

/// The result of an effect on its way into the writer. The effect ends in the same transaction.
class Writer::FinishEffectJob final : public Writer::Job {
  public:
    /// `failed`: the task ended with an exception.
    FinishEffectJob(Writer& writer, const Effect& effect, Recording work, bool failed = false)
        : Job({.id = "effect:" + effect.id, .correlation = effect.subject}),
          writer_(writer),
          id_(effect.id),
          work_(std::move(work)),
          failed_(failed) {}

    bool decide(Unit& unit) override {
        if (!failed_) writer_.effects_failed_.erase(id_);
        unit.changes().effects.emplace_back(FinishEffect{id_});
        if (auto result = work_(unit); !result) {
            writer_.report("effect " + id_ + ": " + result.error().code + ": " + result.error().detail.en);
            static_cast<void>(unit.take());
            unit.changes().effects.emplace_back(FinishEffect{id_});
        }
        return true;
    }
    void answer() override {}
    void fail(const Rejection&) override {
        if (writer_.stopping()) return;
        // The effect is still owed; it comes again from the store, and then asks before it acts.
        writer_.effects_running_.erase(id_);
        writer_.effects_after_ = writer_.environment_.clock.now() + retry_after_failed_commit;
        earliest(writer_.next_effect_, writer_.effects_after_);
    }

  private:
    Writer& writer_;
    std::string id_;
    Recording work_;
    bool failed_;
};

bool Writer::after_commit(const Changes& changes, Timestamp now) {
    bool canceled = false;
    for (const auto& change : changes.deadlines) {
        if (const auto* deadline = std::get_if<Deadline>(&change)) {
            earliest(next_deadline_, deadline->due);
        } else {
            canceled = true;
        }
    }
    for (const auto& change : changes.effects) {
        if (const auto* finished = std::get_if<FinishEffect>(&change)) {
            effects_running_.erase(finished->id);
        } else if (const auto& effect = std::get<Effect>(change); effect.due > now) {
            earliest(next_effect_, effect.due);
        } else if (effects_running_.size() < limits_.effects_in_flight) {
            start(effect);
        } else {
            effects_deferred_.insert(effect.id);
            earliest(next_effect_, effect.due);
        }
    }
    count_effects();
    return canceled;
}

void Writer::count_effects() {
    figures_.effects_running.store(effects_running_.size(), std::memory_order_relaxed);
}

bool Writer::start_due_effects(Timestamp now) {
    auto due = store_.due_effects(now, limits_.effects_in_flight * 2);
    bool room = true;
    bool began = false;
    for (auto& effect : due) {
        if (effects_running_.contains(effect.id)) continue;
        room = effects_running_.size() < limits_.effects_in_flight;
        if (!room) break;
        effect.resumed = effects_deferred_.erase(effect.id) == 0;
        start(std::move(effect));
        began = true;
    }
    // What is due but running or without room is looked at again when something ends.
    next_effect_ = store_.next_effect();
    if (next_effect_ && *next_effect_ <= now) next_effect_ = now + (room ? 1000ms : 50ms);
    count_effects();
    return began;
}

void Writer::start(Effect effect) {
    effects_running_.insert(effect.id);
    const auto* perform = context_.effect_of(effect.kind);
    if (perform == nullptr)
        return effect_failed(effect, "no effect of kind " + effect.kind + " is known", false);
    std::optional<Task<Recording>> task;
    try {
        task.emplace((*perform)(environment_, effect));
    } catch (const std::exception& error) {
        return effect_failed(effect, error.what(), true);
    }
    runtime::start(
        std::move(*task), [this, alive = std::weak_ptr(alive_), effect = std::move(effect)](auto outcome) {
            if (alive.expired()) return;
            try {
                enqueue(std::make_unique<FinishEffectJob>(*this, effect, std::move(outcome).take()), true);
            } catch (const std::exception& error) {
                effect_failed(effect, error.what(), true);
            } catch (...) {
                effect_failed(effect, "not a std::exception", true);
            }
        });
}

void Writer::effect_failed(const Effect& effect, std::string reason, bool known) {
    report("effect " + effect.id + ": " + reason);
    enqueue(
        std::make_unique<FinishEffectJob>(
            *this, effect,
            [this, effect, reason = std::move(reason), known](Unit& unit) -> Result<void> {
                const int failures = known ? ++effects_failed_[effect.id] : effect_failures_max;
                if (failures < effect_failures_max) {
                    auto again = effect;
                    again.due = unit.now() +
                                std::min<Duration>(retry_effect_after * (1 << failures), retry_effect_max);
                    ++again.attempt;
                    again.resumed = false;
                    unit.perform(std::move(again));
                    return {};
                }
                effects_failed_.erase(effect.id);
                figures_.parked.fetch_add(1, std::memory_order_relaxed);
                unit.changes().dead_letters.emplace_back(parked_owed(
                    parked_effect, context_.name(), effect.id, effect.kind,
                    codec::to_json(ParkedEffect{effect.kind, effect.subject, effect.attempt, effect.data}),
                    reason, unit.now()));
                return {};
            },
            true),
        true);
}

// ── What an operator does: ending dead letters, and repairing what is stored ─────────────────────────

void Writer::retry_dead_letters(std::string source, std::string subject,
                                std::function<void(Result<int>)> reply, Actor by) {
    end_dead_letters(
        source, subject,
        [this](Unit& unit, const DeadLetter& letter) {
            const auto& event = letter.event;
            if (letter.source == parked_deadline) {
                auto deadline = event_in<ParkedDeadline>(event);
                return unit.schedule(
                    {event.id, unit.now(), std::move(deadline.kind), std::move(deadline.data)});
            }
            if (letter.source == parked_effect) {
                auto effect = event_in<ParkedEffect>(event);
                return unit.perform(
                    {.id = event.id,
                     .kind = std::move(effect.kind),
                     .subject = std::move(effect.subject),
                     .attempt = effect.attempt + 1,  // an earlier attempt may have reached the outside
                     .data = std::move(effect.data)});
            }
            if (event.type == unreadable) throw std::runtime_error("it cannot be read");
            if (const auto* policy = context_.policy_for(event)) static_cast<void>((*policy)(unit, event));
        },
        [source, subject, by = std::move(by)](Unit& unit, int ended) {
            unit.note(DeadLettersRetried{source, subject, ended}, by);
        },
        std::move(reply));
}

void Writer::drop_dead_letters(std::string source, std::string subject,
                               std::function<void(Result<int>)> reply, Actor by) {
    end_dead_letters(
        source, subject, [](Unit&, const DeadLetter&) {},
        [source, subject, by = std::move(by)](Unit& unit, int ended) {
            unit.note(DeadLettersDropped{source, subject, ended}, by);
        },
        std::move(reply));
}

void Writer::end_dead_letters(std::string source, std::string subject,
                              std::function<void(Unit&, const DeadLetter&)> handle,
                              std::function<void(Unit&, int ended)> record,
                              std::function<void(Result<int>)> reply) {
    submit(
        RequestContext{.id = "dead-letters:" + source + "/" + subject, .correlation = subject},
        [this, source, subject, handle = std::move(handle),
         record = std::move(record)](Unit& unit) -> Result<int> {
            int ended = 0;
            for (const auto& letter : store_.dead_letters(100'000)) {
                if (letter.source != source || letter.subject != subject) continue;
                try {
                    handle(unit, letter);
                } catch (const StoreBroken&) {
                    throw;
                } catch (const std::exception& error) {
                    return still_failing(letter, error.what());
                }
                unit.changes().dead_letters.emplace_back(
                    DropDeadLetter{source, letter.partition, letter.offset});
                ++ended;
            }
            if (ended > 0) record(unit, ended);
            return ended;
        },
        [this, reply = std::move(reply)](Result<int> ended) {
            if (ended) recall_parked();  // this round may have parked another one of the subject
            reply(std::move(ended));
        });
}

void Writer::amend(std::function<Changes()> make, std::function<void(Result<std::size_t>)> reply) {
    std::unique_lock lock(queue_mutex_);
    if (stopped_) {
        lock.unlock();
        return reply(std::unexpected(runtime::stopping()));
    }
    amendments_.push_back({std::move(make), std::move(reply)});
    lock.unlock();
    if (wake_) wake_();
}

void Writer::amend_now() {
    Amendment amendment;
    {
        const std::lock_guard lock(queue_mutex_);
        if (amendments_.empty()) return;
        amendment = std::move(amendments_.front());
        amendments_.pop_front();
    }
    constexpr int attempts_max = 20;
    Result<std::size_t> outcome = std::unexpected(store_unavailable());
    try {
        for (int attempt = 0; attempt < attempts_max && !outcome; ++attempt) {
            auto changes = amendment.make();
            const auto written = changes.documents.size() + changes.rows.size();
            const auto committed = store_.commit(changes);
            if (committed) outcome = written;
            if (!committed && committed.error().kind != CommitError::Kind::conflict) break;
        }
        cache_.clear();
        guarded_each("restoring view", context_.restorers(), [&](const auto& restore) { restore(store_); });
    } catch (const std::exception&) {
        amendment.reply(std::move(outcome));
        throw;
    }
    amendment.reply(std::move(outcome));
}

}  // namespace dangol::runtime
