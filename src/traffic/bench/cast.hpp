#pragma once

#include <string>
#include <vector>

#include "traffic/client/basket.hpp"
#include "traffic/client/session.hpp"

/// Who plays: signed in once, before anything is measured, and shared by all players.
namespace dangol::traffic::bench {

/// A branch with its barista and the baskets that its customers take, as bodies of POST /orders.
struct Bar {
    std::string cafe_id;
    std::string staff_token;
    std::vector<std::string> pickup_orders;
    std::vector<std::string> delivery_orders;
};

struct Cast {
    std::string run;  ///< makes keys and login names of this run distinct
    std::vector<Bar> bars;
    std::vector<std::string> guest_tokens;
    std::string operator_token;  ///< registers the riders
};

/// Throws std::runtime_error if a café, a menu or a key is missing. `keys` gets what signs in next time.
[[nodiscard]] Task<Cast> gather(client::Api& api, client::KeyRing& keys, client::Random& random);

/// Registers a rider, signs them in and on, gives their token.
[[nodiscard]] Task<std::string> hire_rider(client::Api& api, const Cast& cast, std::size_t number);

}  // namespace dangol::traffic::bench
