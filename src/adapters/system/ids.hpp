#pragma once

#include "runtime/ports.hpp"

namespace dangol::adapters {

/// Identities and secrets from the kernel's random generator, which each thread asks for some kilobytes at a
/// time. A byte is used once and wiped. A process that forks must not go on using them on both sides.
class SystemIds final : public runtime::Ids {
  public:
    /// 10 characters of milliseconds since 1970 and 16 random ones, 5 bits each, without i, l, o and u.
    [[nodiscard]] std::string next() override;
    [[nodiscard]] std::uint64_t random(unsigned bits) override;
    /// 22 characters of 6 random bits.
    [[nodiscard]] std::string secret() override;
};

}  // namespace dangol::adapters
