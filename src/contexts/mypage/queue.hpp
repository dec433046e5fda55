#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "contexts/mypage/domain/cafe_pace.hpp"
#include "contexts/mypage/domain/my_page.hpp"

/// The queues at all bars as MyPage sees them, in memory: made from its own pages, kept by its own commits.
/// Not thread-safe (see runtime/guarded.hpp).
namespace dangol::mypage {

/// The queue's view of an order.
struct QueuedOrder {
    std::string order_id;
    CafeId cafe_id;
    bool pending = false;  ///< not paid yet: it may still join the queue
    bool waiting = false;  ///< is in the queue; otherwise it has left it, or never joined it
    bool shown = false;    ///< accepted: its customer sees the position
    Timestamp placed_at{};
    int units = 0;
    std::optional<Timestamp> making_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> promised_at;  ///< by the café
};
[[nodiscard]] QueuedOrder queued_order_of(const std::string& order_id, const Page& page);

/// An order's position. Counting stops at `counted_max` orders: then `orders_ahead` is `counted_max` and
/// means "or more".
struct Standing {
    int orders_ahead = 0;
    int units_ahead = 0;  ///< make-units
    Timestamp ready_low{};
    Timestamp ready_high{};
};

/// What a new order would wait behind.
struct QueueLength {
    int orders = 0;
    int units = 0;
    Wait wait;  ///< for one more drink
};

class Queues {
  public:
    static constexpr int counted_max = 99;

    /// The state of an order after a commit.
    void update(const QueuedOrder& order);
    void set_pace(const CafeId& cafe, const Pace& pace);

    /// A restoration begins with asking for it.
    enum class Reading : std::uint64_t {};
    [[nodiscard]] Reading reading() const { return reading_; }
    /// The state stored before this start. It is read while commits continue, and again after a failure; an
    /// order that a commit has touched in the meantime is not overwritten. `restored` ends this phase.
    void restore(Reading reading, const QueuedOrder& order);
    void restore_pace(const CafeId& cafe, const Pace& pace);
    void restored(Reading reading);
    /// Forgets all orders, to be restored; who watches goes on watching. A reading that began before counts
    /// for nothing: it may have read an order before its last commit.
    void forget();
    /// False until all waiting orders are known: figures would be too small.
    [[nodiscard]] bool is_complete() const { return complete_; }

    /// The position of the order; nothing if it does not wait, or is not accepted yet. O(counted_max).
    [[nodiscard]] std::optional<Standing> standing(const std::string& order_id, Timestamp now) const;
    [[nodiscard]] QueueLength length(const CafeId& cafe) const;

    /// From now on changes of the order's position are announced.
    void watch(const std::string& order_id);
    void unwatch(const std::string& order_id);
    /// Forgets the watched orders for which `is_open` is false; each time that they have doubled, so that it
    /// costs little. Streams end without a word, and an order that is not there never changes.
    void sweep_watched(const std::function<bool(const std::string&)>& is_open);
    [[nodiscard]] std::size_t watched() const { return watched_.size(); }
    /// The watched orders whose position has changed since the last call.
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
        watched_;                              ///< order → orders and units ahead, as last announced
    std::size_t sweep_at_ = 64;                ///< so many watched orders
    std::unordered_set<std::string> touched_;  ///< by commits, until `restored`
    bool complete_ = false;
    Reading reading_{};  ///< the one that counts
};

}  // namespace dangol::mypage
