// All routes of the café context.
#include "contexts/cafe/api.hpp"

#include <iterator>
#include <utility>

#include "runtime/endpoint.hpp"

namespace dangol::cafe {

using runtime::Request, runtime::Respond, runtime::Response, runtime::Route;

std::vector<Route> CafeContext::routes(runtime::Host host) {
    auto routes = cafe_routes(host);
    routes.push_back(cafe_stream(host));
    auto tickets = cafe_order_routes(host, settings_);
    routes.insert(routes.end(), std::make_move_iterator(tickets.begin()),
                  std::make_move_iterator(tickets.end()));
    return routes;
}

Route query_route(const runtime::Host& host, std::string pattern, runtime::Access access,
                  std::function<Result<Response>(runtime::Reader&, const Request&)> question) {
    return {runtime::Method::get, std::move(pattern), access,
            [host, question = std::move(question)](Request request, Respond respond) {
                runtime::run_query(host, std::move(request), std::move(respond), question);
            }};
}

Route command_route(const runtime::Host& host, runtime::Method method, std::string pattern,
                    runtime::Access access,
                    std::function<Result<Response>(runtime::Unit&, const Request&)> work) {
    return {method, std::move(pattern), access,
            [host, work = std::move(work)](Request request, Respond respond) {
                runtime::run_command(host, std::move(request), std::move(respond), work);
            }};
}

}  // namespace dangol::cafe
