#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "app/config.hpp"

namespace CLI {
class App;
}

namespace dangol::app {

/// The settings as flags of a command. It must live as long as the command line is being read.
class SettingFlags {
  public:
    /// Adds `--config`, and a flag for each setting, or for those named. Secrets get none: they come from the
    /// environment or from files.
    void add_to(CLI::App& command);
    void add_to(CLI::App& command, std::initializer_list<std::string_view> names);

    /// Flags over environment over file over defaults, as everywhere. Throws std::invalid_argument.
    [[nodiscard]] Values values() const;
    [[nodiscard]] Config config() const { return config_from(values()); }

  private:
    void add_file(CLI::App& command);
    void add(CLI::App& command, const Setting& setting);

    std::map<std::string, std::string> given_;
    std::string file_;
};

}  // namespace dangol::app
