// Ids, timers and the read pool. Waiting is done on what must happen, never on time.
#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <set>
#include <thread>

#include "adapters/memory/memory_store.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/read_pool.hpp"
#include "adapters/system/thread_role.hpp"
#include "adapters/system/thread_timers.hpp"
#include "core/ids.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

TEST(SystemIds, ids_are_26_small_characters_and_all_different_on_many_threads) {
    constexpr int each = 20'000;
    SystemIds ids;
    std::array<std::vector<std::string>, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto& mine : made) {
            threads.emplace_back([&ids, &mine] {
                for (int i = 0; i < each; ++i) mine.push_back(ids.next());
            });
        }
    }
    std::set<std::string> all;
    for (const auto& mine : made) all.insert(mine.begin(), mine.end());
    EXPECT_EQ(all.size(), made.size() * each);
    for (const auto& id : all) {
        ASSERT_EQ(id.size(), 26U);
        ASSERT_EQ(id.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz"), std::string::npos) << id;
    }
}

TEST(SystemIds, a_later_id_sorts_later) {
    SystemIds ids;
    SystemClock clock;
    const auto first = ids.next();
    const auto start = clock.now();
    while (clock.now() <= start + 1ms) std::this_thread::yield();
    EXPECT_LT(first, ids.next());
}

TEST(SystemIds, every_random_character_takes_all_its_values) {
    SystemIds ids;
    std::array<std::set<char>, 26> seen;
    std::array<std::set<char>, 22> seen_secret;
    for (int i = 0; i < 5'000; ++i) {
        const auto id = ids.next();
        for (std::size_t at = 10; at < id.size(); ++at) seen[at].insert(id[at]);
        const auto secret = ids.secret();
        ASSERT_EQ(secret.size(), 22U);
        ASSERT_TRUE(is_id(secret)) << secret;
        for (std::size_t at = 0; at < secret.size(); ++at) seen_secret[at].insert(secret[at]);
    }
    for (std::size_t at = 10; at < seen.size(); ++at) EXPECT_EQ(seen[at].size(), 32U);
    for (const auto& values : seen_secret) EXPECT_EQ(values.size(), 64U);
}

TEST(SystemIds, random_numbers_fill_exactly_the_bits_asked_for) {
    SystemIds ids;
    for (const unsigned bits : {0U, 1U, 7U, 20U, 63U, 64U}) {
        std::uint64_t any = 0;
        for (int i = 0; i < 200; ++i) any |= ids.random(bits);
        EXPECT_EQ(any, bits == 0 ? 0 : ~std::uint64_t{0} >> (64 - bits)) << bits;
    }
}

int niceness() { return ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())); }

TEST(ThreadRole, a_worker_has_a_name_and_goes_after_the_thread_that_made_it) {
    constexpr int most = 19;
    const int own = niceness();
    int of_worker = -1;
    std::array<char, 16> name{};
    std::jthread([&] {
        become_worker("a name that is too long");
        of_worker = niceness();
        ::pthread_getname_np(::pthread_self(), name.data(), name.size());
    }).join();
    EXPECT_EQ(of_worker, std::min(own + 3, most));
    EXPECT_EQ(niceness(), own);
    EXPECT_STREQ(name.data(), "a name that is ");
}

TEST(ThreadTimers, calls_come_when_due_the_earliest_first) {
    std::string order;
    std::promise<void> done;
    ThreadTimers timers;
    const auto begin = std::chrono::steady_clock::now();
    timers.after(40ms, [&] {
        order += 'c';
        done.set_value();
    });
    timers.after(20ms, [&] { order += 'a'; });
    timers.after(30ms, [&] { order += 'b'; });
    done.get_future().wait();
    EXPECT_EQ(order, "abc");
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 40ms);
}

TEST(ThreadTimers, a_call_may_ask_for_another) {
    std::promise<void> done;
    ThreadTimers timers;
    timers.after(0ms, [&] { timers.after(0ms, [&] { done.set_value(); }); });
    done.get_future().wait();
}

TEST(ThreadTimers, a_call_that_throws_is_reported_and_the_others_go_on) {
    std::string why;
    std::promise<void> done;
    ThreadTimers timers([&](std::string_view what) { why = what; });
    timers.after(0ms, [] { throw std::runtime_error("the disk is full"); });
    timers.after(1ms, [&] { done.set_value(); });
    done.get_future().wait();
    EXPECT_EQ(why, "the disk is full");
}

TEST(ThreadTimers, what_is_pending_at_the_end_is_dropped) {
    auto held = std::make_shared<int>(0);
    {
        ThreadTimers timers;
        timers.after(1h, [held] { ++*held; });
        EXPECT_EQ(held.use_count(), 2);
    }
    EXPECT_EQ(held.use_count(), 1);
    EXPECT_EQ(*held, 0);
}

using Answer = Result<runtime::Reader*>;

class ReadPoolTest : public testing::Test {
  protected:
    MemoryDisk order_{"order"};
    MemoryDisk cafe_{"cafe"};
};

TEST_F(ReadPoolTest, each_context_is_asked_through_its_own_reader) {
    const auto store = open_memory_store(order_);
    runtime::Changes changes;
    changes.documents.push_back({"Order", "a", 1, 0, "order's"});
    ASSERT_TRUE(store->commit(changes));
    ReadPool pool({.threads = 2});
    const auto order = pool.add("order", [this] { return open_memory_reader(order_); });
    const auto cafe = pool.add("cafe", [this] { return open_memory_reader(cafe_); });
    for (int i = 0; i < 200; ++i) {
        std::promise<bool> in_order;
        std::promise<bool> in_cafe;
        order->read([&](auto reader) { in_order.set_value((*reader)->document("Order", "a").has_value()); });
        cafe->read([&](auto reader) { in_cafe.set_value((*reader)->document("Order", "a").has_value()); });
        ASSERT_TRUE(in_order.get_future().get());
        ASSERT_FALSE(in_cafe.get_future().get());
    }
}

TEST_F(ReadPoolTest, many_questions_to_one_context_do_not_keep_another_waiting) {
    // Before the pool: questions are still being answered when the test ends.
    std::promise<void> gate;
    std::promise<int> answered_before;
    int answered = 0;
    ReadPool pool({.threads = 1});
    const auto order = pool.add("order", [this] { return open_memory_reader(order_); });
    const auto cafe = pool.add("cafe", [this] { return open_memory_reader(cafe_); });
    order->read([&](const Answer&) { gate.get_future().wait(); });
    for (int i = 0; i < 1'000; ++i) order->read([&](const Answer&) { ++answered; });
    cafe->read([&](const Answer&) { answered_before.set_value(answered); });
    gate.set_value();
    EXPECT_LE(answered_before.get_future().get(), 1);
}

TEST_F(ReadPoolTest, a_question_that_throws_is_reported_and_the_next_one_answered) {
    std::promise<std::string> trouble;
    std::promise<void> answered;
    ReadPool pool({.threads = 1, .on_trouble = [&](std::string_view context, std::string_view why) {
                       trouble.set_value(std::string(context) + ": " + std::string(why));
                   }});
    const auto order = pool.add("order", [this] { return open_memory_reader(order_); });
    order->read([](const Answer&) { throw std::runtime_error("oops"); });
    EXPECT_EQ(trouble.get_future().get(), "order: oops");
    order->read([&](const Answer&) { answered.set_value(); });
    answered.get_future().wait();
}

/// Notes how each question was answered: "reader", or the code of the refusal.
class Answers {
  public:
    [[nodiscard]] runtime::Reads::Question note() {
        return [this](const Answer& answer) {
            const std::scoped_lock lock(mutex_);
            answers_.push_back(answer ? "reader" : answer.error().code);
            changed_.notify_all();
        };
    }
    [[nodiscard]] std::vector<std::string> first(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return answers_.size() >= count; });
        return answers_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> answers_;
};
using Codes = std::vector<std::string>;

TEST_F(ReadPoolTest, while_the_store_is_away_questions_are_refused_and_the_next_one_tries_again) {
    Answers answers;
    std::atomic<int> troubles = 0;
    std::atomic<bool> away = true;
    ReadPool pool({.threads = 1, .on_trouble = [&](std::string_view, std::string_view) { ++troubles; }});
    const auto order = pool.add("order", [&]() -> std::unique_ptr<runtime::Reader> {
        if (away) throw runtime::StoreUnavailable("restarting");
        return open_memory_reader(order_);
    });
    order->read(answers.note());
    EXPECT_EQ(answers.first(1), Codes{"store-unavailable"});
    EXPECT_EQ(troubles, 1);
    away = false;
    order->read(answers.note());
    EXPECT_EQ(answers.first(2), (Codes{"store-unavailable", "reader"}));
}

TEST_F(ReadPoolTest, a_store_that_breaks_under_a_question_is_opened_anew_for_the_next) {
    Answers answers;
    std::atomic<int> opened = 0;
    ReadPool pool({.threads = 1, .on_trouble = [](std::string_view, std::string_view) {}});
    const auto order = pool.add("order", [&] {
        ++opened;
        return open_memory_reader(order_);
    });
    order->read([](const Answer&) { throw runtime::StoreUnavailable("restarting"); });
    order->read(answers.note());
    EXPECT_EQ(answers.first(1), Codes{"reader"});
    EXPECT_EQ(opened, 2);
}

TEST_F(ReadPoolTest, questions_beyond_the_limit_are_refused_and_counted) {
    Answers answers;
    std::promise<void> gate;
    std::promise<void> entered;
    ReadPool pool({.threads = 1, .queue = {.max = 2}});
    const auto order = pool.add("order", [this] { return open_memory_reader(order_); });
    order->read([&](const Answer&) {
        entered.set_value();
        gate.get_future().wait();
    });
    entered.get_future().wait();
    for (int i = 0; i < 5; ++i) order->read(answers.note());
    EXPECT_EQ(pool.shed(), 3U);
    EXPECT_EQ(answers.first(3), (Codes{"overloaded", "overloaded", "overloaded"}));
    gate.set_value();
    pool.stop();
    EXPECT_EQ(answers.first(5).size(), 5U);
}

TEST_F(ReadPoolTest, critical_questions_go_first_and_sheddable_ones_are_not_answered_late) {
    Answers answers;
    std::mutex order_mutex;
    std::string order_of_answers;
    std::promise<void> gate;
    std::promise<void> entered;
    ReadPool pool({.threads = 1, .queue = {.patience = 20ms}});
    const auto order = pool.add("order", [this] { return open_memory_reader(order_); });
    const auto ask = [&](std::string name, Criticality criticality) {
        order->read(
            [&, name = std::move(name), note = answers.note()](const Answer& answer) mutable {
                {
                    const std::scoped_lock lock(order_mutex);
                    order_of_answers += name + (answer ? " answered, " : " refused, ");
                }
                note(answer);
            },
            {criticality, {}});
    };
    order->read([&](const Answer&) {
        entered.set_value();
        gate.get_future().wait();
    });
    entered.get_future().wait();
    ask("browsing", Criticality::sheddable);
    ask("work", Criticality::critical);
    std::this_thread::sleep_for(30ms);  // it gets too old
    ask("a newcomer", Criticality::sheddable);
    gate.set_value();
    static_cast<void>(answers.first(3));
    EXPECT_EQ(order_of_answers, "a newcomer refused, work answered, browsing refused, ");
    EXPECT_EQ(pool.shed(), 2U);
}

TEST_F(ReadPoolTest, a_stopped_pool_has_given_back_its_readers_and_refuses_questions) {
    Answers answers;
    ReadPool pool({.threads = 2});
    const auto order = pool.add("order", [this] { return open_memory_reader(order_); });
    pool.stop();
    order->read(answers.note());
    EXPECT_EQ(answers.first(1), Codes{"stopping"});
}

}  // namespace
}  // namespace dangol::adapters
