#pragma once

#include <map>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/order/domain/pricing.hpp"
#include "contexts/order/order_aggregate.hpp"
#include "contexts/order/payment_port.hpp"
#include "contexts/order/replicas.hpp"
#include "runtime/context.hpp"

namespace dangol::order {

struct PaymentChoice {
    std::string method = "card";
    std::string token;
};
BOOST_DESCRIBE_STRUCT(PaymentChoice, (), (method, token))

/// The body of POST /orders.
struct PlaceOrder {
    CafeId cafe_id;
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<BasketLine> lines;
    std::optional<BasketDestination> destination;
    std::string note;
    std::optional<Money> total_price;
    PaymentChoice payment;
};
BOOST_DESCRIBE_STRUCT(PlaceOrder, (), (cafe_id, fulfilment, lines, destination, note, total_price, payment))

/// POST /orders, the synchronous part of the saga: commit the order as payment pending, ask payment, commit
/// the outcome, answer. A request with the same Idempotency-Key joins the one that is under way, or finds its
/// answer; if the process died in between, it goes on where that one stopped. All members run on the writer's
/// thread.
class Checkout {
  public:
    Checkout(Replicas& replicas, PaymentPort& payments) : replicas_(replicas), payments_(payments) {}

    void place(const runtime::Host& host, runtime::Request request, runtime::Respond respond);

  private:
    /// What the first unit found.
    struct Begun {
        std::optional<runtime::Response> answered;  ///< the remembered answer
        OrderId order_id;
        Money amount;
    };
    struct Waiting {
        runtime::Respond respond;
        Language language;
    };

    [[nodiscard]] Result<Begun> begin(runtime::Unit& unit, const runtime::Request& request,
                                      const PlaceOrder& body);
    [[nodiscard]] Result<OrderDetails> agree(runtime::Unit& unit, const runtime::Request& request,
                                             const PlaceOrder& body);
    void ask_payment(const runtime::Host& host, const runtime::Request& request, const PlaceOrder& body,
                     const Begun& begun);
    void conclude(const runtime::Host& host, const runtime::Request& request, const OrderId& order_id,
                  Result<PaymentAnswer> answer);
    void answer_all(const std::string& key, const Result<runtime::Response>& result);

    Replicas& replicas_;
    PaymentPort& payments_;
    std::map<std::string, std::vector<Waiting>> under_way_;  ///< by answer key
};

}  // namespace dangol::order
