#include "app/context_table.hpp"

#include <gtest/gtest.h>

#include "adapters/system/clock.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/thread_timers.hpp"
#include "app/context_set.hpp"
#include "tests/conformance/temporary_folder.hpp"

namespace dangol::app {
namespace {

TEST(ContextTable, says_of_each_context_what_the_context_itself_says) {
    const conformance::TemporaryFolder folder;
    const auto nothing = [](const char*) { return static_cast<const char*>(nullptr); };
    const auto config = config_from(resolve({{"data", folder.file("")}}, {}, nothing));
    adapters::SystemClock clock;
    adapters::SystemIds ids;
    adapters::ThreadTimers timers;
    ContextSet set(config, folder.file(""), {clock, ids, timers});

    const auto made = set.make();
    const auto table = all_contexts();
    ASSERT_EQ(made.size(), table.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        EXPECT_EQ(made[i]->name(), table[i].name);
        EXPECT_EQ(made[i]->sources(),
                  std::vector<std::string>(table[i].sources.begin(), table[i].sources.end()))
            << table[i].name;
    }
    set.stop();
}

}  // namespace
}  // namespace dangol::app
