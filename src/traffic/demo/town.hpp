#pragma once

#include <array>
#include <chrono>
#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "traffic/client/api.hpp"
#include "traffic/client/basket.hpp"
#include "traffic/client/key_ring.hpp"

/// What all simulated people share. One thread.
namespace dangol::traffic::demo {

/// Where the orders of this street stand, for the line on the terminal.
class Board {
  public:
    /// As its customer last saw it; an order that has ended leaves the board and is counted.
    void seen(const std::string& order_id, const std::string& order_status);
    void placed();
    void declined() { ++declined_; }

    /// "12 orders/min · waiting 3 · making 2 …", in Korean and in English.
    [[nodiscard]] std::string line();

  private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] std::size_t count(std::initializer_list<std::string_view> statuses) const;

    std::map<std::string, std::string> open_;  ///< by order id
    std::deque<Clock::time_point> last_minute_;
    std::size_t completed_ = 0;
    std::size_t canceled_ = 0;
    std::size_t declined_ = 0;
};

struct Town {
    client::Api& api;
    double speed = 1;  ///< 2: everybody is twice as quick
    std::string key_file;
    client::KeyRing keys = {};
    client::Random random{std::random_device{}()};
    Board board = {};
    std::map<std::string, std::string> pins = {};  ///< by order id: what a customer says at the door
    std::deque<std::string> at_silent_doors = {};  ///< deliveries whose customer is none of ours

    [[nodiscard]] bool chance(double share);
    [[nodiscard]] std::size_t pick(std::size_t count);  ///< 0 … count - 1; count is not 0
    /// Takes between so many seconds, at this town's speed.
    [[nodiscard]] Task<void> take_seconds(double least, double most);
};

/// True for a status after which nothing happens to an order any more.
[[nodiscard]] bool is_end(std::string_view order_status);

}  // namespace dangol::traffic::demo
