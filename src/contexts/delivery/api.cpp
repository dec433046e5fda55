// The routes, and the commands of riders and the operator.
#include "contexts/delivery/api.hpp"

#include "contexts/delivery/domain/refusals.hpp"
#include "contexts/delivery/views.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::delivery {
namespace {

using runtime::Access;
using runtime::Host;
using runtime::Method;
using runtime::Request;
using runtime::Respond;
using runtime::Response;
using runtime::Unit;

constexpr Access riders{.rider = true};
constexpr Access riders_and_operator{.rider = true, .operator_ = true};

struct ShiftBody {
    std::optional<bool> online;  ///< absent: as it is
    std::optional<Place> place;  ///< absent: as it was
};
BOOST_DESCRIBE_STRUCT(ShiftBody, (), (online, place))

struct StartBody {
    std::string call_number;
};
BOOST_DESCRIBE_STRUCT(StartBody, (), (call_number))

struct ConfirmBody {
    std::string pin;
};
BOOST_DESCRIBE_STRUCT(ConfirmBody, (), (pin))

bool is_operator(const Request& request) { return request.principal.role == runtime::Role::operator_; }

/// What the one who commanded may see of it now.
Result<Response> shown(Unit& unit, const Request& request) {
    const auto view = view_for(request.principal, unit.load<DeliveryAggregate>(request.params[0]));
    if (!view) return std::unexpected(view.error());
    return runtime::respond_with(200, *view);
}

/// The rider's place is a row and no event: nobody else needs it, and a log of it is nothing to keep.
Result<Response> shift(Unit& unit, const Request& request, int active_max) {
    const auto body = runtime::body_of<ShiftBody>(request);
    if (!body) return std::unexpected(body.error());
    if (body->place && !is_place(*body->place)) return bad_place();
    const auto rider = rider_of(request.principal);
    if (body->online) {
        const auto command =
            *body->online ? RiderCommand(GoOnline{rider, unit.now()}) : RiderCommand(GoOffline{rider});
        if (auto gone = unit.execute<RiderAggregate>(rider.value, command); !gone) {
            return std::unexpected(std::move(gone.error()));
        }
    }
    const auto& [state, version] = unit.load<RiderAggregate>(rider.value);
    auto place = place_in(unit.row(view::rider_places, rider.value));
    if (!state.online) {
        if (place) unit.drop_row(std::string(view::rider_places), rider.value);
        place.reset();
    } else if (body->place) {
        place = body->place;
        unit.put({std::string(view::rider_places), rider.value, {}, 0, codec::to_json(*place)});
    }
    return runtime::respond_with(200,
                                 ShiftView{rider, state.online, place, state.active, active_max, version});
}

/// Both aggregates in one unit: either the delivery is the rider's and in hand, or nothing has happened.
Result<Response> claim(Unit& unit, const Request& request, int active_max) {
    const auto& id = request.params[0];
    const auto rider = rider_of(request.principal);
    unit.correlate(id);
    if (auto claimed = unit.execute<DeliveryAggregate>(id, Claim{rider, unit.now()}); !claimed) {
        return std::unexpected(std::move(claimed.error()));
    }
    if (auto taken = unit.execute<RiderAggregate>(rider.value, TakeOn{rider, OrderId{id}, active_max});
        !taken) {
        return std::unexpected(std::move(taken.error()));
    }
    return shown(unit, request);
}

/// By its rider, or by the operator in the rider's stead.
Result<Response> release(Unit& unit, const Request& request) {
    const auto& id = request.params[0];
    unit.correlate(id);
    const auto rider =
        is_operator(request) ? rider_of(unit.load<DeliveryAggregate>(id).state) : rider_of(request.principal);
    if (auto done = unit.execute<DeliveryAggregate>(id, Release{rider, false, unit.now()}); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return shown(unit, request);
}

Result<Response> start(Unit& unit, const Request& request) {
    const auto body = runtime::body_of<StartBody>(request);
    if (!body) return std::unexpected(body.error());
    const auto& id = request.params[0];
    unit.correlate(id);
    const DeliveryStart command{rider_of(request.principal), body->call_number, unit.now()};
    if (auto done = unit.execute<DeliveryAggregate>(id, command); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return shown(unit, request);
}

/// By its rider with the PIN, or by the operator, who vouches for it. A wrong PIN is counted, so its refusal
/// is an answer to keep and no rejection.
Result<Response> confirm(Unit& unit, const Request& request) {
    const auto body = runtime::body_of<ConfirmBody>(request);
    if (!body) return std::unexpected(body.error());
    const auto& id = request.params[0];
    unit.correlate(id);
    const auto command =
        is_operator(request)
            ? DeliveryCommand(ForceConfirm{unit.now()})
            : DeliveryCommand(DeliveryConfirm{rider_of(request.principal), body->pin, unit.now()});
    if (auto done = unit.execute<DeliveryAggregate>(id, command); !done) {
        return std::unexpected(std::move(done.error()));
    }
    if (const auto* started = std::get_if<Started>(&unit.load<DeliveryAggregate>(id).state)) {
        return runtime::problem(wrong_pin(pin_tries_max - started->wrong_pins).error(), request.language);
    }
    return shown(unit, request);
}

}  // namespace

std::unexpected<Rejection> bad_place() {
    return refuse(Refusal::invalid, "bad-place",
                  {"위치가 올바르지 않습니다. 위도는 -90에서 90, 경도는 -180에서 180 사이여야 합니다.",
                   "That is no place. The latitude must be from -90 to 90, the longitude from -180 to 180."});
}

std::vector<runtime::Route> delivery_routes(Host host, const Settings& settings) {
    using Work = std::function<Result<Response>(Unit&, const Request&)>;
    const auto command = [host](std::string pattern, Access access, Work work) {
        return runtime::Route{Method::post, std::move(pattern), access,
                              [host, work = std::move(work)](Request request, Respond respond) {
                                  run_command(host, std::move(request), std::move(respond), work);
                              }};
    };
    const auto limited = [most = settings.active_max](auto work) -> Work {
        return [most, work](Unit& unit, const Request& request) { return work(unit, request, most); };
    };
    std::vector<runtime::Route> routes{
        command("/deliveries/shift", riders, limited(shift)),
        command("/deliveries/{id}/claim", riders, limited(claim)),
        command("/deliveries/{id}/release", riders_and_operator, release),
        command("/deliveries/{id}/start", riders, start),
        command("/deliveries/{id}/confirm", riders_and_operator, confirm),
        delivery_stream(host),
    };
    for (auto& query : delivery_queries(host, settings)) routes.push_back(std::move(query));
    routes.push_back(riders_route(host));
    routes.push_back(earnings_route(host));
    return routes;
}

}  // namespace dangol::delivery
