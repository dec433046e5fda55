#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/mypage/domain/cafe_pace.hpp"
#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/mypage/domain/sales.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/aggregate.hpp).
namespace dangol::mypage {

namespace view {
inline constexpr std::string_view my_pages = "my_pages";  ///< scope: the customer; rank: when it was ordered
/// Orders that are not finished; scope: `open` or `unsettled`; rank: when it was
/// ordered; data: café id.
inline constexpr std::string_view desk = "desk";
inline constexpr std::string_view open = "open";            ///< paid, and not at its end
inline constexpr std::string_view unsettled = "unsettled";  ///< else, while its money is in doubt
/// Orders that are not finished; scope: `all`; rank: when they need attention if nothing happens before.
inline constexpr std::string_view attention = "attention";
inline constexpr std::string_view sales =
    "sales";  ///< scope: the café; rank: when it was ordered; data: Sale
inline constexpr std::string_view paces = "paces";  ///< scope: `all`; data: Pace
inline constexpr std::string_view all = "all";
}  // namespace view

/// In milliseconds since the epoch.
[[nodiscard]] inline std::int64_t rank_of(Timestamp time) { return time.time_since_epoch().count(); }

struct MyPage {
    static constexpr std::string_view name = "MyPage";
    static constexpr std::string_view correlation = "order";
    static constexpr bool shows_state = true;
    using State = Page;
    using Command = PageCommand;
    using Event = PageEvent;

    [[nodiscard]] static std::string scope(const State& state) { return state.facts.customer_id.value; }
    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
};

struct CafePace {
    static constexpr std::string_view name = "CafePace";
    using State = PaceState;
    using Command = PaceCommand;
    using Event = PaceEvent;

    [[nodiscard]] static std::vector<runtime::Row> index(const std::string& id, const State& state);
};

}  // namespace dangol::mypage
