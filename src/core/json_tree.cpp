#include "core/json_tree.hpp"

#include <array>

#include <boost/json/parser.hpp>

namespace dangol::codec {

std::expected<boost::json::value, CodecError> parse_tree(std::string_view text) {
    boost::json::error_code error;
    // What it keeps while it reads stays off the heap. Its default depth limit is 32, and it refuses invalid
    // UTF-8.
    std::array<unsigned char, 8192> scratch;  // NOLINT(cppcoreguidelines-pro-type-member-init): 8 KB
    boost::json::parser parser({}, {}, scratch.data(), scratch.size());
    parser.write(text, error);
    if (error) return std::unexpected(CodecError{{}, "is not valid JSON: " + error.message()});
    return parser.release();
}

}  // namespace dangol::codec
