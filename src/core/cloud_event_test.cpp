#include "core/cloud_event.hpp"

#include <gtest/gtest.h>

#include "core/json_tree.hpp"

namespace dangol {
namespace {

EventRecord placed() {
    return {.id = "e1",
            .type = "OrderPlaced",
            .source = "order",
            .subject = "o1",
            .version = 2,
            .position = 41,
            .time = *parse_time("2026-11-23T01:02:03.004Z"),
            .scope = "customer-1",
            .correlation = "o1",
            .causation = "e0",
            .traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            .actor = "staff:s1",
            .data = R"({"note":"얼음 적게"})"};
}

TEST(CloudEvent, shows_every_attribute_and_the_data_as_it_was_recorded) {
    EXPECT_EQ(to_cloud_event(placed()),
              R"({"specversion":"1.0","id":"e1","type":"OrderPlaced","source":"order","subject":"o1",)"
              R"("time":"2026-11-23T01:02:03.004Z","datacontenttype":"application/json",)"
              R"("aggregateversion":2,"position":"41","correlationid":"o1","causationid":"e0",)"
              R"("traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",)"
              R"("actor":"staff:s1",)"
              R"("data":{"note":"얼음 적게"}})");
}

TEST(CloudEvent, leaves_out_what_is_empty_and_whom_streams_show_it_to) {
    auto event = placed();
    event.causation.clear();
    event.traceparent.clear();
    event.actor.clear();
    const auto json = to_cloud_event(event);
    EXPECT_FALSE(json.contains("causationid"));
    EXPECT_FALSE(json.contains("traceparent"));
    EXPECT_FALSE(json.contains("actor"));
    EXPECT_FALSE(json.contains("customer-1"));
    EXPECT_TRUE(codec::parse_tree(json).has_value());
}

TEST(CloudEvent, stays_json_whatever_the_attributes_are) {
    auto event = placed();
    event.subject = "a\"b\\c\n";
    const auto parsed = codec::parse_tree(to_cloud_event(event));
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->at("subject").as_string(), "a\"b\\c\n");
}

}  // namespace
}  // namespace dangol
