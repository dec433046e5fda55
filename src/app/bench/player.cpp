#include "app/bench/player.hpp"

#include <fmt/format.h>

namespace dangol::app::bench {
namespace {

using namespace std::chrono_literals;
constexpr auto first_pause = 2ms;
constexpr auto longest_pause = 20ms;
constexpr auto give_up_after = 10s;

/// Refused only because an event is still on its way from one context to the next.
bool comes_by_itself(Step step, const client::Reply& reply) {
    const auto says = [&](std::string_view code) { return reply.status == 409 && reply.body.contains(code); };
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
                       client::text_of_member(reply.body, "type"));
}

}  // namespace

Player::Player(const asio::any_io_executor& executor, const client::Url& url, std::size_t number,
               const Options& options, const Cast& cast, Recorder& recorder)
    : number_(number), options_(options), cast_(cast), recorder_(recorder), connection_(executor, url) {}

asio::awaitable<void> Player::prepare() {
    if (options_.scenario == Scenario::journey && options_.fulfilment != Fulfilment::pickup) {
        rider_token_ = co_await hire_rider(connection_, cast_, number_);
    }
    if (options_.scenario == Scenario::status) {
        guest_ = number_ % cast_.guest_tokens.size();
        co_await place(false);
    }
}

asio::awaitable<void> Player::play(const bool& over) {
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

asio::awaitable<void> Player::tell_story() {
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
        happy = co_await place(false);
        if (happy) recorder_.story({});
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

asio::awaitable<bool> Player::pickup() {
    if (!co_await place(false)) co_return false;
    if (!co_await at_bar(Step::approve, "approve")) co_return false;
    if (!co_await at_bar(Step::make_start, "makeStart")) co_return false;
    if (!co_await at_bar(Step::make_complete, "makeComplete")) co_return false;
    co_return co_await at_bar(Step::hand_over, "handOver");
}

asio::awaitable<bool> Player::delivery() {
    if (!co_await place(true)) co_return false;
    if (!co_await at_bar(Step::approve, "approve")) co_return false;
    if (!co_await at_bar(Step::make_start, "makeStart")) co_return false;
    if (!co_await on_road(Step::claim, "claim")) co_return false;
    if (!co_await at_bar(Step::make_complete, "makeComplete")) co_return false;
    const auto call_number = fmt::format(R"({{"callNumber":"{}"}})", order_.call_number);
    if (!co_await on_road(Step::start, "start", call_number)) co_return false;
    const auto pin = fmt::format(R"({{"pin":"{}"}})", order_.pin);
    co_return co_await on_road(Step::confirm, "confirm", pin);
}

asio::awaitable<bool> Player::place(bool delivered) {
    const auto& bodies = delivered ? bar().delivery_orders : bar().pickup_orders;
    const auto key = fmt::format("{}-{}-{}", cast_.run, number_, stories_);
    const auto reply = co_await take(Step::place, {.target = "/orders",
                                                   .token = cast_.guest_tokens[guest_],
                                                   .body = bodies[(number_ + stories_) % bodies.size()],
                                                   .idempotency_key = key});
    if (!reply) co_return false;
    order_.id = client::text_of_member(reply->body, "orderId");
    order_.call_number = client::text_of_member(reply->body, "callNumber");
    order_.pin = client::text_of_member(reply->body, "pin");
    co_return true;
}

asio::awaitable<bool> Player::look() {
    target_ = "/myPages/" + order_.id;
    const auto reply = co_await take(
        Step::status, {.method = "GET", .target = target_, .token = cast_.guest_tokens[guest_]});
    co_return reply.has_value();
}

asio::awaitable<bool> Player::at_bar(Step step, std::string_view command) {
    target_ = fmt::format("/cafeOrders/{}/{}", order_.id, command);
    const auto reply = co_await take(step, {.target = target_, .token = bar().staff_token, .body = "{}"});
    co_return reply.has_value();
}

asio::awaitable<bool> Player::on_road(Step step, std::string_view command, std::string_view body) {
    target_ = fmt::format("/deliveries/{}/{}", order_.id, command);
    const auto reply = co_await take(step, {.target = target_, .token = rider_token_, .body = body});
    co_return reply.has_value();
}

asio::awaitable<std::optional<client::Reply>> Player::take(Step step, client::Call call) {
    const auto begin = Clock::now();
    auto pause = std::chrono::microseconds(first_pause);
    for (;;) {
        const auto reply = co_await connection_.send(call);
        const auto took = Clock::now() - begin;
        // 202: the outcome of the payment is not known. That is no order yet.
        if (reply.ok() && reply.status != 202) {
            recorder_.step(step, took);
            co_return reply;
        }
        if (!comes_by_itself(step, reply) || took > give_up_after) {
            recorder_.error(kind_of(step, reply));
            co_return std::nullopt;
        }
        co_await client::pause_for(pause);
        pause = std::min<std::chrono::microseconds>(pause * 3 / 2, longest_pause);
    }
}

}  // namespace dangol::app::bench
