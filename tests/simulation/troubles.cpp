// What happens to machines and stores, now and then.
#include <algorithm>
#include <array>

#include "replica.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace std::chrono_literals;

void World::begin_troubles() {
    if (faults_.clocks_apart > Duration::zero()) {
        for (auto& replica : replicas_)
            replica->clock.set(
                Duration{troubles_.between(-faults_.clocks_apart.count(), faults_.clocks_apart.count())});
        now_and_then(&World::set_a_clock);
    }
    if (faults_.stores_fail) now_and_then(&World::store_fails);
    if (faults_.upgrades) now_and_then(&World::change_version);
    if (faults_.old_copies) now_and_then(&World::put_back_a_copy);
    if (faults_.rebalances && replicas_.size() > 1) now_and_then(&World::rebalance);
}

/// As long as orders are placed.
void World::now_and_then(void (World::*trouble)()) {
    const auto placed_by = VirtualClock().now() + day() + 60s;
    if (clock_.now() > placed_by) return;
    agenda_.after(Duration{troubles_.between(20'000, 120'000)}, [this, trouble] {
        (this->*trouble)();
        now_and_then(trouble);
    });
}

void World::set_a_clock() {
    if (faults_.clocks_apart == Duration::zero()) return;
    auto& clock = replicas_[troubles_.below(replicas_.size())]->clock;
    const auto before = clock.off();
    clock.set(Duration{troubles_.between(-faults_.clocks_apart.count(), faults_.clocks_apart.count())});
    marks_.reach(clock.off() < before ? "clock jumps back" : "clock jumps ahead");
    stirred_ = true;
}

/// Not for longer than it may take until all have heard of something.
void World::store_fails() {
    if (!faults_.stores_fail) return;
    const auto& names = Process::names();
    const auto& name = names[troubles_.below(names.size())];
    (troubles_.chance(0.5) ? away_ : full_) = name;
    agenda_.after(Duration{troubles_.between(500, 15'000)}, [this] {
        away_.clear();
        full_.clear();
        stirred_ = true;
    });
}

void World::change_version() {
    if (!faults_.upgrades) return;
    auto& replica = *replicas_[troubles_.below(replicas_.size())];
    replica.newer_version = !replica.newer_version;
    marks_.reach(replica.newer_version ? "upgrade" : "downgrade");
    crash(replica);
}

void World::rebalance() {
    if (!faults_.rebalances || !away_.empty()) return;
    marks_.reach("rebalance");
    bus_.rebalance();
    stirred_ = true;
}

// ── Older copies ───────────────────────────────────────────────────────────────────────────────────

/// Of a program alone: the positions of replicas count a topic's records, and cannot be compared.
void World::put_back_a_copy() {
    if (!faults_.old_copies || replicas_.size() > 1 || copies_left_ == 0) return;
    if (!copy_) {
        static constexpr std::array sources{"cafe", "order", "payment", "delivery"};
        const std::string context = sources.at(troubles_.below(sources.size()));
        const auto& disk = disks_.at(context);
        copy_ = {context, disk.last_position(), disk.positions()};
        return;
    }
    if (!has_been_read_beyond(*copy_)) return;
    --copies_left_;
    auto& replica = *replicas_.front();
    stop(replica);
    if (!is_refused(*copy_)) throw Violation{"the program was started on an older copy of " + copy_->context};
    marks_.reach("older copy is refused");
    copy_.reset();
    start(replica);
    oracle_.look_at_new_events();
}

bool World::has_been_read_beyond(const OldCopy& copy) const {
    return std::ranges::any_of(disks_, [&](const auto& one) {
        return std::ranges::any_of(one.second.positions(), [&](const runtime::Position& position) {
            return position.source == copy.context && position.offset > copy.last;
        });
    });
}

/// As far as a start looks at it: the log, and how far it has read.
void World::fill(adapters::MemoryDisk& disk, const adapters::MemoryDisk& from, const OldCopy& copy) const {
    runtime::Changes changes;
    for (std::uint64_t position = 1; position <= copy.last; ++position)
        changes.events.push_back(*from.event_at(position));
    changes.positions = copy.positions;
    for (auto& position : changes.positions) position.expected = 0;
    if (!disk.apply(changes)) throw Violation{"the copy of " + copy.context + " cannot be written"};
}

/// Whether the program refuses to start while the copy is in the place of the store.
bool World::is_refused(const OldCopy& copy) {
    auto& replica = *replicas_.front();
    auto store = disks_.extract(copy.context);
    fill(disks_.try_emplace(copy.context, copy.context).first->second, store.mapped(), copy);
    bool refused = false;
    try {
        start(replica);
    } catch (const StartRefused& refusal) {
        refused = true;
        if (plan_.tell) plan_.tell(format_time(clock_.now()) + " the start is refused: " + refusal.why);
    }
    replica.process.reset();
    replica.agenda.clear();
    disks_.erase(copy.context);
    disks_.insert(std::move(store));
    return refused;
}

}  // namespace dangol::simulation
