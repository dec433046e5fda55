#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dangol::adapters {

/// The replicas of a service, taken in turn. One that could not be connected to comes last for a while. Pure;
/// one thread at a time.
class Addresses {
  public:
    using Time = std::chrono::steady_clock::time_point;

    explicit Addresses(std::vector<std::string> urls) {
        for (auto& url : urls) all_.push_back({std::move(url), Time{}});
    }

    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] const std::string& url(std::size_t index) const { return all_.at(index).url; }

    /// The order in which one call tries them.
    [[nodiscard]] std::vector<std::size_t> in_turn(Time now) {
        std::vector<std::size_t> order;
        std::vector<std::size_t> away;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto index = (next_ + i) % all_.size();
            (all_[index].away_until > now ? away : order).push_back(index);
        }
        order.insert(order.end(), away.begin(), away.end());
        if (!all_.empty()) next_ = (next_ + 1) % all_.size();
        return order;
    }
    void not_reached(std::size_t index, Time now) { all_.at(index).away_until = now + away_for; }

  private:
    static constexpr std::chrono::seconds away_for{1};
    struct Address {
        std::string url;
        Time away_until{};
    };
    std::vector<Address> all_;
    std::size_t next_ = 0;
};

}  // namespace dangol::adapters
