// Calls to the outside: begun after the commit that owes them, ended by the one that records their outcome.
#include "runtime/earliest.hpp"
#include "runtime/writer.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
constexpr auto retry_after_failed_commit = 1s;

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
    count_effects();
}

void Writer::count_effects() {
    figures_.effects_running.store(effects_running_.size(), std::memory_order_relaxed);
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
    count_effects();
}

void Writer::start(Effect effect) {
    effects_running_.insert(effect.id);
    context_.on_effect(effect, [this, effect](std::function<Result<void>(Unit&)> work) {
        enqueue(std::make_unique<FinishEffectJob>(*this, effect, std::move(work)), true);
    });
}

}  // namespace dangol::runtime
