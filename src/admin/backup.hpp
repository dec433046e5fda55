#pragma once

namespace CLI {
class App;
}

namespace dangol::admin {

/// `dangol backup FOLDER [--data DIR]`: copies a whole SQLite installation into a new folder, consistent over
/// all contexts, while the server runs or not. The folder appears when the copy is complete and verified.
void add_backup_command(CLI::App& app, int& status);

/// `dangol restore BACKUP [--data DIR] [--replace]`: verifies a backup and puts it in place.
void add_restore_command(CLI::App& app, int& status);

}  // namespace dangol::admin
