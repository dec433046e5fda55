// What is quick to tell without a broker. What every bus must do, on a real one, is in tests/conformance and
// tests/distributed.
#include "adapters/kafka/kafka_bus.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "adapters/kafka/mock_cluster.hpp"
#include "core/codec.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters::kafka {
namespace {

using namespace std::chrono_literals;
using runtime::Delivered;

bool eventually(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

/// An outbox of `count` events; what the database keeps of it stands apart, so that it outlives the relay.
struct Table {
    std::uint64_t count = 0;
    std::atomic<std::uint64_t> cursor = 0;
    std::atomic<int> outages = 0;  ///< so many calls fail
    std::atomic<int> rewinds = 0;
};
class TableOutbox final : public runtime::Outbox {
  public:
    explicit TableOutbox(Table& table) : table_(table) {}
    [[nodiscard]] std::string_view source() const override { return "order"; }
    [[nodiscard]] bool acquire() override {
        if (table_.outages > 0) {
            --table_.outages;
            throw runtime::StoreUnavailable("the database is away");
        }
        return true;
    }
    [[nodiscard]] std::vector<EventRecord> next(std::size_t limit) override {
        std::vector<EventRecord> events;
        while (events.size() < limit && given_ < table_.count) {
            ++given_;
            EventRecord event;
            event.id = "order-" + std::to_string(given_);
            event.type = "OrderPlaced";
            event.source = "order";
            event.subject = "s";
            event.version = event.position = given_;
            event.data = "{}";
            events.push_back(std::move(event));
        }
        return events;
    }
    [[nodiscard]] bool published(const EventRecord& last) override {
        table_.cursor = last.position;
        return true;
    }
    void rewind() override {
        ++table_.rewinds;
        given_ = table_.cursor;
    }

  private:
    Table& table_;
    std::uint64_t given_ = 0;
};

class KafkaBusTest : public testing::Test {
  protected:
    KafkaBusTest() { cluster_.create("dangol.order", 1); }

    KafkaOptions options() {
        KafkaOptions options;
        options.brokers = cluster_.brokers();
        options.on_trouble = [this](std::string_view why) {
            const std::scoped_lock lock(mutex_);
            troubles_.append(why).append("\n");
        };
        return options;
    }
    std::string troubles() {
        const std::scoped_lock lock(mutex_);
        return troubles_;
    }
    static std::vector<Delivered> poll(runtime::Subscription& subscription, std::size_t count) {
        std::vector<Delivered> polled;
        EXPECT_TRUE(eventually([&] {
            for (auto& delivered : subscription.poll(count)) polled.push_back(std::move(delivered));
            return polled.size() >= count;
        }));
        return polled;
    }

    MockCluster cluster_;

  private:
    std::mutex mutex_;
    std::string troubles_;
};

const std::map<std::string, std::string> good{
    {"ce_specversion", "1.0"},    {"ce_id", "1"},      {"ce_type", "OrderPlaced"},
    {"ce_source", "order"},       {"ce_subject", "s"}, {"ce_time", "2026-11-23T01:02:03.004Z"},
    {"ce_aggregateversion", "1"}, {"ce_position", "1"}};

TEST_F(KafkaBusTest, a_message_that_is_no_event_comes_as_unreadable_and_holds_nothing_up) {
    auto other_source = good;
    other_source["ce_source"] = "cafe";
    auto other_version = good;
    other_version["ce_specversion"] = "2.0";
    auto no_version = good;
    no_version["ce_aggregateversion"] = "-1";
    auto no_time = good;
    no_time["ce_time"] = "yesterday";
    auto no_text = good;
    no_text["ce_subject"] = std::string("\xff\0", 2);
    cluster_.send("dangol.order", "o1", R"({"bare":true})", {});
    cluster_.send("dangol.order", "", "한글 \xff", {});
    cluster_.send("dangol.order", "o2", "{}", other_source);
    cluster_.send("dangol.order", "o2", "{}", other_version);
    cluster_.send("dangol.order", "o2", "{}", no_version);
    cluster_.send("dangol.order", "o2", "{}", no_time);
    cluster_.send("dangol.order", "o2", "{}", no_text);
    cluster_.send("dangol.order", "o2", "not JSON", good);
    auto with_actor = good;
    with_actor["ce_actor"] = "staff:mina";
    cluster_.send("dangol.order", "s", R"({"name":"라떼"})", with_actor);

    KafkaBus bus(options());
    const auto subscription = bus.subscribe("cafe", {"order"}, {}, {});
    const auto polled = poll(*subscription, 9);
    ASSERT_EQ(polled.size(), 9U);
    for (std::size_t i = 0; i < 8; ++i) {
        const auto& event = *polled[i].event;
        EXPECT_EQ(event.type, runtime::unreadable);
        EXPECT_EQ(event.source, "order");
        EXPECT_EQ(event.id, "dangol.order/0/" + std::to_string(i));
        EXPECT_EQ(polled[i].offset, i + 1);
        EXPECT_TRUE(codec::parse(event.data)) << event.data;
    }
    EXPECT_EQ(polled[0].event->subject, "o1");
    EXPECT_EQ(polled[0].event->data, R"({"reason":"it has no headers","value":"{\"bare\":true}"})");
    EXPECT_EQ(polled[1].event->subject, "dangol.order/0/1");
    EXPECT_EQ(polled[7].event->data, R"({"reason":"its value is not valid JSON","value":"not JSON"})");
    EXPECT_EQ(polled[8].event->type, "OrderPlaced");
    EXPECT_EQ(polled[8].event->data, R"({"name":"라떼"})");
    EXPECT_EQ(polled[8].event->actor, "staff:mina");
    EXPECT_EQ(bus.figures().unreadable, 8U);
}

TEST_F(KafkaBusTest, after_a_refused_delivery_the_outbox_is_sent_again_in_order) {
    Table table{.count = 5000};
    cluster_.refuse_to_produce({RD_KAFKA_RESP_ERR_NO_ERROR, RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED,
                                RD_KAFKA_RESP_ERR_NO_ERROR, RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE});
    KafkaBus bus(options());
    bus.publish(std::make_unique<TableOutbox>(table));
    EXPECT_TRUE(eventually([&] { return table.cursor == 5000; })) << table.cursor;
    EXPECT_GE(bus.figures().producer_restarts, 1U);
    EXPECT_NE(troubles().find("relay to dangol.order"), std::string::npos) << troubles();

    const auto subscription = bus.subscribe("cafe", {"order"}, {}, {});
    std::uint64_t last = 0;  // of those that came for the first time
    EXPECT_TRUE(eventually([&] {
        for (const auto& delivered : subscription->poll(512)) {
            EXPECT_LE(delivered.event->position, last + 1);
            last = std::max(last, delivered.event->position);
        }
        return last == 5000;
    })) << last;
}

TEST_F(KafkaBusTest, a_relay_goes_on_when_the_database_is_back) {
    Table table{.count = 3, .outages = 2};
    KafkaBus bus(options());
    bus.publish(std::make_unique<TableOutbox>(table));
    EXPECT_TRUE(eventually([&] { return table.cursor == 3; }));
    EXPECT_NE(troubles().find("the database is away"), std::string::npos) << troubles();
}

TEST_F(KafkaBusTest, without_a_broker_it_starts_and_stops_and_says_what_is_wrong) {
    auto nowhere = options();
    nowhere.brokers = "127.0.0.1:1";
    Table table{.count = 3};
    const auto started = std::chrono::steady_clock::now();
    {
        KafkaBus bus(nowhere);
        bus.publish(std::make_unique<TableOutbox>(table));
        const auto subscription = bus.subscribe("cafe", {"order"}, {}, {});
        EXPECT_TRUE(subscription->poll(10).empty());
        subscription->rewind({});
        bus.committed("order", {});
        EXPECT_TRUE(eventually([&] { return troubles().contains("127.0.0.1:1"); }));
        EXPECT_TRUE(subscription->poll(10).empty());
    }
    EXPECT_LT(std::chrono::steady_clock::now() - started, 10s);
    EXPECT_EQ(table.cursor, 0U);
}

TEST_F(KafkaBusTest, a_setting_that_librdkafka_does_not_know_is_refused) {
    auto wrong = options();
    wrong.properties = {{"no.such.setting", "1"}};
    EXPECT_THROW(KafkaBus{wrong}, std::runtime_error);
}

}  // namespace
}  // namespace dangol::adapters::kafka
