// The production runtime and all contexts, wired for one thread.
#include "process.hpp"

#include <algorithm>

#include "adapters/local_bus/ahead.hpp"
#include "contexts/cafe/cafe.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/identity/identity.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/notification/notification.hpp"
#include "contexts/order/order.hpp"
#include "runtime/reading_store.hpp"
#include "runtime/unavailable.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

/// A store that can be away, and writes what the planted bug and the program's version make of it.
class Process::SpoiledStore final : public ReadingStore {
  public:
    SpoiledStore(std::unique_ptr<Store> store, std::string context, const Surroundings& around)
        : store_(std::move(store)),
          context_(std::move(context)),
          bug_(around.bug),
          is_away_(around.is_away),
          before_commit_(around.before_commit),
          newer_version_(around.newer_version) {}

    std::unique_ptr<Reader> reader() override { return store_->reader(); }
    [[nodiscard]] bool shared() const override { return store_->shared(); }
    std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) override {
        return reached().due_deadlines(now, limit);
    }
    std::optional<Timestamp> next_deadline() override { return reached().next_deadline(); }
    std::vector<Effect> due_effects(Timestamp now, std::size_t limit) override {
        return reached().due_effects(now, limit);
    }
    std::optional<Timestamp> next_effect() override { return reached().next_effect(); }
    std::expected<void, CommitError> commit(Changes& changes) override {
        if (newer_version_) write_more(changes);
        before_commit_(context_);
        bug_.spoil(context_, changes);
        const auto twice = note_applied_twice(changes);
        auto committed = reached().commit(changes);
        if (committed && twice) throw Violation{*twice};
        return committed;
    }

  private:
    Reader& questions() override { return reached(); }
    Store& reached() {
        if (is_away_(context_)) throw StoreUnavailable("the store of " + context_ + " is away");
        return *store_;
    }
    /// The note is in the changes too: the process may not live to tell.
    std::optional<std::string> note_applied_twice(Changes& changes) {
        std::vector<std::string> ids;
        for (const auto& handled : changes.handled) ids.push_back(handled.event_id);
        auto twice = reached().handled(ids);
        std::ranges::sort(ids);
        if (const auto same = std::ranges::adjacent_find(ids); same != ids.end()) twice.push_back(*same);
        if (twice.empty()) return std::nullopt;
        std::erase_if(changes.handled, [&](const Handled& handled) {
            return std::ranges::find(twice, handled.event_id) != twice.end();
        });
        auto told = context_ + " applied the event " + twice.front() + " twice";
        changes.rows.emplace_back(
            Row{std::string(applied_twice), twice.front(), std::string(applied_twice), 0, told});
        return told;
    }
    /// An older version must pass over what it does not know.
    static void write_more(Changes& changes) {
        const auto more = [](std::string& json) {
            if (json.size() > 2 && json.ends_with('}'))
                json.insert(json.size() - 1, PlantedBug::unknown_member);
        };
        for (auto& document : changes.documents) more(document.data);
        for (auto& event : changes.events) {
            more(event.data);
            event.decoded = {};
        }
    }

    std::unique_ptr<Store> store_;
    std::string context_;
    PlantedBug bug_;
    std::function<bool(const std::string&)> is_away_;
    std::function<void(const std::string&)> before_commit_;
    bool newer_version_;
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
    InlineReads(const adapters::MemoryDisk& disk, std::function<bool()> is_away)
        : reader_(disk), is_away_(std::move(is_away)) {}
    void read(Question question, Caller) override {
        if (is_away_()) return question(std::unexpected(store_unavailable()));
        question(&reader_);
    }

  private:
    RecentLog reader_;
    std::function<bool()> is_away_;
};

/// The provider as this process sees it: an answer that comes after the process died reaches nobody.
class Process::LivingProvider final : public payment::PaymentProvider {
  public:
    LivingProvider(payment::PaymentProvider& provider, std::shared_ptr<bool> alive, PlantedBug bug)
        : provider_(provider), alive_(std::move(alive)), bug_(std::move(bug)) {}

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override {
        bug_.spoil(request);
        provider_.charge(std::move(request),
                         while_alive<payment::ChargeOutcome>([bug = bug_, answer = std::move(answer)](
                                                                 payment::ChargeOutcome outcome) mutable {
                             bug.spoil(outcome);
                             answer(std::move(outcome));
                         }));
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
        if (bug_.pays_back_with_every_answer())
            answer = paying_back_again(order_id, amount, refund_id, std::move(answer));
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
    std::move_only_function<void(payment::RefundOutcome)> paying_back_again(
        const OrderId& order_id, const Money& amount, const std::string& refund_id,
        std::move_only_function<void(payment::RefundOutcome)> answer) {
        return [this, order_id, amount, again = refund_id + "/again", answers = 0,
                answer = std::move(answer)](payment::RefundOutcome outcome) mutable {
            if (++answers == 2) provider_.refund(order_id, amount, again, [](const auto&) {});
            answer(std::move(outcome));
        };
    }

    payment::PaymentProvider& provider_;
    std::shared_ptr<bool> alive_;
    PlantedBug bug_;
    std::uint64_t refunds_ = 0;
};

/// The messenger as this process sees it: likewise.
class Process::LivingMessenger final : public notification::Messenger {
  public:
    LivingMessenger(notification::Messenger& messenger, std::shared_ptr<bool> alive, PlantedBug bug,
                    Timers& timers)
        : messenger_(messenger), alive_(std::move(alive)), bug_(std::move(bug)), timers_(timers) {}

    void send(notification::OutgoingMessage message,
              std::move_only_function<void(notification::SendOutcome)> done) override {
        bug_.spoil(message, last_address_);
        if (bug_.sends_messages_again()) {
            timers_.after(60s, [this, message] { messenger_.send(message, [](const auto&) {}); });
        }
        messenger_.send(std::move(message),
                        [alive = alive_, done = std::move(done)](notification::SendOutcome outcome) mutable {
                            if (*alive) done(std::move(outcome));
                        });
    }

  private:
    notification::Messenger& messenger_;
    std::shared_ptr<bool> alive_;
    PlantedBug bug_;
    Timers& timers_;
    std::string last_address_;
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
    static const std::vector<std::string> names{"cafe",   "order",        "payment", "delivery",
                                                "mypage", "notification", "identity"};
    return names;
}

std::vector<Context> Process::make_contexts(const Surroundings& around) {
    payment::Settings payments;
    payments.clock_margin = std::max(payments.clock_margin, around.clock_margin);
    std::vector<Context> contexts;
    contexts.push_back(cafe::make());
    contexts.push_back(order::make({}, *payments_));
    contexts.push_back(payment::make(payments, *provider_));
    contexts.push_back(delivery::make());
    contexts.push_back(mypage::make({}));
    contexts.push_back(notification::make({}, {.webhook = messenger_.get()},
                                          [](std::string_view secret) { return std::string(secret); }));
    contexts.push_back(identity::make({}, passwords_, tokens_));
    return contexts;
}

/// As src/app does it before it opens the stores.
void Process::refuse_older_copies(const Surroundings& around) {
    if (!around.replica.empty() || around.bug.serves_older_copies()) return;
    adapters::Stores stores;
    for (const auto& [context, disk] : around.disks)
        stores.emplace_back(context, adapters::open_memory_reader(disk));
    const auto ahead = adapters::ahead_of_sources(stores);
    if (!ahead.empty()) throw StartRefused{adapters::told(ahead.front())};
}

Process::Process(const Surroundings& around)
    : provider_(std::make_unique<LivingProvider>(around.provider, alive_, around.bug)),
      messenger_(
          std::make_unique<LivingMessenger>(around.messenger, alive_, around.bug, around.environment.timers)),
      payments_(std::make_unique<DirectPayment>()) {
    refuse_older_copies(around);
    for (auto& context : make_contexts(around)) {
        const auto name = context.name();
        auto& disk = around.disks.at(name);
        auto faults = [fate = around.fate, name](const Changes&) { return fate(name); };
        auto store = around.replica.empty()
                         ? adapters::open_memory_store(disk, std::move(faults))
                         : adapters::open_shared_memory_store(disk, around.replica, around.database_clock,
                                                              std::move(faults));
        auto& one = *running_.emplace_back(std::make_unique<Running>(
            std::make_unique<SpoiledStore>(std::move(store), name, around),
            std::make_unique<InlineReads>(disk, [is_away = around.is_away, name] { return is_away(name); }),
            watched(std::move(context), around.bug)));
        one.writer = std::make_unique<Writer>(one.context, *one.store, around.bus, around.environment);
        one.writer->on_work([&one] { one.rest.awake = true; });
        if (one.store->shared()) one.writer->follow(around.own_events);
        const Host host{*one.writer, *one.reads, one.live, around.environment};
        if (name == "payment") payments_->bind(host);
        router_.add(one.context.start(host));
    }
}

void Process::operator_code(std::function<void(Result<std::string>)> reply) {
    const auto identity =
        std::ranges::find(running_, "identity", [](const auto& one) { return one->context.name(); });
    (*identity)->writer->submit(
        {.id = "operator"},
        [codes = identity::Codes{tokens_}](Unit& unit) { return codes.operator_code(unit, "boss"); },
        std::move(reply));
}

Process::~Process() {
    *alive_ = false;
    for (auto& one : running_) one->writer->stop();
}

}  // namespace dangol::simulation
