#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "contexts/payment/aggregate.hpp"
#include "contexts/payment/payment.hpp"
#include "contexts/payment/views.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"
#include "tests/support/manual_ports.hpp"

/// The payment context on the production runtime, with a memory store and the sandbox provider, under a clock
/// that the test moves. Its process can crash; the disk and the provider stay.
namespace dangol::adapters {

/// Other contexts' events, as the test puts them.
class ScriptedBus final : public runtime::EventBus {
  public:
    void publish(std::string source, std::string type, const std::string& subject, std::string data) {
        EventRecord event;
        event.id = "event-" + std::to_string(log_.size() + 1);
        event.type = std::move(type);
        event.source = std::move(source);
        event.subject = subject;
        event.data = std::move(data);
        log_.push_back(std::make_shared<const EventRecord>(std::move(event)));
    }
    std::unique_ptr<runtime::Subscription> subscribe(std::string, std::vector<std::string>,
                                                     runtime::StoredPositions,
                                                     std::function<void()>) override {
        return std::make_unique<FromTheStart>(*this);
    }
    void committed(std::string_view, std::span<const std::shared_ptr<const EventRecord>>) override {}

  private:
    /// Redelivers everything after a restart: the writer's stored positions must tell.
    class FromTheStart final : public runtime::Subscription {
      public:
        explicit FromTheStart(ScriptedBus& bus) : bus_(bus) {}
        std::vector<runtime::Delivered> poll(std::size_t) override {
            std::vector<runtime::Delivered> all;
            for (; next_ < bus_.log_.size(); ++next_) all.push_back({bus_.log_[next_], 0, next_ + 1});
            return all;
        }
        void rewind(std::span<const runtime::Position>) override { next_ = 0; }

      private:
        ScriptedBus& bus_;
        std::size_t next_ = 0;
    };
    std::vector<std::shared_ptr<const EventRecord>> log_;
};

/// The sandbox, with a count of what it was asked.
class CountingProvider final : public payment::PaymentProvider {
  public:
    explicit CountingProvider(PaymentProvider& provider) : provider_(provider) {}
    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override {
        ++charges;
        provider_.charge(std::move(request), std::move(answer));
    }
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override {
        ++queries;
        provider_.query(std::move(order_id), std::move(answer));
    }
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override {
        ++refunds;
        provider_.refund(std::move(order_id), std::move(amount), std::move(refund_id), std::move(answer));
    }

    int charges = 0;
    int queries = 0;
    int refunds = 0;

  private:
    PaymentProvider& provider_;
};

class PaymentWorld {
  public:
    PaymentWorld() { restart(); }

    test::ManualClock clock;
    test::ManualTimers provider_timers{clock};
    SandboxProvider sandbox{{}, clock, provider_timers};
    CountingProvider provider{sandbox};
    MemoryDisk disk{"payment"};
    ScriptedBus bus;
    CommitFaults faults;  ///< of the process that is running
    int crashes = 0;

    void restart() {
        process_.reset();
        process_ = std::make_unique<Process>(*this);
    }

    payment::PaymentContext& context() { return process_->context; }
    runtime::Writer& writer() { return process_->writer; }
    runtime::Host host() {
        return {process_->writer, process_->reads, process_->live, process_->environment};
    }

    /// All that happens within `time`, in order; a crash restarts the process at once.
    void run_for(Duration time) {
        const auto end = clock.now() + time;
        do {
            settle_down();
        } while (advance(end));
        clock.advance_to(end);
        settle_down();
    }

    using Replies = std::vector<Result<payment::PaymentResult>>;
    void start(const std::string& order, const std::string& token, Replies& replies, Duration deadline,
               Money amount = {700}) {
        context().start_payment(writer(),
                                {OrderId{order},
                                 CafeId{"cafe-1"},
                                 AccountId{"customer-1"},
                                 amount,
                                 "card",
                                 token,
                                 "request-1",
                                 {}},
                                deadline, [&replies](Result<payment::PaymentResult> result) {
                                    replies.push_back(std::move(result));
                                });
    }

    template <class E>
    void publish(std::string source, E event) {
        event.cafe_id = CafeId{"cafe-1"};
        event.customer_id = AccountId{"customer-1"};
        bus.publish(std::move(source), std::string(type_name<E>()), event.order_id.value,
                    codec::to_json(event));
    }

    std::vector<std::string> event_types() {
        std::vector<std::string> types;
        for (const auto& event : disk.events({})) types.push_back(event.type);
        return types;
    }
    std::string status_of(const std::string& order) {
        const auto reader = open_memory_reader(disk);
        const auto payment = payment::find_payment(*reader, order);
        return payment ? payment->status : "";
    }
    payment::LedgerSummary ledger() { return payment::sum_of_ledger(*open_memory_reader(disk)); }
    SandboxTransaction truth() {
        const auto all = sandbox.transactions();
        return all.empty() ? SandboxTransaction{} : all.front();
    }

  private:
    class DirectReads final : public runtime::Reads {
      public:
        explicit DirectReads(const MemoryDisk& disk) : reader_(open_memory_reader(disk)) {}
        void read(std::move_only_function<void(runtime::Reader&)> question) override { question(*reader_); }

      private:
        std::unique_ptr<runtime::Reader> reader_;
    };

    struct Process {
        explicit Process(PaymentWorld& world)
            : timers(world.clock),
              environment{world.clock, world.ids_, timers},
              store(open_memory_store(world.disk, world.faults)),
              reads(world.disk),
              context({}, world.provider, environment),
              writer(context, *store, world.bus, environment) {}

        test::ManualTimers timers;
        runtime::Environment environment;
        std::unique_ptr<runtime::Store> store;
        DirectReads reads;
        runtime::Live live;
        payment::PaymentContext context;
        runtime::Writer writer;
    };

    void settle_down() {
        try {
            while (process_->writer.step()) {
            }
        } catch (const SimulatedCrash&) {
            ++crashes;
            faults = {};
            restart();
            settle_down();
        }
    }
    /// Moves to the next thing that is to happen until `end`.
    bool advance(Timestamp end) {
        auto next = end + Duration{1};
        if (const auto due = process_->writer.next_due()) next = std::min(next, *due);
        if (const auto due = process_->timers.next_due()) next = std::min(next, *due);
        if (const auto due = provider_timers.next_due()) next = std::min(next, *due);
        if (next > end) return false;
        clock.advance_to(next);
        while (provider_timers.run_next(clock.now())) {
        }
        while (process_->timers.run_next(clock.now())) {
        }
        return true;
    }

    test::CountedIds ids_;
    std::unique_ptr<Process> process_;
};

}  // namespace dangol::adapters
