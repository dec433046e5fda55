#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/observe/html.hpp"
#include "adapters/observe/moment.hpp"
#include "adapters/observe/page.hpp"
#include "adapters/observe/thresholds.hpp"
#include "adapters/observe/worries.hpp"

namespace dangol::adapters::observe {
namespace {

using namespace std::chrono_literals;
using adapters::Metrics;
using testing::HasSubstr;
using testing::Not;

const Timestamp start{std::chrono::hours{24 * 365 * 50}};

TEST(Times, a_quantile_lies_within_its_bucket) {
    const Times times{{{0.1, 50}, {0.2, 100}, {INFINITY, 100}}, 100};
    EXPECT_DOUBLE_EQ(times.quantile(0.5), 0.1);
    EXPECT_DOUBLE_EQ(times.quantile(0.75), 0.15);
    EXPECT_DOUBLE_EQ(Times{}.quantile(0.5), 0);
    EXPECT_DOUBLE_EQ((Times{{{0.1, 0}, {INFINITY, 5}}, 5}).quantile(0.5), 0.1) << "nobody knows how long";
}

TEST(Times, only_what_came_since_counts) {
    const Times earlier{{{0.1, 50}, {INFINITY, 50}}, 50};
    const Times later{{{0.1, 50}, {INFINITY, 60}}, 60};
    EXPECT_EQ(later.since(earlier).count, 10);
    EXPECT_EQ(later.since(earlier).buckets.front().second, 0U);
}

TEST(Words, figures_are_short) {
    EXPECT_EQ(number(0), "0");
    EXPECT_EQ(number(1234567), "1,234,567");
    EXPECT_EQ(number(0.4213), "0.42");
    EXPECT_EQ(time_words(0.0421, Language::en), "42.1 ms");
    EXPECT_EQ(time_words(1.234, Language::ko), "1.2초");
    EXPECT_EQ(time_words(185, Language::ko), "3분 5초");
    EXPECT_EQ(time_words(90000, Language::en), "1 d 1 h");
}

TEST(Shapes, nobodys_words_become_html) {
    EXPECT_THAT(section({"<b>", {"\""}, {{{"<script>"}}}, {}}), Not(HasSubstr("<script>")));
    EXPECT_THAT(sparkline({1, 2}, "\"><script>"), Not(HasSubstr("<script>")));
    EXPECT_EQ(sparkline({1}, "too short"), "");
    EXPECT_THAT(sparkline({0, 0}, "flat"), Not(HasSubstr("nan")));
}

/// A history of two moments a minute apart; `later` is added to the figures of the second.
class ObservedTest : public testing::Test {
  protected:
    void observe() {
        history_.add(Moment(metrics_.families(), start + step_ * 1min));
        ++step_;
    }
    [[nodiscard]] std::vector<std::string> named() const {
        std::vector<std::string> alerts;
        for (const auto& worry : worries(history_)) alerts.push_back(worry.alert);
        return alerts;
    }
    Metrics metrics_;
    History history_;
    int step_ = 0;
};

TEST_F(ObservedTest, all_is_well_where_nothing_is_wrong) {
    metrics_.request("GET", "/cafes", 200, 0.01);
    observe();
    EXPECT_THAT(named(), testing::IsEmpty());
    EXPECT_THAT(page(history_, {"dangol", "1.0", 5s}, Language::ko), HasSubstr("문제가 없어요"));
}

TEST_F(ObservedTest, what_an_alert_would_say_is_said) {
    double letters = 0;
    metrics_.add_gauge("dangol_dead_letters", "", [&] { return letters; }, {{"context", "cafe"}});
    auto& failed = metrics_.counter("dangol_failed_commits_total", "", {{"context", "cafe"}});
    observe();
    letters = 2;
    failed.add();
    for (int i = 0; i < 10; ++i) metrics_.request("POST", "/orders", 503, 2.0);
    observe();
    EXPECT_THAT(named(), testing::UnorderedElementsAre("DangolDeadLetters", "DangolCommitsFail",
                                                       "DangolHighErrorRate", "DangolSlowRequests"));
    const auto html = page(history_, {"dangol", "1.0", 5s}, Language::en);
    EXPECT_THAT(html, HasSubstr("cafe could not handle 2 events"));
    EXPECT_THAT(html, HasSubstr("POST /orders"));
}

TEST_F(ObservedTest, a_worry_begins_beyond_the_number_of_its_alert) {
    double commands = alerts::DangolCommandsPileUp;
    metrics_.add_gauge("dangol_queued_commands", "", [&] { return commands; }, {{"context", "cafe"}});
    observe();
    EXPECT_THAT(named(), testing::IsEmpty());
    ++commands;
    observe();
    EXPECT_THAT(named(), testing::ElementsAre("DangolCommandsPileUp"));
}

TEST_F(ObservedTest, load_that_is_shed_is_said) {
    auto& commands = metrics_.counter("dangol_shed_commands_total", "", {{"context", "order"}});
    auto& queries = metrics_.counter("dangol_shed_queries_total", "");
    const auto shed_each = [&](int times) {
        for (int i = 0; i < times; ++i) {
            commands.add();
            queries.add();
        }
    };
    observe();
    shed_each(5);
    observe();
    EXPECT_THAT(named(), testing::IsEmpty());
    shed_each(10);
    observe();
    EXPECT_THAT(named(), testing::ElementsAre("DangolLoadShed"));
}

TEST_F(ObservedTest, who_watches_is_no_visitor) {
    observe();
    metrics_.request("GET", "/metrics", 200, 0.01);
    metrics_.request("GET", "/observe", 200, 0.01);
    observe();
    EXPECT_EQ(history_.now().all().times.count, 0);
}

TEST_F(ObservedTest, ten_minutes_are_kept) {
    for (std::size_t i = 0; i < History::kept + 10; ++i) observe();
    EXPECT_EQ(history_.series([](const Moment&, const Moment&, double seconds) { return seconds; }).size(),
              History::kept - 1);
}

}  // namespace
}  // namespace dangol::adapters::observe
