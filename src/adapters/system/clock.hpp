#pragma once

#include "adapters/system/paced_time.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters {

/// The machine's clock, in whole milliseconds, paced: see there for what happens when it is set.
class SystemClock final : public runtime::Clock {
  public:
    explicit SystemClock(std::function<void(PacedTime::Jump)> on_jump = {});

    [[nodiscard]] Timestamp now() override {
        return Timestamp(std::chrono::floor<std::chrono::milliseconds>(time_.now()));
    }
    [[nodiscard]] Duration steady() override;

  private:
    PacedTime time_;
};

}  // namespace dangol::adapters
