// Who is on shift, for the operator.
#include "contexts/delivery/api.hpp"
#include "contexts/delivery/views.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::delivery {
namespace {

using runtime::Reader;
using runtime::Request;
using runtime::Respond;
using runtime::Response;

struct RiderShiftView {
    RiderId rider_id;
    bool online = false;
    std::optional<Place> place;
    std::vector<OrderId> active;  ///< claimed or on the way
    std::optional<Timestamp> since;
};
BOOST_DESCRIBE_STRUCT(RiderShiftView, (), (rider_id, online, place, active, since))

struct RiderList {
    std::vector<RiderShiftView> items;
};
BOOST_DESCRIBE_STRUCT(RiderList, (), (items))

Result<Response> riders(Reader& reader, const Request& request) {
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    RiderList list;
    for (const auto& row : reader.rows(
             {.view = std::string(view::riders), .scope = std::string(view::on_shift), .limit = *limit})) {
        const auto rider = stored_rider(reader, RiderId{row.key}).state;
        list.items.push_back({RiderId{row.key}, rider.online,
                              place_in(reader.row(view::rider_places, row.key)), rider.active,
                              rider.online_since});
    }
    return runtime::respond_with(200, list);
}

}  // namespace

runtime::Route riders_route(runtime::Host host) {
    return {runtime::Method::get,
            "/deliveries/riders",
            {.operator_ = true},
            [host](Request request, Respond respond) {
                run_query(host, std::move(request), std::move(respond), riders);
            }};
}

}  // namespace dangol::delivery
