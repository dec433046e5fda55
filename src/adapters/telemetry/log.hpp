#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// Structured logs: one JSON object a line on stderr. Thread-safe.
namespace dangol::adapters {

enum class LogLevel { debug, info, warn, error };

/// A named value of a log line; an empty one is left out. Never a secret, never personal data.
using LogField = std::pair<std::string_view, std::string_view>;

/// "trace", "debug", "info", "warn", "error" or "off"; anything else is "info".
void set_log_level(const std::string& level);
[[nodiscard]] bool logs(LogLevel level);
void log(LogLevel level, std::string_view message, std::initializer_list<LogField> fields = {});
void flush_log();

}  // namespace dangol::adapters
