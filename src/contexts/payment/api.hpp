#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/payment/domain/payment.hpp"
#include "contexts/payment/payment.hpp"
#include "runtime/http.hpp"

/// What the payment API takes and shows (api/openapi.yaml), and the functions that answer its routes.
/// payment.cpp has the list of routes.
namespace dangol::payment {

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

struct PaymentResource {
    OrderId payment_id;  ///< equals the order id
    OrderId order_id;
    AccountId customer_id;
    CafeId cafe_id;
    Money total_price;
    std::string status;  ///< STARTED, UNKNOWN, FAILED, PAID, REFUND_REQUESTED, REFUNDED or SETTLED
    std::optional<std::string> approval_code;
    std::string method;
    Timestamp started_at{};
    std::optional<Timestamp> paid_at;
    std::optional<Timestamp> refunded_at;
    std::optional<Money> refunded;   ///< all that was paid back; absent: nothing
    std::optional<Money> refunding;  ///< on its way back
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PaymentResource, (),
                      (payment_id, order_id, customer_id, cafe_id, total_price, status, approval_code, method,
                       started_at, paid_at, refunded_at, refunded, refunding, version))

/// nullopt if no payment ever began for this order.
[[nodiscard]] std::optional<PaymentResource> find_payment(runtime::Reader& reader,
                                                          const std::string& order_id);

struct PaymentList {
    std::vector<PaymentResource> items;  ///< the oldest first
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(PaymentList, (), (items, next))

/// The response to a refund.
struct PaymentAnswer {
    OrderId order_id;
    std::string status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PaymentAnswer, (), (order_id, status, version))

// ── What it takes ──────────────────────────────────────────────────────────────────────────────────

struct RefundBody {
    static constexpr std::array may_be_missing{"borne_by"};
    std::string reason;
    std::optional<Money> amount;  ///< absent: all that is left
    BorneBy borne_by = BorneBy::cafe;
};
BOOST_DESCRIBE_STRUCT(RefundBody, (), (reason, amount, borne_by))

// ── POST /payments/start: order, in another process, starts a payment ──────────────────────────────

struct StartPaymentBody {
    static constexpr std::array may_be_missing{"token", "cause", "answer_within"};
    OrderId order_id;  ///< also the idempotency key: a repeated call returns the same payment
    CafeId cafe_id;
    AccountId customer_id;
    Money amount;
    std::string method;
    std::string token;         ///< for the provider, as the customer's payment page gave it
    std::string cause;         ///< id of the request that leads to it
    Duration answer_within{};  ///< then the answer is `unknown`; at most 60,000 ms
};
BOOST_DESCRIBE_STRUCT(StartPaymentBody, (),
                      (order_id, cafe_id, customer_id, amount, method, token, cause, answer_within))

enum class StartOutcome {
    paid,     ///< captured, durably recorded
    failed,   ///< certainly not captured, and never will be
    unknown,  ///< not known yet; an event follows
    refused,  ///< no payment began; a retry is of no use
};
BOOST_DESCRIBE_ENUM(StartOutcome, paid, failed, unknown, refused)

/// A refused payment is an answer with 200 as well; a 503 means that no payment began and a retry may help.
struct StartPaymentAnswer {
    StartOutcome outcome = StartOutcome::unknown;
    std::optional<std::string> reason;   ///< of `failed`: the provider's code
    std::optional<Rejection> rejection;  ///< of `refused`: for the caller's own caller
};
BOOST_DESCRIBE_STRUCT(StartPaymentAnswer, (), (outcome, reason, rejection))

// ── The routes (api_payments.cpp) ──────────────────────────────────────────────────────────────────

/// Those that need attention, unknown and refund-requested, each oldest first.
[[nodiscard]] Result<runtime::Response> list_payments(runtime::Reader& reader,
                                                      const runtime::Request& request);
/// To the payment's customer and the operator.
[[nodiscard]] Result<runtime::Response> show_payment(runtime::Reader& reader,
                                                     const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> show_ledger(runtime::Reader& reader, const runtime::Request& request);
/// Of a completed order, in part or whole. An override: the operator gives a reason, which is recorded.
[[nodiscard]] Result<runtime::Response> refund_payment(runtime::Unit& unit, const runtime::Request& request);
[[nodiscard]] runtime::Task<Result<runtime::Response>> start_for_service(const runtime::Host& host,
                                                                         Settings settings,
                                                                         runtime::Request request);

}  // namespace dangol::payment
