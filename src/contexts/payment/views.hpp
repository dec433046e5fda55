#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/payment/domain/payment.hpp"
#include "runtime/store.hpp"

namespace dangol::payment {

/// A payment as the API shows it.
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
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PaymentResource, (),
                      (payment_id, order_id, customer_id, cafe_id, total_price, status, approval_code, method,
                       started_at, paid_at, refunded_at, version))

/// nullopt if no payment ever began for this order.
[[nodiscard]] std::optional<PaymentResource> find_payment(runtime::Reader& reader,
                                                          const std::string& order_id);

/// Those in `status` – unknown or refund_requested –, oldest first.
[[nodiscard]] std::vector<PaymentResource> payments_needing_attention(runtime::Reader& reader,
                                                                      PaymentStatus status,
                                                                      std::size_t limit);

struct AccountBalance {
    std::string account;
    Money balance;
    bool operator==(const AccountBalance&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountBalance, (), (account, balance))

/// The whole ledger summed up; `total` has one amount for each currency, and each is zero or money was lost.
struct LedgerSummary {
    std::vector<AccountBalance> accounts;
    std::vector<Money> total;
    std::uint64_t transactions = 0;
};
BOOST_DESCRIBE_STRUCT(LedgerSummary, (), (accounts, total, transactions))

/// Reads every row of the ledger, a page at a time.
[[nodiscard]] LedgerSummary sum_of_ledger(runtime::Reader& reader);

}  // namespace dangol::payment
