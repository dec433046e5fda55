#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "random.hpp"
#include "runtime/http.hpp"
#include "workload.hpp"

namespace dangol::simulation {

/// One order and its people. Its choices come from a stream of its own, so that it is played alike whatever
/// the others do.
struct Workload::OrderStory {
    int number = 0;
    Random random;
    std::string cafe = {};
    Principal customer = {};
    bool delivery = false;
    std::string order_id = {};
    std::string call_number = {};
    std::string pin = {};
    std::int64_t price = 0;
    bool under_way = false;  ///< with the rider, who may have claimed it twice
};

[[nodiscard]] inline runtime::Request request(runtime::Method method, std::string path, std::string body,
                                              Principal who, std::string key = {}) {
    runtime::Request made;
    made.method = method;
    made.path = std::move(path);
    made.body = std::move(body);
    made.content_type = "application/json";
    made.principal = std::move(who);
    made.idempotency_key = std::move(key);
    return made;
}
[[nodiscard]] inline runtime::Request post(std::string path, std::string body, Principal who,
                                           std::string key = {}) {
    return request(runtime::Method::post, std::move(path), std::move(body), std::move(who), std::move(key));
}

[[nodiscard]] inline Principal operator_principal() { return {{"operator"}, Role::operator_, {}}; }
[[nodiscard]] inline Principal barista_of(const std::string& cafe) {
    return {{"barista-" + cafe}, Role::staff, {{cafe}}};
}
[[nodiscard]] inline Principal rider_number(int number) {
    return {{"rider" + std::to_string(number)}, Role::rider, {}};
}

inline constexpr int cafes = 3;
inline constexpr int riders = 12;
inline constexpr int customers = 40;

}  // namespace dangol::simulation
