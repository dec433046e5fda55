#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "core/time.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters {

/// How processes of ours prove to each other that they are: JWTs signed with HS256 and a secret that all of
/// them share, valid for a minute at most, each for one called context. As with Es256Tokens the header must
/// be byte for byte the one that we write. Immutable; any number of threads.
class ServiceTokens {
  public:
    /// Throws std::invalid_argument if the secret is shorter than `secret_bytes_min`.
    explicit ServiceTokens(std::string secret);

    /// What context `caller` shows to context `called`.
    [[nodiscard]] std::string issue(std::string_view caller, std::string_view called, Timestamp now) const;

    /// The calling context, as a principal with the role `service`; `unauthenticated` if the token is not
    /// ours, not for one of the contexts `here`, or not valid at `now`.
    [[nodiscard]] Result<Principal> verify(std::string_view token, std::span<const std::string> here,
                                           Timestamp now) const;

    /// Whether `token` claims to be one of these, not a person's.
    [[nodiscard]] static bool is_meant_by(std::string_view token);

    static constexpr std::size_t secret_bytes_min = 32;
    static constexpr std::size_t token_bytes_max = 1024;
    static constexpr std::chrono::seconds lifetime{60};
    static constexpr std::chrono::seconds leeway{30};  ///< between the clocks of our own processes

  private:
    [[nodiscard]] std::string signature_of(std::string_view message) const;

    std::string secret_;
};

}  // namespace dangol::adapters
