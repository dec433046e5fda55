// The entry point: parses the command line and runs the command.
#include <exception>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/admin/admin.hpp"
#include "app/bench/bench.hpp"
#include "app/config.hpp"
#include "app/demo/demo.hpp"
#include "app/events.hpp"
#include "app/routes.hpp"
#include "app/serve.hpp"
#include "app/setting_flags.hpp"

namespace {

using namespace dangol::app;

constexpr const char* examples = R"(Examples:
  dangol serve --data ./data --port 8088      run the whole system in one process
  dangol demo --url http://127.0.0.1:8088     simulate customers, baristas and riders
  dangol bench --scenario journey             measure how many orders per second this machine handles
  dangol admin operator --data ./data         create a one-time sign-in link for an operator
  dangol events --context order               print the events of a context as CloudEvents, one per line
  dangol config show                          print all settings and where each value comes from

Dangol (단골): self-hosted mobile ordering for cafés.)";

int run(int argc, char** argv) {
    CLI::App app{examples, "dangol"};
    app.require_subcommand(1);
    app.formatter(std::make_shared<CLI::Formatter>());
    int status = 0;

    SettingFlags serve_flags;
    auto* serve_command =
        app.add_subcommand("serve",
                           "run the server: all contexts or a selection\n\n"
                           "Examples:\n"
                           "  dangol serve --data /var/lib/dangol --address 0.0.0.0\n"
                           "  dangol serve --demo                    with three demo cafés\n"
                           "  dangol serve --config dangol.toml --log-level warn\n"
                           "  dangol serve --without cafe            all contexts except cafe");
    serve_flags.add_to(*serve_command);
    serve_command->callback([&] { status = serve(serve_flags.config()); });

    SettingFlags config_flags;
    auto* config_command = app.add_subcommand("config", "inspect the configuration");
    config_command->require_subcommand(1);
    auto* show = config_command->add_subcommand("show", "print all settings with their values and sources");
    config_flags.add_to(*show);
    show->callback([&] {
        const auto values = config_flags.values();
        static_cast<void>(config_from(values));
        fmt::print("{}", shown(values));
    });

    add_demo_command(app, status);
    add_bench_command(app, status);
    add_admin_command(app, status);
    add_events_command(app, status);
    add_routes_command(app, status);

    CLI11_PARSE(app, argc, argv);
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "dangol: {}\n", error.what());
        return 1;
    }
}
