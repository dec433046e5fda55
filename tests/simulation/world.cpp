// Scheduling, crashing and starting again.
#include "world.hpp"

#include <algorithm>
#include <utility>

#include "bank.hpp"
#include "mail.hpp"
#include "replica.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using adapters::CommitFault;

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
      troubles_(plan.seed, "troubles"),
      faults_(faults_of(plan)),
      ids_(plan.seed),
      agenda_(clock_, Random(plan.seed, "agenda")),
      timers_(agenda_),
      bank_(std::make_unique<Bank>(*this)),
      mail_(std::make_unique<Mail>(*this)),
      oracle_(disks_, clock_),
      bus_(disks_, Random(plan.seed, "bus"), faults_.bus, faults_.replicas > 1 ? 4 : 1, marks_),
      own_events_(disks_, Random(plan.seed, "own events"), {.delay = faults_.bus.delay}, 1, marks_) {
    if (plan_.tell) oracle_.tell(plan_.tell);
    for (const auto& name : Process::names()) disks_.try_emplace(name, name);
    for (int i = 0; i < faults_.replicas; ++i) {
        const auto name = faults_.replicas > 1 ? "replica" + std::to_string(i) : std::string{};
        auto& replica = *replicas_.emplace_back(
            std::make_unique<Replica>(name, clock_, Random(plan.seed, "process agenda" + name)));
        start(replica);
    }
    if (faults_.replicas > 1) marks_.reach("several replicas");
    for (std::uint32_t replica = 0; replica < replicas_.size(); ++replica) {
        for (std::uint32_t writer = 0; writer < replicas_[replica]->process->writers(); ++writer)
            turns_.emplace_back(replica, writer);
    }
    begin_troubles();
}

World::~World() = default;

CommitFault World::fate_of(const std::string& context) {
    ++commits_;
    stirred_ = true;
    if (context == full_) {
        marks_.reach("store is full");
        return CommitFault::fail_before;
    }
    if (fate_.chance(faults_.crash_before)) return CommitFault::crash_before;
    if (fate_.chance(faults_.crash_after)) return CommitFault::crash_after;
    if (fate_.chance(faults_.fail)) {
        marks_.reach("commit fails");
        return CommitFault::fail_before;
    }
    if (fate_.chance(faults_.unknown)) {
        const bool applied = fate_.chance(0.5);
        marks_.reach(applied ? "commit is unknown and was made" : "commit is unknown and was not made");
        return applied ? CommitFault::unknown_applied : CommitFault::unknown_not_applied;
    }
    return CommitFault::none;
}

void World::start(Replica& replica) {
    replica.up = std::make_shared<bool>(true);
    replica.process = std::make_unique<Process>(Surroundings{
        .disks = disks_,
        .bus = bus_,
        .own_events = own_events_,
        .environment = {replica.clock, ids_, replica.timers},
        .provider = *bank_,
        .messenger = *mail_,
        .fate = [this](const std::string& context) { return fate_of(context); },
        .before_commit = [this, &replica](const std::string& context) { get_in_between(replica, context); },
        .is_away =
            [this](const std::string& context) {
                if (away_ != context) return false;
                marks_.reach("store is away");
                return true;
            },
        .replica = replica.name,
        .database_clock = clock_,
        .clock_margin = 2 * faults_.clocks_apart + std::chrono::seconds{1},
        .newer_version = replica.newer_version,
        .bug = bug_,
    });
}

void World::get_in_between(const Replica& replica, const std::string& context) {
    if (in_between_ || replicas_.size() == 1 || !schedule_.chance(0.25)) return;
    auto& other = *replicas_[schedule_.below(replicas_.size())];
    if (&other == &replica) return;
    const auto& names = Process::names();
    const auto writer = static_cast<std::size_t>(std::ranges::find(names, context) - names.begin());
    in_between_ = true;
    try {
        if (step(other, writer)) marks_.reach("another replica gets in between");
    } catch (const adapters::SimulatedCrash&) {
        crash(other);
    }
    oracle_.look_at_new_events();
    in_between_ = false;
}

adapters::SandboxProvider& World::provider() { return bank_->provider(); }

void World::stop(Replica& replica) {
    ++crashes_;
    marks_.reach("crash");
    if (plan_.tell)
        plan_.tell(format_time(clock_.now()) + " the process " + replica.name + " crashes and starts again");
    away_.clear();  // a process that finds no store does not start
    replica.agenda.clear();
    *replica.up = false;
    replica.process.reset();
    for (auto& [_, disk] : disks_) disk.forget_decoded();
}

void World::crash(Replica& replica) {
    stop(replica);
    start(replica);
    oracle_.look_at_new_events();
}

/// It was off for everybody at once.
void World::power_returns() {
    for (auto& replica : replicas_) stop(*replica);
    bank_->start_again();
    for (auto& replica : replicas_) start(*replica);
    oracle_.look_at_new_events();
}

void World::heal() {
    faults_.heal();
    bus_.heal();
    own_events_.heal();
    away_.clear();
    full_.clear();
}

void World::close() {
    *open_ = false;
    away_.clear();
    for (auto& replica : replicas_) {
        replica->agenda.clear();
        replica->process.reset();
    }
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
    ++requests_;
    if (plan_.tell) answer = told(request, std::move(answer));
    auto connection = std::make_unique<Connection>(agenda_, std::move(answer), open_);
    request.id = ids_.next();
    auto& replica = *replicas_[schedule_.below(replicas_.size())];
    replica.process->router().dispatch(std::move(request), [connection = std::move(connection),
                                                            up = replica.up](runtime::Response response) {
        if (*up) connection->arrive(std::move(response));
    });
}

void World::operator_code(std::function<void(const std::string&)> give) {
    const auto again = [this, give] {
        agenda_.after(std::chrono::seconds{5}, [this, give] { operator_code(give); });
    };
    auto& replica = *replicas_[schedule_.below(replicas_.size())];
    replica.process->operator_code(
        [this, give, again, open = open_, up = replica.up](const Result<std::string>& code) {
            if (!*open) return;
            if (!code || !*up) return again();
            agenda_.after(Duration::zero(), [give, code = *code] { give(code); });
        });
}

/// As a WriterThread does it: a writer that nobody has woken, and for which nothing is due, is left alone,
/// and after a failed commit it waits.
bool World::step(Replica& replica, std::size_t index) {
    constexpr auto after_failed_commit = std::chrono::milliseconds{200};
    auto& process = *replica.process;
    auto& rest = process.rest_of(index);
    if (rest.until > clock_.now()) return false;
    auto& writer = process.writer(index);
    if (!rest.awake) {
        const auto due = writer.next_due();
        if (!due || *due > replica.clock.now()) return false;
    }
    rest.awake = false;
    const auto& figures = writer.figures();
    const auto conflicts = figures.conflicts.load(std::memory_order_relaxed);
    const auto failed = figures.failed_commits.load(std::memory_order_relaxed);
    if (!writer.step()) return false;
    rest.awake = true;
    if (figures.conflicts.load(std::memory_order_relaxed) != conflicts)
        marks_.reach("another replica was first");
    if (figures.failed_commits.load(std::memory_order_relaxed) != failed)
        rest.until = clock_.now() + after_failed_commit;
    return true;
}

bool World::step() {
    if (std::exchange(stirred_, false)) {
        bus_.wake();
        own_events_.wake();
    }
    for (auto left = turns_.size(); left > 0; --left) {
        std::swap(turns_[left - 1], turns_[schedule_.below(left)]);
        const auto [who, writer] = turns_[left - 1];
        auto& replica = *replicas_[who];
        try {
            if (!step(replica, writer)) continue;
        } catch (const adapters::SimulatedCrash&) {
            crash(replica);
            return true;
        }
        oracle_.look_at_new_events();
        if (schedule_.chance(0.5)) clock_.advance_to(clock_.now() + Duration{schedule_.between(0, 3)});
        return true;
    }
    return false;
}

/// In true time. A shared store is looked at every second for ever: only when it owes something does that
/// count.
std::optional<Timestamp> World::due_at(const Replica& replica, std::size_t index) {
    auto& writer = replica.process->writer(index);
    const auto& rest = replica.process->rest_of(index);
    if (rest.until > clock_.now()) return rest.until;
    auto due = writer.next_due();
    if (!due) return std::nullopt;
    if (replicas_.size() > 1) {
        const auto& disk = disks_.find(std::string(writer.name()))->second;
        auto owed = disk.next_deadline();
        const auto effect = disk.next_effect({replica.name, clock_.now()});
        if (effect && (!owed || *effect < *owed)) owed = effect;
        if (!owed) return std::nullopt;
        due = std::max(*due, *owed);
    }
    return replica.clock.true_time_of(*due);
}

/// In true time.
std::optional<Timestamp> World::next_due() {
    std::optional<Timestamp> next;
    const auto consider = [&](std::optional<Timestamp> time) {
        if (time && (!next || *time < *next)) next = time;
    };
    if (!agenda_.empty()) consider(agenda_.next());
    for (const auto& replica : replicas_) {
        if (!replica->agenda.empty()) consider(replica->agenda.next());
        for (std::size_t i = 0; i < replica->process->writers(); ++i) consider(due_at(*replica, i));
    }
    return next;
}

Timestamp World::turn_at(Timestamp time) const {
    const auto turn = faults_.tempo.turn;
    const auto since_last = time.time_since_epoch() % turn;
    return since_last == Duration::zero() ? time : time + turn - since_last;
}

void World::run() {
    // Far beyond the longest chain of deadlines and patience.
    const auto quiet_by = clock_.now() + std::chrono::hours{72} + day();
    const std::uint64_t rounds_max = 500'000 + 2'500 * static_cast<std::uint64_t>(plan_.orders);
    constexpr auto held_back_at_most = std::chrono::seconds{1};
    const auto due = [&](const Agenda& agenda) { return !agenda.empty() && agenda.next() <= clock_.now(); };
    for (std::uint64_t rounds = 0;; ++rounds) {
        if (clock_.now() > quiet_by || rounds > rounds_max) throw Violation{"it does not come to rest"};
        if (bank_->is_dark()) power_returns();
        bool more = false;
        if (due(agenda_)) {
            agenda_.run_next();
            if (schedule_.chance(faults_.tempo.piles_up)) continue;
        }
        for (auto& replica : replicas_) {
            if (!due(replica->agenda)) continue;
            replica->agenda.run_next();
            more = more || due(replica->agenda);
        }
        if (step() || more || due(agenda_)) continue;

        auto next = next_due();
        if (bus_.holds_back() || own_events_.holds_back()) {
            const auto by = clock_.now() + held_back_at_most;
            if (!next || by < *next) next = by;
        }
        if (!next) {
            if (!bus_.hostile()) return;
            heal();
            continue;
        }
        clock_.advance_to(turn_at(std::max(*next, clock_.now() + Duration{1})));
        stirred_ = true;
    }
}

}  // namespace dangol::simulation
