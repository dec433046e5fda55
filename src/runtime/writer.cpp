// The writer's round: take, decide, commit once, then answer and announce.
#include "runtime/writer.hpp"

#include <algorithm>

#include "runtime/deliberate_bugs.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
constexpr auto retry_after_trouble = 60s;
constexpr auto retry_after_failed_commit = 1s;

Rejection unavailable(std::string code, std::string ko, std::string en) {
    return {Refusal::unavailable, std::move(code), {std::move(ko), std::move(en)}, {}, {}};
}

void earliest(std::optional<Timestamp>& current, Timestamp candidate) {
    if (!current || candidate < *current) current = candidate;
}

Position& position_of(std::vector<Position>& positions, const std::string& source, int partition) {
    const auto found = std::ranges::find_if(
        positions, [&](const Position& p) { return p.source == source && p.partition == partition; });
    if (found != positions.end()) return *found;
    return positions.emplace_back(Position{source, partition, 0});
}

}  // namespace

/// The result of an effect on its way into the writer. The effect ends in the same transaction.
class Writer::FinishEffectJob final : public Writer::Job {
  public:
    FinishEffectJob(Writer& writer, const Effect& effect, std::function<Result<void>(Unit&)> work)
        : Job({"effect:" + effect.id, {}, effect.subject}),
          writer_(writer),
          id_(effect.id),
          work_(std::move(work)) {}

    bool decide(Unit& unit) override {
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
        earliest(writer_.next_effect_, writer_.environment_.clock.now() + retry_after_failed_commit);
    }

  private:
    Writer& writer_;
    std::string id_;
    std::function<Result<void>(Unit&)> work_;
};

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
    for (const auto& letter : store.dead_letters(100'000)) parked_.emplace(letter.source, letter.subject);
    subscription_ = bus.subscribe(std::string(context.name()), context.sources(), positions_, [this] {
        if (wake_) wake_();
    });
}

Writer::~Writer() { stop(); }

void Writer::on_work(std::function<void()> wake) { wake_ = std::move(wake); }
void Writer::on_trouble(std::function<void(std::string_view)> report) { report_ = std::move(report); }
void Writer::on_committed(std::function<void(std::span<const std::shared_ptr<const EventRecord>>)> observer) {
    observers_.push_back(std::move(observer));
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
        job->fail(unavailable("overloaded",
                              "지금은 주문이 몰려 처리할 수 없습니다. 잠시 후 다시 시도해 주세요.",
                              "Too much is going on right now. Please try again in a moment."));
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
    for (auto& job : refused) {
        job->fail(unavailable("stopping", "서버가 다시 시작하는 중입니다. 잠시 후 다시 시도해 주세요.",
                              "The server is restarting. Please try again in a moment."));
    }
}

std::optional<Timestamp> Writer::next_due() {
    auto due = next_deadline_;
    if (next_effect_ && effects_running_.size() < limits_.effects_in_flight) earliest(due, *next_effect_);
    return due;
}

bool Writer::step() {
    const auto now = environment_.clock.now();
    if (next_effect_ && *next_effect_ <= now) start_due_effects(now);

    auto jobs = take_jobs();
    const auto deliveries = subscription_->poll(limits_.events_per_commit);
    const bool deadlines_due = next_deadline_ && *next_deadline_ <= now;
    if (jobs.empty() && deliveries.empty() && !deadlines_due) return false;

    Batch batch(store_, cache_);
    auto positions = consume(batch, deliveries, now);
    if (deadlines_due) meet_deadlines(batch, now);
    decide(batch, jobs, now);
    commit(batch, jobs, std::move(positions));
    return true;
}

std::vector<Position> Writer::consume(Batch& batch, const std::vector<Delivered>& deliveries, Timestamp now) {
    auto positions = positions_;
    for (const auto& delivered : deliveries) {
        auto& position = position_of(positions, delivered.event->source, delivered.partition);
        if (delivered.offset <= position.offset) continue;  // redelivered
        consume_one(batch, delivered, now);
        position.offset = delivered.offset;
        figures_.consumed.fetch_add(1, std::memory_order_relaxed);
    }
    return positions;
}

void Writer::consume_one(Batch& batch, const Delivered& delivered, Timestamp now) {
    const auto& event = *delivered.event;
    if (!parked_.empty() && parked_.contains({event.source, event.subject})) {
        park(batch, delivered, now, "an earlier event of the same subject is parked");
        return;
    }
    Unit unit(batch, environment_, now, event.id, event.correlation, event.traceparent);
    try {
        if (context_.on_event(unit, event)) {
            batch.merge(unit.take());
        } else {
            figures_.rejected.fetch_add(1, std::memory_order_relaxed);
        }
    } catch (const StoreBroken&) {
        throw;
    } catch (const std::exception& error) {
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
        Unit unit(batch, environment_, now, "deadline:" + deadline.key, {}, {});
        unit.cancel_deadline(deadline.key);
        try {
            if (auto met = context_.on_deadline(unit, deadline); !met) {
                static_cast<void>(unit.take());  // stale: what it waited for has happened
                unit.cancel_deadline(deadline.key);
            }
        } catch (const StoreBroken&) {
            throw;
        } catch (const std::exception& error) {
            report("deadline " + deadline.key + ": " + error.what());
            static_cast<void>(unit.take());
            auto later = deadline;
            later.due = now + retry_after_trouble;
            unit.schedule(std::move(later));
        }
        batch.merge(unit.take());
    }
}

void Writer::decide(Batch& batch, Jobs& jobs, Timestamp now) {
    Jobs kept;
    kept.reserve(jobs.size());
    for (auto& job : jobs) {
        Unit unit(batch, environment_, now, job->origin.cause, job->origin.correlation,
                  job->origin.traceparent);
        figures_.units.fetch_add(1, std::memory_order_relaxed);
        bool accepted = false;
        try {
            accepted = job->decide(unit);
        } catch (const StoreBroken&) {
            throw;
        } catch (const std::exception& error) {
            report("command " + job->origin.cause + ": " + error.what());
            job->fail(unavailable("internal", "처리하지 못했습니다. 아무것도 바뀌지 않았습니다.",
                                  "This could not be processed. Nothing was changed."));
            continue;
        }
        if (accepted) {
            batch.merge(unit.take());
            if constexpr (deliberate_bug::reply_before_commit) {
                job->answer();
                continue;
            }
            kept.push_back(std::move(job));
        } else {
            figures_.rejected.fetch_add(1, std::memory_order_relaxed);
            // Also a refusal waits for the commit: it may rest on what an earlier unit of this batch did.
            kept.push_back(std::move(job));
        }
    }
    jobs = std::move(kept);
}

bool Writer::commit(Batch& batch, Jobs& jobs, std::vector<Position> positions) {
    auto& changes = batch.finish();
    if constexpr (!deliberate_bug::effect_without_position) {
        for (const auto& position : positions) {
            if (position_of(positions_, position.source, position.partition).offset != position.offset) {
                changes.positions.push_back(position);
            }
        }
    }
    for (auto& event : changes.events) event.source = context_.name();

    if (!changes.empty()) {
        if (auto committed = store_.commit(changes); !committed) {
            commit_failed(committed.error(), jobs);
            return false;
        }
        figures_.commits.fetch_add(1, std::memory_order_relaxed);
        figures_.events.fetch_add(changes.events.size(), std::memory_order_relaxed);
    }
    positions_ = std::move(positions);
    batch.publish();
    for (auto& job : jobs) job->answer();
    const auto now = environment_.clock.now();
    after_commit(changes, now);
    announce(changes);
    return true;
}

void Writer::commit_failed(const CommitError& error, Jobs& jobs) {
    report("commit of " + std::string(context_.name()) + " failed: " + error.message);
    figures_.failed_commits.fetch_add(1, std::memory_order_relaxed);
    cache_.clear();
    positions_ = store_.positions();
    parked_.clear();
    for (const auto& letter : store_.dead_letters(100'000)) parked_.emplace(letter.source, letter.subject);
    subscription_->rewind(positions_);
    next_deadline_ = store_.next_deadline();
    next_effect_ = store_.next_effect();
    if (error.kind == CommitError::Kind::conflict) {
        // Another replica was first on one of the aggregates: decide all of it again on what is stored now.
        const std::lock_guard lock(queue_mutex_);
        for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) queue_.push_front(std::move(*job));
        return;
    }
    for (auto& job : jobs) {
        job->fail(unavailable(
            "store-unavailable", "지금은 저장할 수 없습니다. 잠시 후 같은 요청을 다시 보내 주세요.",
            "This cannot be stored right now. Please send the same request again in a moment."));
    }
}

void Writer::announce(Changes& changes) {
    if (changes.events.empty()) return;
    Announced events;
    events.reserve(changes.events.size());
    for (auto& event : changes.events)
        events.push_back(std::make_shared<const EventRecord>(std::move(event)));
    bus_.committed(context_.name(), events);
    context_.committed(events);
    for (const auto& observer : observers_) observer(events);
}

void Writer::after_commit(const Changes& changes, Timestamp now) {
    bool canceled = false;
    for (const auto& change : changes.deadlines) {
        if (const auto* deadline = std::get_if<Deadline>(&change)) {
            earliest(next_deadline_, deadline->due);
        } else {
            canceled = true;
        }
    }
    if (canceled && next_deadline_ && *next_deadline_ <= now) next_deadline_ = store_.next_deadline();

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
}

void Writer::start_due_effects(Timestamp now) {
    auto due = store_.due_effects(now, limits_.effects_in_flight * 2);
    bool room = true;
    for (auto& effect : due) {
        if (effects_running_.contains(effect.id)) continue;
        room = effects_running_.size() < limits_.effects_in_flight;
        if (!room) break;
        effect.resumed = effects_deferred_.erase(effect.id) == 0;
        start(std::move(effect));
    }
    // What is due but running or without room is looked at again when something ends.
    next_effect_ = store_.next_effect();
    if (next_effect_ && *next_effect_ <= now) next_effect_ = now + (room ? 1000ms : 50ms);
}

void Writer::start(Effect effect) {
    effects_running_.insert(effect.id);
    context_.on_effect(effect, [this, effect](std::function<Result<void>(Unit&)> work) {
        enqueue(std::make_unique<FinishEffectJob>(*this, effect, std::move(work)), true);
    });
}

void Writer::retry_dead_letters(std::string source, std::string subject,
                                std::function<void(Result<int>)> reply) {
    submit<int>(
        {"retry:" + source + "/" + subject, {}, subject},
        [this, source, subject](Unit& unit) -> Result<int> {
            int handled = 0;
            for (const auto& letter : store_.dead_letters(100'000)) {
                if (letter.source != source || letter.subject != subject) continue;
                static_cast<void>(context_.on_event(unit, letter.event));
                unit.changes().dead_letters.emplace_back(
                    DropDeadLetter{source, letter.partition, letter.offset});
                ++handled;
            }
            return handled;
        },
        [this, source, subject, reply = std::move(reply)](Result<int> handled) {
            if (handled) parked_.erase({source, subject});
            reply(std::move(handled));
        });
}

}  // namespace dangol::runtime
