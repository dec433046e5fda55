#pragma once

#include <string>

#include <boost/describe/class.hpp>

#include "traffic/client/api.hpp"
#include "traffic/client/key_ring.hpp"

/// Signing in over HTTP. Each throws std::runtime_error with the server's words if it is refused.
namespace dangol::traffic::client {

struct Session {
    std::string account_id;
    std::string access_token;
    std::string refresh_token;
};
BOOST_DESCRIBE_STRUCT(Session, (), (account_id, access_token, refresh_token))

[[nodiscard]] Task<Session> begin_guest(Api& api);
[[nodiscard]] Task<Session> redeem(Api& api, std::string code);
[[nodiscard]] Task<Session> refresh(Api& api, std::string refresh_token);

/// With the one-time code if it is still there, else with the refresh token; what signs in next time is put
/// into `key`, which must stay valid until it is done.
[[nodiscard]] Task<Session> sign_in(Api& api, Key& key);

}  // namespace dangol::traffic::client
