// Creates a sign-in code for an operator.
#include <unistd.h>

#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "adapters/system/temporary_folder.hpp"
#include "adapters/telemetry/log.hpp"
#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "app/installation.hpp"
#include "app/setting_flags.hpp"
#include "contexts/identity/identity.hpp"

namespace dangol::admin {
namespace {

/// Identity alone, on a random local port. The relay of the running services publishes its events.
app::Config alone(app::Config config) {
    config.only = {"identity"};
    config.without.clear();
    config.kafka.clear();
    config.demo = false;
    config.address = "127.0.0.1";
    config.port = 0;
    config.replica = fmt::format("admin-{}", ::getpid());
    return config;
}

int make_code(app::Config config, const std::string& login) {
    const auto port = config.port;
    config = alone(std::move(config));
    std::optional<adapters::TemporaryFolder> nothing;
    if (!config.database.empty()) {
        // No token is signed here, so neither the signing key nor the data folder is needed.
        config.data = nothing.emplace().path();
        config.token_key.clear();
    }
    adapters::set_log_level("warn");
    app::Installation installation(config);
    installation.start();
    const auto code = installation.with_identity(
        [&](const identity::Codes& codes, runtime::Unit& unit) { return codes.operator_code(unit, login); });
    installation.stop();
    if (!code) {
        fmt::print(stderr, "{}\n{}\n", code.error().detail.ko, code.error().detail.en);
        return 1;
    }
    fmt::print(
        "one-time code for operator '{}', valid for 24 h:\n  {}\n"
        "open http://127.0.0.1:{}/ops#code={}\n",
        login, *code, port, *code);
    return 0;
}

}  // namespace

void add_operator(CLI::App& admin, int& status) {
    struct Wanted {
        app::SettingFlags flags;
        std::string login = "operator";
    };
    const auto wanted = std::make_shared<Wanted>();
    Command command(admin, "operator",
                    "create a one-time sign-in link for an operator\n\n"
                    "Examples:\n"
                    "  dangol admin operator --data ./data            with SQLite, stop the server first\n"
                    "  dangol admin operator --login night-shift --database postgresql://dangol@db/dangol");
    wanted->flags.add_to(command.app(), {"data", "database", "port"});
    command.option("--login", wanted->login, "login name of the operator", {.type = "operator"});
    command.runs([wanted] { return make_code(wanted->flags.config(), wanted->login); }, status);
}

}  // namespace dangol::admin
