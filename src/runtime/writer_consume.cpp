// What comes to the writer by itself: events of other contexts, and deadlines.
#include <algorithm>

#include "runtime/positions.hpp"
#include "runtime/writer.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
constexpr auto retry_after_trouble = 60s;

}  // namespace

std::vector<Position> Writer::consume(Batch& batch, const std::vector<Delivered>& deliveries, Timestamp now) {
    auto positions = positions_;
    const bool repeats = subscription_->repeats();
    auto handled = repeats ? handled_before(deliveries) : std::set<std::string>{};
    Batch::Work notes;
    for (const auto& delivered : deliveries) {
        auto& position = position_of(positions, delivered.event->source, delivered.partition);
        const bool fresh =
            repeats ? handled.insert(delivered.event->id).second : delivered.offset > position.offset;
        if (!repeats && !fresh) continue;
        position.offset = delivered.offset;
        if (!fresh) continue;
        if (repeats) notes.changes.handled.push_back({delivered.event->id, now});
        consume_one(batch, delivered, now);
        figures_.consumed.fetch_add(1, std::memory_order_relaxed);
    }
    batch.merge(std::move(notes));
    return positions;
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
    Unit unit(batch, environment_, now, event.id, event.correlation, event.traceparent);
    unit.trace().consumes(event.type, event.source, event.id);
    try {
        if (context_.on_event(unit, event)) {
            // Of the many events that a context hears of and has nothing to do with there is nothing to tell.
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
        Unit unit(batch, environment_, now, "deadline:" + deadline.key, {}, {});
        const auto meet = [&] {
            unit.changes().deadlines.emplace_back(MeetDeadline{deadline.key, deadline.due});
        };
        meet();
        try {
            if (auto met = context_.on_deadline(unit, deadline); !met) {
                static_cast<void>(unit.take());  // stale: what it waited for has happened
                meet();
            } else {
                trace(unit, false);
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

}  // namespace dangol::runtime
