// Which event moves which money.
#include "contexts/payment/domain/ledger.hpp"

#include "core/overloaded.hpp"

namespace dangol::payment {
namespace {

using Postings = std::vector<Posting>;

constexpr auto provider_receivable = "provider_receivable";
constexpr auto customer_prepaid = "customer_prepaid";
constexpr auto rider_payable = "rider_payable";

Postings shared_out(const Settled& settled) {
    // The decider has checked the shares: their sum is an amount that was paid, and in range.
    const Money total{settled.cafe_share.amount + settled.delivery_share.amount, settled.cafe_share.currency};
    Postings postings{{customer_prepaid, total},
                      {"cafe_payable:" + settled.cafe_id.value, negate(settled.cafe_share)}};
    if (settled.delivery_share.amount != 0)
        postings.push_back({rider_payable, negate(settled.delivery_share)});
    return postings;
}

}  // namespace

std::vector<Posting> postings_of(const Event& event) {
    return std::visit(
        Overloaded{
            [](const Paid& e) {
                return Postings{{provider_receivable, e.amount}, {customer_prepaid, negate(e.amount)}};
            },
            [](const PaymentCanceled& e) {
                return Postings{{customer_prepaid, e.amount}, {provider_receivable, negate(e.amount)}};
            },
            [](const Settled& e) { return shared_out(e); },
            [](const PaymentStarted&) { return Postings{}; },
            [](const PaymentUnknown&) { return Postings{}; },
            [](const PaymentFailed&) { return Postings{}; },
            [](const RefundRequested&) { return Postings{}; },
            [](const RefundDelayed&) { return Postings{}; },
            [](const PaymentForbidden&) { return Postings{}; },
            [](const CancelNoted&) { return Postings{}; },
        },
        event);
}

}  // namespace dangol::payment
