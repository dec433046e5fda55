#pragma once

#include <optional>
#include <string>

#include "traffic/bench/cast.hpp"
#include "traffic/bench/options.hpp"
#include "traffic/bench/recorder.hpp"

namespace dangol::traffic::bench {

/// Plays whole stories, one after the other and without a pause: a customer, a barista and a rider of its
/// own. What is asynchronous between the contexts is asked again after a short pause, and the waiting counts
/// as part of the step.
class Player {
  public:
    /// What is referred to must outlive the player.
    Player(client::Api& api, std::size_t number, const Options& options, const Cast& cast,
           Recorder& recorder);

    /// Signs its rider in, or has something ordered that can be looked at. Before anything is measured.
    [[nodiscard]] Task<void> prepare();
    /// Until `over`; a story that has begun is brought to its end.
    [[nodiscard]] Task<void> play(const bool& over);

  private:
    /// What the story needs of an order.
    struct Order {
        std::string id;
        std::string call_number;
        std::string pin;
    };

    Task<void> tell_story();
    Task<bool> pickup();
    Task<bool> delivery();
    Task<std::optional<client::Reply>> place(bool delivered);
    /// Places an order, and keeps what the rest of the story needs of it.
    Task<bool> begin(bool delivered);
    Task<bool> look();
    /// One step of the staff or the rider on the current order.
    Task<bool> at_bar(Step step, std::string_view command);
    Task<bool> on_road(Step step, std::string_view command, std::string body = "{}");
    /// Asks until it succeeds, is refused for good, or has taken too long.
    Task<std::optional<client::Reply>> take(Step step, client::Call call);
    [[nodiscard]] const Bar& bar() const { return cast_.bars[number_ % cast_.bars.size()]; }

    std::size_t number_;
    const Options& options_;
    const Cast& cast_;
    Recorder& recorder_;
    client::Api& api_;
    std::string rider_token_;
    std::size_t stories_ = 0;
    std::size_t guest_ = 0;  ///< who orders in this story
    Order order_;            ///< of this story; of one that is only placed nothing is kept
};

}  // namespace dangol::traffic::bench
