#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "contexts/payment/aggregates.hpp"
#include "contexts/payment/api.hpp"
#include "contexts/payment/figures.hpp"
#include "contexts/payment/payment.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::test {

/// A payment provider that counts the calls and passes them on.
class CountingProvider final : public payment::PaymentProvider {
  public:
    void pass_on_to(PaymentProvider& provider) { provider_ = &provider; }

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override {
        ++charges;
        provider_->charge(std::move(request), std::move(answer));
    }
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override {
        ++queries;
        provider_->query(std::move(order_id), std::move(answer));
    }
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override {
        ++refunds;
        provider_->refund(std::move(order_id), std::move(amount), std::move(refund_id), std::move(answer));
    }

    int charges = 0;
    int queries = 0;
    int refunds = 0;

  private:
    PaymentProvider* provider_ = nullptr;
};

struct WithProvider {
    CountingProvider provider;
};

/// The payment context with the sandbox provider, which survives crashes of the context's process.
class PaymentWorld : public WithProvider, public ContextWorld {
  public:
    PaymentWorld() : ContextWorld([this] { return payment::make({}, provider); }) {
        provider.pass_on_to(sandbox);
    }

    adapters::SandboxProvider sandbox{{.troubles = true}, clock, outside};

    using Replies = std::vector<Result<payment::PaymentResult>>;
    /// As order does. A process that crashes never replies.
    void start(const std::string& order, const std::string& token, Replies& replies, Duration deadline,
               Money amount = {700}) {
        runtime::start(payment::start_payment(hosts_.emplace_back(host()), {},
                                              {OrderId{order},
                                               CafeId{"cafe-1"},
                                               AccountId{"customer-1"},
                                               std::move(amount),
                                               "card",
                                               token,
                                               {.id = "request-1"}},
                                              deadline),
                       [this, &replies, process = crashes](auto outcome) {
                           try {
                               auto reply = std::move(outcome).take();
                               if (process == crashes) replies.push_back(std::move(reply));
                           } catch (const runtime::Unanswered&) {
                           }
                       });
    }

    /// Another context publishes an event of this order.
    template <class Event>
    void happens(Event event) {
        event.cafe_id = CafeId{"cafe-1"};
        event.customer_id = AccountId{"customer-1"};
        publish(event.order_id.value, event);
    }

    std::string status_of(const std::string& order) {
        const auto payment = payment::find_payment(*adapters::open_memory_reader(disk), order);
        return payment ? payment->status : "";
    }
    payment::LedgerSummary ledger() { return payment::sum_of_ledger(*adapters::open_memory_reader(disk)); }
    /// What the provider knows of the only order.
    adapters::SandboxTransaction truth() {
        const auto all = sandbox.transactions();
        return all.empty() ? adapters::SandboxTransaction{} : all.front();
    }

  private:
    std::deque<runtime::Host> hosts_;  ///< of the requests that wait
};

}  // namespace dangol::test
