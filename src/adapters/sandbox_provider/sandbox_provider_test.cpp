#include "adapters/sandbox_provider/sandbox_provider.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <tuple>

#include "tests/support/manual_ports.hpp"

namespace dangol::adapters {
namespace {

using namespace payment;
using namespace std::chrono_literals;

struct Sandbox : testing::Test {
    test::ManualClock clock;
    test::ManualTimers timers{clock};
    SandboxProvider provider{{.troubles = true}, clock, timers};

    std::optional<ChargeOutcome> charge(const std::string& order, const std::string& token,
                                        std::optional<Duration> validity = {}) {
        std::optional<ChargeOutcome> told;
        provider.charge({OrderId{order}, Money{700}, "card", token, clock.now() + validity.value_or(30s)},
                        [&](ChargeOutcome outcome) { told = std::move(outcome); });
        return told;
    }
    QueryOutcome query(const std::string& order) {
        std::optional<QueryOutcome> told;
        provider.query(OrderId{order}, [&](QueryOutcome outcome) { told = std::move(outcome); });
        return told.value();
    }
    std::optional<RefundOutcome> refund(const std::string& order, const std::string& refund_id,
                                        Money amount = {700}) {
        std::optional<RefundOutcome> told;
        provider.refund(OrderId{order}, amount, refund_id,
                        [&](RefundOutcome outcome) { told = std::move(outcome); });
        return told;
    }
    SandboxTransaction only() {
        const auto all = provider.transactions();
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? SandboxTransaction{} : all.front();
    }
};

TEST_F(Sandbox, approves_and_captures_once_however_often_it_is_asked) {
    const auto first = charge("a", "approve");
    const auto second = charge("a", "");
    EXPECT_EQ(std::get<ChargeApproved>(first.value()).code, std::get<ChargeApproved>(second.value()).code);
    EXPECT_EQ(only().captures, 1);
    EXPECT_EQ(only().captured, Money{700});
}

TEST_F(Sandbox, declines_on_demand_and_whatever_it_does_not_know) {
    EXPECT_EQ(std::get<ChargeDeclined>(charge("a", "decline").value()).reason, "declined");
    EXPECT_EQ(std::get<ChargeDeclined>(charge("b", "stolen").value()).reason, "invalid-token");
    EXPECT_TRUE(std::holds_alternative<FoundDeclined>(query("a")));
    EXPECT_TRUE(std::holds_alternative<ChargeDeclined>(charge("a", "approve").value()));
}

TEST_F(Sandbox, stalls_for_ever_without_charging) {
    EXPECT_FALSE(charge("a", "stall"));
    timers.run_for(1h);
    EXPECT_TRUE(std::holds_alternative<FoundNothing>(query("a")));
}

TEST_F(Sandbox, stalls_and_charges_later) {
    EXPECT_FALSE(charge("a", "stall_then_charge"));
    EXPECT_TRUE(std::holds_alternative<FoundNothing>(query("a")));
    timers.run_for(2s);
    EXPECT_TRUE(std::holds_alternative<FoundCaptured>(query("a")));
}

TEST_F(Sandbox, never_charges_after_the_validity) {
    EXPECT_FALSE(charge("a", "stall_then_charge", 1s));
    timers.run_for(1h);
    EXPECT_TRUE(std::holds_alternative<FoundNothing>(query("a")));
    EXPECT_EQ(std::get<ChargeDeclined>(charge("b", "approve", -1ms).value()).reason, "too-late");
}

TEST_F(Sandbox, charges_and_keeps_silent_but_a_query_tells) {
    EXPECT_FALSE(charge("a", "timeout_after_charge"));
    EXPECT_FALSE(std::get<FoundCaptured>(query("a")).refunded);
    EXPECT_EQ(only().captures, 1);
}

TEST_F(Sandbox, declines_what_it_would_never_answer_unless_it_is_allowed_troubles) {
    SandboxProvider plain{{}, clock, timers};
    for (const char* token : {"stall", "stall_then_charge", "timeout_after_charge"}) {
        std::optional<ChargeOutcome> told;
        plain.charge({OrderId{token}, Money{700}, "card", token, clock.now() + 30s},
                     [&](ChargeOutcome outcome) { told = std::move(outcome); });
        ASSERT_TRUE(told.has_value()) << token;
        EXPECT_EQ(std::get<ChargeDeclined>(*told).reason, "invalid-token") << token;
    }
    timers.run_for(1h);
    for (const auto& transaction : plain.transactions()) EXPECT_EQ(transaction.captures, 0);
}

TEST_F(Sandbox, says_which_tokens_it_takes) {
    EXPECT_EQ(SandboxProvider({}, clock, timers).tokens(), (std::vector<std::string>{"approve", "decline"}));
    EXPECT_EQ(provider.tokens(), (std::vector<std::string>{"approve", "decline", "stall", "stall_then_charge",
                                                           "timeout_after_charge"}));
}

TEST_F(Sandbox, takes_its_time_within_the_jitter) {
    SandboxProvider slow{{.answer_delay = 600ms, .answer_jitter = 200ms}, clock, timers};
    Duration shortest{1h};
    Duration longest{0};
    for (int i = 0; i < 200; ++i) {
        const auto asked = clock.now();
        std::optional<Duration> took;
        slow.query(OrderId{"a"}, [&](QueryOutcome) { took = clock.now() - asked; });
        timers.run_for(1s);
        shortest = std::min(shortest, took.value());
        longest = std::max(longest, took.value());
    }
    EXPECT_GE(shortest, 400ms);
    EXPECT_LE(shortest, 410ms);
    EXPECT_GE(longest, 790ms);
    EXPECT_LE(longest, 800ms);
}

TEST_F(Sandbox, keeps_an_answer_that_it_never_gives) {
    auto owner = std::make_shared<int>();
    const std::weak_ptr<int> kept = owner;
    provider.charge({OrderId{"a"}, Money{700}, "card", "stall", clock.now() + 30s},
                    [owner = std::move(owner)](ChargeOutcome) {});
    EXPECT_FALSE(kept.expired()) << "who is dropped would know";
    provider.hang_up();
    EXPECT_TRUE(kept.expired()) << "at the end nobody is to wait";
}

TEST_F(Sandbox, refunds_once_for_each_refund_id_and_never_more_than_was_captured) {
    EXPECT_TRUE(std::holds_alternative<RefundRefused>(refund("a", "r").value()));
    charge("a", "approve");
    EXPECT_TRUE(std::holds_alternative<RefundRefused>(refund("a", "r", {701}).value()));
    EXPECT_TRUE(std::holds_alternative<RefundDone>(refund("a", "r").value()));
    EXPECT_TRUE(std::holds_alternative<RefundDone>(refund("a", "r").value()));
    EXPECT_TRUE(std::holds_alternative<RefundRefused>(refund("a", "other").value()));
    EXPECT_EQ(only().refunds, 1);
    EXPECT_TRUE(std::get<FoundCaptured>(query("a")).refunded);
}

TEST_F(Sandbox, refunds_fail_or_time_out_on_demand) {
    charge("a", "approve");
    provider.trouble_refunds(1, RefundTrouble::fail);
    EXPECT_TRUE(std::holds_alternative<RefundRefused>(refund("a", "r").value()));
    EXPECT_EQ(only().refunds, 0);
    provider.trouble_refunds(1, RefundTrouble::time_out);
    EXPECT_FALSE(refund("a", "r"));
    EXPECT_TRUE(std::get<FoundCaptured>(query("a")).refunded);
    EXPECT_TRUE(std::holds_alternative<RefundDone>(refund("a", "r").value()));
}

TEST_F(Sandbox, answers_as_late_as_it_is_told) {
    SandboxProvider slow{{.answer_delay = 50ms, .journal = {}}, clock, timers};
    bool told = false;
    slow.charge({OrderId{"a"}, Money{700}, "card", "", clock.now() + 1s},
                [&](ChargeOutcome) { told = true; });
    timers.run_for(49ms);
    EXPECT_FALSE(told);
    timers.run_for(1ms);
    EXPECT_TRUE(told);
}

struct Journal : Sandbox {
    std::string path = testing::TempDir() + "sandbox_journal_" +
                       testing::UnitTest::GetInstance()->current_test_info()->name();
    void SetUp() override { std::filesystem::remove(path); }
    void TearDown() override { std::filesystem::remove(path); }
    SandboxProvider open() { return SandboxProvider{{.journal = path}, clock, timers}; }
};

TEST_F(Journal, remembers_everything_after_a_restart) {
    std::vector<SandboxTransaction> before;
    {
        auto books = open();
        const auto until = clock.now() + 30s;
        books.charge({OrderId{"a"}, Money{700}, "card", "approve", until}, [](ChargeOutcome) {});
        books.charge({OrderId{"b"}, Money{900}, "card", "decline", until}, [](ChargeOutcome) {});
        books.charge({OrderId{"c"}, Money{800}, "card", "approve", until}, [](ChargeOutcome) {});
        books.refund(OrderId{"a"}, Money{700}, "r", [](RefundOutcome) {});
        before = books.transactions();
    }
    EXPECT_EQ(before.size(), 3U);
    EXPECT_EQ(open().transactions(), before);
}

/// Files of this process may not grow beyond `bytes`: a disk that fills up in the middle of a write.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(std::uintmax_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::ignore = std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};

TEST_F(Journal, a_line_that_did_not_fit_leaves_nothing_behind) {
    auto books = open();
    const auto until = clock.now() + 30s;
    const auto charge = [&](const char* order) {
        books.charge({OrderId{order}, Money{700}, "card", "", until}, [](ChargeOutcome) {});
    };
    charge("a");
    {
        const FileSizeLimit full(std::filesystem::file_size(path) + 10);
        EXPECT_THROW(charge("b"), std::runtime_error);
        EXPECT_EQ(books.transactions().size(), 1U) << "what is not written has not happened";
    }
    charge("b");
    charge("c");
    EXPECT_EQ(open().transactions(), books.transactions());
    EXPECT_EQ(books.transactions().size(), 3U);
}

TEST_F(Journal, cuts_off_a_torn_last_line) {
    open().charge({OrderId{"a"}, Money{700}, "card", "", clock.now() + 30s}, [](ChargeOutcome) {});
    std::ofstream(path, std::ios::app) << R"({"orderId":"b","capt)";
    EXPECT_EQ(open().transactions().size(), 1U);
    open().charge({OrderId{"c"}, Money{700}, "card", "", clock.now() + 30s}, [](ChargeOutcome) {});
    EXPECT_EQ(open().transactions().size(), 2U);
}

}  // namespace
}  // namespace dangol::adapters
