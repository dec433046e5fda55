#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <latch>

#include "adapters/otlp/otlp_tracer.hpp"
#include "core/codec.hpp"
#include "tests/support/manual_ports.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using runtime::Span;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string context = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

Span span_of(std::string name, std::string service = "order") {
    Span span;
    span.service = std::move(service);
    span.name = std::move(name);
    span.traceparent = context;
    span.start = Span::Time{5s};
    span.end = Span::Time{6s};
    return span;
}

TEST(OtlpJson, is_what_collectors_read) {
    auto span = span_of("process Paid");
    span.kind = runtime::SpanKind::consumer;
    span.parent = "00f067aa0ba902b7";
    span.link = "00-11111111111111111111111111111111-2222222222222222-01";
    span.failed = true;
    span.attributes.emplace_back("dangol.order.id", "o\"1");
    const auto json =
        otlp_json(std::span(&span, 1),
                  {.service = "dangol", .version = "1", .instance = "a", .attributes = {{"k", "v"}}});
    EXPECT_TRUE(codec::parse(json)) << json;
    for (
        const auto* part :
        {R"("traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","parentSpanId":"00f067aa0ba902b7")",
         R"("name":"process Paid","kind":5,"startTimeUnixNano":"5000000000","endTimeUnixNano":"6000000000")",
         R"({"key":"dangol.order.id","value":{"stringValue":"o\"1"}})",
         R"("links":[{"traceId":"11111111111111111111111111111111","spanId":"2222222222222222"}])",
         R"("status":{"code":2})", R"({"key":"service.name","value":{"stringValue":"order"}})",
         R"({"key":"service.instance.id","value":{"stringValue":"a"}})",
         R"({"key":"k","value":{"stringValue":"v"}})"}) {
        EXPECT_THAT(json, HasSubstr(part));
    }
}

TEST(OtlpJson, groups_spans_by_service) {
    const std::vector<Span> spans{span_of("a", "order"), span_of("b", "cafe"), span_of("c", "order"),
                                  span_of("d", "")};
    const auto json = otlp_json(spans, OtlpResource{});
    EXPECT_TRUE(codec::parse(json)) << json;
    const auto at = [&](std::string_view text) { return json.find(text); };
    EXPECT_LT(at(R"("stringValue":"cafe")"), at(R"("name":"b")"));
    EXPECT_LT(at(R"("name":"b")"), at(R"("stringValue":"dangol"}},{"key":"service.namespace")"));
    EXPECT_LT(at(R"("name":"a")"), at(R"("name":"c")"));
}

/// A collector that answers as told, then with 200.
struct Collector {
    std::mutex mutex;
    std::deque<HttpOutcome> answers;
    std::vector<HttpCall> calls;

    OtlpTracer::Send send() {
        return [this](HttpCall call, auto done) {
            HttpOutcome answer = HttpReply{.status = 200, .headers = {}, .body = "{}"};
            {
                const std::scoped_lock lock(mutex);
                calls.push_back(std::move(call));
                if (!answers.empty()) {
                    answer = std::move(answers.front());
                    answers.pop_front();
                }
            }
            done(std::move(answer));
        };
    }
};

OtlpOptions quick() {
    OtlpOptions options;
    options.url = "http://collector:4318/";
    options.every = 1ms;
    options.pause_first = 1ms;
    return options;
}

TEST(OtlpTracer, sends_what_has_ended_and_the_rest_at_its_end) {
    test::CountedIds ids;
    Collector collector;
    {
        OtlpTracer tracer(quick(), collector.send(), ids);
        tracer.ended(span_of("one"));
    }
    ASSERT_EQ(collector.calls.size(), 1U);
    EXPECT_EQ(collector.calls[0].url, "http://collector:4318/v1/traces");
    EXPECT_THAT(collector.calls[0].body, HasSubstr("one"));
}

TEST(OtlpTracer, what_is_not_sampled_is_not_sent) {
    test::CountedIds ids;
    Collector collector;
    {
        OtlpTracer tracer(quick(), collector.send(), ids);
        auto span = span_of("one");
        span.traceparent.back() = '0';
        tracer.ended(span);
        span.traceparent.clear();
        tracer.ended(span);
    }
    EXPECT_TRUE(collector.calls.empty());
}

TEST(OtlpTracer, asks_again_only_where_that_may_help) {
    test::CountedIds ids;
    for (const auto [status, calls, exported] : {std::tuple{503, 2U, 1U}, {429, 2U, 1U}, {400, 1U, 0U}}) {
        Collector collector;
        collector.answers.emplace_back(HttpReply{.status = status, .headers = {}, .body = {}});
        std::vector<std::string> troubles;
        auto options = quick();
        options.on_trouble = [&](std::string_view what) { troubles.emplace_back(what); };
        std::uint64_t taken = 0;
        {
            OtlpTracer tracer(options, collector.send(), ids);
            tracer.ended(span_of("one"));
            while (tracer.exported() + tracer.dropped() == 0) std::this_thread::yield();
            taken = tracer.exported();
        }  // its thread has ended: what it wrote may be read
        EXPECT_EQ(collector.calls.size(), calls) << status;
        EXPECT_EQ(taken, exported) << status;
        EXPECT_THAT(troubles.front(), HasSubstr(std::to_string(status)));
    }
}

TEST(OtlpTracer, drops_rather_than_grow) {
    test::CountedIds ids;
    Collector collector;
    auto options = quick();
    options.every = 10s;
    options.waiting_max = 2;
    {
        OtlpTracer tracer(options, collector.send(), ids);
        for (const auto* name : {"one", "two", "three"}) tracer.ended(span_of(name));
        EXPECT_EQ(tracer.dropped(), 1U);
    }
    ASSERT_EQ(collector.calls.size(), 1U);
    EXPECT_THAT(collector.calls[0].body, Not(HasSubstr("three")));
}

TEST(OtlpTracer, does_not_wait_at_its_end_for_a_collector_that_fails) {
    test::CountedIds ids;
    std::latch begun(1);
    std::latch queued(1);
    std::atomic<int> calls = 0;
    auto options = quick();
    options.every = 10s;
    options.pause_first = 1h;  // until its end
    options.per_request = 2;
    {
        // The first request lasts until more spans wait than one request carries; then all requests fail.
        OtlpTracer tracer(
            options,
            [&](const HttpCall&, auto done) {
                const bool first = calls++ == 0;
                if (first) {
                    begun.count_down();
                    queued.wait();
                }
                done(HttpReply{.status = first ? 200 : 503, .headers = {}, .body = {}});
            },
            ids);
        for (int i = 0; i < 2; ++i) tracer.ended(span_of("#"));
        begun.wait();
        for (int i = 0; i < 7; ++i) tracer.ended(span_of("#"));
        queued.count_down();
        while (calls < 2) std::this_thread::yield();
    }
    EXPECT_EQ(calls, 2);
}

TEST(OtlpTracer, many_spans_go_in_several_requests) {
    test::CountedIds ids;
    Collector collector;
    auto options = quick();
    options.every = 10s;
    options.per_request = 2;
    {
        OtlpTracer tracer(options, collector.send(), ids);
        for (int i = 0; i < 5; ++i) tracer.ended(span_of("#"));
    }
    std::size_t spans = 0;
    for (const auto& call : collector.calls) {
        const auto in_call = static_cast<std::size_t>(std::ranges::count(call.body, '#'));
        EXPECT_LE(in_call, 2U);
        spans += in_call;
    }
    EXPECT_EQ(spans, 5U);
}

}  // namespace
}  // namespace dangol::adapters
