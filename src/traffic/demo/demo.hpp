#pragma once

namespace CLI {
class App;
}

namespace dangol::traffic {

/// `dangol demo --url URL`: simulated customers, baristas and riders who go on ordering over the real HTTP
/// API of a server that was started with `serve --demo`, with a live line on the terminal, until interrupted.
/// Without --url it starts a server of its own as a separate process.
void add_demo_command(CLI::App& app, int& status);

}  // namespace dangol::traffic
