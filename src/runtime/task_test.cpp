#include "runtime/task.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace dangol::runtime {
namespace {

using Kept = std::optional<Callback<int>>;

Task<int> three() { co_return 3; }
Task<int> broken() {
    throw std::runtime_error("broken");
    co_return 0;
}
Task<int> sum_of_two() { co_return co_await three() + co_await Task<int>(4); }
Task<int> ready() { return 7; }

/// Waits for whatever calls back.
Task<int> wait_for(Kept& kept) {
    co_return co_await call<int>([&kept](Callback<int> done) { kept.emplace(std::move(done)); });
}
Task<std::string> twice(Kept& kept) {
    const int first = co_await wait_for(kept);
    const int second = co_await wait_for(kept);
    co_return std::to_string(first) + " " + std::to_string(second);
}
/// What happens inside comes out as text.
Task<std::string> described(Task<int> task) {
    try {
        co_return std::to_string(co_await std::move(task));
    } catch (const std::exception& error) {
        co_return error.what();
    }
}

template <class T>
struct Ended {
    std::optional<T> value;
    std::string error;
    int times = 0;

    void operator()(Outcome<T> outcome) {
        ++times;
        try {
            value = std::move(outcome).take();
        } catch (const std::exception& what) {
            error = what.what();
        }
    }
};

template <class T>
void run(Task<T> task, Ended<T>& ended) {
    start(std::move(task), [&ended](Outcome<T> outcome) { ended(std::move(outcome)); });
}

TEST(Task, gives_its_value_once_at_its_end) {
    Ended<int> ended;
    run(three(), ended);
    EXPECT_EQ(ended.value, 3);
    EXPECT_EQ(ended.times, 1);
}

TEST(Task, ends_with_what_it_throws) {
    Ended<int> ended;
    run(broken(), ended);
    EXPECT_EQ(ended.value, std::nullopt);
    EXPECT_EQ(ended.error, "broken");
    EXPECT_EQ(ended.times, 1);
}

TEST(Task, may_be_a_plain_value) {
    Ended<int> ended;
    run(ready(), ended);
    EXPECT_EQ(ended.value, 7);
    EXPECT_EQ(ended.times, 1);
}

TEST(Task, waits_for_other_tasks_and_takes_their_exceptions) {
    Ended<int> sum;
    run(sum_of_two(), sum);
    EXPECT_EQ(sum.value, 7);
    Ended<std::string> text;
    run(described(broken()), text);
    EXPECT_EQ(text.value, "broken");
}

TEST(Task, does_nothing_before_it_is_started) {
    Kept kept;
    {
        const auto never = wait_for(kept);
    }
    EXPECT_FALSE(kept.has_value());
}

TEST(Task, goes_on_where_its_callback_is_called) {
    Kept kept;
    Ended<std::string> ended;
    run(twice(kept), ended);
    EXPECT_EQ(ended.times, 0);
    std::exchange(kept, std::nullopt).value()(1);
    EXPECT_EQ(ended.times, 0);
    std::exchange(kept, std::nullopt).value()(2);
    EXPECT_EQ(ended.value, "1 2");
    EXPECT_EQ(ended.times, 1);
}

Task<int> answered_at_once() {
    co_return co_await call<int>([](Callback<int> done) { done(5); });
}

TEST(Task, takes_a_callback_that_is_called_before_it_waits) {
    Ended<int> ended;
    run(answered_at_once(), ended);
    EXPECT_EQ(ended.value, 5);
    EXPECT_EQ(ended.times, 1);
}

Task<int> adds_answers_at_once(int count) {
    int sum = 0;
    for (int i = 0; i < count; ++i) sum += co_await call<int>([](Callback<int> done) { done(1); });
    co_return sum;
}

TEST(Task, answers_at_once_do_not_pile_up_on_the_stack) {
    Ended<int> ended;
    run(adds_answers_at_once(1'000'000), ended);
    EXPECT_EQ(ended.value, 1'000'000);
}

TEST(Task, ends_unanswered_when_its_callback_is_dropped) {
    Kept kept;
    Ended<int> ended;
    run(wait_for(kept), ended);
    kept.reset();
    EXPECT_EQ(ended.error, Unanswered().what());
    EXPECT_EQ(ended.times, 1);
}

Task<int> dropped_at_once() {
    co_return co_await call<int>([](const Callback<int>&) {});
}

TEST(Task, ends_unanswered_when_its_callback_is_dropped_at_once) {
    Ended<int> ended;
    run(dropped_at_once(), ended);
    EXPECT_EQ(ended.error, Unanswered().what());
    EXPECT_EQ(ended.times, 1);
}

TEST(Task, sees_the_exception_that_its_callback_is_given) {
    Kept kept;
    Ended<std::string> ended;
    run(described(wait_for(kept)), ended);
    kept->fail(std::make_exception_ptr(std::runtime_error("the port is broken")));
    EXPECT_EQ(ended.value, "the port is broken");
}

Task<int> cannot_begin() {
    co_return co_await call<int>([](const Callback<int>&) { throw std::runtime_error("no socket"); });
}

TEST(Task, sees_the_exception_of_a_call_that_cannot_begin) {
    Ended<int> ended;
    run(cannot_begin(), ended);
    EXPECT_EQ(ended.error, "no socket");
    EXPECT_EQ(ended.times, 1);
}

Task<std::unique_ptr<int>> moves(std::unique_ptr<int> given) {
    co_return co_await call<std::unique_ptr<int>>(
        [given = std::move(given)](auto done) mutable { done(std::move(given)); });
}

TEST(Task, moves_values_that_cannot_be_copied) {
    Ended<std::unique_ptr<int>> ended;
    run(moves(std::make_unique<int>(9)), ended);
    ASSERT_TRUE(ended.value.has_value());
    EXPECT_EQ(**ended.value, 9);
}

/// A port with a thread of its own, which answers as fast as it can: before, while and after the task
/// suspends.
class Echo {
  public:
    void ask(int number, Callback<int> done) {
        {
            const std::lock_guard lock(mutex_);
            asked_.emplace_back(number, std::move(done));
        }
        some_.release();
    }
    void end() {
        ended_ = true;
        some_.release();
    }

  private:
    void answer() {
        for (;;) {
            some_.acquire();
            std::vector<std::pair<int, Callback<int>>> asked;
            {
                const std::lock_guard lock(mutex_);
                asked.swap(asked_);
            }
            for (auto& [number, done] : asked) {
                if (number % 10 != 0) done(number);  // every tenth is dropped
            }
            if (asked.empty() && ended_) return;
        }
    }

    std::counting_semaphore<> some_{0};
    std::atomic<bool> ended_ = false;
    std::mutex mutex_;
    std::vector<std::pair<int, Callback<int>>> asked_;
    std::jthread thread_{[this] { answer(); }};
};

Task<int> ask_once(Echo& echo, int number) {
    try {
        co_return co_await call<int>(
            [&echo, number](Callback<int> done) { echo.ask(number, std::move(done)); });
    } catch (const Unanswered&) {
        co_return 0;
    }
}

/// Goes to and fro between two threads.
Task<int> count_answers(Echo& one, Echo& other, int count) {
    int answered = 0;
    for (int i = 1; i <= count; ++i) {
        if (co_await ask_once(i % 2 == 0 ? one : other, i) == i) ++answered;
    }
    co_return answered;
}

/// What waits for an event in the reply of a commit must do so on the writer's thread: on any other it would
/// miss what the writer commits meanwhile.
TEST(Task, goes_on_where_it_is_answered_even_if_its_call_has_not_returned) {
    std::thread::id answered_on;
    std::thread::id went_on;
    const auto story = [&]() -> Task<int> {
        const auto answer = co_await call<int>([&answered_on](Callback<int> done) {
            std::thread([&answered_on, done = std::move(done)]() mutable {
                answered_on = std::this_thread::get_id();
                done(3);
            }).join();
        });
        went_on = std::this_thread::get_id();
        co_return answer;
    };
    Ended<int> ended;
    run(story(), ended);
    EXPECT_EQ(ended.value, 3);
    EXPECT_EQ(went_on, answered_on);
    EXPECT_NE(went_on, std::this_thread::get_id());
}

TEST(Task, is_handed_from_thread_to_thread_without_a_race) {
    constexpr int tasks = 8;
    constexpr int calls = 20'000;
    std::vector<int> answered(tasks);
    {
        Echo one;
        Echo other;
        std::latch ended(tasks);
        for (int i = 0; i < tasks; ++i) {
            start(count_answers(one, other, calls), [&, i](Outcome<int> outcome) {
                answered[static_cast<std::size_t>(i)] = std::move(outcome).take();
                ended.count_down();
            });
        }
        ended.wait();
        one.end();
        other.end();
    }
    EXPECT_EQ(answered, std::vector<int>(tasks, calls * 9 / 10));
}

}  // namespace
}  // namespace dangol::runtime
