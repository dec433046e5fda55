#include "traffic/bench/report.hpp"

#include <fmt/format.h>

#include "core/codec.hpp"

namespace dangol::traffic::bench {
namespace {

double milliseconds(std::uint64_t micros) { return static_cast<double>(micros) / 1000; }

std::string quoted(std::string_view text) {
    std::string out;
    codec::write_string(out, text);
    return out;
}

/// Calls `visit(name, histogram)` for each step that happened.
void each_step(const Recorder& recorder, auto visit) {
    for (std::size_t i = 0; i < step_names.size(); ++i) {
        const auto& histogram = recorder.histogram(static_cast<Step>(i));
        if (histogram.count() > 0) visit(step_names[i], histogram);
    }
}

std::string_view unit_of(Scenario scenario) {
    switch (scenario) {
        case Scenario::place:
        case Scenario::overload: return "orders paid and placed";
        case Scenario::journey: return "whole journeys, basket to hand";
        case Scenario::status: return "pages read";
    }
    return "";
}

double per_order(double seconds, const Recorder& recorder) {
    return recorder.stories() == 0 ? 0 : seconds * 1e6 / static_cast<double>(recorder.stories());
}

std::string machine_json(const Report& report, const Recorder& recorder) {
    const auto& machine = report.machine;
    auto json = fmt::format(
        R"({{"cpu":{},"cores":{},"memory_gib":{:.1f},"kernel":{},"disk":{},"connections":{},"fulfilment":{},)"
        R"("seconds":{:.3f},"generator_cpu_seconds":{:.2f})",
        quoted(machine.cpu), machine.cores, machine.memory_gib, quoted(machine.kernel), quoted(machine.disk),
        report.options.connections, quoted(name_of(report.options.fulfilment)), report.seconds,
        report.generator_cpu_seconds);
    if (const auto& server = report.server) {
        json +=
            fmt::format(R"(,"server_ready_ms":{:.0f},"server_idle_rss_mib":{:.1f},"server_rss_mib":{:.1f},)"
                        R"("server_cpu_seconds":{:.2f},"server_cpu_us_per_order":{:.0f})",
                        server->ready_ms, server->idle_rss_mib, server->rss_mib, server->cpu_seconds,
                        per_order(server->cpu_seconds, recorder));
    }
    return json + "}";
}

}  // namespace

std::string_view name_of(Scenario scenario) {
    switch (scenario) {
        case Scenario::place: return "place";
        case Scenario::journey: return "journey";
        case Scenario::status: return "status";
        case Scenario::overload: return "overload";
    }
    return "";
}

std::string_view name_of(Fulfilment fulfilment) {
    switch (fulfilment) {
        case Fulfilment::pickup: return "pickup";
        case Fulfilment::delivery: return "delivery";
        case Fulfilment::mixed: return "mixed";
    }
    return "";
}

double Report::per_second(const Recorder& recorder) const {
    return seconds > 0 ? static_cast<double>(recorder.stories()) / seconds : 0;
}

std::string as_table(const Report& report, const Recorder& recorder) {
    std::string table =
        fmt::format("\n{:<14}{:>10}{:>10}{:>10}{:>10}\n", "step", "count", "p50 ms", "p99 ms", "p99.9 ms");
    each_step(recorder, [&](std::string_view name, const Histogram& histogram) {
        table +=
            fmt::format("{:<14}{:>10}{:>10.2f}{:>10.2f}{:>10.2f}\n", name, histogram.count(),
                        milliseconds(histogram.percentile(0.5)), milliseconds(histogram.percentile(0.99)),
                        milliseconds(histogram.percentile(0.999)));
    });
    const auto rate = report.per_second(recorder);
    table += fmt::format("\n{:.0f}/s {}, {} errors, {} connections, {:.1f} s\n", rate,
                         unit_of(report.options.scenario), recorder.errors(), report.options.connections,
                         report.seconds);
    for (const auto& [kind, count] : recorder.error_kinds())
        table += fmt::format("  error {}x  {}\n", count, kind);
    if (report.limit) {
        table += fmt::format("store alone, groups of 128: {:.0f}/s; reached {:.1f} % of it\n", *report.limit,
                             100 * rate / *report.limit);
    }
    if (const auto& server = report.server) {
        table += fmt::format(
            "server: ready in {:.0f} ms on an empty store, {:.1f} MiB idle, {:.1f} MiB at the end, "
            "{:.0f} us of CPU for each\n",
            server->ready_ms, server->idle_rss_mib, server->rss_mib,
            per_order(server->cpu_seconds, recorder));
    }
    table += fmt::format("generator: {:.0f} us of CPU for each\n",
                         per_order(report.generator_cpu_seconds, recorder));
    const auto& machine = report.machine;
    return table + fmt::format("machine: {} x {}, {:.1f} GiB, Linux {}, store on {}\n", machine.cores,
                               machine.cpu, machine.memory_gib, machine.kernel, machine.disk);
}

std::string as_json(const Report& report, const Recorder& recorder) {
    const auto rate = report.per_second(recorder);
    const auto limit = report.limit.value_or(0);
    std::string steps;
    each_step(recorder, [&](std::string_view name, const Histogram& histogram) {
        steps += fmt::format(
            R"({}"{}":{{"count":{},"p50_ms":{:.3f},"p99_ms":{:.3f},"p999_ms":{:.3f}}})",
            steps.empty() ? "" : ",", name, histogram.count(), milliseconds(histogram.percentile(0.5)),
            milliseconds(histogram.percentile(0.99)), milliseconds(histogram.percentile(0.999)));
    });
    return fmt::format(R"({{"scenario":"{}","orders_per_second":{:.1f},"errors":{},"steps":{{{}}},)"
                       R"("limit":{{"orders_per_second":{:.1f},"ratio":{:.4f}}},"machine":{}}})",
                       name_of(report.options.scenario), rate, recorder.errors(), steps, limit,
                       limit > 0 ? rate / limit : 0, machine_json(report, recorder)) +
           "\n";
}

}  // namespace dangol::traffic::bench
