#pragma once

namespace CLI {
class App;
}

/// The commands of `dangol admin`. Each adds itself to `admin` and sets `status`, the program's exit status:
/// 0 done, 1 it went wrong or something is not in order, 2 asked for what cannot be.
namespace dangol::app::admin {

/// A one-time sign-in link. On SQLite files nobody else may be serving them.
void add_operator(CLI::App& admin, int& status);
/// Sums the settlement ledger; 1 if it is not zero.
void add_ledger(CLI::App& admin, int& status);
/// What could not be handled, and why.
void add_dead_letters(CLI::App& admin, int& status);
/// … handled again, or given up, in a system that serves. Below `dead-letters`.
void add_ending_dead_letters(CLI::App& letters, int& status);
/// Makes MyPage anew while it serves.
void add_rebuild(CLI::App& admin, int& status);
/// Compares MyPage with a fresh copy; 1 if it differs.
void add_compare(CLI::App& admin, int& status);
/// Makes or upgrades the schemas in a PostgreSQL database.
void add_migrate(CLI::App& admin, int& status);
/// Carries an embedded installation's data to PostgreSQL.
void add_move(CLI::App& admin, int& status);
/// Publishes a range of a context's events once more.
void add_republish(CLI::App& admin, int& status);

}  // namespace dangol::app::admin
