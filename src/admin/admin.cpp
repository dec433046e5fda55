#include "admin/admin.hpp"

#include <CLI/CLI.hpp>

#include "admin/commands.hpp"

namespace dangol::admin {

void add_admin_command(CLI::App& app, int& status) {
    auto* admin = app.add_subcommand(
        "admin",
        "administration on the server\n\n"
        "Examples:\n"
        "  dangol admin operator --data ./data                          create a one-time sign-in link\n"
        "  dangol admin ledger --database postgresql://dangol@db/dangol check that the ledger sums to zero\n"
        "  dangol admin dead-letters                                    list events that failed\n"
        "  dangol admin rebuild --url http://127.0.0.1:8088             rebuild MyPage without downtime\n"
        "  dangol admin move --data ./data --database postgresql://…    migrate SQLite data to PostgreSQL");
    admin->require_subcommand(1);
    admin::add_operator(*admin, status);
    admin::add_ledger(*admin, status);
    admin::add_dead_letters(*admin, status);
    admin::add_rebuild(*admin, status);
    admin::add_compare(*admin, status);
    admin::add_migrate(*admin, status);
    admin::add_move(*admin, status);
    admin::add_positions(*admin, status);
    admin::add_republish(*admin, status);
}

}  // namespace dangol::admin
