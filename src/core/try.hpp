#pragma once

#include <expected>
#include <utility>

/// Passes a rejection on: `DANGOL_TRY(const auto body, body_of<Body>(request));` declares `body` with the
/// value of the expected, or returns its error from the enclosing function. `DANGOL_CHECK(check_note(note));`
/// does the same for an expected whose value is of no interest. In a coroutine: DANGOL_CO_TRY and
/// DANGOL_CO_CHECK.
///
/// A macro, because no function can return from its caller. (The idiom is that of Boost.Outcome's
/// OUTCOME_TRY.)
#define DANGOL_JOIN_(a, b) a##b
#define DANGOL_JOIN(a, b) DANGOL_JOIN_(a, b)

#define DANGOL_TRY_AS(tried, declaration, leave, ...)                    \
    auto tried = (__VA_ARGS__); /* NOLINT(bugprone-macro-parentheses) */ \
    if (!tried) leave std::unexpected(std::move(tried).error());         \
    declaration = *std::move(tried) /* NOLINT(bugprone-macro-parentheses) */

#define DANGOL_TRY(declaration, ...) \
    DANGOL_TRY_AS(DANGOL_JOIN(tried_, __LINE__), declaration, return, __VA_ARGS__)
#define DANGOL_CO_TRY(declaration, ...) \
    DANGOL_TRY_AS(DANGOL_JOIN(tried_, __LINE__), declaration, co_return, __VA_ARGS__)

#define DANGOL_CHECK(...) \
    if (auto checked = (__VA_ARGS__); !checked) return std::unexpected(std::move(checked).error())
#define DANGOL_CO_CHECK(...) \
    if (auto checked = (__VA_ARGS__); !checked) co_return std::unexpected(std::move(checked).error())
