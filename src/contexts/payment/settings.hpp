#pragma once

#include "core/time.hpp"

namespace dangol::payment {

/// How patient this context is.
struct Settings {
    Duration call_timeout{5'000};  ///< of one call to the provider; then its outcome is unknown
    Duration charge_validity{
        30'000};                   ///< the provider makes no charge later than this after the payment began
    Duration clock_margin{5'000};  ///< how far the provider's clock may be off ours
    Duration retry_first{1'000};   ///< before an unknown outcome is asked for; doubles each time …
    Duration retry_max{60'000};    ///< … up to this
    int refund_attempts = 5;       ///< after so many a person is told; it goes on being tried
};

/// How long to wait after the given attempt, 1 for the first.
[[nodiscard]] inline Duration backoff(const Settings& settings, int attempt) {
    Duration delay = settings.retry_first;
    for (int i = 1; i < attempt && delay < settings.retry_max; ++i) delay *= 2;
    return delay < settings.retry_max ? delay : settings.retry_max;
}

}  // namespace dangol::payment
