// The views in memory: how they are counted, and how they are kept by commits and restored after a start.
#include "contexts/mypage/views.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>
#include <stdexcept>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/api.hpp"
#include "runtime/event_in.hpp"
#include "runtime/query.hpp"
#include "runtime/reads.hpp"
#include "runtime/stored.hpp"

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

/// Nothing as well if this version cannot read the page: every event of that order is parked then, which a
/// person is told of, and the others go on.
std::optional<Page> readable_page(Reader& reader, const std::string& order_id) {
    try {
        auto page = stored<MyPage>(reader, order_id);
        if (page.version == 0) return std::nullopt;
        return std::move(page.state);
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

/// Nothing if this version cannot read it: that café is taken to work at the usual pace.
std::optional<Pace> readable_pace(const Row& row) {
    try {
        return data_of<Pace>(row);
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

/// Reads the open orders and the paces of before this start; `see` is called with each open order.
void restore_queues(Reader& reader, Guarded<Queues>& queues,
                    const std::function<void(const std::string&, const Page&)>& see) {
    const auto reading = queues.with([](const Queues& all) { return all.reading(); });
    for (const auto& row : reader.rows({.view = std::string(view::paces),
                                        .scope = std::string(view::all),
                                        .limit = std::numeric_limits<std::int32_t>::max()})) {
        if (const auto pace = readable_pace(row))
            queues.with([&](Queues& all) { all.restore_pace(CafeId{row.key}, *pace); });
    }
    const RowQuery query{.view = std::string(view::desk), .scope = std::string(view::open), .limit = 1000};
    for_each_row(reader, query, [&](const Row& row) {
        const auto page = readable_page(reader, row.key);
        if (!page) return;
        const auto order = queued_order_of(row.key, *page);
        queues.with([&](Queues& all) { all.restore(reading, order); });
        see(row.key, *page);
    });
    queues.with([&](Queues& all) { all.restored(reading); });
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
    restore();
}

/// The page of an open order is read once for the queue and the pulse.
void Views::restore() {
    ask(*host_, [self = shared_from_this()](Reader& reader) {
        constexpr std::size_t events_max = 100'000;
        const auto noted = std::make_shared<std::set<std::string>>();
        restore_queues(reader, self->queues, [&](const std::string& order_id, const Page& page) {
            self->count(order_id, page.facts);
            noted->insert(order_id);
        });
        self->restore_pulse(EventQuery{}.before, events_max, noted);
    });
}

void Views::count(const std::string& order_id, const Facts& facts) {
    pulse.with([&](Pulse& all) { all.note(order_id, steps_of(facts), host_->now()); });
}

/// Counts the orders with events of before this start again, from the newest (before `before`) backwards, as
/// far as the pulse remembers, `left` at most. One page is one question, so that others are answered in
/// between.
void Views::restore_pulse(std::uint64_t before, std::size_t left, const Noted& noted) {
    ask(*host_, [self = shared_from_this(), before, left, noted](Reader& reader) {
        constexpr std::size_t page = 500;
        const auto now = self->host_->now();
        const auto horizon = now - std::chrono::minutes(Pulse::minutes_max);
        const auto events = reader.events({.limit = page, .newest_first = true, .before = before});
        for (const auto& event : events) {
            if (event.type != type_name<MyPageChanged>() || noted->contains(event.subject)) continue;
            if (const auto order = readable_page(reader, event.subject))
                self->count(event.subject, order->facts);
            noted->insert(event.subject);
        }
        const bool more = events.size() == page && events.back().time > horizon && left > page;
        if (more) self->restore_pulse(events.back().position, left - page, noted);
    });
}

void Views::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    bool missed = false;
    for (const auto& event : events) {
        if (!update(*event)) missed = true;
    }
    announce_standings();
    if (!missed || !host_) return;
    queues.with([](Queues& all) { all.forget(); });
    restore();
}

void Views::amended(Reader& stored) {
    queues.with([](Queues& all) { all.forget(); });
    try {
        restore_queues(stored, queues, [](const std::string&, const Page&) {});
    } catch (...) {
        if (host_) restore();
        throw;
    }
}

bool Views::update(const EventRecord& event) {
    if (event.type == type_name<CafePaceChanged>()) {
        const EventIn<CafePaceChanged> changed(event);
        queues.with([&](Queues& all) { all.set_pace(changed->cafe_id, changed->pace); });
        return true;
    }
    if (event.type != type_name<MyPageChanged>()) return true;
    const auto* page = event.state.as<Versioned<Page>>();
    if (page == nullptr) return false;
    queues.with([&](Queues& all) { all.update(queued_order_of(event.subject, page->state)); });
    if (!host_) return true;  // a copy for comparison has no clients
    count(event.subject, page->state.facts);
    return true;
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
