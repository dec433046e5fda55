#include "adapters/http/client_address.hpp"

#include <algorithm>
#include <boost/asio/ip/address_v6.hpp>
#include <boost/system/error_code.hpp>
#include <stdexcept>
#include <type_traits>

namespace dangol::adapters {

namespace ip = boost::asio::ip;

namespace {

/// An IPv4 address that came through an IPv6 socket is that IPv4 address. A zone ("fe80::7%eth0") is of the
/// machine that wrote it, and could be any text: it makes no other client.
ip::address plain(const ip::address& address) {
    if (address.is_v4()) return address;
    const auto v6 = address.to_v6();
    if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6);
    return ip::make_address_v6(v6.to_bytes());
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Some proxies add the port: "192.0.2.7:4711", "[2001:db8::7]:4711".
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
    if (std::ranges::count(text, ':') == 1) return text.substr(0, text.find(':'));
    return text;
}

/// A customer has a whole /64 of IPv6 and may use another address for each request.
std::string shown(const ip::address& address) {
    if (address.is_v4()) return address.to_string();
    return ip::network_v6(address.to_v6(), 64).canonical().to_string();
}

}  // namespace

TrustedProxies::TrustedProxies(std::span<const std::string> networks) {
    for (const auto& text : networks) {
        boost::system::error_code error;
        const auto address = ip::make_address(text, error);
        if (!error && address.is_v4()) {
            v4_.emplace_back(address.to_v4(), static_cast<unsigned short>(32));
            continue;
        }
        if (!error) {
            v6_.emplace_back(address.to_v6(), static_cast<unsigned short>(128));
            continue;
        }
        const auto v4 = ip::make_network_v4(text, error);
        if (!error) {
            v4_.push_back(v4);
            continue;
        }
        const auto v6 = ip::make_network_v6(text, error);
        if (error) {
            throw std::invalid_argument("'" + text +
                                        "' must be an IP address or a network such as 10.0.0.0/8");
        }
        v6_.push_back(v6);
    }
}

bool TrustedProxies::trusts(const ip::address& address) const {
    const auto within = [&](const auto& networks, const auto& one) {
        return std::ranges::any_of(networks, [&](const auto& network) {
            const std::remove_cvref_t<decltype(network)> around(one, network.prefix_length());
            return around.canonical() == network.canonical();
        });
    };
    return address.is_v4() ? within(v4_, address.to_v4()) : within(v6_, address.to_v6());
}

std::string TrustedProxies::client_of(const ip::address& peer, std::string_view forwarded) const {
    auto client = plain(peer);
    while (trusts(client) && !forwarded.empty()) {
        const auto comma = forwarded.rfind(',');
        const auto last = comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1);
        forwarded = comma == std::string_view::npos ? std::string_view{} : forwarded.substr(0, comma);
        boost::system::error_code error;
        const auto named = ip::make_address(without_port(trimmed(last)), error);
        if (error) break;  // the proxy could not say: it is as far as we know
        client = plain(named);
    }
    return shown(client);
}

}  // namespace dangol::adapters
