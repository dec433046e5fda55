// `dangol bench`: starts a server, puts a load on it, says what came out.
#include "traffic/bench/bench.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "adapters/system/temporary_folder.hpp"
#include "core/codec.hpp"
#include "traffic/bench/load.hpp"
#include "traffic/bench/machine.hpp"
#include "traffic/bench/overload.hpp"
#include "traffic/bench/report.hpp"
#include "traffic/bench/store_limit.hpp"
#include "traffic/client/server_process.hpp"

namespace dangol::traffic {
namespace bench {
namespace {

using namespace std::chrono_literals;
using client::ServerProcess;
constexpr auto settle = 500ms;  ///< until a fresh server has nothing left to do
constexpr auto limit_time = 1500ms;

constexpr const char* examples =
    R"(How much this machine takes: load over real HTTP, closed loop, without think time.

Examples:
  dangol bench                                        whole deliveries
  dangol bench --scenario place --connections 256     orders that are paid and taken
  dangol bench --scenario status --json status.json   customers who look at their orders
  dangol bench --scenario overload                    five times the capacity, clients give up
  dangol bench --url http://127.0.0.1:8088 --data ./data     against a running `dangol serve --demo`)";

std::vector<std::string> serve_arguments(const std::string& data, bool demo) {
    // All of the load comes from one address.
    std::vector<std::string> arguments{"--data", data,          "--port", "0",        "--admin-port",
                                       "0",      "--log-level", "error",  "--limits", "off"};
    if (demo) arguments.emplace_back("--demo");
    return arguments;
}

/// A start on an empty store, and what it takes when nothing happens.
ServerFigures look_at_empty_server(const std::string& folder) {
    const ServerProcess server(serve_arguments(folder + "/empty", false));
    std::this_thread::sleep_for(settle);
    ServerFigures figures;
    figures.ready_ms = static_cast<double>(server.ready_after().count());
    figures.idle_rss_mib = server.resident_mib();
    return figures;
}

void keep_figures(Report& report, const LoadFigures& load) {
    report.seconds = load.seconds;
    report.generator_cpu_seconds = load.generator_cpu_seconds;
    if (report.server) report.server->cpu_seconds = load.server_cpu_seconds;
}

void measure_own_server(Report& report, Recorder& recorder) {
    const adapters::TemporaryFolder folder(report.options.store);
    report.machine = look_at_machine(folder.path());
    if (report.options.scenario != Scenario::status) {  // reading is not bounded by what a store can write
        report.limit = measure_store_limit(folder.path(), limit_time);
    }
    report.server = look_at_empty_server(folder.path());
    const auto data = folder.path() + "/data";
    const ServerProcess server(serve_arguments(data, true));
    auto keys = client::load_keys(client::key_file_in(data));
    keep_figures(report, put_load(report.options, server.url(), keys, &server, recorder));
    report.server->rss_mib = server.resident_mib();
}

/// Nothing where there is no path.
void write(const std::string& path, const std::string& text) {
    if (path.empty()) return;
    std::ofstream file(path);
    file << text;
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

void measure_other_server(Report& report, Recorder& recorder) {
    const auto path = client::key_file_in(report.options.data);
    report.machine = look_at_machine(report.options.data);
    auto keys = client::load_keys(path);
    keep_figures(report, put_load(report.options, report.options.url, keys, nullptr, recorder));
    client::save_keys(path, keys);
}

int run_overload(const Options& options) {
    OverloadFigures figures;
    if (options.url.empty()) {
        const adapters::TemporaryFolder folder(options.store);
        const Processors processors;
        processors.use_for_server();
        const ServerProcess server(serve_arguments(folder.path(), true));
        processors.use_for_load();
        auto keys = client::load_keys(client::key_file_in(folder.path()));
        figures = overload(options, server.url(), keys, &server);
    } else {
        const auto path = client::key_file_in(options.data);
        auto keys = client::load_keys(path);
        figures = overload(options, options.url, keys, nullptr);
        client::save_keys(path, keys);
    }
    fmt::print("{}", as_table(figures));
    write(options.json, codec::to_json(figures) + "\n");
    return kept(figures) ? 0 : 1;
}

int run(const Options& options) {
    if (options.scenario == Scenario::overload) return run_overload(options);
    Report report;
    report.options = options;
    Recorder recorder;
    if (options.url.empty()) {
        measure_own_server(report, recorder);
    } else {
        measure_other_server(report, recorder);
    }
    fmt::print("{}", as_table(report, recorder));
    write(options.json, as_json(report, recorder));
    return recorder.errors() == 0 && recorder.stories() > 0 ? 0 : 1;
}

/// An option for a duration such as 500ms or 10s.
void add_duration(CLI::App& command, const std::string& name, Duration& into, Duration fallback,
                  const std::string& help) {
    static const std::map<std::string, Duration::rep> units{
        {"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}};
    into = fallback;
    command
        .add_option_function<Duration::rep>(
            name, [&into](Duration::rep milliseconds) { into = Duration{milliseconds}; }, help)
        ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::UNIT_REQUIRED))
        ->type_name(fmt::format("{}s", std::chrono::duration_cast<std::chrono::seconds>(fallback).count()));
}

}  // namespace
}  // namespace bench

void add_bench_command(CLI::App& app, int& status) {
    using namespace bench;
    static Options options;
    options.store = std::filesystem::temp_directory_path().string();
    options.data = "data";
    auto* command = app.add_subcommand("bench", "how many orders this machine can take");
    command->description(examples);
    const std::map<std::string, Scenario> scenarios{{"place", Scenario::place},
                                                    {"journey", Scenario::journey},
                                                    {"status", Scenario::status},
                                                    {"overload", Scenario::overload}};
    const std::map<std::string, Fulfilment> fulfilments{
        {"pickup", Fulfilment::pickup}, {"delivery", Fulfilment::delivery}, {"mixed", Fulfilment::mixed}};
    command->add_option("--scenario", options.scenario, "place, journey (default), status or overload")
        ->transform(CLI::CheckedTransformer(scenarios).description(""));
    command->add_option("--fulfilment", options.fulfilment, "journeys: delivery (default), pickup or mixed")
        ->transform(CLI::CheckedTransformer(fulfilments).description(""));
    add_duration(*command, "--duration", options.duration, 10s, "how long to measure");
    add_duration(*command, "--warmup", options.warmup, 2s, "load before that");
    command->add_option("--connections", options.connections, "stories at the same time")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    command->add_option("--factor", options.factor, "overload: how many times the capacity is asked for")
        ->check(CLI::Range(1.0, 50.0))
        ->capture_default_str();
    command->add_option("--json", options.json, "write the figures to this file");
    command->add_option("--url", options.url,
                        "measure this server, started with `serve --demo`, not one of our own");
    command->add_option("--data", options.data, "with --url: that server's data folder")
        ->capture_default_str();
    command->add_option("--store", options.store, "where the temporary store is made: on a real disk")
        ->check(CLI::ExistingDirectory)
        ->capture_default_str();
    command->callback([&status] { status = run(options); });
}

}  // namespace dangol::traffic
