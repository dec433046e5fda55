#pragma once

#include <string_view>

namespace dangol::adapters {

/// True for an IPv4 or IPv6 address that anybody on the internet may have: not this machine, not a private,
/// link-local, carrier, documentation, benchmark, multicast or reserved one, nor an IPv6 address that stands
/// for such an IPv4 one. A webhook may only go to these: otherwise whoever sets its URL could knock on doors
/// behind our firewall.
[[nodiscard]] bool is_public_address(std::string_view address);

}  // namespace dangol::adapters
