// The program's routes, as the router has them.
#include "app/routes.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/config.hpp"
#include "app/installation.hpp"

namespace dangol::app {
namespace {

/// A folder of its own that goes away with it.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "dangol-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;  // what is left there is in nobody's way
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

void print_routes() {
    const TemporaryFolder folder;
    const auto no_environment = [](const char*) { return static_cast<const char*>(nullptr); };
    const Installation installation(config_from(resolve({{"data", folder.path()}}, {}, no_environment)));
    for (const auto& line : installation.route_lines()) fmt::print("{}\n", line);
}

}  // namespace

void add_routes_command(CLI::App& app, int& status) {
    auto* routes = app.add_subcommand("routes", "every route of the program, and the roles that may use it");
    routes->callback([&status] {
        print_routes();
        status = 0;
    });
}

}  // namespace dangol::app
