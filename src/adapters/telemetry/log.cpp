// JSON lines through spdlog.
#include "adapters/telemetry/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/codec.hpp"

namespace dangol::adapters {
namespace {

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = spdlog::stderr_logger_mt("dangol");
        made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                          spdlog::pattern_time_type::utc);
        made->flush_on(spdlog::level::warn);
        return made;
    }();
    return *instance;
}

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warn: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

}  // namespace

void set_log_level(const std::string& level) {
    const auto parsed = spdlog::level::from_str(level);
    logger().set_level(parsed == spdlog::level::off && level != "off" ? spdlog::level::info : parsed);
}

bool logs(LogLevel level) { return logger().should_log(level_of(level)); }

void log(LogLevel level, std::string_view message, std::initializer_list<LogField> fields) {
    if (!logs(level)) return;
    std::string line = "\"message\":";
    codec::write_string(line, message);
    for (const auto& [name, value] : fields) {
        if (value.empty()) continue;
        line += ',';
        codec::write_string(line, name);
        line += ':';
        codec::write_string(line, value);
    }
    logger().log(level_of(level), "{}", line);
}

void flush_log() { logger().flush(); }

}  // namespace dangol::adapters
