#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "runtime/batch.hpp"

namespace dangol::runtime {
namespace {

StateCache::Cached state(std::uint64_t version, std::size_t document_bytes = 1'000) {
    return {std::make_shared<int>(1), version, {}, document_bytes};
}

std::string key(int number) { return "Order/" + std::to_string(number); }

/// How many of the first hundred are kept.
int kept(StateCache& cache) {
    int count = 0;
    for (int i = 0; i < 100; ++i) count += cache.find(key(i)) != nullptr ? 1 : 0;
    return count;
}

TEST(StateCache, keeps_as_many_bytes_as_it_may) {
    StateCache cache(100'000);
    for (int i = 0; i < 100; ++i) cache.put(key(i), state(1));
    const int fit = kept(cache);
    EXPECT_GE(fit, 20) << "of 2.3 kB each";
    EXPECT_LE(fit, 43);
    EXPECT_EQ(cache.find(key(0)), nullptr) << "the oldest go first";
    EXPECT_NE(cache.find(key(99)), nullptr);
}

TEST(StateCache, small_states_are_more) {
    StateCache cache(100'000);
    for (int i = 0; i < 100; ++i) cache.put(key(i), state(1, 100));
    EXPECT_EQ(kept(cache), 100);
}

TEST(StateCache, what_is_asked_for_stays) {
    StateCache cache(100'000);
    for (int i = 0; i < 1'000; ++i) {
        cache.put(key(i), state(1));
        ASSERT_NE(cache.find(key(0)), nullptr) << i;
    }
}

TEST(StateCache, what_is_put_again_counts_once) {
    StateCache cache(100'000);
    cache.put(key(1), state(1));
    for (std::uint64_t version = 1; version < 1'000; ++version) cache.put(key(2), state(version));
    ASSERT_NE(cache.find(key(1)), nullptr) << "not driven out";
    EXPECT_EQ(cache.find(key(2))->version, 999U);
}

TEST(StateCache, what_is_forgotten_makes_room) {
    StateCache cache(100'000);
    cache.put(key(1), state(1));
    for (int i = 0; i < 1'000; ++i) {
        cache.put(key(2), state(1));
        cache.forget("Order", "2");
        EXPECT_EQ(cache.find(key(2)), nullptr);
    }
    EXPECT_NE(cache.find(key(1)), nullptr);
}

TEST(StateCache, forgets_what_another_replica_has_moved_on) {
    StateCache cache(100'000);
    cache.put(key(1), state(3));
    cache.forget_older("1", 3);
    EXPECT_NE(cache.find(key(1)), nullptr);
    cache.forget_older("1", 4);
    EXPECT_EQ(cache.find(key(1)), nullptr);
}

}  // namespace
}  // namespace dangol::runtime
