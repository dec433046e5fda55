#include "traffic/bench/player.hpp"

#include <fmt/format.h>

#include "contexts/order/api.hpp"

namespace dangol::traffic::bench {
namespace {

using namespace std::chrono_literals;
constexpr auto first_pause = 2ms;
constexpr auto longest_pause = 20ms;
constexpr auto give_up_after = 10s;

/// Refused only because an event is still on its way from one context to the next.
bool comes_by_itself(Step step, const client::Reply& reply) {
    const auto says = [&](std::string_view code) { return reply.status == 409 && reply.problem() == code; };
    switch (step) {
        case Step::approve:
        case Step::status: return reply.status == 404;
        case Step::claim: return reply.status == 404 || says("not-offered");
        case Step::start: return says("not-ready");
        case Step::place:
        case Step::make_start:
        case Step::make_complete:
        case Step::confirm:
        case Step::hand_over: return false;
    }
    return false;
}

std::string kind_of(Step step, const client::Reply& reply) {
    return fmt::format("{}: {} {}", step_names.at(static_cast<std::size_t>(step)), reply.status,
                       reply.problem());
}

}  // namespace

Player::Player(client::Api& api, std::size_t number, const Options& options, const Cast& cast,
               Recorder& recorder)
    : number_(number), options_(options), cast_(cast), recorder_(recorder), api_(api) {}

Task<void> Player::prepare() {
    if (options_.scenario == Scenario::journey && options_.fulfilment != Fulfilment::pickup) {
        rider_token_ = co_await hire_rider(api_, cast_, number_);
    }
    if (options_.scenario == Scenario::status) {
        guest_ = number_ % cast_.guest_tokens.size();
        co_await begin(false);
    }
}

Task<void> Player::play(const bool& over) {
    while (!over) {
        std::string broken;
        try {
            co_await tell_story();
        } catch (const std::exception& error) {
            broken = error.what();
        }
        if (broken.empty()) continue;
        recorder_.error(std::move(broken));
        co_await client::pause_for(100ms);
    }
}

Task<void> Player::tell_story() {
    ++stories_;
    bool happy = false;
    if (options_.scenario == Scenario::status) {
        happy = co_await look();
        if (happy) recorder_.story({});
        co_return;
    }
    guest_ = (number_ + (stories_ * 7)) % cast_.guest_tokens.size();
    const bool delivered = options_.fulfilment == Fulfilment::delivery ||
                           (options_.fulfilment == Fulfilment::mixed && stories_ % 2 == 0);
    if (options_.scenario == Scenario::place) {
        const auto placed = co_await place(false);
        if (placed) recorder_.story({});
        co_return;
    }
    // Not a conditional expression: older compilers destroy the temporaries of an awaiting one twice.
    if (delivered) {
        happy = co_await delivery();
    } else {
        happy = co_await pickup();
    }
    if (happy) recorder_.story({order_.id, guest_});
}

Task<bool> Player::pickup() {
    if (!co_await begin(false)) co_return false;
    if (!co_await at_bar(Step::approve, "approve")) co_return false;
    if (!co_await at_bar(Step::make_start, "makeStart")) co_return false;
    if (!co_await at_bar(Step::make_complete, "makeComplete")) co_return false;
    co_return co_await at_bar(Step::hand_over, "handOver");
}

Task<bool> Player::delivery() {
    if (!co_await begin(true)) co_return false;
    if (!co_await at_bar(Step::approve, "approve")) co_return false;
    if (!co_await at_bar(Step::make_start, "makeStart")) co_return false;
    if (!co_await on_road(Step::claim, "claim")) co_return false;
    if (!co_await at_bar(Step::make_complete, "makeComplete")) co_return false;
    auto call_number = fmt::format(R"({{"callNumber":"{}"}})", order_.call_number);
    if (!co_await on_road(Step::start, "start", std::move(call_number))) co_return false;
    auto pin = fmt::format(R"({{"pin":"{}"}})", order_.pin);
    co_return co_await on_road(Step::confirm, "confirm", std::move(pin));
}

Task<std::optional<client::Reply>> Player::place(bool delivered) {
    const auto& bodies = delivered ? bar().delivery_orders : bar().pickup_orders;
    co_return co_await take(Step::place,
                            {.target = "/orders",
                             .token = cast_.guest_tokens[guest_],
                             .body = bodies[(number_ + stories_) % bodies.size()],
                             .idempotency_key = fmt::format("{}-{}-{}", cast_.run, number_, stories_)});
}

Task<bool> Player::begin(bool delivered) {
    const auto reply = co_await place(delivered);
    if (!reply) co_return false;
    const auto order = reply->as<order::OrderResource>();
    if (!order) throw std::runtime_error("POST /orders answered with no order");
    order_ = {order->order_id.value, order->call_number,
              order->destination ? order->destination->pin : std::string{}};
    co_return true;
}

Task<bool> Player::look() {
    const auto reply = co_await take(
        Step::status,
        {.method = "GET", .target = "/myPages/" + order_.id, .token = cast_.guest_tokens[guest_]});
    co_return reply.has_value();
}

Task<bool> Player::at_bar(Step step, std::string_view command) {
    const auto reply = co_await take(step, {.target = fmt::format("/cafeOrders/{}/{}", order_.id, command),
                                            .token = bar().staff_token,
                                            .body = "{}"});
    co_return reply.has_value();
}

Task<bool> Player::on_road(Step step, std::string_view command, std::string body) {
    const auto reply = co_await take(step, {.target = fmt::format("/deliveries/{}/{}", order_.id, command),
                                            .token = rider_token_,
                                            .body = std::move(body)});
    co_return reply.has_value();
}

Task<std::optional<client::Reply>> Player::take(Step step, client::Call call) {
    const auto begin = Clock::now();
    auto pause = std::chrono::microseconds(first_pause);
    for (;;) {
        auto reply = co_await api_.send(call);
        const auto took = Clock::now() - begin;
        // 202: the outcome of the payment is not known. That is no order yet.
        if (reply.ok() && reply.status != 202) {
            recorder_.step(step, took);
            co_return std::move(reply);
        }
        if (!comes_by_itself(step, reply) || took > give_up_after) {
            recorder_.error(kind_of(step, reply));
            co_return std::nullopt;
        }
        co_await client::pause_for(pause);
        pause = std::min<std::chrono::microseconds>(pause * 3 / 2, longest_pause);
    }
}

}  // namespace dangol::traffic::bench
