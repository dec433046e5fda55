#pragma once

namespace CLI {
class App;
}

/// The commands of `dangol admin`. Each adds itself to `admin` and sets `status`, the program's exit status:
/// 0 success, 1 failure or a check that did not pass, 2 invalid request.
namespace dangol::admin {

/// Creates a one-time sign-in link. With SQLite the server must be stopped.
void add_operator(CLI::App& admin, int& status);
/// Sums the settlement ledger; status 1 if the sum is not zero.
void add_ledger(CLI::App& admin, int& status);
/// Lists the dead letters: failed events with the reason.
void add_dead_letters(CLI::App& admin, int& status);
/// `dead-letters retry` and `dead-letters drop`, on a running system.
void add_ending_dead_letters(CLI::App& letters, int& status);
/// Rebuilds MyPage without downtime.
void add_rebuild(CLI::App& admin, int& status);
/// Compares MyPage with a copy rebuilt from events; status 1 if they differ.
void add_compare(CLI::App& admin, int& status);
/// Creates or upgrades the schemas in a PostgreSQL database.
void add_migrate(CLI::App& admin, int& status);
/// Migrates the data of a SQLite installation to PostgreSQL.
void add_move(CLI::App& admin, int& status);
/// Compares how far each context has read with where its sources end; status 1 if one is ahead. Can set it
/// back.
void add_positions(CLI::App& admin, int& status);
/// Publishes a range of a context's events again.
void add_republish(CLI::App& admin, int& status);

}  // namespace dangol::admin
