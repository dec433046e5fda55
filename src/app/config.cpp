// The settings, and where their values come from.
#include "app/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace dangol::app {
namespace {

template <class Number>
Number number_in(const std::string& text, Number min, Number max) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < min || number > max) {
        throw std::invalid_argument(fmt::format("must be a number from {} to {}", min, max));
    }
    return number;
}

bool yes_or_no(const std::string& text) {
    if (text == "true" || text == "1" || text == "yes") return true;
    if (text == "false" || text == "0" || text == "no") return false;
    throw std::invalid_argument("must be true or false");
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    return parts;
}

void must_be_context(const std::string& name, bool or_sandbox) {
    static const std::vector<std::string> known{"identity", "cafe",   "order",        "payment",
                                                "delivery", "mypage", "notification", "sandbox"};
    if (std::ranges::find(known, name) != known.end() && (or_sandbox || name != "sandbox")) return;
    throw std::invalid_argument("'" + name +
                                "' is not a context; choose from identity, cafe, order, payment, " +
                                "delivery, mypage, notification" + (or_sandbox ? ", sandbox" : ""));
}

std::vector<std::string> names_in(const std::string& text, bool or_sandbox) {
    auto names = parts_of(text);
    for (const auto& name : names) must_be_context(name, or_sandbox);
    return names;
}

/// "http://10.0.0.7:8088" of a part of our own system, without a path.
std::string checked_url(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    if (!url.starts_with("http://") && !url.starts_with("https://"))
        throw std::invalid_argument("'" + url + "' must begin with http:// or https://");
    return url;
}

std::vector<std::string> urls_in(const std::string& text) {
    auto urls = parts_of(text);
    for (auto& url : urls) url = checked_url(std::move(url));
    return urls;
}

std::map<std::string, std::string> peers_in(const std::string& text) {
    std::map<std::string, std::string> peers;
    for (const auto& part : parts_of(text)) {
        const auto equals = part.find('=');
        if (equals == std::string::npos)
            throw std::invalid_argument("must be like cafe=http://…,order=http://…");
        const auto name = part.substr(0, equals);
        must_be_context(name, true);
        peers[name] = checked_url(part.substr(equals + 1));
    }
    return peers;
}

std::string checked_secret(const std::string& secret) {
    constexpr std::size_t bytes_min = 32;
    if (!secret.empty() && secret.size() < bytes_min) {
        throw std::invalid_argument(
            fmt::format("must have at least {} characters; `openssl rand -hex 32` makes one", bytes_min));
    }
    return secret;
}

std::string sasl_mechanism(const std::string& name) {
    if (name.empty() || name == "PLAIN" || name == "SCRAM-SHA-256" || name == "SCRAM-SHA-512") return name;
    throw std::invalid_argument("must be SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN");
}

Setting duration(std::string name, std::string fallback, std::string help, Duration Config::* member) {
    return {std::move(name), std::move(fallback), std::move(help), false,
            [member](Config& config, const std::string& text) {
                const auto value = parse_duration(text);
                if (!value) throw std::invalid_argument("must be a duration such as 500ms, 30s, 10m or 2h");
                config.*member = *value;
            }};
}

Setting text(std::string name, std::string fallback, std::string help, std::string Config::* member,
             bool secret = false) {
    return {std::move(name), std::move(fallback), std::move(help), secret,
            [member](Config& config, const std::string& value) { config.*member = value; }};
}

std::string environment_name(std::string_view name) {
    std::string upper = "DANGOL_";
    for (const char c : name)
        upper += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return upper;
}

/// What OpenTelemetry's own specification calls these settings; ours go first.
constexpr std::array<std::pair<std::string_view, const char*>, 3> common_names{{
    {"otlp", "OTEL_EXPORTER_OTLP_ENDPOINT"},
    {"otlp-service", "OTEL_SERVICE_NAME"},
    {"otlp-attributes", "OTEL_RESOURCE_ATTRIBUTES"},
}};

std::string first_line_of(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) throw std::invalid_argument("cannot read the secret in " + path);
    return line;
}

std::string toml_text(const toml::node& node) {
    if (const auto* string = node.as_string()) return string->get();
    if (const auto* integer = node.as_integer()) return std::to_string(integer->get());
    if (const auto* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
    if (const auto* floating = node.as_floating_point()) return fmt::format("{}", floating->get());
    if (const auto* array = node.as_array()) {
        std::string joined;
        for (const auto& item : *array) joined += (joined.empty() ? "" : ",") + toml_text(item);
        return joined;
    }
    throw std::invalid_argument("must be a text, a number, true, false, or a list of them");
}

}  // namespace

bool Config::runs(std::string_view context) const {
    const auto named = [&](const std::vector<std::string>& names) {
        return std::ranges::find(names, context) != names.end();
    };
    return (only.empty() || named(only)) && !named(without);
}

bool Config::runs_sandbox() const {
    const bool alone = std::ranges::find(only, "sandbox") != only.end();
    return alone || (runs("payment") && provider_url.empty());
}

const std::vector<Setting>& settings() {
    static const std::vector<Setting> table{
        text("data", "data", "folder that holds all data", &Config::data),
        text("address", "127.0.0.1", "address to listen on; 0.0.0.0 for all", &Config::address),
        {"port", "8088", "port to listen on; 0 takes any free one", false,
         [](Config& c, const std::string& v) { c.port = number_in<std::uint16_t>(v, 0, 65535); }},
        {"threads", "1", "threads that serve HTTP", false,
         [](Config& c, const std::string& v) { c.threads = number_in<unsigned>(v, 1, 64); }},
        {"only", "", "run only these contexts, e.g. order,payment; or sandbox, the payment sandbox", false,
         [](Config& c, const std::string& v) { c.only = names_in(v, true); }},
        {"without", "", "run all contexts but these, e.g. cafe", false,
         [](Config& c, const std::string& v) { c.without = names_in(v, false); }},
        {"demo", "false", "bring three cafés with their menus", false,
         [](Config& c, const std::string& v) { c.demo = yes_or_no(v); }},
        text("web", "", "file with the web apps, instead of those in the program: web/dist/web.pack",
             &Config::web),
        text("pictures", "", "folder of the menus' pictures, shared by replicas; default: in the data folder",
             &Config::pictures),
        text("log-level", "info", "trace, debug, info, warn, error or off", &Config::log_level),
        {"otlp", "", "collector of OpenTelemetry that gets spans: http://HOST:4318", false,
         [](Config& c, const std::string& v) { c.otlp = v.empty() ? v : checked_url(v); }},
        text("otlp-service", "", "name of this process among its spans; default: its context",
             &Config::otlp_service),
        text("otlp-attributes", "", "what else spans say of this process: key=value,…",
             &Config::otlp_attributes),
        text("database", "", "PostgreSQL instead of SQLite: postgresql://dangol@host/dangol",
             &Config::database),
        text("database-owner", "", "the role that may change the schema, which is done at start",
             &Config::database_owner, true),
        text("replica", "", "this process among replicas of the same contexts; default: host and port",
             &Config::replica),
        text("kafka", "", "Kafka instead of the local bus: host:port,…", &Config::kafka),
        {"kafka-tls", "false", "speak TLS with Kafka", false,
         [](Config& c, const std::string& v) { c.kafka_tls = yes_or_no(v); }},
        text("kafka-ca", "",
             "PEM file of who signed the brokers' certificates; default: whom the system trusts",
             &Config::kafka_ca),
        text("kafka-cert", "", "PEM file of our certificate, for brokers that ask for one",
             &Config::kafka_cert),
        text("kafka-key", "", "PEM file of the key that belongs to it", &Config::kafka_key),
        text("kafka-user", "", "our name at Kafka (SASL)", &Config::kafka_user),
        text("kafka-password", "", "the password that belongs to it", &Config::kafka_password, true),
        {"kafka-sasl", "", "how it is proven: SCRAM-SHA-512 (default), SCRAM-SHA-256 or PLAIN", false,
         [](Config& c, const std::string& v) { c.kafka_sasl = sasl_mechanism(v); }},
        text("kafka-prefix", "dangol.", "before each topic and consumer group", &Config::kafka_prefix),
        {"kafka-partitions", "6", "of a topic that is made", false,
         [](Config& c, const std::string& v) { c.kafka_partitions = number_in<int>(v, 1, 1000); }},
        {"kafka-replication", "1", "of a topic that is made; 3 where nothing may be lost", false,
         [](Config& c, const std::string& v) { c.kafka_replication = number_in<int>(v, 1, 9); }},
        duration("lame-duck", "0s",
                 "how long to go on serving at shutdown, not ready any more, until callers ask others",
                 &Config::lame_duck),
        duration("drain", "10s", "how long requests in flight may take at shutdown", &Config::drain),
        duration("pay-within", "30m", "an order that is not paid by then expires", &Config::pay_within),
        duration("ask-after", "3m", "unanswered by the café for so long: ask the customer",
                 &Config::ask_after),
        duration("cancel-after", "10m", "unanswered by the café for so long: cancel", &Config::cancel_after),
        duration("cancel-answer-within", "2s", "how long a cancel waits for the café's verdict",
                 &Config::cancel_answer_within),
        duration("collect-within", "60m", "a made drink that nobody collects by then ends the order",
                 &Config::collect_within),
        duration("charge-timeout", "5s", "how long the payment provider may take to answer",
                 &Config::charge_timeout),
        duration("charge-valid", "60s", "the provider must not charge later than this after the order",
                 &Config::charge_valid),
        duration("inquire-every", "1s", "first pause before asking the provider about an unknown payment",
                 &Config::inquire_every),
        {"rider-radius", "3000", "metres around the place of delivery in which riders see an offer", false,
         [](Config& c, const std::string& v) { c.rider_radius_metres = number_in<int>(v, 100, 50'000); }},
        duration("rider-lease", "10m", "a claimed delivery that is not picked up by then is offered again",
                 &Config::rider_lease),
        duration("widen-after", "3m", "an unclaimed offer is shown farther away after this",
                 &Config::widen_after),
        duration("give-up-after", "20m", "an order without a rider is refunded after this",
                 &Config::give_up_after),
        text("telegram-url", "https://api.telegram.org", "base address of the Telegram Bot API",
             &Config::telegram_url),
        text("telegram-bot", "", "name of the Telegram bot, for the link that customers open",
             &Config::telegram_bot),
        text("telegram-token", "", "token of the Telegram bot", &Config::telegram_token, true),
        text("telegram-webhook-secret", "", "secret in the path that Telegram calls",
             &Config::telegram_webhook_secret, true),
        {"webhook-insecure", "false", "allow webhooks to http and private addresses (tests only)", false,
         [](Config& c, const std::string& v) { c.webhook_insecure = yes_or_no(v); }},
        text("token-key", "",
             "PEM file of the key that signs tokens; the public half is enough without identity",
             &Config::token_key),
        {"service-secret", "", "what processes of ours prove to each other that they are with", true,
         [](Config& c, const std::string& v) { c.service_secret = checked_secret(v); }},
        {"payment-url", "", "where payment runs if not here: http://HOST:PORT,… of all its replicas", false,
         [](Config& c, const std::string& v) { c.payment_url = urls_in(v); }},
        duration("payment-slow-after", "3s", "half of the payments taking longer opens the circuit breaker",
                 &Config::payment_slow_after),
        {"payment-calls-max", "512", "how many payments may be under way to another process at once", false,
         [](Config& c, const std::string& v) { c.payment_calls_max = number_in<unsigned>(v, 1, 10'000); }},
        {"provider-url", "", "where the payment sandbox runs if not with payment: http://HOST:PORT", false,
         [](Config& c, const std::string& v) { c.provider_url = urls_in(v); }},
        duration("sandbox-delay", "0ms", "how long the payment sandbox takes for each answer",
                 &Config::sandbox_delay),
        duration("sandbox-jitter", "0ms", "… and how much longer or shorter that may be",
                 &Config::sandbox_jitter),
        {"peers", "", "forward what belongs to contexts elsewhere: cafe=http://HOST:PORT,…", false,
         [](Config& c, const std::string& v) { c.peers = peers_in(v); }},
    };
    return table;
}

Values resolve(const std::map<std::string, std::string>& flags, const std::string& file,
               const std::function<const char*(const char*)>& environment) {
    Values values;
    for (const auto& setting : settings()) values[setting.name] = {setting.fallback, "default"};
    if (!file.empty()) {
        try {
            for (const auto& [key, node] : toml::parse_file(file)) {
                const std::string name(key.str());
                if (!values.contains(name)) throw std::invalid_argument("'" + name + "' is not a setting");
                values[name] = {toml_text(node), file};
            }
        } catch (const toml::parse_error& error) {
            throw std::invalid_argument(file + ": " + std::string(error.description()));
        }
    }
    for (const auto& [setting, name] : common_names) {
        if (const auto* value = environment(name)) values[std::string(setting)] = {value, name};
    }
    for (const auto& setting : settings()) {
        const auto name = environment_name(setting.name);
        if (const auto* value = environment(name.c_str())) values[setting.name] = {value, name};
        if (!setting.secret) continue;
        if (const auto* path = environment((name + "_FILE").c_str())) {
            values[setting.name] = {first_line_of(path), name + "_FILE"};
        }
    }
    for (const auto& [name, value] : flags) values[name] = {value, "flag"};
    return values;
}

Config config_from(const Values& values) {
    Config config;
    for (const auto& setting : settings()) {
        const auto& value = values.at(setting.name);
        try {
            setting.apply(config, value.text);
        } catch (const std::invalid_argument& error) {
            throw std::invalid_argument(fmt::format("{} = '{}' (from {}) {}", setting.name,
                                                    setting.secret ? "…" : value.text, value.source,
                                                    error.what()));
        }
    }
    return config;
}

std::string shown(const Values& values) {
    std::string table;
    for (const auto& setting : settings()) {
        const auto& value = values.at(setting.name);
        const auto text = setting.secret ? (value.text.empty() ? "(not set)" : "(secret)") : value.text;
        table += fmt::format("{:<24} {:<28} {:<16} # {}\n", setting.name, text, value.source, setting.help);
    }
    return table;
}

std::optional<Duration> parse_duration(std::string_view text) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || count < 0 || count > 1'000'000'000) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (unit == "ms") return Duration{count};
    if (unit == "s") return std::chrono::seconds{count};
    if (unit == "m") return std::chrono::minutes{count};
    if (unit == "h") return std::chrono::hours{count};
    return std::nullopt;
}

}  // namespace dangol::app
