// The entry point: parses the command line and runs the command.
#include <sys/stat.h>

#include <exception>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "admin/admin.hpp"
#include "admin/backup.hpp"
#include "admin/events.hpp"
#include "admin/routes.hpp"
#include "app/config.hpp"
#include "app/serve.hpp"
#include "app/setting_flags.hpp"
#include "traffic/bench/bench.hpp"
#include "traffic/demo/demo.hpp"

namespace {

using namespace dangol;

constexpr const char* examples = R"(Examples:
  dangol serve --data ./data --port 8088      run the whole system in one process
  dangol demo --url http://127.0.0.1:8088     simulate customers, baristas and riders
  dangol bench --scenario journey             measure how many orders per second this machine handles
  dangol backup /backups/monday --data ./data back up everything while the server runs
  dangol admin operator --data ./data         create a one-time sign-in link for an operator
  dangol events --context order               print the events of a context as CloudEvents, one per line
  dangol config show                          print all settings and where each value comes from

Dangol (단골): self-hosted mobile ordering for cafés.)";

int run(int argc, char** argv) {
    CLI::App program{examples, "dangol"};
    program.require_subcommand(1);
    program.formatter(std::make_shared<CLI::Formatter>());
    int status = 0;

    app::SettingFlags serve_flags;
    auto* serve_command =
        program.add_subcommand("serve",
                               "run the server: all contexts or a selection\n\n"
                               "Examples:\n"
                               "  dangol serve --data /var/lib/dangol --address 0.0.0.0\n"
                               "  dangol serve --demo                    with three demo cafés\n"
                               "  dangol serve --config dangol.toml --log-level warn\n"
                               "  dangol serve --without cafe            all contexts except cafe");
    serve_flags.add_to(*serve_command);
    serve_command->callback([&] { status = app::serve(serve_flags.config()); });

    app::SettingFlags config_flags;
    auto* config_command = program.add_subcommand("config", "inspect the configuration");
    config_command->require_subcommand(1);
    auto* show = config_command->add_subcommand("show", "print all settings with their values and sources");
    config_flags.add_to(*show);
    show->callback([&] {
        const auto values = config_flags.values();
        static_cast<void>(app::config_from(values));
        fmt::print("{}", app::shown(values));
    });

    traffic::add_demo_command(program, status);
    traffic::add_bench_command(program, status);
    admin::add_admin_command(program, status);
    admin::add_backup_command(program, status);
    admin::add_restore_command(program, status);
    admin::add_events_command(program, status);
    admin::add_routes_command(program, status);

    CLI11_PARSE(program, argc, argv);
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    ::umask(0077);  // names, addresses and keys: whatever is written is its owner's alone
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "dangol: {}\n", error.what());
        return 1;
    }
}
