// The production runtime and all contexts, wired for one thread.
#include "process.hpp"

#include "contexts/cafe/cafe.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/notification/notification.hpp"
#include "contexts/order/order.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

class Process::InlineReads final : public Reads {
  public:
    explicit InlineReads(const adapters::MemoryDisk& disk) : reader_(adapters::open_memory_reader(disk)) {}
    void read(std::move_only_function<void(Reader&)> question) override { question(*reader_); }

  private:
    std::unique_ptr<Reader> reader_;
};

/// The provider as this process sees it: an answer that comes after the process died reaches nobody.
class Process::LivingProvider final : public payment::PaymentProvider {
  public:
    LivingProvider(payment::PaymentProvider& provider, std::shared_ptr<bool> alive)
        : provider_(provider), alive_(std::move(alive)) {}

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override {
        provider_.charge(std::move(request), while_alive(std::move(answer)));
    }
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override {
        provider_.query(std::move(order_id), while_alive(std::move(answer)));
    }
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override {
        provider_.refund(std::move(order_id), std::move(amount), std::move(refund_id),
                         while_alive(std::move(answer)));
    }

  private:
    template <class Outcome>
    std::move_only_function<void(Outcome)> while_alive(std::move_only_function<void(Outcome)> answer) {
        return [alive = alive_, answer = std::move(answer)](Outcome outcome) mutable {
            if (*alive) answer(std::move(outcome));
        };
    }
    payment::PaymentProvider& provider_;
    std::shared_ptr<bool> alive_;
};

class Process::DirectPayment final : public order::PaymentPort {
  public:
    void bind(payment::PaymentContext& context, Writer& writer) {
        context_ = &context;
        writer_ = &writer;
    }
    void start(order::PaymentRequest request,
               std::move_only_function<void(Result<order::PaymentAnswer>)> reply) override {
        context_->start_payment(
            *writer_,
            {request.order_id, request.cafe_id, request.customer_id, request.amount, request.method,
             request.token, request.cause, request.traceparent},
            6s, [reply = std::move(reply)](Result<payment::PaymentResult> result) mutable {
                using Outcome = order::PaymentAnswer::Outcome;
                if (!result) return reply(std::unexpected(result.error()));
                const auto outcome = result->verdict == payment::PaymentVerdict::paid     ? Outcome::paid
                                     : result->verdict == payment::PaymentVerdict::failed ? Outcome::failed
                                                                                          : Outcome::unknown;
                reply(order::PaymentAnswer{outcome, result->reason});
            });
    }

  private:
    payment::PaymentContext* context_ = nullptr;
    Writer* writer_ = nullptr;
};

const std::vector<std::string>& Process::names() {
    static const std::vector<std::string> names{"cafe",     "order",  "payment",
                                                "delivery", "mypage", "notification"};
    return names;
}

std::vector<std::unique_ptr<Context>> Process::make_contexts(Environment environment) {
    std::vector<std::unique_ptr<Context>> contexts;
    contexts.push_back(std::make_unique<cafe::CafeContext>());
    contexts.push_back(order::make_context({}, *payments_));
    contexts.push_back(
        std::make_unique<payment::PaymentContext>(payment::Settings{}, *provider_, environment));
    contexts.push_back(std::make_unique<delivery::DeliveryContext>());
    contexts.push_back(std::make_unique<mypage::MyPageContext>());
    contexts.push_back(std::make_unique<notification::NotificationContext>(
        notification::Settings{}, notification::Messengers{},
        [](std::string_view secret) { return std::string(secret); }));
    return contexts;
}

Process::Process(Stores& disks, EventBus& bus, Environment environment, payment::PaymentProvider& provider,
                 adapters::CommitFaults faults)
    : provider_(std::make_unique<LivingProvider>(provider, alive_)),
      payments_(std::make_unique<DirectPayment>()) {
    for (auto& context : make_contexts(environment)) {
        const std::string name(context->name());
        auto one = std::make_unique<Running>();
        auto* payment = dynamic_cast<payment::PaymentContext*>(context.get());
        one->store = adapters::open_memory_store(disks.at(name), faults);
        one->reads = std::make_unique<InlineReads>(disks.at(name));
        one->context = std::make_unique<WatchedContext>(std::move(context));
        one->writer = std::make_unique<Writer>(*one->context, *one->store, bus, environment);
        if (payment != nullptr) payments_->bind(*payment, *one->writer);
        router_.add(one->context->routes({*one->writer, *one->reads, one->live, environment}));
        running_.push_back(std::move(one));
    }
}

Process::~Process() {
    *alive_ = false;
    for (auto& one : running_) one->writer->stop();
}

}  // namespace dangol::simulation
