#include "app/setting_flags.hpp"

#include <algorithm>
#include <cstdlib>

#include <CLI/CLI.hpp>

namespace dangol::app {

void SettingFlags::add_to(CLI::App& command) {
    add_file(command);
    for (const auto& setting : settings()) {
        if (!setting.secret) add(command, setting);
    }
}

void SettingFlags::add_to(CLI::App& command, std::initializer_list<std::string_view> names) {
    add_file(command);
    for (const auto& setting : settings()) {
        if (std::ranges::find(names, setting.name) != names.end()) add(command, setting);
    }
}

Values SettingFlags::values() const {
    return resolve(given_, file_, [](const char* name) { return std::getenv(name); });
}

void SettingFlags::add_file(CLI::App& command) {
    command.add_option("--config", file_, "TOML file with settings")->check(CLI::ExistingFile);
}

void SettingFlags::add(CLI::App& command, const Setting& setting) {
    const auto note = [this, name = setting.name](const std::string& value) { given_[name] = value; };
    if (setting.fallback == "false") {
        command.add_flag_callback("--" + setting.name, [note] { note("true"); }, setting.help);
    } else {
        command.add_option_function<std::string>("--" + setting.name, note, setting.help)
            ->type_name(setting.fallback.empty() ? "TEXT" : setting.fallback);
    }
}

}  // namespace dangol::app
