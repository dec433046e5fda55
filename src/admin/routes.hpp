#pragma once

namespace CLI {
class App;
}

namespace dangol::admin {

/// `dangol routes`: every route of the API, "METHOD PATTERN ROLE,ROLE…" on each line. The contract tests
/// compare it with api/openapi.yaml. Pages and assets of the web apps are left out.
void add_routes_command(CLI::App& app, int& status);

}  // namespace dangol::admin
