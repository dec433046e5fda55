#pragma once

#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/mypage/events.hpp"
#include "core/result.hpp"

/// What MyPage keeps of a branch so that it can estimate a wait alone: its pace; and its time, which says
/// when its day begins.
namespace dangol::mypage {

struct CafePace {
    Pace pace;
    std::uint64_t cafe_version = 0;
    int utc_offset_minutes = 540;
};
BOOST_DESCRIBE_STRUCT(CafePace, (), (pace, cafe_version, utc_offset_minutes))

struct SetPace {
    CafeId cafe_id;
    Pace pace;
    std::uint64_t cafe_version = 0;
    int utc_offset_minutes = 540;
};

using PaceCommand = std::variant<SetPace>;
using PaceEvent = std::variant<CafePaceChanged>;

/// Nothing if this or something newer is known.
[[nodiscard]] Result<std::vector<PaceEvent>> decide(const CafePace& known, const PaceCommand& command);
[[nodiscard]] CafePace evolve(CafePace known, const PaceEvent& event);

}  // namespace dangol::mypage
