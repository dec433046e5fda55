#pragma once

namespace CLI {
class App;
}

namespace dangol::app {

/// `dangol routes`: every route of the program, "METHOD PATTERN ROLE,ROLE…" on each line. The contract tests
/// compare it with api/openapi.yaml.
void add_routes_command(CLI::App& app, int& status);

}  // namespace dangol::app
