#include "adapters/http/client_address.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace dangol::adapters {
namespace {

const std::vector<std::string> usual{"127.0.0.0/8", "::1", "10.1.0.0/16", "fd00::/8"};

std::string client(const std::string& peer, std::string_view forwarded) {
    return TrustedProxies(usual).client_of(boost::asio::ip::make_address(peer), forwarded);
}

TEST(ClientAddress, is_the_peers_without_a_proxy) { EXPECT_EQ(client("192.0.2.7", ""), "192.0.2.7"); }

TEST(ClientAddress, is_what_a_trusted_proxy_says) {
    EXPECT_EQ(client("127.0.0.1", "192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(client("::1", " 192.0.2.7 "), "192.0.2.7");
    EXPECT_EQ(client("127.0.0.1", "192.0.2.7, 10.1.2.3"), "192.0.2.7");
    EXPECT_EQ(client("fd00::5", "192.0.2.7:4711"), "192.0.2.7");
}

TEST(ClientAddress, trusts_a_network_from_its_first_to_its_last_address_and_no_neighbour) {
    for (const auto* proxy :
         {"10.1.0.0", "10.1.255.255", "fd00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
        EXPECT_EQ(client(proxy, "192.0.2.7"), "192.0.2.7") << proxy;
    EXPECT_EQ(client("10.0.255.255", "192.0.2.7"), "10.0.255.255");
    EXPECT_EQ(client("10.2.0.0", "192.0.2.7"), "10.2.0.0");
    EXPECT_EQ(client("fe00::", "192.0.2.7"), "fe00::/64");
}

TEST(ClientAddress, trusts_a_single_address_alone) {
    EXPECT_EQ(client("::2", "192.0.2.7"), "::/64");
    const TrustedProxies one(std::vector<std::string>{"10.0.0.7"});
    EXPECT_EQ(one.client_of(boost::asio::ip::make_address("10.0.0.7"), "192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(one.client_of(boost::asio::ip::make_address("10.0.0.8"), "192.0.2.7"), "10.0.0.8");
}

TEST(ClientAddress, is_never_what_the_client_claims) {
    EXPECT_EQ(client("192.0.2.7", "198.51.100.1"), "192.0.2.7");
    EXPECT_EQ(client("127.0.0.1", "198.51.100.1, 192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(client("127.0.0.1", "127.0.0.1, 192.0.2.7"), "192.0.2.7");
}

TEST(ClientAddress, ends_at_what_cannot_be_read) {
    EXPECT_EQ(client("127.0.0.1", "unknown"), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", "192.0.2.7, _hidden, 10.1.0.9"), "10.1.0.9");
    EXPECT_EQ(client("127.0.0.1", ",,,"), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", "["), "127.0.0.1");
}

TEST(ClientAddress, of_ipv6_is_the_network_that_one_customer_has) {
    EXPECT_EQ(client("2001:db8:1:2:3:4:5:6", ""), "2001:db8:1:2::/64");
    EXPECT_EQ(client("127.0.0.1", "[2001:db8:1:2::9]:80"), "2001:db8:1:2::/64");
    EXPECT_EQ(client("127.0.0.1", "2001:db8:1:2::9"), "2001:db8:1:2::/64");
    EXPECT_EQ(client("::ffff:192.0.2.7", ""), "192.0.2.7");
    EXPECT_EQ(client("::ffff:127.0.0.1", "192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(client("127.0.0.1", "::ffff:192.0.2.7"), "192.0.2.7");
}

TEST(ClientAddress, has_no_zone) {
    EXPECT_EQ(client("127.0.0.1", "fe80::7%9/anything"), "fe80::/64");
    EXPECT_EQ(client("fe80::7%1", ""), "fe80::/64");
}

TEST(ClientAddress, refuses_networks_that_are_none) {
    EXPECT_THROW(TrustedProxies(std::vector<std::string>{"localhost"}), std::invalid_argument);
    EXPECT_THROW(TrustedProxies(std::vector<std::string>{"10.0.0.0/33"}), std::invalid_argument);
}

}  // namespace
}  // namespace dangol::adapters
