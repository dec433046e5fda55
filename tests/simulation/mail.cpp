#include "mail.hpp"

#include <utility>

#include "replica.hpp"

namespace dangol::simulation {

using namespace notification;
using namespace std::chrono_literals;

World::Mail::Mail(World& world) : world_(world), random_(world.plan_.seed, "mail") {}

void World::Mail::send(OutgoingMessage message, Done done) {
    auto& oracle = world_.oracle_.messages();
    oracle.attempted(message);
    if (world_.faults_.messengers_fail) return fail_on_a_bad_day(message, std::move(done));
    oracle.reached(message);
    done(Accepted{});
}

void World::Mail::fail_on_a_bad_day(const OutgoingMessage& message, Done done) {
    auto& oracle = world_.oracle_.messages();
    auto& marks = world_.marks_;
    if (message.address.ends_with(MessageOracle::broken_end)) {
        marks.reach("receiver never works");
        return done(Failed{true, "the receiver is broken"});
    }
    const auto draw = random_.below(100);
    if (draw < 12) {
        marks.reach("messenger fails");
        return done(Failed{true, "no connection"});
    }
    if (draw < 16) {
        marks.reach("messenger is asked too often");
        return done(RetryAfter{Duration{random_.between(1'000, 120'000)}});
    }
    if (draw < 18) {
        marks.reach("messenger refuses");
        oracle.refused(message);
        return done(Failed{false, "refused"});
    }
    if (draw < 19) {
        marks.reach("receiver is gone");
        oracle.refused(message);
        return done(Gone{"410"});
    }
    oracle.reached(message);
    if (draw < 24) {
        marks.reach("message arrives, and its answer does not");
        return done(Failed{true, "the connection broke"});
    }
    if (draw < 25) {
        marks.reach("messenger never answers");
        return never_answer(std::move(done));
    }
    if (draw < 35) {
        marks.reach("messenger answers late");
        return answer_later(Accepted{}, std::move(done));
    }
    done(Accepted{});
}

/// Within the time that an HTTP call has.
void World::Mail::answer_later(SendOutcome outcome, Done done) {
    world_.timers_.after(
        Duration{random_.between(1, 10'000)},
        [done = std::move(done), outcome = std::move(outcome)]() mutable { done(std::move(outcome)); });
}

/// The process dies first.
void World::Mail::never_answer(Done done) {
    unanswered_.push_back(std::move(done));
    world_.timers_.after(Duration{random_.between(1, 10'000)}, [this] {
        for (auto& replica : world_.replicas_) world_.crash(*replica);
        unanswered_.clear();
    });
}

}  // namespace dangol::simulation
