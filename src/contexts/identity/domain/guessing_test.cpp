#include "contexts/identity/domain/guessing.hpp"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dangol::identity {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp noon{Duration{1'800'000'000'000}};

/// One name, tried from many addresses. Counted as the context counts it.
struct Name {
    std::map<std::string, Failures> here;
    std::map<std::string, Failures> address;
    Failures name;
    std::string known;

    [[nodiscard]] Guesses at(const std::string& from) const {
        const auto of = [&](const auto& all) { return all.contains(from) ? all.at(from) : Failures{}; };
        return {of(here), name, of(address), from == known};
    }
    /// Whether the password was looked at.
    bool fail(const std::string& from, Timestamp now) {
        if (wait_of(at(from), now) > Duration::zero()) return false;
        const auto after = failed_again(at(from), now);
        here[from] = after.here;
        address[from] = after.address;
        name = after.name;
        return true;
    }
};

TEST(Guessing, is_free_five_times_and_then_has_to_wait) {
    Name mina;
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(mina.fail("home", noon)) << i;
    EXPECT_FALSE(mina.fail("home", noon));
    EXPECT_FALSE(mina.fail("home", noon + 999ms));
    EXPECT_TRUE(mina.fail("home", noon + 1s));
    EXPECT_FALSE(mina.fail("home", noon + 2s));
    EXPECT_TRUE(mina.fail("home", noon + 3s));
}

TEST(Guessing, never_waits_longer_than_a_minute_not_even_when_the_clock_is_set_back) {
    EXPECT_EQ(backoff_after(5, 5), Duration{1s});
    EXPECT_EQ(backoff_after(6, 5), Duration{2s});
    EXPECT_EQ(backoff_after(1000, 5), backoff_max);
    EXPECT_EQ(backoff_left({1000, noon + 288s}, 5, noon), backoff_max);
}

TEST(Guessing, of_a_stranger_does_not_make_the_owner_wait) {
    Name mina;
    for (int i = 0; i < 50 * 3600; ++i) static_cast<void>(mina.fail("stranger", noon + i * 20ms));
    EXPECT_EQ(wait_of(mina.at("home"), noon + 1h), Duration::zero());
    EXPECT_GT(wait_of(mina.at("stranger"), noon + 1h), Duration::zero());
}

TEST(Guessing, from_many_addresses_slows_those_that_are_new_and_no_other) {
    Name mina;
    mina.known = "home";
    int guesses = 0;
    for (int i = 0; i < 10'000; ++i) guesses += mina.fail("bot" + std::to_string(i), noon + i * 1ms) ? 1 : 0;
    EXPECT_LE(guesses, free_failures::of_name + 5);
    EXPECT_GT(wait_of(mina.at("hotel"), noon + 10s), Duration::zero());
    EXPECT_EQ(wait_of(mina.at("home"), noon + 10s), Duration::zero());
}

TEST(Guessing, of_many_names_from_one_address_is_slowed_too) {
    Guesses guesses;
    for (int i = 0; i < free_failures::of_address; ++i) {
        guesses.here = guesses.name = {};  // another name each time
        EXPECT_EQ(wait_of(guesses, noon), Duration::zero());
        guesses = failed_again(guesses, noon);
    }
    guesses.here = guesses.name = {};
    EXPECT_EQ(wait_of(guesses, noon), Duration{1s});
    guesses.known = true;  // a colleague behind the same address
    EXPECT_EQ(wait_of(guesses, noon), Duration::zero());
}

TEST(Guessing, is_forgotten_after_an_hour_without_a_failure) {
    Name mina;
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(mina.fail("home", noon));
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(mina.fail("home", noon + 1h)) << i;
    EXPECT_FALSE(mina.fail("home", noon + 1h));
}

RC_GTEST_PROP(GuessingProperty, no_address_gets_more_than_five_guesses_and_one_a_minute, ()) {
    Name mina;
    const auto gaps = *rc::gen::container<std::vector<int>>(300, rc::gen::inRange(1, 40'000));
    Timestamp at = noon;
    int guesses = 0;
    for (const int gap : gaps) {
        at += Duration{gap};
        if (mina.fail("stranger", at)) ++guesses;
    }
    // Five for free, six while the wait grows to a minute, then one a minute.
    const auto minutes = std::chrono::floor<std::chrono::minutes>(at - noon).count();
    RC_ASSERT(guesses <= free_failures::of_name_at_address + 6 + minutes + 1);
}

RC_GTEST_PROP(GuessingProperty, whatever_strangers_do_the_known_address_never_waits, ()) {
    Name mina;
    mina.known = "home";
    Timestamp at = noon;
    const int steps = *rc::gen::inRange(1, 300);
    for (int i = 0; i < steps; ++i) {
        at += Duration{*rc::gen::inRange(0, 2000)};
        static_cast<void>(mina.fail("bot" + std::to_string(*rc::gen::inRange(0, 40)), at));
        RC_ASSERT(wait_of(mina.at("home"), at) == Duration::zero());
    }
}

}  // namespace
}  // namespace dangol::identity
