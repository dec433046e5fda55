#include "adapters/system/file_limit.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace dangol::adapters {
namespace {

TEST(FileLimit, is_raised_to_the_hard_one) {
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max < 256) GTEST_SKIP() << "no room to lower it";
    limit.rlim_cur = 128;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    EXPECT_EQ(raise_file_limit(), limit.rlim_max);
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    EXPECT_EQ(limit.rlim_cur, limit.rlim_max);
}

}  // namespace
}  // namespace dangol::adapters
