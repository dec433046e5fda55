#pragma once

namespace CLI {
class App;
}

namespace dangol::app {

/// `dangol admin …`: what an operator does on the machine itself.
///   operator      a one-time sign-in link (the server must not be running on the same data)
///   ledger        sums the settlement ledger; exit status 1 if it is not zero
///   dead-letters  what could not be handled, and why
void add_admin_command(CLI::App& app, int& status);

}  // namespace dangol::app
