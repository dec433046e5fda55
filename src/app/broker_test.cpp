#include "app/broker.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace dangol::app {
namespace {

/// A system on a broker that demands all there is.
Config secured() {
    Config config;
    config.kafka = "broker:9093";
    config.kafka_tls = true;
    config.kafka_ca = "ca.pem";
    config.kafka_cert = "we.pem";
    config.kafka_key = "we.key";
    config.kafka_user = "dangol";
    config.kafka_password = "s3cret";
    config.kafka_sasl = "PLAIN";
    return config;
}

std::string refusal_of(const Config& config) {
    try {
        check_broker(config);
        return {};
    } catch (const std::invalid_argument& refused) {
        return refused.what();
    }
}

TEST(Broker, everything_that_it_demands_reaches_the_adapter) {
    const auto security = broker_of(secured(), {}).security;
    EXPECT_TRUE(security.tls);
    EXPECT_EQ(security.ca, "ca.pem");
    EXPECT_EQ(security.certificate, "we.pem");
    EXPECT_EQ(security.key, "we.key");
    EXPECT_EQ(security.user, "dangol");
    EXPECT_EQ(security.password, "s3cret");
    EXPECT_EQ(security.mechanism, "PLAIN");
}

TEST(Broker, a_user_is_proven_by_scram_unless_said_otherwise) {
    auto config = secured();
    config.kafka_sasl.clear();
    EXPECT_EQ(broker_of(config, {}).security.mechanism, "SCRAM-SHA-512");
}

TEST(Broker, what_belongs_together_may_be_given_alone) {
    Config open;
    EXPECT_EQ(refusal_of(open), "");
    open.kafka = "broker:9092";
    EXPECT_EQ(refusal_of(open), "");
    auto only_tls = open;
    only_tls.kafka_tls = true;
    EXPECT_EQ(refusal_of(only_tls), "");
    auto only_user = open;  // inside a mesh that encrypts by itself
    only_user.kafka_user = "dangol";
    only_user.kafka_password = "s3cret";
    EXPECT_EQ(refusal_of(only_user), "");
}

TEST(Broker, contradictions_are_refused_with_what_would_be_right) {
    struct Case {
        std::string Config::* member;
        const char* value;
        const char* said;
    };
    for (const auto& [member, value, said] : {
             Case{&Config::kafka, "", "need kafka: say where the brokers are"},
             Case{&Config::kafka_key, "", "kafka-cert and kafka-key belong together"},
             Case{&Config::kafka_cert, "", "kafka-cert and kafka-key belong together"},
             Case{&Config::kafka_password, "", "DANGOL_KAFKA_PASSWORD_FILE"},
             Case{&Config::kafka_user, "", "kafka-password needs kafka-user"},
         }) {
        auto config = secured();
        config.*member = value;
        EXPECT_TRUE(refusal_of(config).contains(said)) << said << ": " << refusal_of(config);
        EXPECT_FALSE(refusal_of(config).contains("s3cret"));
        EXPECT_THROW(static_cast<void>(broker_of(config, {})), std::invalid_argument);
    }

    auto clear = secured();
    clear.kafka_tls = false;
    EXPECT_TRUE(refusal_of(clear).contains("need kafka-tls")) << refusal_of(clear);
    clear.kafka_ca = clear.kafka_cert = clear.kafka_key = "";
    EXPECT_TRUE(refusal_of(clear).contains("travel in the clear")) << refusal_of(clear);
    clear.kafka_sasl = "SCRAM-SHA-256";
    EXPECT_EQ(refusal_of(clear), "");
    clear.kafka_user = clear.kafka_password = "";
    EXPECT_TRUE(refusal_of(clear).contains("kafka-sasl needs kafka-user")) << refusal_of(clear);
}

}  // namespace
}  // namespace dangol::app
