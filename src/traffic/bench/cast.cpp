#include "traffic/bench/cast.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "core/codec.hpp"

namespace dangol::traffic::bench {

struct HiredRider {
    std::string one_time_code;
};
BOOST_DESCRIBE_STRUCT(HiredRider, (), (one_time_code))

struct NewRider {
    std::string login_name;
    std::string display_name = "Bench";
    std::string role = "rider";
};
BOOST_DESCRIBE_STRUCT(NewRider, (), (login_name, display_name, role))

namespace {

constexpr std::size_t guests = 64;
constexpr std::size_t baskets = 32;  ///< of each kind, for each branch
constexpr double delivered_within_metres = 1'200;

template <class T>
T read_as(const client::Reply& reply, const std::string& target) {
    if (!reply.ok()) throw std::runtime_error(target + " was refused: " + reply.body);
    auto value = codec::from_json<T>(reply.body);
    if (!value) throw std::runtime_error(target + ": " + value.error().path + " " + value.error().message);
    return std::move(*value);
}

template <class T>
Task<T> get(client::Api& api, std::string target) {
    const auto reply = co_await api.send({.method = "GET", .target = target});
    co_return read_as<T>(reply, "GET " + target);
}

std::string order_body(const cafe::CafeResource& cafe, const cafe::MenuResource& menu, bool delivery,
                       client::Random& random) {
    order::PlaceOrder order{.cafe_id = cafe.id,
                            .fulfilment = delivery ? order::Fulfilment::delivery : order::Fulfilment::pickup,
                            .lines = client::random_lines(menu, 2, random),
                            .destination = {},
                            .note = {},
                            .total_price = {},
                            .payment = {"card", "approve"}};
    if (order.lines.empty()) throw std::runtime_error("nothing can be ordered at " + cafe.id.value);
    if (delivery) {
        order.destination =
            order::BasketDestination{"서울 어딘가 1",
                                     "2층",
                                     client::near(cafe.place, delivered_within_metres, random),
                                     "010-0000-0000",
                                     {}};
    }
    return codec::to_json(order);
}

Task<Bar> open_bar(client::Api& api, client::Key& key, client::Random& random) {
    Bar bar{.cafe_id = key.cafe, .staff_token = {}, .pickup_orders = {}, .delivery_orders = {}};
    const auto session = co_await client::sign_in(api, key);
    bar.staff_token = session.access_token;
    const auto cafe = co_await get<cafe::CafeResource>(api, "/cafes/" + bar.cafe_id);
    const auto menu = co_await get<cafe::MenuResource>(api, "/cafes/" + bar.cafe_id + "/menu");
    for (std::size_t i = 0; i < baskets; ++i) {
        bar.pickup_orders.push_back(order_body(cafe, menu, false, random));
        bar.delivery_orders.push_back(order_body(cafe, menu, true, random));
    }
    co_return bar;
}

}  // namespace

Task<Cast> gather(client::Api& api, client::KeyRing& keys, client::Random& random) {
    Cast cast;
    cast.run = fmt::format("bench-{:08x}", random() & 0xFFFF'FFFFU);
    for (auto& key : keys.staff) cast.bars.push_back(co_await open_bar(api, key, random));
    if (cast.bars.empty()) throw std::runtime_error("the server has no demo cafés; start it with --demo");
    const auto chief = co_await client::sign_in(api, keys.operator_);
    cast.operator_token = chief.access_token;
    for (std::size_t i = 0; i < guests; ++i) {
        const auto guest = co_await client::begin_guest(api);
        cast.guest_tokens.push_back(guest.access_token);
    }
    co_return cast;
}

Task<std::string> hire_rider(client::Api& api, const Cast& cast, std::size_t number) {
    const auto body = codec::to_json(NewRider{.login_name = fmt::format("{}-{}", cast.run, number)});
    const auto reply = co_await api.send({.target = "/accounts", .token = cast.operator_token, .body = body});
    const auto session =
        co_await client::redeem(api, read_as<HiredRider>(reply, "POST /accounts").one_time_code);
    const auto online = co_await api.send(
        {.target = "/deliveries/shift", .token = session.access_token, .body = R"({"online":true})"});
    if (online.status != 200) throw std::runtime_error("a rider cannot go online: " + online.body);
    co_return session.access_token;
}

}  // namespace dangol::traffic::bench
