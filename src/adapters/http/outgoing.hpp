#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "adapters/http/client.hpp"

namespace dangol::adapters {

/// Where a call goes, taken from its URL.
struct Destination {
    bool secure = false;
    std::string host;  ///< a name or an address, without brackets
    std::string port;
    std::string authority;  ///< for the header Host
    std::string target;     ///< path and query, encoded
    [[nodiscard]] std::string origin() const { return (secure ? "https://" : "http://") + authority; }
};

/// The error tells what is wrong with the URL.
[[nodiscard]] std::expected<Destination, std::string> destination_of(std::string_view url);

/// The request as bytes. The error tells which part could not be sent without changing the meaning of others.
[[nodiscard]] std::expected<std::string, std::string> request_text(const HttpCall& call,
                                                                   const Destination& destination);

}  // namespace dangol::adapters
