// The program: reads the command line, and hands over to the command.
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
  dangol serve --data ./data --port 8088      run a café chain on this machine
  dangol demo --url http://127.0.0.1:8088     simulated customers, baristas and riders keep ordering
  dangol bench --scenario journey             how many orders this machine can take
  dangol admin operator --data ./data         a one-time link for the operator
  dangol events --context order               what a context has published, one CloudEvent on each line
  dangol config show                          every setting and where it comes from

Dangol (단골): self-hosted mobile ordering for cafés.)";

int run(int argc, char** argv) {
    CLI::App app{examples, "dangol"};
    app.require_subcommand(1);
    app.formatter(std::make_shared<CLI::Formatter>());
    int status = 0;

    SettingFlags serve_flags;
    auto* serve_command =
        app.add_subcommand("serve",
                           "run the system: all contexts, or some of them\n\n"
                           "Examples:\n"
                           "  dangol serve --data /var/lib/dangol --address 0.0.0.0\n"
                           "  dangol serve --demo                    with three cafés to play with\n"
                           "  dangol serve --config dangol.toml --log-level warn\n"
                           "  dangol serve --without cafe            ordering goes on without it");
    serve_flags.add_to(*serve_command);
    serve_command->callback([&] { status = serve(serve_flags.config()); });

    SettingFlags config_flags;
    auto* config_command = app.add_subcommand("config", "look at the configuration");
    config_command->require_subcommand(1);
    auto* show =
        config_command->add_subcommand("show", "every setting, its value, and where that comes from");
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
