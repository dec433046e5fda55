#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dangol::adapters {

/// Where a request really comes from. Immutable; any number of threads.
class TrustedProxies {
  public:
    /// Networks or single addresses: "127.0.0.0/8", "::1", "10.0.0.7". Throws std::invalid_argument, with
    /// what would be right.
    explicit TrustedProxies(std::span<const std::string> networks);

    /// The client's address as Request::client has it. `forwarded` is the header X-Forwarded-For, several in
    /// the order in which they came, joined by commas. It is read from its end, which the proxy nearest to us
    /// wrote, and only as far as trusted proxies wrote it: the rest is whatever the client claims.
    [[nodiscard]] std::string client_of(const boost::asio::ip::address& peer,
                                        std::string_view forwarded) const;

  private:
    [[nodiscard]] bool trusts(const boost::asio::ip::address& address) const;

    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace dangol::adapters
