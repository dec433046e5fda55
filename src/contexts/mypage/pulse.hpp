#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "contexts/mypage/domain/my_page.hpp"

/// How busy it is, minute by minute: counted in memory from what becomes of each order, and again from the
/// last hours' events after a start. Not thread-safe (see runtime/guarded.hpp).
namespace dangol::mypage {

/// The steps of an order that are counted.
struct OrderSteps {
    CafeId cafe_id;
    std::optional<Timestamp> placed_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> completed_at;
    std::optional<Timestamp> canceled_at;  ///< or declined
};
[[nodiscard]] OrderSteps steps_of(const Facts& facts);

struct PulseMinute {
    Timestamp at{};
    int placed = 0;
    int completed = 0;
    int canceled = 0;
    /// Seconds from placed to made, of the orders made in this minute.
    std::optional<int> wait_p50;
    std::optional<int> wait_p90;
};
BOOST_DESCRIBE_STRUCT(PulseMinute, (), (at, placed, completed, canceled, wait_p50, wait_p90))

class Pulse {
  public:
    static constexpr int minutes_max = 180;

    /// Counts those steps that were not counted before: the same order may be noted any number of times, in
    /// any order. Of more than 100,000 other orders later that is forgotten.
    void note(const std::string& order_id, const OrderSteps& steps, Timestamp now);

    /// The last `minutes` minutes, the oldest first; of one branch, or of all.
    [[nodiscard]] std::vector<PulseMinute> last(int minutes, Timestamp now,
                                                const std::optional<CafeId>& cafe) const;

  private:
    using Minute = std::int64_t;  ///< since the epoch
    struct Count {
        int placed = 0;
        int completed = 0;
        int canceled = 0;
        std::vector<int> waits;
    };
    using Step = std::uint8_t;  ///< bits of those that were counted
    /// Where the step is to be counted; null if it was, or is too old, or has not happened.
    Count* fresh(Step& counted, Step step, const CafeId& cafe, const std::optional<Timestamp>& at);
    Step& counted(const std::string& order_id);
    void forget_before(Minute minute);

    std::map<Minute, std::unordered_map<CafeId, Count>> minutes_;
    Minute oldest_ = 0;
    std::unordered_map<std::size_t, Step> counted_;  ///< by the order id's hash
    std::deque<std::size_t> noted_;                  ///< the keys of `counted_`, the oldest first
};

}  // namespace dangol::mypage
