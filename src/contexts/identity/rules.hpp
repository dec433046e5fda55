#pragma once

#include <chrono>

#include "core/time.hpp"

namespace dangol::identity {

/// How long things are good for.
struct SessionRules {
    /// Short, because nothing revokes an access token: someone disabled can go on for as long.
    Duration access = std::chrono::minutes{15};
    Duration guest_access = std::chrono::hours{1};
    Duration guest_refresh = std::chrono::hours{24 * 180};
    Duration session = std::chrono::hours{24 * 30};  ///< since the last refresh
    Duration link = std::chrono::hours{24};
};

}  // namespace dangol::identity
