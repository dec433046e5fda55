#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/mypage/domain/cafe_pace.hpp"
#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/mypage/domain/sales.hpp"
#include "core/codec.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/unit.hpp, `Aggregate`).
namespace dangol::mypage {

namespace view {
inline constexpr std::string_view my_pages = "my_pages";  ///< scope: the customer; rank: when it was ordered
/// Orders that somebody still has to do something about; scope: `open` or `unsettled`; rank: when it was
/// ordered; data: café id.
inline constexpr std::string_view desk = "desk";
inline constexpr std::string_view open = "open";            ///< paid, and not at its end
inline constexpr std::string_view unsettled = "unsettled";  ///< else, while its money is in doubt
inline constexpr std::string_view sales =
    "sales";  ///< scope: the café; rank: when it was ordered; data: Sale
inline constexpr std::string_view paces = "paces";  ///< scope: `all`; data: Pace
inline constexpr std::string_view all = "all";
}  // namespace view

/// In milliseconds since the epoch.
[[nodiscard]] inline std::int64_t rank_of(Timestamp time) { return time.time_since_epoch().count(); }

struct MyPageAggregate {
    static constexpr std::string_view name = "MyPage";
    static constexpr bool one_trace = true;
    using State = Page;
    using Command = PageCommand;
    using Event = PageEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return mypage::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return mypage::evolve(std::move(state), event); }
    static std::string scope(const State& state) { return state.facts.customer_id.value; }
    static std::vector<runtime::Row> index(const std::string& id, const State& state);
    static void after(runtime::Unit&, const std::string&, const Event&, const State&) {}
};

struct CafePaceAggregate {
    static constexpr std::string_view name = "CafePace";
    using State = CafePace;
    using Command = PaceCommand;
    using Event = PaceEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return mypage::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return mypage::evolve(std::move(state), event); }
    static std::string scope(const State&) { return {}; }
    static std::vector<runtime::Row> index(const std::string& id, const State& state) {
        return {{std::string(view::paces), id, std::string(view::all), 0, codec::to_json(state.pace)}};
    }
    static void after(runtime::Unit&, const std::string&, const Event&, const State&) {}
};

static_assert(runtime::Aggregate<MyPageAggregate>);
static_assert(runtime::Aggregate<CafePaceAggregate>);

}  // namespace dangol::mypage
