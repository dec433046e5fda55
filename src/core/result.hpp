#pragma once

#include <expected>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/text.hpp"

namespace dangol {

/// The kind of a rejection; the API maps each to one HTTP status.
enum class Refusal {
    invalid,           ///< 400: the input cannot be right in any state
    unauthenticated,   ///< 401
    payment_required,  ///< 402: the payment was declined
    forbidden,         ///< 403: the role is not allowed, or it belongs to another account
    not_found,         ///< 404
    conflict,          ///< 409: not in this state, or another request was first
    stale,             ///< 412: it has changed since the caller read it (If-Match)
    unprocessable,     ///< 422: well formed, but against a rule (sold out, option missing, wrong PIN)
    too_many,          ///< 429
    unavailable,       ///< 503: try again later; nothing was done
};
BOOST_DESCRIBE_ENUM(Refusal, invalid, unauthenticated, payment_required, forbidden, not_found, conflict,
                    stale, unprocessable, too_many, unavailable)

/// The refusal of a command by a business rule: a value, not an exception. It changes nothing.
struct Rejection {
    Refusal refusal = Refusal::conflict;
    std::string code;                  ///< stable, kebab-case; the last part of the problem's `type`
    Text detail;                       ///< what is wrong and what the caller can do
    std::string state;                 ///< the current state, when the refusal depends on it
    std::vector<std::string> allowed;  ///< commands that this state does allow
};
BOOST_DESCRIBE_STRUCT(Rejection, (), (refusal, code, detail, state, allowed))

template <class T>
using Result = std::expected<T, Rejection>;

[[nodiscard]] inline std::unexpected<Rejection> refuse(Refusal refusal, std::string code, Text detail) {
    return std::unexpected(Rejection{refusal, std::move(code), std::move(detail), {}, {}});
}

/// The refusal of a transition that is not in the table: 409 with the current state and the allowed commands.
[[nodiscard]] inline std::unexpected<Rejection> refuse_transition(std::string code, Text detail,
                                                                  std::string state,
                                                                  std::vector<std::string> allowed) {
    return std::unexpected(Rejection{Refusal::conflict, std::move(code), std::move(detail), std::move(state),
                                     std::move(allowed)});
}

}  // namespace dangol
