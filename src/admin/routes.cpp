// The program's routes, as the router has them.
#include "admin/routes.hpp"

#include <fmt/format.h>

#include "adapters/system/temporary_folder.hpp"
#include "admin/command.hpp"
#include "app/config.hpp"
#include "app/installation.hpp"

namespace dangol::admin {
namespace {

void print_routes() {
    const adapters::TemporaryFolder folder;
    const auto no_environment = [](const char*) { return static_cast<const char*>(nullptr); };
    const app::Installation installation(
        app::config_from(app::resolve({{"data", folder.path()}}, {}, no_environment)));
    for (const auto& line : installation.route_lines()) fmt::print("{}\n", line);
}

}  // namespace

void add_routes_command(CLI::App& app, int& status) {
    Command routes(
        app, "routes",
        "print all routes of the API with the roles that may use them, and the 429s of their limits");
    routes.runs(
        [] {
            print_routes();
            return 0;
        },
        status);
}

}  // namespace dangol::admin
