#pragma once

#include "core/result.hpp"

/// Why something is not done just now, in the words that everybody hears who asks again later (503). Nothing
/// was begun, or it is not acknowledged: the same request may be sent again.
namespace dangol::runtime {

[[nodiscard]] Rejection overloaded();         ///< too much is waiting already
[[nodiscard]] Rejection stopping();           ///< the program is about to end
[[nodiscard]] Rejection store_unavailable();  ///< the database cannot take or tell it
[[nodiscard]] Rejection not_processed();      ///< a decision threw: the log says why

}  // namespace dangol::runtime
