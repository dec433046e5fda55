#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/identity/ports.hpp"
#include "contexts/identity/rules.hpp"
#include "contexts/identity/sign_in.hpp"
#include "runtime/context.hpp"
#include "runtime/writer.hpp"

/// The HTTP API of the identity context. Answers that carry a secret are never remembered for an
/// Idempotency-Key, since that would store the secret: a repeated POST /accounts meets the taken login name
/// (409) instead.
namespace dangol::identity {

/// What the handlers work with; cheap to copy, its references live as long as the process.
struct Api {
    runtime::Host host;
    PasswordHasher& passwords;
    TokenSigner& tokens;
    SessionRules rules;

    [[nodiscard]] Timestamp now() const { return host.environment.clock.now(); }
};

/// /sessions
[[nodiscard]] std::vector<runtime::Route> session_routes(const Api& api);
/// /accounts
[[nodiscard]] std::vector<runtime::Route> account_routes(const Api& api);

/// A session as its owner sees it.
struct SessionView {
    AccountId account_id;
    std::string role;
    std::vector<CafeId> cafes;
    std::string access_token;
    Timestamp expires_at{};
    std::string refresh_token;
    Timestamp refresh_expires_at{};
    std::optional<Language> language;  ///< for a guest who named one
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (account_id, role, cafes, access_token, expires_at, refresh_token, refresh_expires_at,
                       language))

/// The session of a registered account, with an access token issued now.
[[nodiscard]] SessionView session_view(const Api& api, const OpenedSession& session);

[[nodiscard]] runtime::Writer::Origin origin_of(const runtime::Request& request);

/// 429 with the seconds to wait, rounded up.
[[nodiscard]] runtime::Response wait_problem(Duration wait, Language language);

/// Runs `work` in the writer; `answer` turns what it gave, after the commit, into the response.
template <class T>
void run_secret(const Api& api, const runtime::Request& request, runtime::Respond respond,
                std::move_only_function<Result<T>(runtime::Unit&)> work,
                std::move_only_function<runtime::Response(T)> answer) {
    api.host.writer.submit<T>(
        origin_of(request), std::move(work),
        [respond = std::move(respond), answer = std::move(answer),
         language = request.language](Result<T> result) mutable {
            respond(result ? answer(std::move(*result)) : runtime::problem(result.error(), language));
        });
}

}  // namespace dangol::identity
