#include "adapters/messengers/standard_webhooks.hpp"

#include <array>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace dangol::adapters {
namespace {

using Bytes = std::basic_string<unsigned char>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::optional<Bytes> from_base64(std::string_view text) {
    if (text.empty() || text.size() % 4 != 0) return std::nullopt;
    Bytes decoded(text.size() / 4 * 3, 0);
    if (EVP_DecodeBlock(decoded.data(), bytes(text), static_cast<int>(text.size())) < 0) return std::nullopt;
    if (text.ends_with('=')) decoded.pop_back();  // OpenSSL counts the padding as zeros
    if (text.ends_with("==")) decoded.pop_back();
    return decoded;
}

}  // namespace

std::optional<std::string> webhook_signature(std::string_view secret, std::string_view id,
                                             std::int64_t timestamp_seconds, std::string_view body) {
    constexpr std::string_view prefix = "whsec_";
    if (!secret.starts_with(prefix)) return std::nullopt;
    auto key = from_base64(secret.substr(prefix.size()));
    if (!key) return std::nullopt;

    std::string content(id);
    content.append(1, '.').append(std::to_string(timestamp_seconds)).append(1, '.').append(body);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned mac_size = 0;
    const bool made = HMAC(EVP_sha256(), key->data(), static_cast<int>(key->size()), bytes(content),
                           content.size(), mac.data(), &mac_size) != nullptr;
    OPENSSL_cleanse(key->data(), key->size());
    if (!made) return std::nullopt;

    std::array<unsigned char, EVP_MAX_MD_SIZE * 2> encoded{};
    const int size = EVP_EncodeBlock(encoded.data(), mac.data(), static_cast<int>(mac_size));
    return "v1," + std::string(encoded.begin(), encoded.begin() + size);
}

}  // namespace dangol::adapters
