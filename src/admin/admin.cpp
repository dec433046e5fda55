#include "admin/admin.hpp"

#include "admin/command.hpp"
#include "admin/commands.hpp"

namespace dangol::admin {

void add_admin_command(CLI::App& app, int& status) {
    Command admin(
        app, "admin",
        "administration on the server\n\n"
        "Examples:\n"
        "  dangol admin operator --data ./data                          create a one-time sign-in link\n"
        "  dangol admin ledger --database postgresql://dangol@db/dangol check that the ledger sums to zero\n"
        "  dangol admin dead-letters                                    list events that failed\n"
        "  dangol admin rebuild --url http://127.0.0.1:8088             rebuild MyPage without downtime\n"
        "  dangol admin move --data ./data --database postgresql://…    migrate SQLite data to PostgreSQL");
    admin.needs_subcommand();
    admin::add_operator(admin.app(), status);
    admin::add_ledger(admin.app(), status);
    admin::add_dead_letters(admin.app(), status);
    admin::add_rebuild(admin.app(), status);
    admin::add_compare(admin.app(), status);
    admin::add_migrate(admin.app(), status);
    admin::add_move(admin.app(), status);
    admin::add_positions(admin.app(), status);
    admin::add_republish(admin.app(), status);
}

}  // namespace dangol::admin
