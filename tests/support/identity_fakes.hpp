#pragma once

#include <charconv>
#include <string>
#include <utility>

#include "contexts/identity/identity.hpp"

/// The identity context's ports without cryptography: instant, on the caller's thread, the same in every run.
namespace dangol::testing_support {

class InstantPasswords final : public identity::PasswordHasher {
  public:
    void hash(std::string password, std::move_only_function<void(Result<std::string>)> done) override {
        done(scheme + password);
    }
    void verify(std::string password, std::string phc,
                std::move_only_function<void(Result<bool>)> done) override {
        ++verified;
        done(phc.starts_with('$') && phc.substr(phc.find('$', 1) + 1) == password && phc != decoy());
    }
    [[nodiscard]] std::string decoy() const override { return "$decoy$"; }
    [[nodiscard]] bool needs_rehash(std::string_view phc) const override { return !phc.starts_with(scheme); }

    std::string scheme = "$instant$";  ///< of new hashes; those of any other scheme still verify
    int verified = 0;
};

/// "account|role|expires|use", without branches and session: whoever can read it can forge it.
class PlainTokens final : public identity::TokenSigner {
  public:
    [[nodiscard]] std::string issue(identity::TokenUse use, const Principal& principal, Timestamp now,
                                    Duration lifetime) override {
        return principal.account.value + "|" + std::string(dangol::name_of(principal.role)) + "|" +
               std::to_string((now + lifetime).time_since_epoch().count()) + "|" + name_of(use);
    }
    [[nodiscard]] Result<Principal> verify(identity::TokenUse use, std::string_view token,
                                           Timestamp now) override {
        const auto cut = [&token] {
            const auto bar = token.find('|');
            const auto part = token.substr(0, bar);
            token = bar == std::string_view::npos ? std::string_view{} : token.substr(bar + 1);
            return part;
        };
        const AccountId account{std::string(cut())};
        const auto role = identity::token_role_named(cut());
        const auto expires_text = cut();
        std::int64_t expires = 0;
        std::from_chars(expires_text.data(), expires_text.data() + expires_text.size(), expires);
        if (account.empty() || !role || token != name_of(use) || now >= Timestamp{Duration{expires}}) {
            return refuse(Refusal::unauthenticated, "token-invalid",
                          {"토큰이 올바르지 않아요.", "Invalid token."});
        }
        return Principal{account, *role, {}, {}};
    }
    [[nodiscard]] std::string jwks() const override { return R"({"keys":[]})"; }
    [[nodiscard]] std::string fingerprint(std::string_view secret) const override {
        return "hash of " + std::string(secret);
    }
    [[nodiscard]] std::string keyed_hash(std::string_view text) const override {
        return "keyed hash of " + std::string(text);
    }

  private:
    static std::string name_of(identity::TokenUse use) {
        return use == identity::TokenUse::access ? "access" : "guest";
    }
};

}  // namespace dangol::testing_support
