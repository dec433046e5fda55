#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace dangol::admin {

/// What an option takes.
struct Value {
    bool required = false;
    bool shows_default = false;
    std::string type = {};                 ///< what the help calls it
    std::vector<std::string> one_of = {};  ///< empty: anything
};

/// A command as an administrator writes it: `dangol admin ledger …`. Only its source compiles CLI11, which
/// takes as long as all else in these files. What the options are written to must live as long as the command
/// line is being read.
class Command {
  public:
    /// `help` leads with what the command does, then examples.
    Command(CLI::App& parent, const std::string& name, const std::string& help);

    /// For further commands below this one, and for app::SettingFlags.
    [[nodiscard]] CLI::App& app() { return *app_; }
    /// It does nothing without one of those below it.
    void needs_subcommand();

    /// `name` with dashes is an option, without an argument in its place.
    void option(const std::string& name, std::string& target, const std::string& help,
                const Value& value = {});
    void option(const std::string& name, std::uint64_t& target, const std::string& help,
                const Value& value = {});
    void flag(const std::string& name, bool& target, const std::string& help);

    /// What it does, unless one of those below it is asked for. `work` gives the exit status.
    void runs(std::function<int()> work, int& status);

  private:
    static void restrict(CLI::Option& option, const Value& value);

    CLI::App* app_;
};

}  // namespace dangol::admin
