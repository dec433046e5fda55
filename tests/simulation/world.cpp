// Scheduling, crashing and starting again.
#include "world.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "process.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using adapters::CommitFault;

Faults Faults::drawn_from(Random random) {
    const auto maybe = [&](double most) {
        const bool on = random.chance(0.5);
        const double strength = static_cast<double>(random.below(1000)) / 1000.0;
        return on ? most * strength : 0.0;
    };
    Faults faults;
    faults.crash_before = maybe(0.01);
    faults.crash_after = maybe(0.01);
    faults.fail = maybe(0.02);
    faults.unknown = maybe(0.01);
    faults.bus = {.duplicate = maybe(0.5), .delay = maybe(0.6), .split = maybe(0.5), .redeliver = maybe(0.1)};
    return faults;
}

void Faults::spare(const std::set<std::string>& spared) {
    if (spared.contains("crashes")) crash_before = crash_after = 0;
    if (spared.contains("failures")) fail = 0;
    if (spared.contains("unknown")) unknown = 0;
    if (spared.contains("repeats")) bus.duplicate = 0;
    if (spared.contains("delays")) bus.delay = 0;
    if (spared.contains("splits")) bus.split = 0;
    if (spared.contains("redelivery")) bus.redeliver = 0;
}

namespace {

Faults faults_of(const Plan& plan) {
    auto faults = Faults::drawn_from(Random(plan.seed, "faults"));
    faults.spare(plan.without);
    return faults;
}

}  // namespace

World::World(const Plan& plan)
    : plan_(plan),
      bug_(plan.bug),
      schedule_(plan.seed, "schedule"),
      fate_(plan.seed, "fate"),
      faults_(faults_of(plan)),
      ids_(plan.seed),
      agenda_(clock_, Random(plan.seed, "agenda")),
      process_agenda_(clock_, Random(plan.seed, "process agenda")),
      timers_(agenda_),
      process_timers_(process_agenda_),
      provider_({.troubles = true}, clock_, timers_),
      oracle_(disks_),
      bus_(disks_, Random(plan.seed, "bus"), faults_.bus) {
    if (plan_.tell) oracle_.tell(plan_.tell);
    for (const auto& name : Process::names()) disks_.try_emplace(name, name);
    crash();
    crashes_ = 0;
}

World::~World() = default;

CommitFault World::fate_of(const runtime::Changes&) {
    if (fate_.chance(faults_.crash_before)) return CommitFault::crash_before;
    if (fate_.chance(faults_.crash_after)) return CommitFault::crash_after;
    if (fate_.chance(faults_.fail)) return CommitFault::fail_before;
    if (fate_.chance(faults_.unknown)) {
        const bool applied = fate_.chance(0.5);
        if (applied) memory_is_true_ = false;
        return applied ? CommitFault::unknown_applied : CommitFault::unknown_not_applied;
    }
    return CommitFault::none;
}

void World::crash() {
    ++crashes_;
    memory_is_true_ = true;
    if (plan_.tell && process_)
        plan_.tell(format_time(clock_.now()) + " the process crashes and starts again");
    process_agenda_.clear();
    *process_up_ = false;
    process_.reset();
    process_up_ = std::make_shared<bool>(true);
    process_ = std::make_unique<Process>(
        disks_, bus_, runtime::Environment{clock_, ids_, process_timers_}, provider_,
        [this](const runtime::Changes& changes) { return fate_of(changes); }, bug_);
    oracle_.look_at_new_events();
}

void World::heal() {
    faults_ = {};
    bus_.heal();
}

void World::close() {
    *open_ = false;
    process_agenda_.clear();
    process_.reset();
    agenda_.clear();
}

World::Answer World::told(const runtime::Request& request, Answer answer) {
    constexpr std::size_t body_max = 60;
    const auto verb = request.method == runtime::Method::get ? " looks at " : " sends ";
    const auto body = request.body.size() > body_max ? std::string{} : " " + request.body;
    return [this, what = request.principal.account.value + verb + request.path + body,
            answer = std::move(answer)](std::optional<runtime::Response> response) mutable {
        const auto said = response ? std::to_string(response->status) : std::string("no answer");
        plan_.tell(format_time(clock_.now()) + " " + what + ": " + said);
        answer(std::move(response));
    };
}

void World::ask(runtime::Request request, Answer answer) {
    // The reply that is destroyed uncalled is the lost connection. What is answered arrives a moment later,
    // outside of the process.
    struct Connection {
        Agenda& agenda;
        Answer answer;
        std::shared_ptr<bool> open;
        void arrive(std::optional<runtime::Response> response) {
            if (!*open || !answer) return;
            agenda.after(Duration::zero(),
                         [answer = std::exchange(answer, nullptr), response = std::move(response)]() mutable {
                             answer(std::move(response));
                         });
        }
        ~Connection() { arrive(std::nullopt); }
    };
    if (plan_.tell) answer = told(request, std::move(answer));
    auto connection = std::make_unique<Connection>(agenda_, std::move(answer), open_);
    request.id = ids_.next();
    process_->router().dispatch(std::move(request), [connection = std::move(connection),
                                                     up = process_up_](runtime::Response response) {
        if (*up) connection->arrive(std::move(response));
    });
}

bool World::step() {
    std::vector<std::size_t> order(process_->writers());
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[schedule_.below(i)]);
    try {
        for (const auto index : order) {
            if (!process_->writer(index).step()) continue;
            oracle_.look_at_new_events();
            if (schedule_.chance(0.5)) clock_.advance_to(clock_.now() + Duration{schedule_.between(0, 3)});
            return true;
        }
    } catch (const adapters::SimulatedCrash&) {
        crash();
        return true;
    }
    return false;
}

void World::run() {
    // Far beyond the longest chain of deadlines and patience.
    const auto quiet_by = clock_.now() + std::chrono::hours{72} + std::chrono::seconds{2 * plan_.orders};
    const std::uint64_t rounds_max = 500'000 + 2'500 * static_cast<std::uint64_t>(plan_.orders);
    constexpr auto held_back_at_most = std::chrono::seconds{1};
    const auto due = [&](Agenda& agenda) { return !agenda.empty() && agenda.next() <= clock_.now(); };
    for (std::uint64_t rounds = 0;; ++rounds) {
        if (clock_.now() > quiet_by || rounds > rounds_max) throw Violation{"it does not come to rest"};
        if (due(agenda_)) {
            agenda_.run_next();
            if (schedule_.chance(0.3))
                continue;  // several requests may pile up before a writer gets its turn
        }
        if (due(process_agenda_)) process_agenda_.run_next();
        if (step() || due(agenda_) || due(process_agenda_)) continue;

        std::optional<Timestamp> next;
        const auto consider = [&](std::optional<Timestamp> time) {
            if (time && (!next || *time < *next)) next = time;
        };
        if (!agenda_.empty()) consider(agenda_.next());
        if (!process_agenda_.empty()) consider(process_agenda_.next());
        for (std::size_t i = 0; i < process_->writers(); ++i) consider(process_->writer(i).next_due());
        if (bus_.holds_back()) consider(clock_.now() + held_back_at_most);
        if (!next) {
            if (!bus_.hostile()) return;
            heal();
            continue;
        }
        clock_.advance_to(std::max(*next, clock_.now() + Duration{1}));
    }
}

}  // namespace dangol::simulation
