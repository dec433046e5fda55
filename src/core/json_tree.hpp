#pragma once

#include <expected>
#include <string_view>

#include <boost/json/value.hpp>

#include "core/codec.hpp"

namespace dangol::codec {

/// Parses JSON of no fixed shape into a tree that can be changed; the depth is at most 32. Its numbers may be
/// off by the last digit: what is reckoned with is read by `from_json`.
[[nodiscard]] std::expected<boost::json::value, CodecError> parse_tree(std::string_view text);

}  // namespace dangol::codec
