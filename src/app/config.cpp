// The table of settings, and the resolution of their values: flag, environment, file, default.
#include "app/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "adapters/http/client_address.hpp"
#include "contexts/payment/payment.hpp"
#include "core/calendar.hpp"

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

bool on_or_off(const std::string& text) {
    if (text == "on") return true;
    if (text == "off") return false;
    throw std::invalid_argument("must be on or off");
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

/// The base URL of a Dangol process, "http://10.0.0.7:8088", without a path.
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

std::vector<std::string> proxies_in(const std::string& text) {
    auto proxies = parts_of(text);
    static_cast<void>(adapters::TrustedProxies(proxies));  // throws if one is no address
    return proxies;
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

std::string time_zone(const std::string& name) {
    if (is_time_zone(name)) return name;
    throw std::invalid_argument("must be the IANA name of a time zone, such as Asia/Seoul");
}

std::string log_level(const std::string& name) {
    static constexpr std::array<std::string_view, 6> levels{"trace", "debug", "info", "warn", "error", "off"};
    if (std::ranges::find(levels, name) != levels.end()) return name;
    throw std::invalid_argument(fmt::format("must be one of {}", fmt::join(levels, ", ")));
}

/// A value that may carry a password: in a URL before the host (user:password@host), or as password=….
std::string masked(std::string text) {
    for (auto at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
        const auto begin = at + 3;
        const auto host = text.rfind('@', text.find_first_of("?#, ", begin));
        const auto colon = text.find(':', begin);
        if (host == std::string::npos || host < begin || colon > host) continue;
        text.replace(colon + 1, host - colon - 1, "…");
    }
    for (auto at = text.find("password="); at != std::string::npos; at = text.find("password=", at + 9)) {
        const auto begin = at + 9;
        const auto end = text.find_first_of("& ", begin);
        text.replace(begin, end == std::string::npos ? end : end - begin, "…");
    }
    return text;
}

Setting duration(std::string name, std::string fallback, std::string help, Duration Config::* member) {
    return {std::move(name), std::move(fallback), std::move(help), false,
            [member](Config& config, const std::string& text) {
                const auto value = parse_duration(text);
                if (!value) throw std::invalid_argument("must be a duration such as 500ms, 30s, 10m or 2h");
                config.*member = *value;
            }};
}

/// As a person would write it in the file.
std::string written(Duration duration) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(duration);
    return seconds == duration ? fmt::format("{}s", seconds.count()) : fmt::format("{}ms", duration.count());
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

/// Environment variables of the OpenTelemetry specification. DANGOL_* overrides them.
constexpr std::array<std::pair<std::string_view, const char*>, 3> common_names{{
    {"otlp", "OTEL_EXPORTER_OTLP_ENDPOINT"},
    {"otlp-service", "OTEL_SERVICE_NAME"},
    {"otlp-attributes", "OTEL_RESOURCE_ATTRIBUTES"},
}};

std::string first_line_of(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) throw std::invalid_argument("cannot read the secret from " + path);
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
    throw std::invalid_argument("must be a string, a number, a boolean, or an array of these");
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
        text("data", "data", "data folder", &Config::data),
        text("address", "127.0.0.1", "address to listen on; 0.0.0.0: all interfaces", &Config::address),
        {"port", "8088", "port to listen on; 0: any free port", false,
         [](Config& c, const std::string& v) { c.port = number_in<std::uint16_t>(v, 0, 65535); }},
        text("admin-address", "127.0.0.1",
             "address of the admin port, which serves /metrics and /observe; 0.0.0.0: all interfaces",
             &Config::admin_address),
        {"admin-port", "9088", "port for /metrics and /observe; 0: any free port", false,
         [](Config& c, const std::string& v) { c.admin_port = number_in<std::uint16_t>(v, 0, 65535); }},
        {"threads", "1", "number of HTTP threads", false,
         [](Config& c, const std::string& v) { c.threads = number_in<unsigned>(v, 1, 64); }},
        {"cache-mib", "16", "memory for what was used lately, in MiB, for all contexts together", false,
         [](Config& c, const std::string& v) { c.cache_mib = number_in<std::size_t>(v, 1, 65'536); }},
        {"trusted-proxies", "127.0.0.0/8,::1",
         "proxies whose X-Forwarded-For is believed: addresses and networks, e.g. 10.0.0.0/8", false,
         [](Config& c, const std::string& v) { c.trusted_proxies = proxies_in(v); }},
        {"limits", "on", "limits on requests of one client, account or order; off: for tests and load tests",
         false, [](Config& c, const std::string& v) { c.limits = on_or_off(v); }},
        {"only", "", "run only these contexts, e.g. order,payment; sandbox: the payment sandbox", false,
         [](Config& c, const std::string& v) { c.only = names_in(v, true); }},
        {"without", "", "run all contexts except these, e.g. cafe", false,
         [](Config& c, const std::string& v) { c.without = names_in(v, false); }},
        {"demo", "false", "create three demo cafés with menus, and print sign-in links at the first start",
         false, [](Config& c, const std::string& v) { c.demo = yes_or_no(v); }},
        text("web", "", "web app bundle to serve instead of the built-in one, e.g. web/dist/web.pack",
             &Config::web),
        text("pictures", "",
             "folder for menu pictures; replicas must share it; default: inside the data folder",
             &Config::pictures),
        {"log-level", "info", "log level: trace, debug, info, warn, error or off", false,
         [](Config& c, const std::string& v) { c.log_level = log_level(v); }},
        {"otlp", "", "OpenTelemetry collector for traces: http://HOST:4318", false,
         [](Config& c, const std::string& v) { c.otlp = v.empty() ? v : checked_url(v); }},
        text("otlp-service", "",
             "service.name in traces; default: the context, or dangol if there are several",
             &Config::otlp_service),
        text("otlp-attributes", "", "extra resource attributes in traces: key=value,…",
             &Config::otlp_attributes),
        text("database", "", "use PostgreSQL instead of SQLite: postgresql://dangol@host/dangol",
             &Config::database),
        text("database-owner", "",
             "connection URL of the schema owner; if set, schemas are migrated at start",
             &Config::database_owner, true),
        text("replica", "", "unique name of this replica; default: host name and port", &Config::replica),
        text("kafka", "", "use Kafka instead of the local bus: host:port,…; needs database", &Config::kafka),
        {"kafka-tls", "false", "connect to Kafka with TLS", false,
         [](Config& c, const std::string& v) { c.kafka_tls = yes_or_no(v); }},
        text("kafka-ca", "",
             "PEM file of the CA that signed the brokers' certificates; default: the system's CAs",
             &Config::kafka_ca),
        text("kafka-cert", "", "PEM file of the client certificate, if the brokers require one",
             &Config::kafka_cert),
        text("kafka-key", "", "PEM file of the client certificate's key", &Config::kafka_key),
        text("kafka-user", "", "user name for Kafka (SASL)", &Config::kafka_user),
        text("kafka-password", "", "password for Kafka (SASL)", &Config::kafka_password, true),
        {"kafka-sasl", "", "SASL mechanism: SCRAM-SHA-512 (default), SCRAM-SHA-256 or PLAIN", false,
         [](Config& c, const std::string& v) { c.kafka_sasl = sasl_mechanism(v); }},
        text("kafka-prefix", "dangol.", "prefix for topic and consumer group names", &Config::kafka_prefix),
        {"kafka-partitions", "6", "partitions of newly created topics", false,
         [](Config& c, const std::string& v) { c.kafka_partitions = number_in<int>(v, 1, 1000); }},
        {"kafka-replication", "1", "replication factor of newly created topics; use 3 in production", false,
         [](Config& c, const std::string& v) { c.kafka_replication = number_in<int>(v, 1, 9); }},
        duration("lame-duck", "0s",
                 "time after SIGTERM in which requests are still served and /readyz returns 503",
                 &Config::lame_duck),
        duration("drain", "10s", "time limit for requests in flight at shutdown", &Config::drain),
        duration("pay-within", "30m", "unpaid orders expire after this time", &Config::pay_within),
        duration("ask-after", "3m", "if the café has not answered: ask the customer to wait or cancel",
                 &Config::ask_after),
        duration("cancel-after", "10m", "if the café has not answered: cancel and refund the order",
                 &Config::cancel_after),
        duration("cancel-answer-within", "2s",
                 "how long a cancel request waits for the café's decision before it returns 202",
                 &Config::cancel_answer_within),
        duration("collect-within", "60m",
                 "time to collect a finished pickup order before it ends as not collected",
                 &Config::collect_within),
        duration("charge-timeout", written(payment::Settings{}.call_timeout),
                 "timeout of a call to the payment provider", &Config::charge_timeout),
        duration("charge-valid", written(payment::Settings{}.charge_validity),
                 "validity of a charge request; the provider must reject it after this time",
                 &Config::charge_valid),
        duration("inquire-every", written(payment::Settings{}.retry_first),
                 "first retry delay when the outcome of a payment is unknown; doubles up to 1 min",
                 &Config::inquire_every),
        {"rider-radius", "3000",
         "riders within this distance of the delivery address see the offer, in metres", false,
         [](Config& c, const std::string& v) { c.rider_radius_metres = number_in<int>(v, 100, 50'000); }},
        {"rider-time-zone", Calendar{}.time_zone,
         "time zone of the riders' days of earnings, which begin at 05:00: Asia/Seoul", false,
         [](Config& c, const std::string& v) { c.rider_time_zone = time_zone(v); }},
        duration("rider-lease", "10m",
                 "a claimed delivery is offered again if it is not picked up within this time",
                 &Config::rider_lease),
        duration("widen-after", "3m", "the search radius of an unclaimed delivery grows after this time",
                 &Config::widen_after),
        duration("give-up-after", "20m",
                 "an order that no rider claims is cancelled and refunded after this time",
                 &Config::give_up_after),
        text("telegram-url", "https://api.telegram.org", "base URL of the Telegram Bot API",
             &Config::telegram_url),
        text("telegram-bot", "", "user name of the Telegram bot, used in the link that connects customers",
             &Config::telegram_bot),
        text("telegram-token", "", "Telegram bot token", &Config::telegram_token, true),
        text("telegram-webhook-secret", "", "secret path segment of the Telegram webhook",
             &Config::telegram_webhook_secret, true),
        {"webhook-insecure", "false", "allow webhooks over http and to private addresses (tests only)", false,
         [](Config& c, const std::string& v) { c.webhook_insecure = yes_or_no(v); }},
        text("token-key", "",
             "PEM file of the token signing key; processes without identity need only the public key",
             &Config::token_key),
        {"service-secret", "", "shared secret for service-to-service authentication", true,
         [](Config& c, const std::string& v) { c.service_secret = checked_secret(v); }},
        {"payment-url", "", "URLs of all payment replicas if payment runs elsewhere: http://HOST:PORT,…",
         false, [](Config& c, const std::string& v) { c.payment_url = urls_in(v); }},
        duration("payment-slow-after", "3s",
                 "calls that take longer are slow; the circuit breaker opens when half of them are",
                 &Config::payment_slow_after),
        {"payment-calls-max", "512", "maximum number of concurrent payment calls to another process", false,
         [](Config& c, const std::string& v) { c.payment_calls_max = number_in<unsigned>(v, 1, 10'000); }},
        {"provider-url", "", "URL of the payment sandbox if it runs as its own process: http://HOST:PORT",
         false, [](Config& c, const std::string& v) { c.provider_url = urls_in(v); }},
        duration("sandbox-delay", "0ms", "response delay of the payment sandbox", &Config::sandbox_delay),
        duration("sandbox-jitter", "0ms", "random variation of sandbox-delay, plus or minus",
                 &Config::sandbox_jitter),
        {"sandbox-troubles", "false",
         "let payment tokens make the sandbox hang: stall, stall_then_charge, timeout_after_charge; "
         "also on with demo (tests only)",
         false, [](Config& c, const std::string& v) { c.sandbox_troubles = yes_or_no(v); }},
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
                                                    setting.secret ? "…" : masked(value.text), value.source,
                                                    error.what()));
        }
    }
    return config;
}

std::string shown(const Values& values) {
    std::string table;
    for (const auto& setting : settings()) {
        const auto& value = values.at(setting.name);
        const auto text =
            setting.secret ? (value.text.empty() ? "(not set)" : "(secret)") : masked(value.text);
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
