#include "adapters/passwords/argon2_passwords.hpp"

#include <future>
#include <latch>
#include <memory>

#include <gtest/gtest.h>

namespace dangol::adapters {
namespace {

constexpr Argon2Cost cheap{64, 1, 1};  // for tests of everything but the cost

Result<std::string> hash(Argon2Passwords& passwords, const std::string& password) {
    auto promise = std::make_shared<std::promise<Result<std::string>>>();
    passwords.hash(password, [promise](Result<std::string> phc) { promise->set_value(std::move(phc)); });
    return promise->get_future().get();
}

Result<bool> verify(Argon2Passwords& passwords, const std::string& password, const std::string& phc) {
    auto promise = std::make_shared<std::promise<Result<bool>>>();
    passwords.verify(password, phc,
                     [promise](Result<bool> matches) { promise->set_value(std::move(matches)); });
    return promise->get_future().get();
}

TEST(Argon2, hashes_with_the_recommended_cost_and_a_salt_of_its_own) {
    Argon2Passwords passwords;
    const auto first = hash(passwords, "correct horse");
    const auto second = hash(passwords, "correct horse");
    ASSERT_TRUE(first && second);
    EXPECT_TRUE(first->starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << *first;
    EXPECT_NE(*first, *second);
    EXPECT_EQ(verify(passwords, "correct horse", *first), true);
    EXPECT_EQ(verify(passwords, "correct horsf", *first), false);
    EXPECT_EQ(verify(passwords, "", *first), false);
}

TEST(Argon2, verifies_a_known_hash) {
    // The reference implementation's own test: argon2id, v=19, t=2, m=2^16, p=1, "password", "somesalt".
    Argon2Passwords passwords(cheap);
    const std::string phc =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_EQ(verify(passwords, "password", phc), true);
    EXPECT_EQ(verify(passwords, "Password", phc), false);
}

TEST(Argon2, has_a_decoy_that_looks_real_and_matches_nothing) {
    Argon2Passwords passwords(cheap);
    const auto decoy = passwords.decoy();
    EXPECT_EQ(argon2_cost(decoy), cheap);
    EXPECT_EQ(decoy.size(), hash(passwords, "any password")->size());
    EXPECT_EQ(verify(passwords, "", decoy), false);
    EXPECT_NE(passwords.decoy(), decoy);
}

TEST(Argon2, wants_a_new_hash_when_the_cost_has_changed) {
    Argon2Passwords old(cheap);
    Argon2Passwords today({128, 1, 1});
    const auto phc = hash(old, "correct horse");
    EXPECT_FALSE(old.needs_rehash(*phc));
    EXPECT_TRUE(today.needs_rehash(*phc));
    EXPECT_EQ(verify(today, "correct horse", *phc), true);
}

TEST(PhcString, is_read_strictly) {
    EXPECT_EQ(argon2_cost("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"), (Argon2Cost{19456, 2, 1}));
    for (const auto* broken :
         {"", "plain password", "$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
          "$argon2id$v=16$m=19456,t=2,p=1$c2FsdA$aGFzaA", "$argon2id$v=19$m=19456,t=2$c2FsdA$aGFzaA",
          "$argon2id$v=19$m=,t=2,p=1$c2FsdA$aGFzaA", "$argon2id$v=19$m=-1,t=2,p=1$c2FsdA$aGFzaA",
          "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$",
          "$argon2id$v=19$m=19456,t=2,p=1$$aGFzaA"}) {
        EXPECT_EQ(argon2_cost(broken), std::nullopt) << broken;
    }
}

TEST(PhcString, that_asks_for_gigabytes_is_refused_and_matches_nothing) {
    const std::string greedy = "$argon2id$v=19$m=4294967295,t=2,p=1$c29tZXNhbHQ$aGFzaGhhc2g";
    EXPECT_EQ(argon2_cost(greedy), std::nullopt);
    Argon2Passwords passwords(cheap);
    EXPECT_EQ(verify(passwords, "password", greedy), false);
}

TEST(Argon2Pool, refuses_at_once_when_too_many_wait) {
    std::latch busy(1);
    std::latch release(1);
    std::promise<void> done;
    Argon2Passwords passwords(cheap, {.threads = 1, .queued_max = 1});
    passwords.hash("first", [&](const Result<std::string>&) {
        busy.count_down();
        release.wait();
    });
    busy.wait();
    passwords.hash("second", [&](const Result<std::string>& phc) {
        EXPECT_TRUE(phc);
        done.set_value();
    });
    bool refused = false;
    passwords.verify("third", passwords.decoy(), [&](const Result<bool>& matches) {
        refused = !matches && matches.error().refusal == Refusal::too_many;
    });
    EXPECT_TRUE(refused);
    release.count_down();
    done.get_future().wait();
}

}  // namespace
}  // namespace dangol::adapters
