#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

/// Coroutines: a handler that waits for a commit, a read or an external call is one function. A task is bound
/// to no thread. It resumes where its awaited callback is called: in production on the writer's and the I/O
/// threads, in the simulation on its only one.
namespace dangol::runtime {

/// Thrown into a task whose awaited callback was destroyed without being called: the process ends, or a port
/// is broken.
class Unanswered final : public std::runtime_error {
  public:
    Unanswered() : std::runtime_error("a call was dropped without an answer") {}
};

/// What became of a task: its value or the exception that ended it.
template <class T>
class Outcome {
  public:
    explicit Outcome(T value) : result_(std::in_place_index<0>, std::move(value)) {}
    explicit Outcome(std::exception_ptr error) : result_(std::in_place_index<1>, std::move(error)) {}
    /// The value; throws what ended the task.
    T take() && {
        if (auto* error = std::get_if<1>(&result_)) std::rethrow_exception(*error);
        return std::move(std::get<0>(result_));
    }

  private:
    std::variant<T, std::exception_ptr> result_;
};

/// A computation that may wait. Begins when it is awaited or given to `start`. Move-only; a task that was
/// begun must run to its end. A plain T converts to a task that does not wait, so a function without
/// `co_await` is a handler as well.
template <class T>
class [[nodiscard]] Task {
  public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    Task(T ready) : ready_(std::move(ready)) {}  // NOLINT(google-explicit-constructor)
    explicit Task(Handle handle) : handle_(handle) {}
    Task(Task&& other) noexcept
        : handle_(std::exchange(other.handle_, nullptr)), ready_(std::move(other.ready_)) {}
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    Task& operator=(Task&&) = delete;
    ~Task() {
        if (handle_) handle_.destroy();
    }

    [[nodiscard]] bool await_ready() const noexcept { return ready_.has_value(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
        handle_.promise().awaiting = awaiting;
        return handle_;
    }
    T await_resume() {
        if (ready_) return std::move(*ready_);
        return std::move(*handle_.promise().outcome).take();
    }

  private:
    Handle handle_ = nullptr;
    std::optional<T> ready_;
};

template <class T>
struct Task<T>::promise_type {
    std::coroutine_handle<> awaiting = std::noop_coroutine();
    std::optional<Outcome<T>> outcome;

    Task get_return_object() { return Task(Handle::from_promise(*this)); }
    static std::suspend_always initial_suspend() noexcept { return {}; }
    struct GoOn {
        static bool await_ready() noexcept { return false; }
        static std::coroutine_handle<> await_suspend(Handle ended) noexcept {
            return ended.promise().awaiting;
        }
        static void await_resume() noexcept {}
    };
    static GoOn final_suspend() noexcept { return {}; }
    template <class Value>
    void return_value(Value&& value) {
        outcome.emplace(T(std::forward<Value>(value)));
    }
    void unhandled_exception() { outcome.emplace(std::current_exception()); }
};

namespace detail {

/// The outermost frame of a started task; destroys itself at the end.
struct Root {
    struct promise_type {
        static Root get_return_object() { return {}; }
        static std::suspend_never initial_suspend() noexcept { return {}; }
        static std::suspend_never final_suspend() noexcept { return {}; }
        static void return_void() {}
        [[noreturn]] static void unhandled_exception() { std::terminate(); }  // `done` must not throw
    };
};

template <class T, class Done>
Root run(Task<T> task, Done done) {
    std::optional<Outcome<T>> outcome;
    try {
        outcome.emplace(co_await std::move(task));
    } catch (...) {
        outcome.emplace(std::current_exception());
    }
    done(std::move(*outcome));
}

}  // namespace detail

/// Runs `task` until it waits; `done(Outcome<T>)` is called once, at its end, on whatever thread that
/// happens. `done` must not throw.
template <class T, class Done>
void start(Task<T> task, Done done) {
    detail::run(std::move(task), std::move(done));
}

namespace detail {

/// The Pending whose `begin` runs on this thread: an answer that comes meanwhile, on this thread, must not
/// resume the task inside of it.
inline constinit thread_local const void* beginning = nullptr;

}  // namespace detail

/// What a task waits for: filled in by the callback that it gave away.
template <class T>
class Pending {
  public:
    Pending() = default;
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;

    /// Any thread, once. The task goes on here, on the thread that answers, unless `begin` has not returned
    /// on this very thread: then it goes on after that.
    void end(Outcome<T> outcome) {
        outcome_.emplace(std::move(outcome));
        if (detail::beginning == this) {
            detail::beginning = nullptr;
        } else {
            waiting_.resume();
        }
    }

  protected:
    ~Pending() = default;

    std::coroutine_handle<> waiting_;
    std::optional<Outcome<T>> outcome_;
};

/// The callback that a `Call` waits for: to be called once, from any thread, possibly before the function
/// that got it returns. Dropping it ends the task with Unanswered. Move-only.
template <class T>
class Callback {
  public:
    explicit Callback(Pending<T>* pending) : pending_(pending) {}
    Callback(Callback&& other) noexcept : pending_(std::exchange(other.pending_, nullptr)) {}
    Callback(const Callback&) = delete;
    Callback& operator=(const Callback&) = delete;
    Callback& operator=(Callback&&) = delete;
    ~Callback() {
        if (pending_ != nullptr) fail(std::make_exception_ptr(Unanswered()));
    }

    void operator()(T value) { std::exchange(pending_, nullptr)->end(Outcome<T>(std::move(value))); }
    /// The task sees the exception where it waits.
    void fail(std::exception_ptr error) {
        std::exchange(pending_, nullptr)->end(Outcome<T>(std::move(error)));
    }

  private:
    Pending<T>* pending_;
};

/// Waits for a callback; made by `call`.
template <class T, class Begin>
class [[nodiscard]] Call final : public Pending<T> {
  public:
    explicit Call(Begin begin) : begin_(std::move(begin)) {}

    static bool await_ready() noexcept { return false; }
    // Another thread may answer, and the task with this object in it end, before `begin` returns: so from
    // there on nothing of this object is touched, and no compiler may keep these variables in the task's
    // frame.
    [[gnu::noinline]] bool await_suspend(std::coroutine_handle<> waiting) {
        this->waiting_ = waiting;
        const void* const self = static_cast<const Pending<T>*>(this);
        auto begin = std::move(begin_);
        const Beginning now(self);
        begin(Callback<T>(this));
        return detail::beginning == self;  // else it was answered at once, and the task goes on
    }
    T await_resume() { return std::move(*this->outcome_).take(); }

  private:
    struct Beginning {
        explicit Beginning(const void* self) : outer(std::exchange(detail::beginning, self)) {}
        ~Beginning() { detail::beginning = outer; }
        Beginning(const Beginning&) = delete;
        Beginning& operator=(const Beginning&) = delete;
        const void* outer;
    };

    Begin begin_;
};

/// `const int n = co_await call<int>([&port](Callback<int> done) { port.ask(std::move(done)); });`
/// `begin` runs on the waiting task's thread. If it throws, it must not have kept the callback. Once it has
/// given the callback away, the task may go on and end on another thread while `begin` still runs: so
/// `begin` owns what it reads, and refers only to what outlives the task (no `[&]`: tests/structure).
template <class T, class Begin>
Call<T, Begin> call(Begin begin) {
    return Call<T, Begin>(std::move(begin));
}

}  // namespace dangol::runtime
