// The payment context on one page.
#include "contexts/payment/payment.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include "contexts/payment/aggregates.hpp"
#include "contexts/payment/api.hpp"
#include "contexts/payment/figures.hpp"
#include "contexts/payment/provider_calls.hpp"
#include "contracts/cafe.hpp"
#include "contracts/order.hpp"

namespace dangol::payment {
namespace {

using runtime::Context, runtime::Effect, runtime::Environment, runtime::Host, runtime::Request, runtime::Unit;

constexpr Access operators{.operator_ = true};
constexpr Access customers{.customer = true, .operator_ = true};
constexpr Access services{.service = true};

/// The order ended without a drink: its money goes back.
auto cancel(std::string reason) {
    return [reason = std::move(reason)](Unit& unit, const auto& e) {
        return unit.execute<Payment>(e.order_id, CancelPayment{e.order_id, e.cafe_id, e.customer_id, reason});
    };
}

bool is_free(const auto& e) { return e.items_price.amount == 0 && e.delivery_fee.amount == 0; }

/// Throws if the order's money is not as the order says: the event is parked for the operator.
void must_execute(Unit& unit, const OrderId& order, const Command& command) {
    const auto done = unit.execute<Payment>(order, command);
    if (!done) throw std::runtime_error("the money of order " + order.value + ": " + done.error().detail.en);
}

/// For OrderCompleted and OrderServedAfterCancel.
template <class Command>
Result<void> share_out(Unit& unit, const auto& e) {
    if (!is_free(e)) must_execute(unit, e.order_id, Command{e.items_price, e.delivery_fee});
    return {};
}

/// The café has made the drinks and is paid. The rider is paid if the customer could not be found; else all
/// of it goes back, and the head office bears the loss.
Result<void> not_delivered(Unit& unit, const order::OrderUndelivered& e) {
    if (is_free(e)) return {};
    if (e.by_customer) return share_out<Settle>(unit, e);
    const Money nothing{0, e.delivery_fee.currency};
    must_execute(unit, e.order_id, Settle{e.items_price, nothing, e.delivery_fee});
    must_execute(unit, e.order_id, Refund{{}, "delivery-failed", BorneBy::head_office});
    return {};
}

}  // namespace

Context make(Settings settings, PaymentProvider& provider) {
    Context payment(std::type_identity<Contract>{});
    payment.aggregate(Payment{});
    payment.audit_log<RefundRequested, CancelNoted>();

    payment.on<order::OrderCanceled>(cancel("order-canceled"));
    payment.on<order::OrderExpired>(cancel("order-expired"));
    payment.on<order::OrderPaymentFailed>(cancel("order-not-placed"));
    payment.on<order::OrderCompleted>(
        [](Unit& unit, const order::OrderCompleted& e) { return share_out<Settle>(unit, e); });
    payment.on<order::OrderUndelivered>(not_delivered);
    payment.on<order::OrderServedAfterCancel>(
        [](Unit& unit, const order::OrderServedAfterCancel& e) { return share_out<BookLoss>(unit, e); });
    payment.on<cafe::OrderRejected>(cancel("order-rejected"));
    payment.on<cafe::MakeAborted>(cancel("make-aborted"));

    // The effects share `alive`: it expires with the context, and a call that is answered later ends.
    const auto calling = [settings, &provider, alive = std::make_shared<const bool>(true)](auto perform) {
        return [=, &provider](const Environment& environment, Effect effect) {
            return perform(ProviderCalls{settings, provider, environment, alive}, std::move(effect));
        };
    };
    payment.effect(charge_kind, calling(charge));
    payment.effect(inquire_kind, calling(inquire));
    payment.effect(refund_kind, calling(refund));

    payment.figures(audit_books());

    payment.get("/payments", operators, list_payments);
    payment.get("/payments/ledger", operators, show_ledger);
    payment.get("/payments/{id}", customers, show_payment);
    payment.post("/payments/{id}/refund", operators, refund_payment);
    payment
        .post("/payments/start", services,
              [settings](const Host& host, Request request) {
                  return start_for_service(host, settings, std::move(request));
              })
        .sheddable();
    return payment;
}

}  // namespace dangol::payment
