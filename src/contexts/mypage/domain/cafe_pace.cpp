#include "contexts/mypage/domain/cafe_pace.hpp"

namespace dangol::mypage {

Result<std::vector<PaceEvent>> decide(const CafePace& known, const PaceCommand& command) {
    const auto& set = std::get<SetPace>(command);
    std::vector<PaceEvent> events;
    if (set.cafe_version > known.cafe_version && (known.cafe_version == 0 || set.pace != known.pace)) {
        events.emplace_back(CafePaceChanged{set.cafe_id, set.pace, set.cafe_version});
    }
    return events;
}

CafePace evolve(CafePace known, const PaceEvent& event) {
    const auto& changed = std::get<CafePaceChanged>(event);
    known.pace = changed.pace;
    known.cafe_version = changed.cafe_version;
    return known;
}

}  // namespace dangol::mypage
