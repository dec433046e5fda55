#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/mypage/domain/wait.hpp"

/// The queues at all bars as MyPage sees them, in memory: made from its own pages, kept by its own commits.
/// Not thread-safe (see runtime/guarded.hpp).
namespace dangol::mypage {

/// What a queue needs to know of an order.
struct QueuedOrder {
    std::string order_id;
    CafeId cafe_id;
    bool pending = false;  ///< not paid yet: it may still come into the queue
    bool waiting = false;  ///< stands in the queue; else it is out of it, or never was in it
    bool shown = false;    ///< accepted: its customer is told the place in the queue
    Timestamp placed_at{};
    int units = 0;
    std::optional<Timestamp> making_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> promised_at;  ///< by the café
};
[[nodiscard]] QueuedOrder queued_order_of(const std::string& order_id, const Page& page);

/// An order's place. Beyond `counted_max` orders nobody counts: then `orders_ahead` is `counted_max` and
/// means "or more".
struct Standing {
    int orders_ahead = 0;
    int units_ahead = 0;  ///< make-units
    Timestamp ready_low{};
    Timestamp ready_high{};
};

/// What somebody who has not ordered yet would wait behind.
struct QueueLength {
    int orders = 0;
    int units = 0;
    Wait wait;  ///< for one more drink
};

class Queues {
  public:
    static constexpr int counted_max = 99;

    /// What became of an order by a commit.
    void update(const QueuedOrder& order);
    void set_pace(const CafeId& cafe, const Pace& pace);

    /// What was stored before this start, read while commits go on: an order that a commit has touched
    /// meanwhile is not taken back. `restored` ends this.
    void restore(const QueuedOrder& order);
    void restore_pace(const CafeId& cafe, const Pace& pace);
    void restored();
    /// False until all waiting orders are known: figures would be too small.
    [[nodiscard]] bool is_complete() const { return complete_; }

    /// Where the order stands; nothing if it does not wait, or is not accepted yet. O(counted_max).
    [[nodiscard]] std::optional<Standing> standing(const std::string& order_id, Timestamp now) const;
    [[nodiscard]] QueueLength length(const CafeId& cafe) const;

    /// From now on the order's standing is announced when it changes.
    void watch(const std::string& order_id);
    void unwatch(const std::string& order_id);
    /// The watched orders whose place has changed since the last call, with their standing.
    [[nodiscard]] std::vector<std::pair<std::string, Standing>> changed_standings(Timestamp now);

  private:
    using Key = std::pair<Timestamp, std::string>;  ///< in order of placing
    struct Bar {
        std::map<Key, QueuedOrder> waiting;
        int units = 0;
        Pace pace;
        bool pace_known = false;
        RoundTimes rounds;
    };
    void remove(const std::string& order_id);
    void insert(const QueuedOrder& order);
    [[nodiscard]] static Standing standing_of(const Bar& bar, const QueuedOrder& order, int orders, int units,
                                              Timestamp now);

    std::unordered_map<CafeId, Bar> bars_;
    std::unordered_map<std::string, std::pair<CafeId, Key>> places_;
    std::set<CafeId> changed_;
    std::unordered_map<std::string, std::pair<int, int>>
        watched_;                              ///< order → orders and units ahead, as last told
    std::unordered_set<std::string> touched_;  ///< by commits, until `restored`
    bool complete_ = false;
};

}  // namespace dangol::mypage
