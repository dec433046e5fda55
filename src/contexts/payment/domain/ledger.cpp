// What each event moves between the accounts.
#include "contexts/payment/domain/payment.hpp"
#include "core/overloaded.hpp"

namespace dangol::payment {
namespace {

using Postings = std::vector<Posting>;

constexpr auto provider_receivable = "provider_receivable";
constexpr auto customer_prepaid = "customer_prepaid";
constexpr auto rider_payable = "rider_payable";
constexpr auto refund_expense = "refund_expense";

std::string payable_to(const CafeId& cafe) { return "cafe_payable:" + cafe.value; }

/// `from` pays café and rider.
Postings shared_out(const char* from, const auto& shares) {
    // The decider has checked the shares: their sum is an amount that was paid, and in range.
    Postings postings{{from, add(shares.cafe_share, shares.delivery_share).value()},
                      {payable_to(shares.cafe_id), negate(shares.cafe_share)}};
    if (shares.delivery_share.amount != 0) postings.push_back({rider_payable, negate(shares.delivery_share)});
    return postings;
}

/// The fee that no rider earned is kept for the refund.
Postings settled(const Settled& shares) {
    auto postings = shared_out(customer_prepaid, shares);
    if (shares.house_share.amount == 0) return postings;
    postings.front().amount = add(postings.front().amount, shares.house_share).value();
    postings.push_back({refund_expense, negate(shares.house_share)});
    return postings;
}

std::string payer_of(const PaymentCanceled& refund) {
    if (!refund.borne_by) return customer_prepaid;
    switch (*refund.borne_by) {
        case BorneBy::cafe: return payable_to(refund.cafe_id);
        case BorneBy::head_office: return refund_expense;
    }
    return refund_expense;
}

}  // namespace

std::vector<Posting> postings_of(const Event& event) {
    return std::visit(
        Overloaded{
            [](const Paid& e) {
                return Postings{{provider_receivable, e.amount}, {customer_prepaid, negate(e.amount)}};
            },
            [](const PaymentCanceled& e) {
                return Postings{{payer_of(e), e.amount}, {provider_receivable, negate(e.amount)}};
            },
            [](const Settled& e) { return settled(e); },
            [](const LossBooked& e) { return shared_out(refund_expense, e); },
            [](const OneOf<PaymentStarted, PaymentUnknown, PaymentFailed, RefundRequested, RefundDelayed,
                           PaymentForbidden, CancelNoted> auto&) { return Postings{}; },
        },
        event);
}

}  // namespace dangol::payment
