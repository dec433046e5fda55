// The production runtime and all contexts, wired for one thread.
#include "process.hpp"

#include "contexts/cafe/cafe.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/notification/notification.hpp"
#include "contexts/order/order.hpp"
#include "runtime/unavailable.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

class Process::InlineReads final : public Reads {
  public:
    explicit InlineReads(const adapters::MemoryDisk& disk) : reader_(adapters::open_memory_reader(disk)) {}
    void read(Question question) override { question(reader_.get()); }

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

/// As src/app binds order to payment.
class Process::DirectPayment final : public order::PaymentPort {
  public:
    void bind(const Host& payments) { payments_.emplace(payments); }
    void start(order::PaymentRequest request,
               std::move_only_function<void(Result<order::PaymentAnswer>)> reply) override {
        runtime::start(
            payment::start_payment(*payments_, {},
                                   {request.order_id, request.cafe_id, request.customer_id, request.amount,
                                    request.method, request.token, request.context},
                                   6s),
            [reply = std::move(reply)](Outcome<Result<payment::PaymentResult>> ended) mutable {
                reply(answer_of(std::move(ended)));
            });
    }

  private:
    static order::PaymentAnswer answer_of(const payment::PaymentResult& result) {
        using order::PaymentAnswer;
        switch (result.verdict) {
            case payment::PaymentVerdict::paid: return {PaymentAnswer::Outcome::paid, {}};
            case payment::PaymentVerdict::failed: return {PaymentAnswer::Outcome::failed, result.reason};
            case payment::PaymentVerdict::unknown: return {PaymentAnswer::Outcome::unknown, {}};
        }
        return {};
    }
    /// A call that this process did not live to end is a refusal.
    static Result<order::PaymentAnswer> answer_of(Outcome<Result<payment::PaymentResult>> ended) {
        try {
            DANGOL_TRY(const auto result, std::move(ended).take());
            return answer_of(result);
        } catch (const Unanswered&) {
            return std::unexpected(not_processed());
        }
    }

    std::optional<Host> payments_;
};

const std::vector<std::string>& Process::names() {
    static const std::vector<std::string> names{"cafe",     "order",  "payment",
                                                "delivery", "mypage", "notification"};
    return names;
}

std::vector<Context> Process::make_contexts() {
    std::vector<Context> contexts;
    contexts.push_back(cafe::make());
    contexts.push_back(order::make({}, *payments_));
    contexts.push_back(payment::make({}, *provider_));
    contexts.push_back(delivery::make());
    contexts.push_back(mypage::make({}));
    contexts.push_back(
        notification::make({}, {}, [](std::string_view secret) { return std::string(secret); }));
    return contexts;
}

Process::Process(Stores& disks, EventBus& bus, Environment environment, payment::PaymentProvider& provider,
                 adapters::CommitFaults faults)
    : provider_(std::make_unique<LivingProvider>(provider, alive_)),
      payments_(std::make_unique<DirectPayment>()) {
    for (auto& context : make_contexts()) {
        const auto name = context.name();
        auto& one = *running_.emplace_back(std::make_unique<Running>(
            adapters::open_memory_store(disks.at(name), faults),
            std::make_unique<InlineReads>(disks.at(name)), watched(std::move(context))));
        one.writer = std::make_unique<Writer>(one.context, *one.store, bus, environment);
        const Host host{*one.writer, *one.reads, one.live, environment};
        if (name == "payment") payments_->bind(host);
        router_.add(one.context.start(host));
    }
}

Process::~Process() {
    *alive_ = false;
    for (auto& one : running_) one->writer->stop();
}

}  // namespace dangol::simulation
