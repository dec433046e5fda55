#include "runtime/unit_trace.hpp"

#include <gtest/gtest.h>

#include "core/trace_context.hpp"

namespace dangol::runtime {
namespace {

const std::string request = "00-11111111111111111111111111111111-aaaaaaaaaaaaaaaa-01";
const std::string order = "00-22222222222222222222222222222222-bbbbbbbbbbbbbbbb-01";

class CountingTracer final : public Tracer {
  public:
    Span::Time now() override { return Span::Time{std::chrono::seconds{++count_}}; }
    std::string below(std::string_view traceparent) override {
        return trace_context::child(traceparent, ++count_);
    }
    void ended(Span) override {}

  private:
    std::uint64_t count_ = 0;
};

class UnitTraceTest : public testing::Test {
  protected:
    CountingTracer tracer_;
    static std::string trace_of(const Span& span) {
        return std::string(trace_context::trace_id(span.traceparent));
    }
};

TEST_F(UnitTraceTest, goes_on_below_what_led_to_it) {
    UnitTrace trace(&tracer_, request);
    trace.name("RequestOrder");
    trace.name("the second command");
    EXPECT_EQ(trace_context::trace_id(trace.context()), trace_context::trace_id(request));
    const auto span = trace.end("order", false);
    ASSERT_TRUE(span);
    EXPECT_EQ(span->name, "RequestOrder");
    EXPECT_EQ(span->service, "order");
    EXPECT_EQ(span->parent, "aaaaaaaaaaaaaaaa");
    EXPECT_EQ(span->traceparent, trace.context());
    EXPECT_TRUE(span->link.empty());
}

TEST_F(UnitTraceTest, a_command_moves_to_the_trace_of_its_aggregate_and_links_to_its_request) {
    UnitTrace trace(&tracer_, request);
    trace.name("OrderApprove");
    trace.join(order);
    trace.join(request);  // the first one counts
    const auto span = trace.end("cafe", false);
    ASSERT_TRUE(span);
    EXPECT_EQ(trace_of(*span), trace_context::trace_id(order));
    EXPECT_EQ(span->parent, "bbbbbbbbbbbbbbbb");
    EXPECT_EQ(span->link, request);
    EXPECT_EQ(trace_context::trace_id(trace.context()), trace_context::trace_id(order)) << "its events too";
}

TEST_F(UnitTraceTest, in_the_same_trace_it_stays_where_it_is) {
    UnitTrace trace(&tracer_, order);
    trace.consumes("OrderPlaced", "order", "event-1");
    const auto before = trace.context();
    trace.join(trace_context::child(order, 7));
    EXPECT_EQ(trace.context(), before);
    const auto span = trace.end("cafe", false);
    ASSERT_TRUE(span);
    EXPECT_EQ(span->kind, SpanKind::consumer);
    EXPECT_EQ(span->name, "process OrderPlaced");
    EXPECT_EQ(span->parent, "bbbbbbbbbbbbbbbb");
    EXPECT_TRUE(span->link.empty());
}

TEST_F(UnitTraceTest, a_deadline_has_no_caller_and_belongs_to_its_aggregate) {
    UnitTrace trace(&tracer_, {});
    trace.name("Expire");
    trace.join(order);
    const auto span = trace.end("order", false);
    ASSERT_TRUE(span);
    EXPECT_EQ(trace_of(*span), trace_context::trace_id(order));
    EXPECT_TRUE(span->link.empty());
}

TEST_F(UnitTraceTest, tells_nothing_without_a_name_or_a_trace_or_a_wish_to_record_it) {
    UnitTrace nameless(&tracer_, request);
    EXPECT_FALSE(nameless.end("order", false));
    UnitTrace traceless(&tracer_, {});
    traceless.name("GoOnline");
    EXPECT_FALSE(traceless.end("delivery", false));
    UnitTrace unwanted(&tracer_, request.substr(0, 53) + "00");
    unwanted.name("RequestOrder");
    EXPECT_FALSE(unwanted.end("order", false));
    EXPECT_FALSE(unwanted.context().empty()) << "others learn that it is not wanted";
}

TEST_F(UnitTraceTest, without_a_tracer_carries_on_what_came) {
    UnitTrace trace(nullptr, request);
    trace.name("OrderApprove");
    trace.join(order);
    EXPECT_EQ(trace.context(), request);
    EXPECT_FALSE(trace.end("cafe", false));
}

}  // namespace
}  // namespace dangol::runtime
