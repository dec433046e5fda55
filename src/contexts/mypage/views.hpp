#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/mypage/queue.hpp"
#include "runtime/guarded.hpp"
#include "runtime/host.hpp"

namespace dangol::mypage {

// ── The pulse ──────────────────────────────────────────────────────────────────────────────────────

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

/// Orders and waits, minute by minute: counted from the changes of each order, and after a start again from
/// the pages of those that have changed in the last hours. Not thread-safe.
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

// ── All views ──────────────────────────────────────────────────────────────────────────────────────

/// MyPage's state in memory, so that reading a queue costs no query: the queues of all branches, and the
/// pulse of the last hours. The writer's thread changes them, any thread reads them.
class Views : public std::enable_shared_from_this<Views> {
  public:
    runtime::Guarded<Queues> queues;
    runtime::Guarded<Pulse> pulse;

    /// Restores both from the store, and pushes standings to `host`'s streams from now on. A failed read is
    /// retried after 1 s, doubling up to 60 s; until it succeeds the queues are incomplete and the pulse
    /// counts too little. Only for Views held by a shared_ptr.
    void start(const runtime::Host& host);
    /// If a page is not known that an event left, all is read again as at the start.
    void committed(std::span<const std::shared_ptr<const EventRecord>> events);
    /// Reads the queues again. If `stored` throws, it retries as at the start and rethrows.
    void amended(runtime::Reader& stored);

  private:
    void restore();
    /// The orders that were counted again already.
    using Noted = std::shared_ptr<std::set<std::string>>;
    void restore_pulse(std::uint64_t before, std::size_t left, const Noted& noted);
    void count(const std::string& order_id, const Facts& facts);
    /// False if the page that the event left is not known.
    [[nodiscard]] bool update(const EventRecord& event);
    void announce_standings();

    std::optional<runtime::Host> host_;  ///< none: a copy for comparison has no clients
};

}  // namespace dangol::mypage
