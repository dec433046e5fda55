#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/config.hpp"
#include "runtime/store.hpp"

/// Data that is read from outside, beside running services or without them.
namespace dangol::app {

/// Throws std::exception with what to do if the context has no data there.
[[nodiscard]] std::unique_ptr<runtime::Reader> reader_of(const Config& config, std::string_view context);

/// Of all contexts that have data there, by name; throws likewise if none has.
[[nodiscard]] std::vector<std::pair<std::string, std::unique_ptr<runtime::Reader>>> readers_of(
    const Config& config);

}  // namespace dangol::app
