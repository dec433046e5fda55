// What a broker may demand, as librdkafka is told of it. That brokers are content with it is seen on a real
// one: tests/distributed/tls_sasl_test.py.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "adapters/kafka/client.hpp"
#include "adapters/kafka/kafka_bus.hpp"

namespace dangol::adapters::kafka {
namespace {

using namespace std::chrono_literals;

/// An authority that has signed nothing.
constexpr const char* authority = R"(-----BEGIN CERTIFICATE-----
MIIBkDCCATegAwIBAgIUJ3hWhZgfiRoDxaZR/+95b0okBvIwCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwSbm9ib2R5J3MgYXV0aG9yaXR5MCAXDTI2MTEyOTA3MzMxN1oY
DzIxMjYxMTA1MDczMzE3WjAdMRswGQYDVQQDDBJub2JvZHkncyBhdXRob3JpdHkw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATQ/MOEc3SFqJxWjc6C5QlyiGtVLsnH
8TgZsX6py98bnT7iLClXAwrU4YquA4DlYDG0Je8EqL/wrA/sdnA2aQXQo1MwUTAd
BgNVHQ4EFgQUs61vQoZvJmmDJ1S/veYqhi94NMwwHwYDVR0jBBgwFoAUs61vQoZv
JmmDJ1S/veYqhi94NMwwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBE
AiA9Oxbdj/CcXj9T/Kk+gPpbwzYOwpD+ECAEdBG53CcXTAIgVrjc5b1c1gu1XeGd
A8KW4OL0LDJxpPxXSKaASaRh/U8=
-----END CERTIFICATE-----
)";

std::string told(const KafkaSecurity& security, const char* name) {
    KafkaOptions options;
    options.brokers = "127.0.0.1:1";
    options.security = security;
    Settings settings(options);
    std::array<char, 256> value{};
    std::size_t size = value.size();
    return rd_kafka_conf_get(*settings, name, value.data(), &size) == RD_KAFKA_CONF_OK ? value.data() : "";
}

TEST(KafkaSecurityTest, the_protocol_follows_from_what_is_demanded) {
    EXPECT_EQ(told({}, "security.protocol"), "plaintext");
    EXPECT_EQ(told({.tls = true}, "security.protocol"), "ssl");
    EXPECT_EQ(told({.user = "dangol", .password = "s3cret"}, "security.protocol"), "sasl_plaintext");
    EXPECT_EQ(told({.tls = true, .user = "dangol", .password = "s3cret"}, "security.protocol"), "sasl_ssl");
}

TEST(KafkaSecurityTest, files_names_and_mechanism_arrive) {
    const KafkaSecurity all{.tls = true,
                            .ca = "ca.pem",
                            .certificate = "we.pem",
                            .key = "we.key",
                            .user = "dangol",
                            .password = "s3cret",
                            .mechanism = "PLAIN"};
    EXPECT_EQ(told(all, "ssl.endpoint.identification.algorithm"), "https");
    EXPECT_EQ(told(all, "ssl.ca.location"), "ca.pem");
    EXPECT_EQ(told(all, "ssl.certificate.location"), "we.pem");
    EXPECT_EQ(told(all, "ssl.key.location"), "we.key");
    EXPECT_EQ(told(all, "sasl.username"), "dangol");
    EXPECT_EQ(told(all, "sasl.password"), "s3cret");
    EXPECT_EQ(told(all, "sasl.mechanism"), "PLAIN");
    EXPECT_EQ(told({.user = "dangol", .password = "s3cret"}, "sasl.mechanism"), "SCRAM-SHA-512");
}

TEST(KafkaSecurityTest, no_error_shows_the_password) {
    KafkaOptions options;
    options.brokers = "127.0.0.1:1";
    options.security = {.user = "dangol", .password = "s3cret", .mechanism = "NONE"};
    try {
        KafkaBus{options};
        FAIL();
    } catch (const std::runtime_error& refused) {
        EXPECT_TRUE(std::string_view(refused.what()).contains("NONE")) << refused.what();
        EXPECT_FALSE(std::string_view(refused.what()).contains("s3cret")) << refused.what();
    }
    Settings settings(options);
    try {
        settings.set("sasl.passwort", "s3cret");
        FAIL();
    } catch (const NotOpened& refused) {
        EXPECT_TRUE(std::string_view(refused.what()).contains("sasl.passwort")) << refused.what();
        EXPECT_FALSE(std::string_view(refused.what()).contains("s3cret")) << refused.what();
    }
}

class Nothing final : public runtime::Outbox {
  public:
    [[nodiscard]] std::string_view source() const override { return "order"; }
    [[nodiscard]] bool acquire() override { return true; }
    [[nodiscard]] std::vector<EventRecord> next(std::size_t) override { return {}; }
    [[nodiscard]] bool published(const EventRecord&) override { return true; }
    void rewind() override {}
};

/// A folder of secrets is not always whole: while it is exchanged, or after somebody's mistake.
TEST(KafkaSecurityTest, a_file_that_is_gone_is_said_and_tried_again) {
    const auto file = std::filesystem::path(testing::TempDir()) / "kafka_security_test_ca.pem";
    std::ofstream(file) << authority;
    std::mutex mutex;
    std::string troubles;
    KafkaOptions options;
    options.brokers = "127.0.0.1:1";
    options.security = {.tls = true, .ca = file.string()};
    options.on_trouble = [&](std::string_view why) {
        const std::scoped_lock lock(mutex);
        troubles.append(why).append("\n");
    };
    const auto said = [&](std::string_view what) {
        for (const auto until = std::chrono::steady_clock::now() + 20s;
             std::chrono::steady_clock::now() < until; std::this_thread::sleep_for(5ms)) {
            const std::scoped_lock lock(mutex);
            if (troubles.contains(what)) return true;
        }
        return false;
    };

    KafkaBus bus(options);
    std::filesystem::remove(file);
    bus.publish(std::make_unique<Nothing>());
    EXPECT_TRUE(said("ssl.ca.location")) << troubles;
    std::ofstream(file) << authority;
    EXPECT_TRUE(said("ssl://127.0.0.1:1/bootstrap")) << troubles;
    std::filesystem::remove(file);
    EXPECT_THROW(KafkaBus{options}, std::runtime_error);
}

}  // namespace
}  // namespace dangol::adapters::kafka
