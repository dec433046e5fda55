#include "contexts/mypage/domain/cafe_pace.hpp"

namespace dangol::mypage {

Result<std::vector<PaceEvent>> decide(const CafePace& known, const PaceCommand& command) {
    const auto& set = std::get<SetPace>(command);
    std::vector<PaceEvent> events;
    const bool same = set.pace == known.pace && set.utc_offset_minutes == known.utc_offset_minutes;
    if (set.cafe_version > known.cafe_version && (known.cafe_version == 0 || !same)) {
        events.emplace_back(CafePaceChanged{set.cafe_id, set.pace, set.cafe_version, set.utc_offset_minutes});
    }
    return events;
}

CafePace evolve(CafePace known, const PaceEvent& event) {
    const auto& changed = std::get<CafePaceChanged>(event);
    known.pace = changed.pace;
    known.cafe_version = changed.cafe_version;
    known.utc_offset_minutes = changed.utc_offset_minutes;
    return known;
}

}  // namespace dangol::mypage
