#pragma once

namespace CLI {
class App;
}

namespace dangol::admin {

/// `dangol admin …`: administration on the server, for SQLite and PostgreSQL alike. commands.hpp lists the
/// commands.
void add_admin_command(CLI::App& app, int& status);

}  // namespace dangol::admin
