// What a rider earned on a day.
#include <algorithm>

#include "contexts/delivery/api.hpp"
#include "contexts/delivery/views.hpp"
#include "runtime/day.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::delivery {
namespace {

using runtime::Reader;
using runtime::Request;
using runtime::Respond;
using runtime::Response;

struct EarningView {
    OrderId delivery_id;
    Text cafe_name;
    Money fee;
    Timestamp delivered_at{};
};
BOOST_DESCRIBE_STRUCT(EarningView, (), (delivery_id, cafe_name, fee, delivered_at))

struct EarningsView {
    std::string day;
    int deliveries = 0;
    Money total;
    std::vector<EarningView> items;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(EarningsView, (), (day, deliveries, total, items))

/// Deliveries are listed by when they were ordered; nobody waits longer than this for one.
constexpr auto longest_wait = std::chrono::hours{12};
/// More than anybody can bring in a day.
constexpr std::size_t deliveries_max = 1000;

Timestamp delivered_at(const StoredDelivery& delivery) {
    return steps_of(delivery.state).delivered_at.value_or(plan_of(delivery.state)->plan.order_date);
}

Result<Response> earnings(Reader& reader, const Request& request, Timestamp now) {
    const auto day = runtime::day_of(request, now, runtime::usual_offset);
    if (!day) return std::unexpected(day.error());
    EarningsView earned{.day = day->name, .deliveries = 0, .total = {}, .items = {}};
    const auto rank = [](Timestamp time) { return time.time_since_epoch().count(); };
    for (const auto& row : reader.rows({.view = std::string(view::riders_deliveries),
                                        .scope = rider_scope(rider_of(request.principal), "DELIVERED"),
                                        .rank_min = rank(day->begins - longest_wait),
                                        .rank_max = rank(day->ends) - 1,
                                        .limit = deliveries_max,
                                        .descending = true})) {
        const auto delivery = stored_delivery(reader, row.key);
        const auto at = delivered_at(delivery);
        if (at < day->begins || at >= day->ends) continue;
        const auto& plan = plan_of(delivery.state)->plan;
        if (earned.items.empty()) earned.total.currency = plan.fee.currency;
        earned.total = add(earned.total, plan.fee).value_or(earned.total);
        earned.items.push_back({OrderId{row.key}, plan.cafe_name, plan.fee, at});
    }
    std::ranges::sort(earned.items, std::greater{}, [](const EarningView& one) {
        return std::pair(one.delivered_at, one.delivery_id.value);
    });
    earned.deliveries = static_cast<int>(earned.items.size());
    return runtime::respond_with(200, earned);
}

}  // namespace

runtime::Route earnings_route(runtime::Host host) {
    return {runtime::Method::get,
            "/deliveries/earnings",
            {.rider = true},
            [host](Request request, Respond respond) {
                run_query(host, std::move(request), std::move(respond),
                          [&clock = host.environment.clock](Reader& reader, const Request& asked) {
                              return earnings(reader, asked, clock.now());
                          });
            }};
}

}  // namespace dangol::delivery
