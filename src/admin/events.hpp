#pragma once

namespace CLI {
class App;
}

namespace dangol::admin {

/// `dangol events --context order [--data DIR | --database URI] [--after N] [--limit N]`: what a context has
/// published, one CloudEvent in JSON on each line, oldest first. Reads the data beside a running server or
/// without one. `--after` takes the `position` of the last event seen.
void add_events_command(CLI::App& app, int& status);

}  // namespace dangol::admin
