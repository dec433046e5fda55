#pragma once

#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/payment/payment.hpp"

/// The provider's port between two processes; for services only.
///
///   POST /sandbox/charges              payment::ChargeRequest → ChargeAnswer
///   GET  /sandbox/charges/{id}         FoundCharge
///   POST /sandbox/charges/{id}/refund  RefundOrder → RefundAnswer
///
/// What the provider does not answer is not answered here either.
namespace dangol::adapters {

enum class ChargeWord { approved, declined, unknown };
BOOST_DESCRIBE_ENUM(ChargeWord, approved, declined, unknown)

struct ChargeAnswer {
    ChargeWord outcome = ChargeWord::unknown;
    std::optional<std::string> code;    ///< of `approved`
    std::optional<std::string> reason;  ///< of `declined`
};
BOOST_DESCRIBE_STRUCT(ChargeAnswer, (), (outcome, code, reason))

enum class FoundWord { captured, declined, nothing, unavailable };
BOOST_DESCRIBE_ENUM(FoundWord, captured, declined, nothing, unavailable)

struct FoundCharge {
    FoundWord found = FoundWord::unavailable;
    std::optional<std::string> code;    ///< of `captured`
    std::optional<bool> refunded;       ///< of `captured`: in full
    std::optional<std::string> reason;  ///< of `declined`
};
BOOST_DESCRIBE_STRUCT(FoundCharge, (), (found, code, refunded, reason))

struct RefundOrder {
    Money amount;
    std::string refund_id;
};
BOOST_DESCRIBE_STRUCT(RefundOrder, (), (amount, refund_id))

enum class RefundWord { done, refused, unknown };
BOOST_DESCRIBE_ENUM(RefundWord, done, refused, unknown)

struct RefundAnswer {
    RefundWord outcome = RefundWord::unknown;
    std::optional<std::string> reason;  ///< of `refused`
};
BOOST_DESCRIBE_STRUCT(RefundAnswer, (), (outcome, reason))

[[nodiscard]] ChargeAnswer answer_of(const payment::ChargeOutcome& outcome);
[[nodiscard]] FoundCharge answer_of(const payment::QueryOutcome& outcome);
[[nodiscard]] RefundAnswer answer_of(const payment::RefundOutcome& outcome);

[[nodiscard]] payment::ChargeOutcome outcome_of(const ChargeAnswer& answer);
[[nodiscard]] payment::QueryOutcome outcome_of(const FoundCharge& answer);
[[nodiscard]] payment::RefundOutcome outcome_of(const RefundAnswer& answer);

}  // namespace dangol::adapters
