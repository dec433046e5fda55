#pragma once

#include <string_view>
#include <vector>

#include "adapters/web/pack.hpp"

/// What a browser says it takes, and what it has already.
namespace dangol::adapters::web {

/// Whether Accept-Encoding names `encoding`, or "*", with a weight that is not 0.
[[nodiscard]] bool accepts(std::string_view accept_encoding, std::string_view encoding);

/// The best that the reader takes: br, then gzip, then identity. There is at least one.
[[nodiscard]] const Representation& best_of(const std::vector<Representation>& representations,
                                            std::string_view accept_encoding);

/// Whether If-None-Match names `etag` (without quotes), or is "*".
[[nodiscard]] bool has_already(std::string_view if_none_match, std::string_view etag);

}  // namespace dangol::adapters::web
