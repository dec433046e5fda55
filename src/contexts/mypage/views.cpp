// The views in memory: how they are counted, and how they are kept by commits and restored after a start.
#include "contexts/mypage/views.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/api.hpp"
#include "runtime/event_in.hpp"
#include "runtime/query.hpp"
#include "runtime/reads.hpp"

namespace dangol::mypage {

// ── The pulse ──────────────────────────────────────────────────────────────────────────────────────

namespace {

constexpr std::size_t noted_max = 100'000;
enum : std::uint8_t { step_placed = 1, step_made = 2, step_completed = 4, step_canceled = 8 };

std::int64_t minute_of(Timestamp time) {
    return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
}

/// The value that `share` per cent of them do not exceed.
int percentile(const std::vector<int>& sorted, std::size_t share) {
    return sorted[(sorted.size() - 1) * share / 100];
}

}  // namespace

OrderSteps steps_of(const Facts& facts) {
    return {facts.cafe_id, facts.placed_at, facts.made_at, facts.completed_at,
            facts.rejected_at ? facts.rejected_at : facts.canceled_at};
}

void Pulse::note(const std::string& order_id, const OrderSteps& steps, Timestamp now) {
    if (!steps.placed_at) return;
    forget_before(minute_of(now) - minutes_max);
    auto& done = counted(order_id);
    if (auto* count = fresh(done, step_placed, steps.cafe_id, steps.placed_at)) ++count->placed;
    if (auto* count = fresh(done, step_completed, steps.cafe_id, steps.completed_at)) ++count->completed;
    if (auto* count = fresh(done, step_canceled, steps.cafe_id, steps.canceled_at)) ++count->canceled;
    if (auto* count = fresh(done, step_made, steps.cafe_id, steps.made_at)) {
        const auto wait = std::chrono::round<std::chrono::seconds>(*steps.made_at - *steps.placed_at);
        count->waits.push_back(static_cast<int>(std::max<std::int64_t>(0, wait.count())));
    }
}

std::vector<PulseMinute> Pulse::last(int minutes, Timestamp now, const std::optional<CafeId>& cafe) const {
    std::vector<PulseMinute> figures;
    const auto end = minute_of(now);
    for (auto minute = end - minutes + 1; minute <= end; ++minute) {
        auto& figure = figures.emplace_back();
        figure.at = Timestamp{std::chrono::minutes{minute}};
        const auto found = minutes_.find(minute);
        if (found == minutes_.end()) continue;
        std::vector<int> waits;
        for (const auto& [one, count] : found->second) {
            if (cafe && one != *cafe) continue;
            figure.placed += count.placed;
            figure.completed += count.completed;
            figure.canceled += count.canceled;
            waits.insert(waits.end(), count.waits.begin(), count.waits.end());
        }
        if (waits.empty()) continue;
        std::ranges::sort(waits);
        figure.wait_p50 = percentile(waits, 50);
        figure.wait_p90 = percentile(waits, 90);
    }
    return figures;
}

Pulse::Count* Pulse::fresh(Step& counted, Step step, const CafeId& cafe, const std::optional<Timestamp>& at) {
    if (!at || (counted & step) != 0) return nullptr;
    counted = static_cast<Step>(counted | step);
    const auto minute = minute_of(*at);
    return minute < oldest_ ? nullptr : &minutes_[minute][cafe];
}

Pulse::Step& Pulse::counted(const std::string& order_id) {
    const auto key = std::hash<std::string>{}(order_id);
    const auto [entry, is_new] = counted_.try_emplace(key, Step{0});
    if (is_new) {
        noted_.push_back(key);
        if (noted_.size() > noted_max) {
            counted_.erase(noted_.front());
            noted_.pop_front();
        }
    }
    return entry->second;
}

void Pulse::forget_before(Minute minute) {
    if (minute <= oldest_) return;
    oldest_ = minute;
    minutes_.erase(minutes_.begin(), minutes_.lower_bound(minute));
}

// ── All views ──────────────────────────────────────────────────────────────────────────────────────

namespace {

using namespace runtime;
using namespace std::chrono_literals;

/// A decision whose commit failed leaves its note behind; this many are forgotten at once.
constexpr std::size_t decided_max = 20'000;

template <class T>
T decode(const std::string& data, const std::string& what) {
    auto value = codec::from_json<T>(data);
    if (!value) throw StoreBroken(what + ": " + value.error().path + " " + value.error().message);
    return std::move(*value);
}

/// Reads the open orders and the paces of before this start.
void restore(Reader& reader, Guarded<Queues>& queues) {
    for (const auto& row : reader.rows({.view = std::string(view::paces),
                                        .scope = std::string(view::all),
                                        .limit = std::numeric_limits<std::int32_t>::max()})) {
        const auto pace = decode<Pace>(row.data, "pace of " + row.key);
        queues.with([&](Queues& all) { all.restore_pace(CafeId{row.key}, pace); });
    }
    const RowQuery query{.view = std::string(view::desk), .scope = std::string(view::open), .limit = 1000};
    for_each_row(reader, query, [&](const Row& row) {
        const auto document = reader.document(MyPage::name, row.key);
        if (!document) return;
        const auto order = queued_order_of(row.key, decode<Page>(document->data, "page " + row.key));
        queues.with([&](Queues& all) { all.restore(order); });
    });
    queues.with([](Queues& all) { all.restored(); });
}

/// The part of a MyPageChanged that the pulse counts.
struct StepFacts {
    CafeId cafe_id;
    std::optional<Timestamp> placed_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> completed_at;
    std::optional<Timestamp> canceled_at;
    std::optional<Timestamp> rejected_at;
};
BOOST_DESCRIBE_STRUCT(StepFacts, (), (cafe_id, placed_at, made_at, completed_at, canceled_at, rejected_at))
struct StepEvent {
    StepFacts facts;
};
BOOST_DESCRIBE_STRUCT(StepEvent, (), (facts))

void count_again(const EventRecord& event, Guarded<Pulse>& pulse, Timestamp now) {
    if (event.type != type_name<MyPageChanged>()) return;
    const auto facts = decode<StepEvent>(event.data, "event " + event.id).facts;
    const OrderSteps steps{facts.cafe_id, facts.placed_at, facts.made_at, facts.completed_at,
                           facts.rejected_at ? facts.rejected_at : facts.canceled_at};
    pulse.with([&](Pulse& all) { all.note(event.subject, steps, now); });
}

constexpr Duration ask_again_first = 1s;
constexpr Duration ask_again_max = 60s;

/// Asks until there is an answer: again after `pause`, then twice as long each time. Whoever keeps the reader
/// reports why there was none.
void ask(const Host& host, std::function<void(Reader&)> question, Duration pause = ask_again_first) {
    host.reads.read([host, question = std::move(question), pause](Result<Reader*> reader) {
        const auto again = [&] {
            host.environment.timers.after(
                pause, [host, question, pause] { ask(host, question, std::min(2 * pause, ask_again_max)); });
        };
        if (!reader) return again();
        try {
            question(**reader);
        } catch (...) {
            again();
            throw;
        }
    });
}

}  // namespace

void Views::start(const Host& host) {
    host_.emplace(host);
    constexpr std::size_t counted_again_max = 100'000;
    restore_queues();
    restore_pulse(EventQuery{}.before, counted_again_max);
}

void Views::restore_queues() {
    ask(*host_, [self = shared_from_this()](Reader& reader) { restore(reader, self->queues); });
}

/// Counts the events of before this start again, from the newest (before `before`) backwards, as far as the
/// pulse remembers, `left` at most. One page is one question, so that others are answered in between.
void Views::restore_pulse(std::uint64_t before, std::size_t left) {
    ask(*host_, [self = shared_from_this(), before, left](Reader& reader) {
        constexpr std::size_t page = 500;
        const auto now = self->host_->now();
        const auto horizon = now - std::chrono::minutes(Pulse::minutes_max);
        const auto events = reader.events({.limit = page, .newest_first = true, .before = before});
        for (const auto& event : events) count_again(event, self->pulse, now);
        const bool more = events.size() == page && events.back().time > horizon && left > page;
        if (more) self->restore_pulse(events.back().position, left - page);
    });
}

void Views::note_decided(Unit& unit, const std::string& order_id) {
    if (decided_.size() >= decided_max) decided_.clear();
    const auto& page = unit.load<MyPage>(order_id);
    decided_.insert_or_assign(
        order_id, Decided{page.version, queued_order_of(order_id, page.state), steps_of(page.state.facts)});
}

void Views::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    for (const auto& event : events) update(*event);
    announce_standings();
}

void Views::amended(Reader& stored) {
    queues.with([](Queues& all) { all.forget(); });
    decided_.clear();
    try {
        restore(stored, queues);
    } catch (...) {
        if (host_) restore_queues();
        throw;
    }
}

void Views::update(const EventRecord& event) {
    if (event.type == type_name<CafePaceChanged>()) {
        const EventIn<CafePaceChanged> changed(event);
        queues.with([&](Queues& all) { all.set_pace(changed->cafe_id, changed->pace); });
        return;
    }
    if (event.type != type_name<MyPageChanged>()) return;
    const auto decided = decided_.find(event.subject);
    if (decided != decided_.end() && decided->second.version == event.version) {
        take(decided->second);
        decided_.erase(decided);
    } else if (decided == decided_.end() || decided->second.version < event.version) {
        const EventIn<MyPageChanged> changed(event);
        take({event.version, queued_order_of(event.subject, {changed->status, changed->facts}),
              steps_of(changed->facts)});
    }
    // Else a later change of the same order is in this commit too, and it is the one that counts.
}

void Views::take(const Decided& decided) {
    queues.with([&](Queues& all) { all.update(decided.order); });
    if (!host_) return;  // a copy for comparison has no clients
    pulse.with([&](Pulse& all) { all.note(decided.order.order_id, decided.steps, host_->now()); });
}

void Views::announce_standings() {
    if (!host_) return;
    const auto changed = queues.with([&](Queues& all) { return all.changed_standings(host_->now()); });
    for (const auto& [order_id, standing] : changed) {
        if (host_->live.watched(order_id)) {
            host_->live.push(order_id, {{}, "queue", codec::to_json(view_of(standing))});
        } else {
            queues.with([&](Queues& all) { all.unwatch(order_id); });
        }
    }
}

}  // namespace dangol::mypage
