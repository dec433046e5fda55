#pragma once

namespace CLI {
class App;
}

namespace dangol::app {

/// `dangol admin …`: what an operator does on the machine itself, whichever storage the system is on. The
/// commands stand in commands.hpp.
void add_admin_command(CLI::App& app, int& status);

}  // namespace dangol::app
