#include "adapters/web/digest.hpp"

#include <openssl/sha.h>

#include <array>

#include <fmt/format.h>

namespace dangol::adapters::web {

std::string digest_of(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
    std::string digits;
    for (std::size_t i = 0; i < 8; ++i) digits += fmt::format("{:02x}", hash.at(i));
    return digits;
}

}  // namespace dangol::adapters::web
