// The order context: its policies, deadlines and API behind one door.
#include "contexts/order/order.hpp"

#include "contexts/order/cancellation.hpp"
#include "contexts/order/checkout.hpp"
#include "contexts/order/policies.hpp"
#include "contexts/order/resource.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::order {
namespace {

using namespace runtime;

Result<State> order_for(Reader& reader, const Request& request, std::uint64_t& version) {
    const auto stored = reader.document(OrderAggregate::name, request.params.at(0));
    if (!stored) return not_found({"그런 주문", "such an order"});
    auto state = codec::from_json<State>(stored->data);
    if (!state) throw StoreBroken("order " + stored->id + ": " + state.error().message);
    const bool owner = state->order.customer_id == request.principal.account;
    if (!owner && request.principal.role != Role::operator_) return not_found({"그런 주문", "such an order"});
    version = stored->version;
    return std::move(*state);
}

Result<Response> get_order(Reader& reader, const Request& request) {
    std::uint64_t version = 0;
    const auto state = order_for(reader, request, version);
    if (!state) return std::unexpected(state.error());
    return respond_with(200, resource_of(*state, version));
}

struct Orders {
    std::vector<OrderResource> items;
};
BOOST_DESCRIBE_STRUCT(Orders, (), (items))

Result<Response> list_orders(Reader& reader, const Request& request) {
    const auto limit = limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    RowQuery query;
    query.view = "orders";
    query.scope = request.principal.account.value;
    query.limit = *limit;
    query.descending = true;
    Orders page;
    for (const auto& row : reader.rows(query)) {
        const auto stored = reader.document(OrderAggregate::name, row.key);
        if (!stored) continue;
        const auto state = codec::from_json<State>(stored->data);
        if (!state) throw StoreBroken("order " + stored->id + ": " + state.error().message);
        page.items.push_back(resource_of(*state, stored->version));
    }
    return respond_with(200, page);
}

struct Quote {
    std::vector<OrderLine> lines;
    int qty = 0;
    Money items_price;
    Money delivery_fee;
    Money total_price;
};
BOOST_DESCRIBE_STRUCT(Quote, (), (lines, qty, items_price, delivery_fee, total_price))

Result<Response> quote(Reader& reader, const Request& request, Clock& clock) {
    const auto basket = body_of<Basket>(request);
    if (!basket) return std::unexpected(basket.error());
    const auto row = is_id(basket->cafe_id.value) ? reader.row("cafes", basket->cafe_id.value) : std::nullopt;
    if (!row) return not_found({"그런 지점", "such a café"});
    const auto replica = codec::from_json<CafeReplica>(row->data);
    if (!replica)
        throw StoreBroken("replica of café " + basket->cafe_id.value + ": " + replica.error().message);
    const auto order = price(*replica, *basket, clock.now());
    if (!order) return std::unexpected(order.error());
    return respond_with(
        200, Quote{order->lines, order->qty, order->items_price, order->delivery_fee, order->total_price});
}

struct ForceCancelBody {
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ForceCancelBody, (), (note))

Result<Response> force_cancel(Unit& unit, const Request& request) {
    const auto body = body_of<ForceCancelBody>(request);
    if (!body) return std::unexpected(body.error());
    const auto& id = request.params.at(0);
    unit.correlate(id);
    if (auto done = unit.execute<OrderAggregate>(id, ForceCancel{body->note}); !done) {
        return std::unexpected(std::move(done.error()));
    }
    const auto& order = unit.load<OrderAggregate>(id);
    return respond_with(200, resource_of(order.state, order.version));
}

class OrderContext final : public Context {
  public:
    OrderContext(Settings settings, PaymentPort& payments)
        : checkout_(replicas_, payments), cancellation_(settings.cancel_answer_within) {
        OrderAggregate::deadlines = settings.deadlines;
    }

    std::string_view name() const override { return "order"; }
    std::vector<std::string> sources() const override { return {"payment", "cafe", "delivery"}; }

    Result<void> on_event(Unit& unit, const EventRecord& event) override {
        return react(unit, event, replicas_);
    }

    Result<void> on_deadline(Unit& unit, const Deadline& deadline) override {
        const auto execute = [&](const Command& command) -> Result<void> {
            unit.correlate(deadline.data);
            auto done = unit.execute<OrderAggregate>(deadline.data, command);
            if (!done) return std::unexpected(std::move(done.error()));
            return {};
        };
        if (deadline.kind == pay_deadline) return execute(Expire{});
        if (deadline.kind == ask_deadline) return execute(AskCustomer{});
        if (deadline.kind == answer_deadline) return execute(RequestCancel{CancelReason::unanswered});
        return {};
    }

    void on_effect(const Effect& effect, FinishEffectWith) override {
        throw StoreBroken("the order context owes no effects, but found " + effect.id);
    }

    void committed(std::span<const std::shared_ptr<const EventRecord>> events) override {
        cancellation_.committed(events);
    }

    std::vector<Route> routes(Host host) override {
        const Access customer{.customer = true};
        const Access owner{.customer = true, .operator_ = true};
        const Access operators{.operator_ = true};
        return {
            {Method::post, "/orders", customer,
             [this, host](Request request, Respond respond) {
                 checkout_.place(host, std::move(request), std::move(respond));
             }},
            {Method::get, "/orders", customer,
             [host](Request request, Respond respond) {
                 run_query(host, std::move(request), std::move(respond), list_orders);
             }},
            {Method::post, "/orders/quote", Access::anyone(),
             [host](Request request, Respond respond) {
                 run_query(host, std::move(request), std::move(respond),
                           [&clock = host.environment.clock](Reader& reader, const Request& asked) {
                               return quote(reader, asked, clock);
                           });
             }},
            {Method::get, "/orders/{id}", owner,
             [host](Request request, Respond respond) {
                 run_query(host, std::move(request), std::move(respond), get_order);
             }},
            {Method::post, "/orders/{id}/cancel", customer,
             [this, host](Request request, Respond respond) {
                 cancellation_.cancel(host, std::move(request), std::move(respond));
             }},
            {Method::post, "/orders/{id}/forceCancel", operators,
             [host](Request request, Respond respond) {
                 run_command(host, std::move(request), std::move(respond), force_cancel);
             }},
        };
    }

  private:
    Replicas replicas_;
    Checkout checkout_;
    Cancellation cancellation_;
};

}  // namespace

std::unique_ptr<Context> make_context(Settings settings, PaymentPort& payments) {
    return std::make_unique<OrderContext>(settings, payments);
}

}  // namespace dangol::order
