#include "adapters/system/writer_thread.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <thread>

#include "adapters/local_bus/local_bus.hpp"
#include "adapters/memory/memory_store.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/thread_timers.hpp"
#include "runtime/context.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using runtime::Unit;

class WriterThreadTest : public testing::Test {
  protected:
    [[nodiscard]] std::future<Result<int>> submit(std::function<Result<int>(Unit&)> work) {
        auto promise = std::make_shared<std::promise<Result<int>>>();
        auto future = promise->get_future();
        writer_.submit(RequestContext{}, std::move(work),
                       [promise](Result<int> result) { promise->set_value(std::move(result)); });
        return future;
    }
    [[nodiscard]] std::future<Result<int>> put_row(const std::string& key) {
        return submit([key](Unit& unit) -> Result<int> {
            unit.put({"rows", key, {}, 0, {}});
            return 1;
        });
    }

    SystemClock clock_;
    SystemIds ids_;
    ThreadTimers timers_;
    std::promise<std::string> met_;
    /// Notes the deadlines that come.
    runtime::Context diary_ = [this] {
        runtime::Context diary("diary");
        diary.deadline("expire", [this](Unit&, const std::string& data) -> Result<void> {
            met_.set_value(data);
            return {};
        });
        return diary;
    }();
    MemoryDisk disk_{"diary"};
    std::atomic<int> failures_left_ = 0;
    std::unique_ptr<runtime::Store> store_ = open_memory_store(disk_, [this](const runtime::Changes&) {
        if (failures_left_ == 0) return CommitFault::none;
        --failures_left_;
        return CommitFault::fail_before;
    });
    LocalBus bus_{LocalBusOptions{}};
    runtime::Writer writer_{diary_, *store_, bus_, {clock_, ids_, timers_}};
};

TEST_F(WriterThreadTest, what_many_threads_submit_is_committed_before_it_is_answered) {
    WriterThread thread(writer_, clock_);
    thread.start();
    std::vector<std::jthread> clients;
    for (int client = 0; client < 4; ++client) {
        clients.emplace_back([this, client] {
            for (int i = 0; i < 500; ++i) {
                const auto key = std::to_string(client) + "-" + std::to_string(i);
                ASSERT_TRUE(put_row(key).get());
                ASSERT_TRUE(disk_.row("rows", key)) << key;
            }
        });
    }
}

TEST_F(WriterThreadTest, goes_after_the_threads_for_connections) {
    const auto niceness = [] { return ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())); };
    WriterThread thread(writer_, clock_);
    thread.start();
    const auto of_writer = submit([&](Unit&) -> Result<int> { return niceness(); }).get();
    EXPECT_EQ(of_writer.value(), std::min(niceness() + 3, 19));
}

TEST_F(WriterThreadTest, stopping_finishes_what_is_queued_and_refuses_what_comes_later) {
    WriterThread thread(writer_, clock_);
    std::vector<std::future<Result<int>>> queued;
    for (int i = 0; i < 2'000; ++i) queued.push_back(put_row(std::to_string(i)));
    thread.start();
    thread.stop();
    for (auto& answer : queued) ASSERT_TRUE(answer.get());
    EXPECT_EQ(disk_.rows({.view = "rows", .scope = "", .limit = 10'000}).size(), 2'000U);
    const auto late = put_row("late").get();
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().refusal, Refusal::unavailable);
}

TEST_F(WriterThreadTest, a_deadline_is_met_without_anybody_waking_the_writer) {
    WriterThread thread(writer_, clock_);
    thread.start();
    const auto due = clock_.now() + 30ms;
    const auto scheduled = submit([due](Unit& unit) -> Result<int> {
        unit.schedule({"expire:a", due, "expire", "a"});
        return 1;
    });
    EXPECT_EQ(met_.get_future().get(), "a");
    EXPECT_GE(clock_.now(), due);
}

TEST_F(WriterThreadTest, after_a_failed_commit_it_goes_on) {
    failures_left_ = 1;
    WriterThread thread(writer_, clock_);
    thread.start();
    const auto failed = put_row("a").get();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().refusal, Refusal::unavailable);
    EXPECT_TRUE(put_row("a").get());
    EXPECT_TRUE(disk_.row("rows", "a"));
}

TEST_F(WriterThreadTest, after_a_broken_round_it_goes_on) {
    WriterThread thread(writer_, clock_);
    thread.start();
    const auto failed = submit([](Unit&) -> Result<int> { throw runtime::StoreBroken("disk gone"); }).get();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().refusal, Refusal::unavailable);
    EXPECT_TRUE(put_row("a").get());
}

using WriterThreadDeathTest = WriterThreadTest;

TEST_F(WriterThreadDeathTest, an_exception_that_leaves_a_round_ends_the_process_with_the_reason) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(
        {
            WriterThread thread(writer_, clock_);
            thread.start();
            writer_.submit(
                RequestContext{}, [](Unit&) -> Result<int> { return 1; },
                [](const Result<int>&) { throw std::logic_error("a reply threw"); });
            std::promise<void>().get_future().wait();
        },
        "writer of diary cannot go on: a reply threw");
}

}  // namespace
}  // namespace dangol::adapters
