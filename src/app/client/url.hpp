#pragma once

#include <string>
#include <string_view>

namespace dangol::app::client {

/// Where a server is: "http://127.0.0.1:8088".
struct Url {
    std::string host;
    std::string port;

    [[nodiscard]] std::string text() const { return "http://" + host + ":" + port; }
};

/// Throws std::invalid_argument, saying what would be right, for anything but http://host[:port].
[[nodiscard]] Url parse_url(std::string_view text);

}  // namespace dangol::app::client
