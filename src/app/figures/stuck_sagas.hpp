#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "contexts/mypage/domain/my_page.hpp"
#include "core/time.hpp"
#include "runtime/store.hpp"

/// Orders that no deadline, café or rider moves on any more: not those that take long, which the operator
/// sees among what needs a hand, but those that should have ended by themselves.
namespace dangol::app {

enum class StuckIn {
    payment,     ///< the provider does not say whether it was paid
    acceptance,  ///< unanswered by the café, and not cancelled for that
    cancel,      ///< asked for, and never decided
    making,      ///< accepted, and not made for hours
    handover,    ///< made, and neither fetched nor brought nor given up
    refund       ///< owed, and not given back
};
inline constexpr std::array stuck_ins{StuckIn::payment, StuckIn::acceptance, StuckIn::cancel,
                                      StuckIn::making,  StuckIn::handover,   StuckIn::refund};
[[nodiscard]] std::string_view name_of(StuckIn where);

/// What the deadlines allow, and some more.
struct SagaLimits {
    Duration payment = std::chrono::minutes{32};
    Duration acceptance = std::chrono::minutes{12};
    Duration cancel = std::chrono::minutes{2};
    Duration making = std::chrono::hours{3};
    Duration handover = std::chrono::hours{3};
    Duration refund = std::chrono::minutes{15};
};

/// Where the page's saga is stuck at `now`, if it is.
[[nodiscard]] std::optional<StuckIn> stuck_in(const mypage::Page& page, Timestamp now,
                                              const SagaLimits& limits);

struct OpenSagas {
    std::map<StuckIn, std::uint64_t> stuck;
    std::uint64_t open = 0;  ///< counted up to `counted_max`
    std::optional<Timestamp> oldest;
    static constexpr std::size_t counted_max = 10'000;
    static constexpr std::size_t looked_at_max = 500;  ///< of the open ones, the oldest
};
[[nodiscard]] OpenSagas open_sagas(runtime::Reader& mypage, Timestamp now, const SagaLimits& limits);

}  // namespace dangol::app
