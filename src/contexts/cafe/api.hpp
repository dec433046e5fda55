#pragma once

#include <functional>
#include <string>
#include <vector>

#include "contexts/cafe/cafe.hpp"

/// The parts of the café's HTTP API, and what they are made with.
namespace dangol::cafe {

[[nodiscard]] std::vector<runtime::Route> cafe_routes(const runtime::Host& host);
[[nodiscard]] std::vector<runtime::Route> cafe_order_routes(const runtime::Host& host,
                                                            const Settings& settings);
/// What changes about a branch, live, for anyone.
[[nodiscard]] runtime::Route cafe_stream(const runtime::Host& host);

/// Answers a question from committed state (runtime/endpoint.hpp, `run_query`).
[[nodiscard]] runtime::Route query_route(
    const runtime::Host& host, std::string pattern, runtime::Access access,
    std::function<Result<runtime::Response>(runtime::Reader&, const runtime::Request&)> question);

/// Decides a command in the writer (runtime/endpoint.hpp, `run_command`).
[[nodiscard]] runtime::Route command_route(
    const runtime::Host& host, runtime::Method method, std::string pattern, runtime::Access access,
    std::function<Result<runtime::Response>(runtime::Unit&, const runtime::Request&)> work);

}  // namespace dangol::cafe
