#include "admin/command.hpp"

#include <utility>

#include <CLI/CLI.hpp>

namespace dangol::admin {

Command::Command(CLI::App& parent, const std::string& name, const std::string& help)
    : app_(parent.add_subcommand(name, help)) {}

void Command::needs_subcommand() { app_->require_subcommand(1); }

void Command::option(const std::string& name, std::string& target, const std::string& help,
                     const Value& value) {
    restrict(*app_->add_option(name, target, help), value);
}

void Command::option(const std::string& name, std::uint64_t& target, const std::string& help,
                     const Value& value) {
    restrict(*app_->add_option(name, target, help), value);
}

void Command::flag(const std::string& name, bool& target, const std::string& help) {
    app_->add_flag(name, target, help);
}

void Command::runs(std::function<int()> work, int& status) {
    app_->callback([app = app_, work = std::move(work), &status] {
        if (app->get_subcommands().empty()) status = work();
    });
}

void Command::restrict(CLI::Option& option, const Value& value) {
    if (value.required) option.required();
    if (value.shows_default) option.capture_default_str();
    if (!value.type.empty()) option.type_name(value.type);
    if (!value.one_of.empty()) option.check(CLI::IsMember(value.one_of));
}

}  // namespace dangol::admin
