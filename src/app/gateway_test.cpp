#include "app/gateway.hpp"

#include <gtest/gtest.h>

namespace dangol::app {
namespace {

Config config_with(const std::map<std::string, std::string>& flags) {
    return config_from(resolve(flags, {}, [](const char*) { return static_cast<const char*>(nullptr); }));
}

TEST(Gateway, a_path_belongs_to_the_context_of_its_collection) {
    EXPECT_EQ(context_of("/orders"), "order");
    EXPECT_EQ(context_of("/cafeOrders/abc/approve"), "cafe");
    EXPECT_EQ(context_of("/cafes"), "cafe");
    EXPECT_EQ(context_of("/sandbox/transactions"), "sandbox");
    EXPECT_EQ(context_of("/pictures/a.png"), "cafe");
    for (const auto* nobodys :
         {"/", "/c/euljiro", "/store", "/assets/a.js", "", "/metrics", "/api", "/ordersx", "orders"})
        EXPECT_EQ(context_of(nobodys), "");
}

TEST(Gateway, only_what_does_not_run_here_is_passed_on) {
    const auto to = elsewhere(config_with(
        {{"only", "order,mypage"}, {"peers", "cafe=http://c:1,order=http://o:1,sandbox=http://s:1"}}));
    ASSERT_TRUE(to);
    EXPECT_EQ(to("/cafes/x")->url, "http://c:1");
    EXPECT_EQ(to("/sandbox/refunds")->url, "http://s:1");
    EXPECT_EQ(to("/orders"), nullptr) << "runs here";
    EXPECT_EQ(to("/deliveries"), nullptr) << "has no peer";
    EXPECT_EQ(to("/metrics"), nullptr) << "is each process's own";
}

TEST(Gateway, without_peers_nothing_is_passed_on) {
    EXPECT_FALSE(elsewhere(config_with({})));
    EXPECT_FALSE(elsewhere(config_with({{"peers", "cafe=http://c:1"}}))) << "all of them run here";
}

}  // namespace
}  // namespace dangol::app
