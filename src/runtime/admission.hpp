#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "runtime/http.hpp"
#include "runtime/limits.hpp"

namespace dangol::runtime {

/// What one request takes of its route's limits. Limits by account do not hold for who is not signed in,
/// limits by client not where the address is not known.
class Admission {
  public:
    /// Of no limits.
    Admission() = default;
    /// Takes what the limits say; `limiter` and `limits` must outlive it.
    Admission(Limiter& limiter, const std::vector<Limit>& limits, const Request& request);

    /// Null: let the request in. Else the 429 to answer with; nothing was taken.
    [[nodiscard]] const std::optional<Response>& refusal() const { return refusal_; }
    /// Once, with the answer of a request that was let in: gives back what the answer does not cost.
    void settle(const Response& response) const;

  private:
    struct Held {
        const Limit* limit = nullptr;
        Limiter::Share share;
    };

    Limiter* limiter_ = nullptr;
    std::vector<Held> held_;  ///< only what may be given back
    std::optional<Response> refusal_;
};

/// The codes of the problems with which a route with these limits may refuse.
[[nodiscard]] std::vector<std::string_view> refusals_of(const std::vector<Limit>& limits);

}  // namespace dangol::runtime
