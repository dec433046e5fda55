#pragma once

#include <optional>
#include <string>

#include "app/bench/cast.hpp"
#include "app/bench/options.hpp"
#include "app/bench/recorder.hpp"

namespace dangol::app::bench {

/// Plays whole stories on one connection, one after the other and without a pause: a customer, a barista and
/// a rider of its own. What is asynchronous between the contexts is asked again after a short pause, and the
/// waiting counts as part of the step.
class Player {
  public:
    /// What is referred to must outlive the player.
    Player(const asio::any_io_executor& executor, const client::Url& url, std::size_t number,
           const Options& options, const Cast& cast, Recorder& recorder);

    /// Signs its rider in, or has something ordered that can be looked at. Before anything is measured.
    [[nodiscard]] asio::awaitable<void> prepare();
    /// Until `over`; a story that has begun is brought to its end.
    [[nodiscard]] asio::awaitable<void> play(const bool& over);

  private:
    struct Order {
        std::string id;
        std::string call_number;
        std::string pin;
    };

    asio::awaitable<void> tell_story();
    asio::awaitable<bool> pickup();
    asio::awaitable<bool> delivery();
    asio::awaitable<bool> place(bool delivered);
    asio::awaitable<bool> look();
    /// One step of the staff or the rider on the current order.
    asio::awaitable<bool> at_bar(Step step, std::string_view command);
    asio::awaitable<bool> on_road(Step step, std::string_view command, std::string_view body = "{}");
    /// Asks until it succeeds, is refused for good, or has taken too long.
    asio::awaitable<std::optional<client::Reply>> take(Step step, client::Call call);
    [[nodiscard]] const Bar& bar() const { return cast_.bars[number_ % cast_.bars.size()]; }

    std::size_t number_;
    const Options& options_;
    const Cast& cast_;
    Recorder& recorder_;
    client::Connection connection_;
    std::string rider_token_;
    std::size_t stories_ = 0;
    std::size_t guest_ = 0;  ///< who orders in this story
    Order order_;            ///< of this story
    std::string target_;     ///< of the request that is under way
};

}  // namespace dangol::app::bench
