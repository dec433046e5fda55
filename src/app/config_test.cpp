#include "app/config.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

namespace dangol::app {
namespace {

using Environment = std::map<std::string, std::string>;

Values resolved(const std::map<std::string, std::string>& flags, const std::string& file,
                const Environment& environment) {
    return resolve(flags, file, [&](const char* name) {
        const auto found = environment.find(name);
        return found == environment.end() ? nullptr : found->second.c_str();
    });
}

/// Each test has a file of its own: several run at the same time, each in its process.
std::string file_with(const std::string& text) {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    auto path = ::testing::TempDir() + "dangol_config_" + test->name() + ".toml";
    std::ofstream(path) << text;
    return path;
}

TEST(Config, flags_win_over_the_environment_over_the_file_over_defaults) {
    const auto file = file_with("port = 1\naddress = \"0.0.0.0\"\npay-within = \"1m\"\n");
    const auto values = resolved({{"port", "3"}}, file, {{"DANGOL_PORT", "2"}, {"DANGOL_ADDRESS", "::1"}});
    const auto config = config_from(values);
    EXPECT_EQ(config.port, 3);
    EXPECT_EQ(config.address, "::1");
    EXPECT_EQ(config.pay_within, std::chrono::minutes{1});
    EXPECT_EQ(config.ask_after, std::chrono::minutes{3});
    EXPECT_EQ(values.at("port").source, "flag");
    EXPECT_EQ(values.at("address").source, "DANGOL_ADDRESS");
    EXPECT_EQ(values.at("pay-within").source, file);
    EXPECT_EQ(values.at("ask-after").source, "default");
}

TEST(Config, a_wrong_value_is_named_with_its_source) {
    try {
        static_cast<void>(config_from(resolved({}, {}, {{"DANGOL_PAY_WITHIN", "soon"}})));
        FAIL();
    } catch (const std::invalid_argument& error) {
        EXPECT_NE(std::string(error.what()).find("pay-within = 'soon' (from DANGOL_PAY_WITHIN)"),
                  std::string::npos);
    }
}

TEST(Config, the_cache_has_16_mib_unless_told_otherwise) {
    EXPECT_EQ(config_from(resolved({}, {}, {})).cache_mib, 16U);
    EXPECT_EQ(config_from(resolved({{"cache-mib", "64"}}, {}, {})).cache_mib, 64U);
    EXPECT_THROW(static_cast<void>(config_from(resolved({{"cache-mib", "0"}}, {}, {}))),
                 std::invalid_argument);
}

TEST(Config, an_unknown_name_in_the_file_is_refused) {
    EXPECT_THROW(static_cast<void>(resolved({}, file_with("prot = 1\n"), {})), std::invalid_argument);
}

TEST(Config, a_password_within_an_address_is_never_shown) {
    for (const char* address :
         {"postgresql://dangol:s3cret@db/dangol", "postgresql://dangol:s3c:r3t@db:5432/dangol",
          "postgresql://dangol:s3c/r3t@db/dangol",
          "postgresql://db/dangol?user=dangol&password=s3cret&sslmode=require",
          "host=db user=dangol password=s3cret"}) {
        const auto table = shown(resolved({{"database", address}}, {}, {}));
        EXPECT_EQ(table.find("s3c"), std::string::npos) << table;
        EXPECT_EQ(table.find("r3t"), std::string::npos) << table;
        EXPECT_NE(table.find("db"), std::string::npos) << "what is not secret stays: " << table;
    }
    const auto plain = shown(resolved({{"database", "postgresql://dangol@db:5432/dangol"}}, {}, {}));
    EXPECT_NE(plain.find("postgresql://dangol@db:5432/dangol"), std::string::npos) << plain;
    EXPECT_EQ(shown(resolved({{"otlp", "http://me:s3cret@collector:4318"}}, {}, {})).find("s3cret"),
              std::string::npos);
}

TEST(Config, an_unknown_log_level_is_refused_with_those_that_there_are) {
    try {
        static_cast<void>(config_from(resolved({{"log-level", "loud"}}, {}, {})));
        FAIL();
    } catch (const std::invalid_argument& error) {
        EXPECT_STREQ(error.what(),
                     "log-level = 'loud' (from flag) must be one of trace, debug, info, warn, error, off");
    }
    for (const char* level : {"trace", "debug", "info", "warn", "error", "off"})
        EXPECT_EQ(config_from(resolved({{"log-level", level}}, {}, {})).log_level, level);
}

TEST(Config, secrets_are_never_shown) {
    const auto secret = file_with("s3cret\n");
    const auto values = resolved({}, {}, {{"DANGOL_TELEGRAM_TOKEN_FILE", secret}});
    EXPECT_EQ(config_from(values).telegram_token, "s3cret");
    EXPECT_EQ(shown(values).find("s3cret"), std::string::npos);
}

TEST(Config, a_secret_may_stand_in_the_file_and_is_not_shown_either) {
    const auto values = resolved({}, file_with("telegram-token = \"s3cret\"\n"), {});
    EXPECT_EQ(config_from(values).telegram_token, "s3cret");
    EXPECT_FALSE(shown(values).contains("s3cret"));
}

TEST(Config, the_password_at_kafka_comes_from_the_environment_or_a_file_and_is_never_shown) {
    const auto secret = file_with("s3cret\n");
    for (const Environment& given : {Environment{{"DANGOL_KAFKA_PASSWORD", "s3cret"}},
                                     Environment{{"DANGOL_KAFKA_PASSWORD_FILE", secret}}}) {
        const auto values = resolved({{"kafka-user", "dangol"}, {"kafka-sasl", "PLAIN"}}, {}, given);
        const auto config = config_from(values);
        EXPECT_EQ(config.kafka_password, "s3cret");
        EXPECT_EQ(config.kafka_user, "dangol");
        EXPECT_EQ(config.kafka_sasl, "PLAIN");
        EXPECT_FALSE(shown(values).contains("s3cret"));
    }
    EXPECT_THROW(static_cast<void>(config_from(resolved({{"kafka-sasl", "GSSAPI"}}, {}, {}))),
                 std::invalid_argument);
}

TEST(Config, contexts_are_chosen_by_name) {
    const auto config = config_from(resolved({{"only", "order,payment"}, {"without", "payment"}}, {}, {}));
    EXPECT_TRUE(config.runs("order"));
    EXPECT_FALSE(config.runs("payment"));
    EXPECT_FALSE(config.runs("cafe"));
    EXPECT_THROW(static_cast<void>(config_from(resolved({{"only", "coffee"}}, {}, {}))),
                 std::invalid_argument);
}

TEST(Config, the_sandbox_runs_with_payment_unless_it_is_elsewhere) {
    const auto sandbox_runs = [](const std::map<std::string, std::string>& flags) {
        return config_from(resolved(flags, {}, {})).runs_sandbox();
    };
    EXPECT_TRUE(sandbox_runs({}));
    EXPECT_FALSE(sandbox_runs({{"without", "payment"}}));
    EXPECT_FALSE(sandbox_runs({{"provider-url", "http://bank:1"}}));
    EXPECT_TRUE(sandbox_runs({{"only", "sandbox"}}));
    EXPECT_FALSE(config_from(resolved({{"only", "sandbox"}}, {}, {})).runs("payment"));
}

TEST(Config, other_processes_are_named_by_their_urls) {
    const auto config = config_from(resolved({{"payment-url", "http://a:1/,http://b:2"}}, {}, {}));
    EXPECT_EQ(config.payment_url, (std::vector<std::string>{"http://a:1", "http://b:2"}));
    EXPECT_THROW(static_cast<void>(config_from(resolved({{"payment-url", "a:1"}}, {}, {}))),
                 std::invalid_argument);
}

TEST(Config, a_service_secret_must_be_worth_the_name) {
    EXPECT_THROW(static_cast<void>(config_from(resolved({}, {}, {{"DANGOL_SERVICE_SECRET", "short"}}))),
                 std::invalid_argument);
    const std::string secret(32, 's');
    EXPECT_EQ(config_from(resolved({}, {}, {{"DANGOL_SERVICE_SECRET", secret}})).service_secret, secret);
}

TEST(Config, limits_clients_unless_told_otherwise) {
    EXPECT_TRUE(config_from(resolved({}, {}, {})).limits);
    EXPECT_FALSE(config_from(resolved({{"limits", "off"}}, {}, {})).limits);
    EXPECT_THROW(static_cast<void>(config_from(resolved({{"limits", "false"}}, {}, {}))),
                 std::invalid_argument);
}

TEST(Config, trusts_the_proxies_that_it_is_told_of) {
    EXPECT_EQ(config_from(resolved({}, {}, {})).trusted_proxies,
              (std::vector<std::string>{"127.0.0.0/8", "::1"}));
    const auto config = config_from(resolved({{"trusted-proxies", "10.0.0.0/8,192.0.2.7"}}, {}, {}));
    EXPECT_EQ(config.trusted_proxies, (std::vector<std::string>{"10.0.0.0/8", "192.0.2.7"}));
    EXPECT_THROW(static_cast<void>(config_from(resolved({{"trusted-proxies", "gateway"}}, {}, {}))),
                 std::invalid_argument);
}

}  // namespace
}  // namespace dangol::app
