#include "adapters/messengers/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include <arpa/inet.h>

namespace dangol::adapters {
namespace {

using V4 = std::array<std::uint8_t, 4>;
using V6 = std::array<std::uint8_t, 16>;

struct Block {
    V4 network;
    unsigned bits;
};

/// IPv4 blocks that are nobody's on the internet (IANA's special-purpose registry).
constexpr std::array<Block, 15> special{{{{0, 0, 0, 0}, 8},
                                         {{10, 0, 0, 0}, 8},
                                         {{100, 64, 0, 0}, 10},
                                         {{127, 0, 0, 0}, 8},
                                         {{169, 254, 0, 0}, 16},
                                         {{172, 16, 0, 0}, 12},
                                         {{192, 0, 0, 0}, 24},
                                         {{192, 0, 2, 0}, 24},
                                         {{192, 88, 99, 0}, 24},
                                         {{192, 168, 0, 0}, 16},
                                         {{198, 18, 0, 0}, 15},
                                         {{198, 51, 100, 0}, 24},
                                         {{203, 0, 113, 0}, 24},
                                         {{224, 0, 0, 0}, 4},
                                         {{240, 0, 0, 0}, 4}}};

std::uint32_t number_of(const V4& address) {
    std::uint32_t number = 0;
    for (const auto byte : address) number = number << 8U | byte;
    return number;
}

bool is_public(const V4& address) {
    return std::ranges::none_of(special, [&](const Block& block) {
        const std::uint32_t mask = ~std::uint32_t{0} << (32U - block.bits);
        return (number_of(address) & mask) == number_of(block.network);
    });
}

V4 embedded_at(const V6& address, std::size_t offset) {
    return {address.at(offset), address.at(offset + 1), address.at(offset + 2), address.at(offset + 3)};
}

bool starts_with(const V6& address, std::initializer_list<std::uint8_t> prefix) {
    return std::equal(prefix.begin(), prefix.end(), address.begin());
}

bool is_public(const V6& address) {
    if (starts_with(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}))
        return is_public(embedded_at(address, 12));
    if (starts_with(address, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}))
        return is_public(embedded_at(address, 12));
    if ((address[0] & 0xe0) != 0x20) return false;  // only 2000::/3 is given out
    if (starts_with(address, {0x20, 0x02})) return is_public(embedded_at(address, 2));  // 6to4
    if (starts_with(address, {0x20, 0x01, 0x0d, 0xb8})) return false;                   // documentation
    if (starts_with(address, {0x3f, 0xff})) return false;                               // documentation
    return !starts_with(address, {0x20, 0x01, 0x00});  // Teredo and other tunnels
}

}  // namespace

bool is_public_address(std::string_view address) {
    const std::string text(address);
    V4 v4{};
    if (inet_pton(AF_INET, text.c_str(), v4.data()) == 1) return is_public(v4);
    V6 v6{};
    if (inet_pton(AF_INET6, text.c_str(), v6.data()) == 1) return is_public(v6);
    return false;
}

}  // namespace dangol::adapters
