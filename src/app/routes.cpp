// The program's routes, as the router has them.
#include "app/routes.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/config.hpp"
#include "app/installation.hpp"
#include "app/temporary_folder.hpp"

namespace dangol::app {
namespace {

void print_routes() {
    const TemporaryFolder folder;
    const auto no_environment = [](const char*) { return static_cast<const char*>(nullptr); };
    const Installation installation(config_from(resolve({{"data", folder.path()}}, {}, no_environment)));
    for (const auto& line : installation.route_lines()) fmt::print("{}\n", line);
}

}  // namespace

void add_routes_command(CLI::App& app, int& status) {
    auto* routes =
        app.add_subcommand("routes", "print all routes of the API with the roles that may use them");
    routes->callback([&status] {
        print_routes();
        status = 0;
    });
}

}  // namespace dangol::app
