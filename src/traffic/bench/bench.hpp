#pragma once

namespace CLI {
class App;
}

namespace dangol::traffic {

/// `dangol bench --scenario place|journey|status --duration 10s --json FILE`: load over real HTTP, closed
/// loop, against a server that it starts itself as a separate process on a temporary store (or `--url`).
void add_bench_command(CLI::App& app, int& status);

}  // namespace dangol::traffic
