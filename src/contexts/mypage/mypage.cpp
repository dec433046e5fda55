#include "contexts/mypage/mypage.hpp"

#include "contexts/cafe/events.hpp"
#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/api.hpp"
#include "contexts/mypage/foreign_facts.hpp"
#include "contexts/mypage/page_view.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"

namespace dangol::mypage {
namespace {

using namespace runtime;

/// A decision whose commit failed leaves its note behind; this many are forgotten at once.
constexpr std::size_t decided_max = 20'000;

template <class T>
T decode(const std::string& data, const std::string& what) {
    auto value = codec::from_json<T>(data);
    if (!value) throw StoreBroken(what + ": " + value.error().path + " " + value.error().message);
    return std::move(*value);
}

Result<void> learn_pace(Unit& unit, const EventRecord& event) {
    if (event.type != type_name<cafe::CafeRegistered>() &&
        event.type != type_name<cafe::CafeProfileChanged>()) {
        return {};
    }
    const auto cafe = codec::from_json<cafe::CafeRegistered>(event.data);  // both have the same members
    if (!cafe) {
        throw std::runtime_error(event.type + " " + event.id + ": " + cafe.error().path + " " +
                                 cafe.error().message);
    }
    const auto& profile = cafe->profile;
    const SetPace set{.cafe_id = cafe->cafe_id,
                      .pace = {profile.seconds_per_unit, profile.stations},
                      .cafe_version = event.version,
                      .utc_offset_minutes = profile.utc_offset_minutes};
    auto done = unit.execute<CafePaceAggregate>(cafe->cafe_id.value, set);
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

/// Reads the open orders and the paces of before this start.
void restore(Reader& reader, Guarded<Queues>& queues) {
    for (const auto& row : reader.rows({.view = std::string(view::paces),
                                        .scope = std::string(view::all),
                                        .limit = std::numeric_limits<std::int32_t>::max()})) {
        const auto pace = decode<Pace>(row.data, "pace of " + row.key);
        queues.with([&](Queues& all) { all.restore_pace(CafeId{row.key}, pace); });
    }
    RowQuery query{.view = std::string(view::desk), .scope = std::string(view::open), .limit = 1000};
    for (;;) {
        const auto rows = reader.rows(query);
        for (const auto& row : rows) {
            const auto document = reader.document(MyPageAggregate::name, row.key);
            if (!document) continue;
            const auto order = queued_order_of(row.key, decode<Page>(document->data, "page " + row.key));
            queues.with([&](Queues& all) { all.restore(order); });
        }
        if (rows.size() < query.limit) break;
        // The last rank is read again: it may have more rows. If it fills the page by itself, take a larger
        // one.
        if (rows.back().rank == query.rank_min) query.limit *= 2;
        query.rank_min = rows.back().rank;
    }
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

/// Counts the events of before this start again, from the newest (before `before`) backwards, as far as the
/// pulse remembers, `left` at most. One page is one question, so that others are answered in between.
void restore(Reads& reads, Guarded<Pulse>& pulse, Clock& clock, std::uint64_t before, std::size_t left) {
    constexpr std::size_t page = 500;
    reads.read([&reads, &pulse, &clock, before, left](Reader& reader) {
        const auto now = clock.now();
        const auto horizon = now - std::chrono::minutes(Pulse::minutes_max);
        const auto events = reader.events({.limit = page, .newest_first = true, .before = before});
        for (const auto& event : events) count_again(event, pulse, now);
        const bool more = events.size() == page && events.back().time > horizon && left > page;
        if (more) restore(reads, pulse, clock, events.back().position, left - page);
    });
}

}  // namespace

std::vector<std::string> MyPageContext::sources() const { return {"order", "payment", "cafe", "delivery"}; }

Result<void> MyPageContext::on_event(Unit& unit, const EventRecord& event) {
    if (!tells_of_an_order(event)) return event.source == "cafe" ? learn_pace(unit, event) : Result<void>{};
    const auto& page = unit.load<MyPageAggregate>(event.subject);
    auto facts = facts_of(event, page.state.facts);
    if (!facts) return {};
    const auto before = page.version;
    const auto after = unit.execute<MyPageAggregate>(event.subject, LearnFacts{std::move(*facts)});
    if (!after) return std::unexpected(after.error());
    if (*after != before) note_decided(unit, event.subject);
    return {};
}

Result<void> MyPageContext::on_deadline(Unit&, const Deadline&) { return {}; }

void MyPageContext::on_effect(const Effect&, FinishEffectWith finish) {
    finish([](Unit&) { return Result<void>{}; });
}

void MyPageContext::note_decided(Unit& unit, const std::string& order_id) {
    if (decided_.size() >= decided_max) decided_.clear();
    const auto& page = unit.load<MyPageAggregate>(order_id);
    decided_.insert_or_assign(
        order_id, Decided{page.version, queued_order_of(order_id, page.state), steps_of(page.state.facts)});
}

std::vector<Route> MyPageContext::routes(Host host) {
    live_ = &host.live;
    clock_ = &host.environment.clock;
    host.reads.read([this](Reader& reader) { restore(reader, queues_); });
    constexpr std::size_t counted_again_max = 100'000;
    restore(host.reads, pulse_, *clock_, EventQuery{}.before, counted_again_max);
    return make_routes(host, queues_, pulse_);
}

void MyPageContext::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    for (const auto& event : events) update(*event);
    announce_standings();
}

void MyPageContext::amended(Reader& stored) {
    queues_.with([](Queues& all) { all = Queues{}; });
    decided_.clear();
    restore(stored, queues_);
}

void MyPageContext::update(const EventRecord& event) {
    if (event.type == type_name<CafePaceChanged>()) {
        const auto changed = decode<CafePaceChanged>(event.data, "event " + event.id);
        queues_.with([&](Queues& all) { all.set_pace(changed.cafe_id, changed.pace); });
        return;
    }
    if (event.type != type_name<MyPageChanged>()) return;
    const auto decided = decided_.find(event.subject);
    if (decided != decided_.end() && decided->second.version == event.version) {
        take(decided->second);
        decided_.erase(decided);
    } else if (decided == decided_.end() || decided->second.version < event.version) {
        auto changed = decode<MyPageChanged>(event.data, "event " + event.id);
        const auto steps = steps_of(changed.facts);
        take({event.version, queued_order_of(event.subject, {changed.status, std::move(changed.facts)}),
              steps});
    }
    // Else a later change of the same order is in this commit too, and it is the one that counts.
}

void MyPageContext::take(const Decided& decided) {
    queues_.with([&](Queues& all) { all.update(decided.order); });
    if (clock_ == nullptr) return;  // a copy that is made to compare serves nobody
    pulse_.with([&](Pulse& all) { all.note(decided.order.order_id, decided.steps, clock_->now()); });
}

void MyPageContext::announce_standings() {
    if (live_ == nullptr) return;
    const auto changed = queues_.with([&](Queues& all) { return all.changed_standings(clock_->now()); });
    for (const auto& [order_id, standing] : changed) {
        if (live_->watched(order_id)) {
            live_->push(order_id, {{}, "queue", codec::to_json(view_of(standing))});
        } else {
            queues_.with([&](Queues& all) { all.unwatch(order_id); });
        }
    }
}

}  // namespace dangol::mypage
