#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "app/figures/money_rules.hpp"
#include "core/time.hpp"
#include "runtime/store.hpp"

namespace dangol::app {

/// Follows the committed events of payment and of MyPage and holds each order that they speak of against the
/// money rules. It looks at what is stored, not at what was meant. Off the hot path: the host calls it every
/// few seconds, from one thread at a time for each context. Where more happens than it can look at it leaves
/// some out, the oldest first.
class MoneyAudit {
  public:
    /// `told` hears of each order once, when it is found to break a rule.
    using Told = std::function<void(const std::string& order, MoneyRule rule)>;
    explicit MoneyAudit(Told told) : told_(std::move(told)) {}

    void look_at_payments(runtime::Reader& payment);
    void look_at_pages(runtime::Reader& mypage, Timestamp now);

    /// Orders that break it, as far as they were looked at since the start.
    [[nodiscard]] std::uint64_t broken(MoneyRule rule) const;
    [[nodiscard]] std::uint64_t looked_at() const { return looked_at_; }

    /// So many events are read at once, and so long may contexts take to agree.
    static constexpr std::size_t events_max = 500;
    static constexpr Duration patience = std::chrono::minutes{2};

  private:
    /// The subjects of those events after `cursor` that `concerns`; moves the cursor.
    [[nodiscard]] static std::set<std::string> subjects(
        runtime::Reader& reader, std::optional<std::uint64_t>& cursor,
        const std::function<bool(const EventRecord&)>& concerns);
    void note(const std::string& order, MoneyRule rule);
    void look_at_page(runtime::Reader& mypage, const std::string& order, Timestamp now);

    Told told_;
    std::optional<std::uint64_t> payment_cursor_;
    std::optional<std::uint64_t> mypage_cursor_;
    std::map<std::string, Timestamp> suspects_;  ///< pages that break a rule just now, and since when
    mutable std::mutex mutex_;
    std::map<std::string, MoneyRule> broken_;
    std::atomic<std::uint64_t> looked_at_{0};
};

}  // namespace dangol::app
