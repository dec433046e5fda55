// `dangol demo`: people who keep a street alive, and the line that tells how it goes.
#include "traffic/demo/demo.hpp"

#include <csignal>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include "adapters/system/temporary_folder.hpp"
#include "traffic/client/server_process.hpp"
#include "traffic/demo/people.hpp"

namespace dangol::traffic {
namespace demo {
namespace {

struct Options {
    std::string url;   ///< of a server started with `serve --demo`; empty: start one
    std::string data;  ///< its data folder; empty: "data", or a temporary one for our own server
    double speed = 1;
    int customers = 12;
};

constexpr const char* examples =
    R"(Simulated customers, baristas and riders who keep ordering, so that the screens are alive.

Examples:
  dangol demo                                           with a server of its own
  dangol demo --url http://127.0.0.1:8088 --data ./data     on a running `dangol serve --demo`
  dangol demo --speed 5                                 five times as quick)";

constexpr std::string_view usual_port = "8088";

bool is_free(std::string_view port) {
    asio::io_context io;
    asio::ip::tcp::acceptor acceptor(io);
    boost::system::error_code error;
    acceptor.open(asio::ip::tcp::v4(), error);
    if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
    const auto number = static_cast<std::uint16_t>(std::stoi(std::string(port)));
    if (!error) acceptor.bind({asio::ip::address_v4::loopback(), number}, error);
    return !error;
}

/// Where nobody watches a terminal a line a minute is enough.
Task<void> tell(Town& town) {
    const bool watched = ::isatty(STDOUT_FILENO) == 1;
    for (;;) {
        co_await client::pause_for(watched ? std::chrono::seconds(1) : std::chrono::seconds(60));
        fmt::print("{}{}{}", watched ? "\r" : "", town.board.line(), watched ? "\x1b[K" : "\n");
        std::fflush(stdout);
    }
}

/// Until Ctrl-C. Throws what broke, if something did.
void let_live(asio::io_context& io, Town& town, int customers) {
    asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&io](const boost::system::error_code& error, int) {
        if (!error) io.stop();
    });
    const auto or_throw = [](const std::exception_ptr& error) {
        if (error) std::rethrow_exception(error);
    };
    for (auto& key : town.keys.staff) asio::co_spawn(io, work_as_barista(town, key), or_throw);
    for (auto& key : town.keys.riders) asio::co_spawn(io, work_as_rider(town, key), or_throw);
    asio::co_spawn(io, watch_as_operator(town, town.keys.operator_), or_throw);
    for (int i = 0; i < customers; ++i) asio::co_spawn(io, live_as_customer(town), or_throw);
    asio::co_spawn(io, tell(town), or_throw);
    io.run();
}

int run(const Options& options) {
    std::optional<adapters::TemporaryFolder> folder;
    std::unique_ptr<client::ServerProcess> server;
    auto data = options.data;
    auto url = options.url;
    if (url.empty()) {
        if (data.empty()) {
            data = folder.emplace().path();
        }
        const std::string port = is_free(usual_port) ? std::string(usual_port) : "0";
        server = std::make_unique<client::ServerProcess>(std::vector<std::string>{
            "--demo", "--data", data, "--port", port, "--admin-port", "0", "--log-level", "warn"});
        url = server->url();
        fmt::print("{}", server->greeting());
    } else if (data.empty()) {
        data = "data";
    }
    asio::io_context io(1);
    client::Api api(io, url);
    const auto key_file = client::key_file_in(data);
    Town town{.api = api, .speed = options.speed, .key_file = key_file, .keys = client::load_keys(key_file)};
    fmt::print("{} 에서 고객 {}명이 주문해요. 끝내려면 Ctrl-C · {} customers order at {}; Ctrl-C ends it\n",
               url, options.customers, options.customers, url);
    std::fflush(stdout);
    let_live(io, town, options.customers);
    fmt::print("\n{}\n", town.board.line());
    return 0;
}

}  // namespace
}  // namespace demo

void add_demo_command(CLI::App& app, int& status) {
    static demo::Options options;
    auto* command = app.add_subcommand("demo", "simulated customers, baristas and riders keep ordering");
    command->description(demo::examples);
    command->add_option("--url", options.url,
                        "a server started with `serve --demo`; without it, one is started");
    command->add_option("--data", options.data, "that server's data folder (default: data)");
    command->add_option("--speed", options.speed, "2 is twice as quick")
        ->check(CLI::Range(0.1, 100.0))
        ->capture_default_str();
    command->add_option("--customers", options.customers, "how many order at the same time")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command->callback([&status] { status = demo::run(options); });
}

}  // namespace dangol::traffic
