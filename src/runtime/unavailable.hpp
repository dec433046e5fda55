#pragma once

#include "core/result.hpp"

/// The 503 rejections. Nothing was started or acknowledged: the client may send the same request again.
namespace dangol::runtime {

[[nodiscard]] Rejection overloaded();         ///< too much is waiting, or it has waited too long
[[nodiscard]] Rejection client_gone();        ///< whoever asked has left: it was not done
[[nodiscard]] Rejection stopping();           ///< the program is about to end
[[nodiscard]] Rejection store_unavailable();  ///< the database cannot take or tell it
[[nodiscard]] Rejection not_processed();      ///< a decision threw: the log says why

}  // namespace dangol::runtime
