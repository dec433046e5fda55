// The production runtime and all contexts, wired for one thread.
#include "process.hpp"

#include <algorithm>

#include "contexts/cafe/cafe.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/notification/notification.hpp"
#include "contexts/order/order.hpp"
#include "runtime/reading_store.hpp"
#include "runtime/unavailable.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

/// A store that writes what the planted bug makes of it.
class Process::SpoiledStore final : public ReadingStore {
  public:
    SpoiledStore(std::unique_ptr<Store> store, std::string context, PlantedBug bug)
        : store_(std::move(store)), context_(std::move(context)), bug_(std::move(bug)) {}

    std::unique_ptr<Reader> reader() override { return store_->reader(); }
    std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) override {
        return store_->due_deadlines(now, limit);
    }
    std::optional<Timestamp> next_deadline() override { return store_->next_deadline(); }
    std::vector<Effect> due_effects(Timestamp now, std::size_t limit) override {
        return store_->due_effects(now, limit);
    }
    std::optional<Timestamp> next_effect() override { return store_->next_effect(); }
    std::expected<void, CommitError> commit(Changes& changes) override {
        bug_.spoil(context_, changes);
        return store_->commit(changes);
    }

  private:
    Reader& questions() override { return *store_; }

    std::unique_ptr<Store> store_;
    std::string context_;
    PlantedBug bug_;
};

/// A reader for which the log begins a little while ago: MyPage counts its pulse again after each start, from
/// hours of events, and a run has a crash for every other order.
class Process::RecentLog final : public Reader {
  public:
    explicit RecentLog(const adapters::MemoryDisk& disk) : reader_(adapters::open_memory_reader(disk)) {}

    std::optional<Document> document(std::string_view kind, std::string_view id) override {
        return reader_->document(kind, id);
    }
    std::optional<Row> row(std::string_view view, std::string_view key) override {
        return reader_->row(view, key);
    }
    std::vector<Row> rows(const RowQuery& query) override { return reader_->rows(query); }
    std::vector<EventRecord> events(const EventQuery& query) override {
        auto recent = query;
        if (query.newest_first && query.subject.empty() && query.scope.empty())
            recent.limit = std::min<std::size_t>(query.limit, 100);
        return reader_->events(recent);
    }
    std::uint64_t last_position() override { return reader_->last_position(); }
    std::optional<Answer> answer(std::string_view key) override { return reader_->answer(key); }
    std::vector<DeadLetter> dead_letters(std::size_t limit) override { return reader_->dead_letters(limit); }
    std::vector<Position> positions() override { return reader_->positions(); }
    std::vector<std::string> handled(std::span<const std::string> event_ids) override {
        return reader_->handled(event_ids);
    }
    std::vector<Document> scan_documents(const std::string& kind, const std::string& id,
                                         std::size_t limit) override {
        return reader_->scan_documents(kind, id, limit);
    }
    std::vector<Row> scan_rows(const std::string& view, const std::string& key, std::size_t limit) override {
        return reader_->scan_rows(view, key, limit);
    }

  private:
    std::unique_ptr<Reader> reader_;
};

class Process::InlineReads final : public Reads {
  public:
    explicit InlineReads(const adapters::MemoryDisk& disk) : reader_(disk) {}
    void read(Question question, Caller) override { question(&reader_); }

  private:
    RecentLog reader_;
};

/// The provider as this process sees it: an answer that comes after the process died reaches nobody.
class Process::LivingProvider final : public payment::PaymentProvider {
  public:
    LivingProvider(payment::PaymentProvider& provider, std::shared_ptr<bool> alive, PlantedBug bug)
        : provider_(provider), alive_(std::move(alive)), bug_(std::move(bug)) {}

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override {
        bug_.spoil(request);
        provider_.charge(std::move(request), while_alive(std::move(answer)));
    }
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override {
        provider_.query(std::move(order_id),
                        while_alive<payment::QueryOutcome>(
                            [bug = bug_, answer = std::move(answer)](payment::QueryOutcome outcome) mutable {
                                bug.spoil(outcome);
                                answer(std::move(outcome));
                            }));
    }
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override {
        bug_.spoil_refund(amount, refund_id, ++refunds_);
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
    PlantedBug bug_;
    std::uint64_t refunds_ = 0;
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
                 adapters::CommitFaults faults, const PlantedBug& bug)
    : provider_(std::make_unique<LivingProvider>(provider, alive_, bug)),
      payments_(std::make_unique<DirectPayment>()) {
    for (auto& context : make_contexts()) {
        const auto name = context.name();
        auto& one = *running_.emplace_back(std::make_unique<Running>(
            std::make_unique<SpoiledStore>(adapters::open_memory_store(disks.at(name), faults), name, bug),
            std::make_unique<InlineReads>(disks.at(name)), watched(std::move(context), bug)));
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
