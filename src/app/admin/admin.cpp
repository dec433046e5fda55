#include "app/admin/admin.hpp"

#include <CLI/CLI.hpp>

#include "app/admin/commands.hpp"

namespace dangol::app {

void add_admin_command(CLI::App& app, int& status) {
    auto* admin = app.add_subcommand(
        "admin",
        "what an operator does on the machine itself\n\n"
        "Examples:\n"
        "  dangol admin operator --data ./data                          a one-time link for the operator\n"
        "  dangol admin ledger --database postgresql://dangol@db/dangol\n"
        "  dangol admin dead-letters                                    what could not be handled, and why\n"
        "  dangol admin rebuild --url http://127.0.0.1:8088              MyPage anew from all events\n"
        "  dangol admin move --data ./data --database postgresql://…    from one machine to PostgreSQL");
    admin->require_subcommand(1);
    admin::add_operator(*admin, status);
    admin::add_ledger(*admin, status);
    admin::add_dead_letters(*admin, status);
    admin::add_rebuild(*admin, status);
    admin::add_compare(*admin, status);
    admin::add_migrate(*admin, status);
    admin::add_move(*admin, status);
    admin::add_republish(*admin, status);
}

}  // namespace dangol::app
