#pragma once

#include "runtime/ports.hpp"

namespace dangol::adapters {

/// The machine's wall clock, in whole milliseconds.
class SystemClock final : public runtime::Clock {
  public:
    [[nodiscard]] Timestamp now() override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

}  // namespace dangol::adapters
