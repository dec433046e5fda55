#pragma once

#include "contexts/mypage/figures.hpp"
#include "runtime/context.hpp"

/// The mypage context: the read side. It answers from its own store and memory while every other context is
/// down. See README.md.
namespace dangol::mypage {

struct Settings {
    SagaLimits stuck_after;  ///< when an order that makes no progress counts as stuck
};

[[nodiscard]] runtime::Context make(Settings settings);

}  // namespace dangol::mypage
