#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "adapters/tokens/es256_tokens.hpp"
#include "contexts/identity/identity.hpp"
#include "tests/support/context_world.hpp"
#include "tests/support/identity_fakes.hpp"

/// For tests: the identity context's API, with the real token signer.
namespace dangol::identity::testing {

using runtime::Method;

/// What came back, with its JSON.
struct Answered {
    int status = 0;
    boost::json::value body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string text;

    [[nodiscard]] std::string at(std::string_view pointer) const {
        boost::system::error_code missing;
        const auto* found = body.find_pointer(pointer, missing);
        return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
    }
    [[nodiscard]] std::string header(std::string_view name) const {
        for (const auto& [key, value] : headers) {
            if (key == name) return value;
        }
        return {};
    }
};

class IdentityApi : public ::testing::Test {
  protected:
    Answered send(Method method, const std::string& path, const std::string& body = {},
                  const std::string& token = {}) {
        Principal principal;
        if (!token.empty()) {
            auto verified = tokens_.verify(TokenUse::access, token, world_.clock.now());
            EXPECT_TRUE(verified);
            if (verified) principal = *std::move(verified);
        }
        runtime::Request request;
        request.method = method;
        request.path = path.substr(0, path.find('?'));
        if (const auto at = path.find('?'); at != std::string::npos) {
            const auto equals = path.find('=', at);
            request.query[path.substr(at + 1, equals - at - 1)] = path.substr(equals + 1);
        }
        request.principal = std::move(principal);
        request.body = body;
        request.content_type = "application/json";
        request.language = Language::en;
        request.client = client_;
        request.id = "request";
        auto response = world_.call(std::move(request));
        EXPECT_NE(response.status, 0) << path << " was not answered";
        return {response.status,
                response.body.empty() ? boost::json::value{} : boost::json::parse(response.body),
                std::move(response.headers), response.body};
    }
    Answered post(const std::string& path, const std::string& body = {}, const std::string& token = {}) {
        return send(Method::post, path, body, token);
    }

    std::optional<std::string> first_code() {
        return world_.decide([this](runtime::Unit& unit) { return codes_.first_operator_code(unit); })
            .value();
    }
    /// Signs the first operator in and gives the access token.
    std::string operator_token() {
        return post("/sessions/link", R"({"code":")" + *first_code() + "\"}").at("/accessToken");
    }
    /// Registers staff with a password.
    Answered register_mina(const std::string& token) {
        return post(
            "/accounts",
            R"({"loginName":"Mina","displayName":"이미나","role":"staff","cafes":["c1"],"password":"espresso please"})",
            token);
    }
    Answered sign_in(const std::string& name, const std::string& password) {
        return post("/sessions", R"({"loginName":")" + name + R"(","password":")" + password + "\"}");
    }
    Answered refresh(const std::string& token) {
        return post("/sessions/refresh", R"({"refreshToken":")" + token + "\"}");
    }

    testing_support::InstantPasswords passwords_;
    adapters::Es256Tokens tokens_{adapters::SigningKey::generate()};
    Codes codes_{tokens_};
    std::string client_ = "192.0.2.1";  ///< the address of whoever asks
    std::vector<std::pair<std::string, Timestamp>> rights_ended_;
    test::ContextWorld world_{[this] {
        return make({}, passwords_, tokens_, [this](const AccountId& account, Timestamp until) {
            rights_ended_.emplace_back(account.value, until);
        });
    }};
};

}  // namespace dangol::identity::testing
