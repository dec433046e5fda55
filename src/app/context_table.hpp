#pragma once

#include <span>
#include <string_view>

namespace dangol::app {

/// The contexts that there are, known without starting any of them.
struct ContextEntry {
    std::string_view name;
    std::span<const std::string_view> sources;  ///< as Context::sources() says; a test holds it to that
};
[[nodiscard]] std::span<const ContextEntry> all_contexts();

}  // namespace dangol::app
