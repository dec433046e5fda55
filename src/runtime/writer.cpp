// The writer's round: take, decide, commit once, then answer and announce.
#include "runtime/writer.hpp"

#include <algorithm>

#include "runtime/deliberate_bugs.hpp"
#include "runtime/earliest.hpp"
#include "runtime/positions.hpp"
#include "runtime/unavailable.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
/// How often a shared store is asked for what other replicas have left to do.
constexpr auto look_around_every = 1s;

}  // namespace

Writer::Writer(Context& context, Store& store, EventBus& bus, Environment environment, WriterLimits limits)
    : context_(context),
      store_(store),
      bus_(bus),
      environment_(environment),
      limits_(limits),
      cache_(limits.cached_states),
      positions_(store.positions()),
      next_deadline_(store.next_deadline()),
      next_effect_(store.next_effect()) {
    recall_parked();
    subscription_ = bus.subscribe(
        std::string(context.name()), context.sources(), [&store] { return store.positions(); },
        [this] {
            if (wake_) wake_();
        });
}

Writer::~Writer() { stop(); }

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

void Writer::enqueue(std::unique_ptr<Job> job, bool owed) {
    bool taken = false;
    bool was_empty = false;
    {
        const std::lock_guard lock(queue_mutex_);
        taken = !stopped_ && (owed || queue_.size() < limits_.queued_max);
        was_empty = queue_.empty();
        if (taken) queue_.emplace_back().swap(job);
        figures_.queued.store(queue_.size(), std::memory_order_relaxed);
    }
    if (!taken) {
        job->fail(overloaded());
    } else if (was_empty && wake_) {
        wake_();
    }
}

bool Writer::stopping() {
    const std::lock_guard lock(queue_mutex_);
    return stopped_;
}

Writer::Jobs Writer::take_jobs() {
    const std::lock_guard lock(queue_mutex_);
    Jobs jobs;
    const auto count = std::min(queue_.size(), limits_.jobs_per_commit);
    jobs.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        jobs.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    figures_.queued.store(queue_.size(), std::memory_order_relaxed);
    return jobs;
}

void Writer::stop() {
    std::deque<std::unique_ptr<Job>> refused;
    {
        const std::lock_guard lock(queue_mutex_);
        stopped_ = true;
        refused.swap(queue_);
    }
    for (auto& job : refused) job->fail(runtime::stopping());
}

std::optional<Timestamp> Writer::next_due() {
    auto due = next_deadline_;
    if (store_.shared() && looked_around_) earliest(due, *looked_around_ + look_around_every);
    if (next_effect_ && effects_running_.size() < limits_.effects_in_flight) earliest(due, *next_effect_);
    return due;
}

bool Writer::step() {
    auto jobs = take_jobs();
    try {
        if (store_lost_) recall();
        store_lost_ = false;
        return work(jobs);
    } catch (const StoreUnavailable& error) {
        if (!store_lost_)
            report("the store of " + std::string(context_.name()) + " is away: " + error.what());
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
    if (next_effect_ && *next_effect_ <= now) start_due_effects(now);
    observe_own();
    amend_now();
    const auto deliveries = subscription_->poll(limits_.events_per_commit);
    const bool deadlines_due = next_deadline_ && *next_deadline_ <= now;
    if (jobs.empty() && deliveries.empty() && !deadlines_due) return false;

    Batch batch(store_, cache_, store_.shared());
    auto positions = consume(batch, deliveries, now);
    if (deadlines_due) meet_deadlines(batch, now);
    decide(batch, jobs, now);
    commit(batch, jobs, std::move(positions));
    return true;
}

void Writer::decide(Batch& batch, Jobs& jobs, Timestamp now) {
    for (auto& job : jobs) {
        Unit unit(batch, environment_, now, job->origin.cause, job->origin.correlation,
                  job->origin.traceparent);
        figures_.units.fetch_add(1, std::memory_order_relaxed);
        try {
            const bool kept = job->decide(unit);
            trace(unit, false);
            if (kept) {
                batch.merge(unit.take());
                if constexpr (!deliberate_bug::reply_before_commit) continue;
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
            report("command " + job->origin.cause + ": " + error.what());
            job->fail(not_processed());
            job.reset();
        }
    }
    std::erase(jobs, nullptr);
}

bool Writer::commit(Batch& batch, Jobs& jobs, std::vector<Position> positions) {
    auto& changes = batch.finish();
    if constexpr (!deliberate_bug::effect_without_position) {
        for (const auto& position : positions) {
            const auto stored = position_of(positions_, position.source, position.partition).offset;
            if (stored == position.offset) continue;
            changes.positions.push_back({position.source, position.partition, position.offset, stored});
        }
    }
    for (auto& event : changes.events) event.source = context_.name();

    if (!changes.empty()) {
        if (auto committed = store_.commit(changes); !committed) {
            end_spans(&committed.error());
            commit_failed(committed.error(), jobs);
            return false;
        }
        figures_.commits.fetch_add(1, std::memory_order_relaxed);
        figures_.events.fetch_add(changes.events.size(), std::memory_order_relaxed);
    }
    positions_ = std::move(positions);
    batch.publish();
    end_spans(nullptr);
    for (auto& job : jobs) job->answer();
    const auto now = environment_.clock.now();
    after_commit(changes, now);
    announce(changes);
    return true;
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
        report("commit of " + std::string(context_.name()) + " failed: " + error.message);
        figures_.failed_commits.fetch_add(1, std::memory_order_relaxed);
        fail_unstored(jobs);
    }
    if (error.stale.empty()) cache_.clear();
    for (const auto& [kind, id] : error.stale) cache_.forget(kind, id);
    recall();
}

void Writer::requeue(Jobs& jobs) {
    const std::lock_guard lock(queue_mutex_);
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) queue_.push_front(std::move(*job));
    jobs.clear();
}

void Writer::fail_unstored(Jobs& jobs) {
    for (auto& job : jobs) job->fail(store_unavailable());
    jobs.clear();
}

void Writer::recall() {
    if (store_lost_) cache_.clear();
    positions_ = store_.positions();
    recall_parked();
    subscription_->rewind(positions_);
    next_deadline_ = store_.next_deadline();
    next_effect_ = store_.next_effect();
}

void Writer::recall_parked() {
    parked_.clear();
    for (const auto& letter : store_.dead_letters(100'000)) parked_.emplace(letter.source, letter.subject);
}

void Writer::look_around(Timestamp now) {
    if (looked_around_ && now < *looked_around_ + look_around_every) return;
    looked_around_ = now;
    if (!parked_.empty()) recall_parked();
    next_deadline_ = store_.next_deadline();
    next_effect_ = store_.next_effect();
}

void Writer::follow(EventBus& own) {
    const auto name = std::string(context_.name());
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
    bus_.committed(context_.name(), events);
    for (const auto& recorder : recorders_) recorder(events);
    if (own_bus_ == nullptr) return observe(events);
    if (own_bus_ != &bus_) own_bus_->committed(context_.name(), events);
    observe_own();
}

void Writer::observe(std::span<const std::shared_ptr<const EventRecord>> events) {
    context_.committed(events);
    for (const auto& observer : observers_) observer(events);
}

void Writer::observe_own() {
    if (!own_events_) return;
    for (;;) {
        const auto deliveries = own_events_->poll(limits_.events_per_commit);
        if (deliveries.empty()) return;
        Announced events;
        events.reserve(deliveries.size());
        for (const auto& delivered : deliveries) {
            cache_.forget_older(delivered.event->subject, delivered.event->version);
            events.push_back(delivered.event);
        }
        observe(events);
    }
}

}  // namespace dangol::runtime
