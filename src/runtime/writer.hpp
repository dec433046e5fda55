#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "runtime/context.hpp"
#include "runtime/event_bus.hpp"
#include "runtime/store.hpp"

namespace dangol::runtime {

/// Figures of one writer since its start; for /metrics. Any thread.
struct WriterFigures {
    std::atomic<std::uint64_t> commits{0};
    std::atomic<std::uint64_t> units{0};
    std::atomic<std::uint64_t> rejected{0};
    std::atomic<std::uint64_t> events{0};
    std::atomic<std::uint64_t> consumed{0};
    std::atomic<std::uint64_t> parked{0};
    std::atomic<std::uint64_t> failed_commits{0};  ///< the store was away, or what it did is unknown
    std::atomic<std::uint64_t> conflicts{0};       ///< another replica was first
    std::atomic<std::uint64_t> queued{0};
    std::atomic<std::uint64_t> effects_running{0};  ///< calls to the outside that have begun and not ended
};

/// Bounds, so that nothing grows without limit.
struct WriterLimits {
    std::size_t jobs_per_commit = 512;
    std::size_t events_per_commit = 512;
    std::size_t deadlines_per_commit = 256;
    std::size_t effects_in_flight = 256;
    std::size_t queued_max = 20'000;  ///< beyond this a submission is refused with 503
    std::size_t cached_states = 20'000;
};

/// The single writer of a context: takes whatever has queued up – commands, foreign events, due deadlines,
/// results of effects – decides all of it against cached state, commits it in one `Changes`, and only then
/// answers.
///
/// `step` is to be called by one thread only (a WriterThread, or the simulation); everything else from any
/// thread.
class Writer {
  public:
    Writer(Context& context, Store& store, EventBus& bus, Environment environment, WriterLimits limits = {});
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Where a command came from.
    struct Origin {
        std::string cause;  ///< id of the request
        std::string traceparent;
        std::string correlation;  ///< order id if known
    };

    /// Runs `work` in the writer (again, if another replica was first: it must not consume its captures) and
    /// gives `reply` its result after the commit. If the commit fails, or the writer is overloaded or
    /// stopped, `reply` gets an `unavailable` rejection instead: then nothing was acknowledged. `reply` runs
    /// on the writer's thread and must not block.
    template <class T>
    void submit(Origin origin, std::move_only_function<Result<T>(Unit&)> work,
                std::move_only_function<void(Result<T>)> reply);

    /// One round. Returns false if there was nothing to do.
    bool step();
    /// When `step` wants to be called even if nothing is submitted; nullopt: not before `wake`.
    [[nodiscard]] std::optional<Timestamp> next_due();
    /// `wake` is called from any thread whenever `step` may have something to do. Set once, before the first
    /// step.
    void on_work(std::function<void()> wake);
    /// Called after every commit, on the writer's thread, with what was committed.
    void on_committed(std::function<void(std::span<const std::shared_ptr<const EventRecord>>)> observer);

    /// Called after every commit of this writer itself, on its thread, with what it committed: of all
    /// replicas' observers exactly one sees an event. For counting.
    void on_recorded(std::function<void(std::span<const std::shared_ptr<const EventRecord>>)> observer);

    /// For a store that other replicas write too: observers and the context learn of commits, those of the
    /// others included, from `own`, a bus over this context's own events. Before the first step.
    void follow(EventBus& own);

    /// Told about what a person should look at: a parked event, a failed commit, a throwing handler. Any
    /// thread.
    void on_trouble(std::function<void(std::string_view)> report);

    /// Refuses whatever is still queued and all that is submitted from now on.
    void stop();

    /// Puts a dead letter's subject back in order: its parked events are handled again, in order.
    void retry_dead_letters(std::string source, std::string subject, std::function<void(Result<int>)> reply);
    /// Gives up on them: the subject's later events are handled again, the parked ones never.
    void drop_dead_letters(std::string source, std::string subject, std::function<void(Result<int>)> reply);

    /// Repairs what is stored, past all rules: `make` runs on the writer's thread between two rounds, and
    /// what it gives is committed alone. Afterwards the cache is empty and the context is told. The reply is
    /// how many documents and rows were written; again `make` if another replica was first.
    void amend(std::function<Changes()> make, std::function<void(Result<std::size_t>)> reply);

    [[nodiscard]] const WriterFigures& figures() const { return figures_; }
    [[nodiscard]] std::string_view name() const { return context_.name(); }

  private:
    class Job {
      public:
        explicit Job(Origin job_origin) : origin(std::move(job_origin)) {}
        virtual ~Job() = default;
        /// True if the unit's work is to be kept.
        virtual bool decide(Unit& unit) = 0;
        virtual void answer() = 0;
        virtual void fail(const Rejection& rejection) = 0;
        Origin origin;
    };
    template <class T>
    class TypedJob;

    class FinishEffectJob;
    using Jobs = std::vector<std::unique_ptr<Job>>;
    using Announced = std::vector<std::shared_ptr<const EventRecord>>;

    /// `owed`: what has already happened outside is taken however long the queue is.
    void enqueue(std::unique_ptr<Job> job, bool owed = false);
    /// One round, given what the queue held. Throws StoreUnavailable; then the jobs are still there.
    bool work(Jobs& jobs);
    [[nodiscard]] bool stopping();
    [[nodiscard]] Jobs take_jobs();
    /// Positions that are stored with the batch.
    [[nodiscard]] std::vector<Position> consume(Batch& batch, const std::vector<Delivered>& deliveries,
                                                Timestamp now);
    [[nodiscard]] std::set<std::string> handled_before(const std::vector<Delivered>& deliveries);
    void consume_one(Batch& batch, const Delivered& delivered, Timestamp now);
    void park(Batch& batch, const Delivered& delivered, Timestamp now, std::string reason);
    void meet_deadlines(Batch& batch, Timestamp now);
    /// Sorts the jobs into those to be answered and those that were refused (answered at once, nothing to
    /// commit).
    void decide(Batch& batch, Jobs& jobs, Timestamp now);
    bool commit(Batch& batch, Jobs& jobs, std::vector<Position> positions);
    /// Keeps the unit's span until its commit is known.
    void trace(Unit& unit, bool failed);
    void end_spans(const CommitError* error);
    void commit_failed(const CommitError& error, Jobs& jobs);
    void requeue(Jobs& jobs);
    void fail_unstored(Jobs& jobs);
    /// Reads anew what this writer remembers of the store.
    void recall();
    void recall_parked();
    /// Drops or retries the letters of one subject, each by `handle`.
    void end_dead_letters(std::string source, std::string subject,
                          std::function<void(Unit&, const DeadLetter&)> handle,
                          std::function<void(Result<int>)> reply);
    void amend_now();
    void announce(Changes& changes);
    void observe(std::span<const std::shared_ptr<const EventRecord>> events);
    void observe_own();
    void look_around(Timestamp now);
    void after_commit(const Changes& changes, Timestamp now);
    void start(Effect effect);
    void count_effects();
    void start_due_effects(Timestamp now);
    void report(std::string_view trouble) const;

    Context& context_;
    Store& store_;
    EventBus& bus_;
    Environment environment_;
    WriterLimits limits_;
    StateCache cache_;
    WriterFigures figures_;

    std::vector<Span> spans_;                               ///< of this round
    std::vector<Position> positions_;                       ///< as committed
    std::set<std::pair<std::string, std::string>> parked_;  ///< (source, subject)
    std::set<std::string> effects_running_;
    std::set<std::string> effects_deferred_;  ///< owed, but not begun by this process for want of room
    std::optional<Timestamp> next_deadline_;
    std::optional<Timestamp> next_effect_;
    std::function<void()> wake_;
    std::function<void(std::string_view)> report_;
    std::vector<std::function<void(std::span<const std::shared_ptr<const EventRecord>>)>> observers_;
    std::vector<std::function<void(std::span<const std::shared_ptr<const EventRecord>>)>> recorders_;
    std::unique_ptr<Subscription> subscription_;
    EventBus* own_bus_ = nullptr;
    std::unique_ptr<Subscription> own_events_;
    std::optional<Timestamp> looked_around_;
    bool store_lost_ = false;

    std::mutex queue_mutex_;
    std::deque<std::unique_ptr<Job>> queue_;
    struct Amendment {
        std::function<Changes()> make;
        std::function<void(Result<std::size_t>)> reply;
    };
    std::deque<Amendment> amendments_;
    bool stopped_ = false;
};

template <class T>
class Writer::TypedJob final : public Writer::Job {
  public:
    TypedJob(Origin origin, std::move_only_function<Result<T>(Unit&)> work,
             std::move_only_function<void(Result<T>)> reply)
        : Job(std::move(origin)), work_(std::move(work)), reply_(std::move(reply)) {}

    bool decide(Unit& unit) override {
        result_.emplace(work_(unit));
        return result_->has_value();
    }
    void answer() override { reply_(std::move(*result_)); }
    void fail(const Rejection& rejection) override { reply_(std::unexpected(rejection)); }

  private:
    std::move_only_function<Result<T>(Unit&)> work_;
    std::move_only_function<void(Result<T>)> reply_;
    std::optional<Result<T>> result_;
};

template <class T>
void Writer::submit(Origin origin, std::move_only_function<Result<T>(Unit&)> work,
                    std::move_only_function<void(Result<T>)> reply) {
    enqueue(std::make_unique<TypedJob<T>>(std::move(origin), std::move(work), std::move(reply)));
}

}  // namespace dangol::runtime
