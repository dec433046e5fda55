#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.hpp"

/// Configuration: flags over environment (DANGOL_*) over one TOML file over defaults. `dangol config show`
/// prints the result with where each value came from. Secrets come from the environment, from files named
/// there, or from the TOML file, which then is as secret as they are; never from flags, where every process
/// of the machine would see them. They are never printed.
namespace dangol::app {

struct Config {
    std::string data;
    std::string address;
    std::uint16_t port = 0;
    std::string admin_address;
    std::uint16_t admin_port = 0;
    unsigned threads = 1;
    std::size_t cache_mib = 0;                 ///< of states, for all contexts together
    std::vector<std::string> trusted_proxies;  ///< addresses and networks
    bool limits = true;                        ///< how often one client may ask
    std::vector<std::string> only;             ///< run only these contexts
    std::vector<std::string> without;          ///< run all but these
    bool demo = false;
    std::string web;       ///< empty: the web apps in the program
    std::string pictures;  ///< empty: a folder in `data`
    std::string log_level;
    std::string otlp;             ///< empty: tracing off
    std::string otlp_service;     ///< empty: the context, or dangol where there are several
    std::string otlp_attributes;  ///< "key=value,…"

    std::string database;        ///< empty: SQLite in `data`
    std::string database_owner;  ///< secret; empty: the schemas must be there
    std::string replica;         ///< empty: made from the host's name and the port
    std::string kafka;           ///< empty: the local bus
    bool kafka_tls = false;
    std::string kafka_ca;    ///< empty: the system's
    std::string kafka_cert;  ///< empty: no client certificate
    std::string kafka_key;
    std::string kafka_user;      ///< empty: no SASL
    std::string kafka_password;  ///< secret
    std::string kafka_sasl;      ///< empty: SCRAM-SHA-512
    std::string kafka_prefix;
    int kafka_partitions = 0;
    int kafka_replication = 0;
    Duration lame_duck{};
    Duration drain{};

    Duration pay_within{};
    Duration ask_after{};
    Duration cancel_after{};
    Duration cancel_answer_within{};
    Duration collect_within{};

    Duration charge_timeout{};
    Duration charge_valid{};
    Duration inquire_every{};

    std::string rider_time_zone;
    int rider_radius_metres = 0;
    Duration rider_lease{};
    Duration widen_after{};
    Duration give_up_after{};

    std::string telegram_url;
    std::string telegram_bot;
    std::string telegram_token;           ///< secret
    std::string telegram_webhook_secret;  ///< secret
    bool webhook_insecure = false;

    std::string token_key;                 ///< empty: in `data`
    std::string service_secret;            ///< secret
    std::vector<std::string> payment_url;  ///< where payment is, if not here: the URLs of its replicas
    Duration payment_slow_after{};
    unsigned payment_calls_max = 0;
    std::vector<std::string> provider_url;  ///< where the payment sandbox is, if not here
    Duration sandbox_delay{};
    Duration sandbox_jitter{};
    bool sandbox_troubles = false;  ///< `demo` allows them too

    [[nodiscard]] bool runs(std::string_view context) const;
    /// The payment sandbox runs with payment, unless it is said to be elsewhere; or alone.
    [[nodiscard]] bool runs_sandbox() const;
};

/// One setting: how it is called on the command line ("pay-within"), in the environment (DANGOL_PAY_WITHIN)
/// and in the file (pay-within = "30m").
struct Setting {
    std::string name;
    std::string fallback;
    std::string help;
    bool secret = false;
    std::function<void(Config&, const std::string&)>
        apply;  ///< throws std::invalid_argument with what would be right
};
[[nodiscard]] const std::vector<Setting>& settings();

struct Value {
    std::string text;
    std::string source;  ///< "flag", "DANGOL_PORT", "dangol.toml", "default"
};
using Values = std::map<std::string, Value>;

/// Finds every setting's value. `file` empty: no file. Throws std::invalid_argument for an unknown name in
/// the file, or a file that cannot be read.
[[nodiscard]] Values resolve(const std::map<std::string, std::string>& flags, const std::string& file,
                             const std::function<const char*(const char*)>& environment);
/// Throws std::invalid_argument, naming the setting and its source.
[[nodiscard]] Config config_from(const Values& values);
/// The table that `dangol config show` prints.
[[nodiscard]] std::string shown(const Values& values);

/// "500ms", "30s", "10m", "2h".
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

}  // namespace dangol::app
