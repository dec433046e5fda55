#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

namespace dangol::adapters {

/// A P-256 key pair: signs, verifies, and shows its public half. Or that half alone, where others sign.
/// Immutable; any number of threads.
class SigningKey {
  public:
    /// A new key from the system's randomness.
    [[nodiscard]] static SigningKey generate();

    /// Reads the key at `path` (PEM, PKCS #8). Makes one on the first start, with mode 0600, durable before
    /// this returns; if two processes start at once, both get the same. Throws std::runtime_error, with a
    /// sentence for the person who runs the program, if the file cannot be read or written, is no P-256 key,
    /// or others may read it.
    [[nodiscard]] static SigningKey load_or_create(const std::filesystem::path& path);

    /// Reads the key at `path` (PEM), a private one or the public half alone, which anyone may read. Throws
    /// like `load_or_create`, and if there is no such file.
    [[nodiscard]] static SigningKey load(const std::filesystem::path& path);

    /// False: only the public half is here.
    [[nodiscard]] bool can_sign() const { return can_sign_; }

    /// ES256 (RFC 7518 §3.4): 64 bytes, r and s; s is in the lower half of its range. Throws
    /// std::logic_error if it cannot sign.
    [[nodiscard]] std::string sign(std::string_view message) const;
    /// Any other length than 64 bytes is false. Takes either of a signature's twins, as ES256 says.
    [[nodiscard]] bool verify(std::string_view message, std::string_view signature) const;
    /// Of the twins (r, s) and (r, n − s), the one that `sign` gives. For signatures of 64 bytes.
    [[nodiscard]] static bool is_lower_twin(std::string_view signature);

    /// HMAC-SHA-256, 32 bytes, under a secret made from the private half. Throws std::logic_error if that is
    /// not here.
    [[nodiscard]] std::string authenticate(std::string_view message) const;

    /// The thumbprint of the public key (RFC 7638).
    [[nodiscard]] const std::string& id() const { return id_; }
    /// The public key as a JWK (RFC 7517), with `kid`, `alg` and `use`.
    [[nodiscard]] const std::string& jwk() const { return jwk_; }
    /// The public key in PEM, as other programs take it.
    [[nodiscard]] std::string public_pem() const;

  private:
    SigningKey(std::shared_ptr<evp_pkey_st> key, bool can_sign);
    [[nodiscard]] std::string private_pem() const;

    std::shared_ptr<evp_pkey_st> key_;
    std::string id_;
    std::string jwk_;
    std::string secret_;  ///< of `authenticate`; empty without the private half
    bool can_sign_;
};

}  // namespace dangol::adapters
