// Questions about offers, deliveries and shifts, answered from committed state.
#include <algorithm>
#include <charconv>
#include <ranges>

#include <fmt/ranges.h>

#include "contexts/delivery/api.hpp"
#include "contexts/delivery/views.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::delivery {
namespace {

using runtime::Access;
using runtime::Method;
using runtime::Reader;
using runtime::Request;
using runtime::Respond;
using runtime::Response;
using runtime::Row;

constexpr Access riders{.rider = true};
constexpr Access its_people{.customer = true, .rider = true, .operator_ = true};

std::optional<double> degrees_in(const std::string& text) {
    double degrees = 0;
    const auto* end = text.data() + text.size();
    const auto [parsed, error] = std::from_chars(text.data(), end, degrees);
    if (error != std::errc{} || parsed != end) return std::nullopt;
    return degrees;
}

/// From the request, else from the rider's shift; 422 if neither says.
Result<Place> place_of_rider(Reader& reader, const Request& request) {
    const auto asked = place_asked_from(request);
    if (!asked) return std::unexpected(asked.error());
    if (*asked) return **asked;
    const auto row = reader.row(view::rider_places, rider_of(request.principal).value);
    if (const auto place = place_in(row)) return *place;
    return refuse(Refusal::unprocessable, "place-needed",
                  {"라이더의 위치를 알아야 가까운 배달을 찾을 수 있습니다. ?lat=와 ?lng=를 붙이거나, 위치와 "
                   "함께 출근하세요.",
                   "Offers are found near your place. Give ?lat= and ?lng=, or go online with a place."});
}

bool is_near(const StoredDelivery& delivery, const Place& place) {
    const auto* offered = std::get_if<Offered>(&delivery.state);
    return offered != nullptr &&
           distance_metres(place, offered->planned.plan.drop_off.place) <= offered->search.radius_metres;
}

/// Offers whose place of delivery is near, the nearest first. `reach`: the widest radius there is.
Result<Response> offers(Reader& reader, const Request& request, int reach) {
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const auto place = place_of_rider(reader, request);
    if (!place) return std::unexpected(place.error());
    DeliveriesView near;
    for (auto& cell : cells_near(*place, reach)) {
        for (const auto& row : reader.rows({.view = std::string(view::offers), .scope = std::move(cell)})) {
            const auto delivery = stored_delivery(reader, row.key);
            if (is_near(delivery, *place)) near.items.push_back(offer_view(delivery, *place));
        }
    }
    std::ranges::sort(near.items, {}, [](const DeliveryView& offer) {
        return std::pair(offer.distance_metres, offer.delivery_id);
    });
    if (near.items.size() > *limit) near.items.resize(*limit);
    return runtime::respond_with(200, near);
}

using States = std::vector<std::string_view>;

/// One of `known`, or all of `usual`.
Result<States> states_asked_for(const Request& request, const States& known, const States& usual) {
    const auto asked = request.query.find("state");
    if (asked == request.query.end()) return usual;
    const auto found = std::ranges::find(known, asked->second);
    if (found != known.end()) return States{*found};
    const auto names = fmt::format("{}", fmt::join(known, ", "));
    return refuse(Refusal::invalid, "bad-state",
                  {"state는 " + names + " 중 하나여야 합니다.", "state must be one of " + names + "."});
}

/// The rider's own, by order date, the newest first.
Result<Response> mine(Reader& reader, const Request& request) {
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const States all{"CLAIMED", "PICKED_UP", "DELIVERED", "CANCELED"};
    const auto states = states_asked_for(request, all, all);
    if (!states) return std::unexpected(states.error());
    const auto rider = rider_of(request.principal);
    std::vector<Row> rows;
    for (const auto state : *states) {
        std::ranges::move(reader.rows({.view = std::string(view::riders_deliveries),
                                       .scope = rider_scope(rider, state),
                                       .limit = *limit,
                                       .descending = true}),
                          std::back_inserter(rows));
    }
    std::ranges::sort(rows, std::greater{}, [](const Row& row) { return std::pair(row.rank, row.key); });
    DeliveriesView deliveries;
    for (const auto& row : rows | std::views::take(*limit)) {
        deliveries.items.push_back(rider_view(stored_delivery(reader, row.key)));
    }
    return runtime::respond_with(200, deliveries);
}

/// Everybody's that are not at their end, the oldest first.
Result<Response> under_way(Reader& reader, const Request& request) {
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const auto states = states_asked_for(request, {"PLANNED", "OFFERED", "CLAIMED", "PICKED_UP"},
                                         {"OFFERED", "CLAIMED", "PICKED_UP"});
    if (!states) return std::unexpected(states.error());
    std::vector<Row> rows;
    for (const auto state : *states) {
        std::ranges::move(
            reader.rows({.view = std::string(view::under_way), .scope = std::string(state), .limit = *limit}),
            std::back_inserter(rows));
    }
    std::ranges::sort(rows, {}, [](const Row& row) { return std::pair(row.rank, row.key); });
    DeliveriesView deliveries;
    for (const auto& row : rows | std::views::take(*limit)) {
        deliveries.items.push_back(operator_view(stored_delivery(reader, row.key)));
    }
    return runtime::respond_with(200, deliveries);
}

Result<Response> list(Reader& reader, const Request& request) {
    return request.principal.role == runtime::Role::operator_ ? under_way(reader, request)
                                                              : mine(reader, request);
}

Result<Response> one(Reader& reader, const Request& request) {
    const auto view = view_for(request.principal, stored_delivery(reader, request.params[0]));
    if (!view) return std::unexpected(view.error());
    return runtime::respond_with(200, *view);
}

Result<Response> shift(Reader& reader, const Request& request, int active_max) {
    const auto rider = rider_of(request.principal);
    const auto [state, version] = stored_rider(reader, rider);
    const auto place = place_in(reader.row(view::rider_places, rider.value));
    return runtime::respond_with(200,
                                 ShiftView{rider, state.online, place, state.active, active_max, version});
}

}  // namespace

Result<std::optional<Place>> place_asked_from(const Request& request) {
    const auto latitude = request.query.find("lat");
    const auto longitude = request.query.find("lng");
    if (latitude == request.query.end() && longitude == request.query.end()) return std::nullopt;
    if (latitude == request.query.end() || longitude == request.query.end()) return bad_place();
    const auto north = degrees_in(latitude->second);
    const auto east = degrees_in(longitude->second);
    if (!north || !east || !is_place({*north, *east})) return bad_place();
    return Place{*north, *east};
}

std::vector<runtime::Route> delivery_queries(runtime::Host host, const Settings& settings) {
    using Question = std::function<Result<Response>(Reader&, const Request&)>;
    const auto query = [host](std::string pattern, Access access, Question question) {
        return runtime::Route{Method::get, std::move(pattern), access,
                              [host, question = std::move(question)](Request request, Respond respond) {
                                  run_query(host, std::move(request), std::move(respond), question);
                              }};
    };
    const auto with = [](int figure, auto question) -> Question {
        return [figure, question](Reader& reader, const Request& request) {
            return question(reader, request, figure);
        };
    };
    return {
        query("/deliveries", {.rider = true, .operator_ = true}, list),
        query("/deliveries/offers", riders,
              with(std::max(settings.radius_metres, settings.radius_max_metres), offers)),
        query("/deliveries/shift", riders, with(settings.active_max, shift)),
        query("/deliveries/{id}", its_people, one),
    };
}

}  // namespace dangol::delivery
