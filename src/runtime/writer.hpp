#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/request_context.hpp"
#include "runtime/event_bus.hpp"
#include "runtime/progress.hpp"
#include "runtime/shedding_queue.hpp"
#include "runtime/store.hpp"
#include "runtime/unit.hpp"
#include "runtime/waiting.hpp"

namespace dangol::runtime {

class Context;

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
    std::atomic<std::uint64_t> shed{0};             ///< commands refused because too much was waiting
    std::atomic<std::uint64_t> abandoned{0};        ///< commands not decided: their clients had left
    std::atomic<std::uint64_t> effects_running{0};  ///< calls to the outside that have begun and not ended
};

/// Bounds, so that nothing grows without limit.
struct WriterLimits {
    std::size_t jobs_per_commit = 512;
    std::size_t sheddable_per_commit = 128;  ///< of these: the critical ones wait for a round to end
    std::size_t events_per_commit = 512;
    std::size_t deadlines_per_commit = 256;
    std::size_t effects_in_flight = 256;
    /// Beyond them a submission is refused with 503.
    SheddingLimits queue = {};
    std::size_t cache_bytes = 2U << 20U;  ///< of states; a context reads what it has not cached
    /// Events that led to nothing cause no commit of their own: their positions are stored with the next one,
    /// after a second, or when there are so many of them.
    std::uint64_t passed_over = 1'000;
};

/// An operator had the dead letters of one subject handled again, or gave them up. Events of the context that
/// had parked them; private, each with a subject of its own.
struct DeadLettersRetried {
    std::string source;
    std::string subject;
    int ended = 0;
};
BOOST_DESCRIBE_STRUCT(DeadLettersRetried, (), (source, subject, ended))
struct DeadLettersDropped {
    std::string source;
    std::string subject;
    int ended = 0;
};
BOOST_DESCRIBE_STRUCT(DeadLettersDropped, (), (source, subject, ended))

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

    /// Runs `work`, a function from Unit& to a Result<T>, in the writer (again, if another replica was first:
    /// it must not consume its captures) and calls `reply` with the result after the commit. If the commit
    /// fails, or the writer is overloaded or stopped, `reply` gets an `unavailable` rejection instead: then
    /// nothing was acknowledged. So it does if the context is sheddable and waits too long, or its client
    /// leaves meanwhile: then `work` has not run. `reply` runs on the writer's thread and must neither block
    /// nor throw.
    template <class Work, class Reply>
    void submit(RequestContext context, Work work, Reply reply);

    /// Whether `submit` would refuse this caller because the oldest command has waited too long. To be asked
    /// before a request is read: then a refusal costs next to nothing. One that is refused is counted as
    /// shed.
    [[nodiscard]] bool turns_away(const Caller& caller);

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

    /// Called with what a person should look at: a parked event, a failed commit, a throwing handler. Any
    /// thread.
    void on_trouble(std::function<void(std::string_view)> report);

    /// Ends with an `unavailable` rejection whatever is still queued, whoever waits for an event of this
    /// context, and all that comes from now on. No `step` may run meanwhile or follow. A task may go from one
    /// writer to another: stop all of them, and the timers, before the first is destroyed; then none reaches
    /// a writer that is gone.
    void stop();

    /// Dead letters are events that a policy could not handle (source: the context that published them),
    /// deadlines and effects that this program does not know or that keep failing (source: `parked_deadline`,
    /// `parked_effect`; subject: the deadline's key, the effect's id).
    static constexpr std::string_view parked_deadline = "deadline";
    static constexpr std::string_view parked_effect = "effect";

    /// Handles the dead letters of one subject again, in order: an event by its policy; a deadline or an
    /// effect is owed again from now on. `by`: the operator who wants it; what the policies record is the
    /// system's all the same.
    void retry_dead_letters(std::string source, std::string subject, std::function<void(Result<int>)> reply,
                            Actor by = {});
    /// Gives them up: the subject's later events are handled again, the parked ones never.
    void drop_dead_letters(std::string source, std::string subject, std::function<void(Result<int>)> reply,
                           Actor by = {});

    /// Repairs what is stored, past all rules: `make` runs on the writer's thread between two rounds, and
    /// what it gives is committed alone. Afterwards the cache is empty and the context is told. The reply is
    /// how many documents and rows were written, or an `unavailable` rejection; again `make` if another
    /// replica was first.
    void amend(std::function<Changes()> make, std::function<void(Result<std::size_t>)> reply);

    [[nodiscard]] const WriterFigures& figures() const { return figures_; }
    [[nodiscard]] std::string_view name() const;
    /// Context::add_states, for events that `stored` has given. Any thread.
    void add_states(std::span<EventRecord> events, Reader& stored) const;
    /// Requests that wait for an event of this context.
    [[nodiscard]] Waiting& waiting() { return waiting_; }

  private:
    class Job {
      public:
        explicit Job(RequestContext context) : context_(std::move(context)) {}
        virtual ~Job() = default;
        /// True if the unit's work is to be kept.
        virtual bool decide(Unit& unit) = 0;
        virtual void answer() = 0;
        virtual void fail(const Rejection& rejection) = 0;
        [[nodiscard]] const RequestContext& context() const { return context_; }

      private:
        RequestContext context_;
    };
    template <class Work, class Reply>
    class WorkJob;

    class FinishEffectJob;
    using Jobs = std::vector<std::unique_ptr<Job>>;
    using Announced = std::vector<std::shared_ptr<const EventRecord>>;

    /// `owed`: what has already happened outside is taken however long the queue is.
    void enqueue(std::unique_ptr<Job> job, bool owed = false);
    /// One round, given what the queue held. Throws StoreUnavailable; then the jobs are still there.
    bool work(Jobs& jobs);
    /// The queue has changed; under its lock.
    void note_queue();
    [[nodiscard]] bool stopping();
    [[nodiscard]] Jobs take_jobs();
    void consume(Batch& batch, const std::vector<Delivered>& deliveries, Timestamp now);
    [[nodiscard]] std::set<std::string> handled_before(const std::vector<Delivered>& deliveries);
    void consume_one(Batch& batch, const Delivered& delivered, Timestamp now);
    void park(Batch& batch, const Delivered& delivered, Timestamp now, std::string reason);
    void meet_deadlines(Batch& batch, Timestamp now);
    void meet(Batch& batch, const Deadline& deadline, Timestamp now);
    /// Decides each job; those that end with an exception are answered at once.
    void decide(Batch& batch, Jobs& jobs, Timestamp now);
    void commit(Batch& batch, Jobs& jobs, Timestamp decided_at);
    /// Whether what was read since the last commit needs none yet if nothing else does.
    [[nodiscard]] bool positions_may_wait(Timestamp now);
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
                          std::function<void(Unit&, int ended)> record,
                          std::function<void(Result<int>)> reply);
    void amend_now();
    void announce(Changes& changes);
    void observe(std::span<const std::shared_ptr<const EventRecord>> events);
    void observe_own();
    /// The cache moves on with an event of this context, whichever replica has decided it. Returns it with
    /// the state that is shown with it, unless that cannot be read.
    std::shared_ptr<const EventRecord> catch_up(std::shared_ptr<const EventRecord> event);
    void look_around(Timestamp now);
    /// Begins what the commit owes. True if a deadline was canceled or met: the next one may be another.
    bool after_commit(const Changes& changes, Timestamp now);
    void start(Effect effect);
    /// The task of an effect ended with an exception, or there is no task for its kind.
    void effect_failed(const Effect& effect, std::string reason, bool known);
    void count_effects();
    /// True if one began.
    bool start_due_effects(Timestamp now);
    void report(std::string_view trouble) const;
    /// Runs an observer of ours or of the context; one that throws is reported.
    template <class Call>
    void guarded(std::string_view what, Call call);
    /// Runs `call` with each of the context's observers, whatever becomes of the others.
    template <class Observers, class Call>
    void guarded_each(std::string_view what, const Observers& observers, Call call);

    Context& context_;
    Store& store_;
    EventBus& bus_;
    Environment environment_;
    WriterLimits limits_;
    StateCache cache_;
    WriterFigures figures_;

    std::vector<Span> spans_;  ///< of this round
    Progress progress_;
    std::optional<Timestamp> passed_over_since_;
    std::set<std::pair<std::string, std::string>> parked_;  ///< (source, subject)
    std::set<std::string> effects_running_;
    std::map<std::string, int> effects_failed_;  ///< with an exception, how often, since the last outcome
    Timestamp effects_after_{};                  ///< none is begun before: the last commit failed
    std::set<std::string> effects_deferred_;     ///< owed, but not begun by this process for want of room
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
    Waiting waiting_;

    std::mutex queue_mutex_;
    SheddingQueue<std::unique_ptr<Job>> queue_;
    std::atomic<Duration> refuses_from_{Duration::max()};  ///< the queue's, without its lock
    struct Amendment {
        std::function<Changes()> make;
        std::function<void(Result<std::size_t>)> reply;
    };
    std::deque<Amendment> amendments_;
    bool stopped_ = false;
    /// Expired once this writer is gone: results of effects that come later have nowhere to go.
    std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

template <class Work, class Reply>
class Writer::WorkJob final : public Writer::Job {
  public:
    WorkJob(RequestContext context, Work work, Reply reply)
        : Job(std::move(context)), work_(std::move(work)), reply_(std::move(reply)) {}

    bool decide(Unit& unit) override {
        result_.emplace(work_(unit));
        return result_->has_value();
    }
    void answer() override { reply_(std::move(*result_)); }
    void fail(const Rejection& rejection) override { reply_(std::unexpected(rejection)); }

  private:
    Work work_;
    Reply reply_;
    std::optional<std::invoke_result_t<Work&, Unit&>> result_;
};

template <class Work, class Reply>
void Writer::submit(RequestContext context, Work work, Reply reply) {
    enqueue(std::make_unique<WorkJob<Work, Reply>>(std::move(context), std::move(work), std::move(reply)));
}

}  // namespace dangol::runtime
