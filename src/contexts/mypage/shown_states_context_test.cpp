// What is shown with an event besides what it says: the page that it left.
#include <gtest/gtest.h>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/mypage.hpp"
#include "contexts/mypage/views.hpp"
#include "contracts/cafe.hpp"
#include "contracts/order.hpp"
#include "core/json_tree.hpp"
#include "runtime/stored.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;
using Shared = std::shared_ptr<const EventRecord>;

const Principal customer{AccountId{"customer"}, Role::customer, {}};

class ShownStates : public testing::Test {
  protected:
    test::ContextWorld world{[] { return make({}); }};

    ShownStates() {
        order::OrderDetails details;
        details.order_id = OrderId{"order"};
        details.cafe_id = CafeId{"cafe"};
        details.customer_id = AccountId{"customer"};
        details.units = 2;
        world.publish("order", order::OrderRequested{details});
        world.publish("order", order::OrderPlaced{details});
        hear<cafe::OrderApproved>();
    }
    template <class Event>
    void hear() {
        Event event;
        event.order_id = OrderId{"order"};
        event.cafe_id = CafeId{"cafe"};
        event.customer_id = AccountId{"customer"};
        world.publish("order", event);
        world.clock.advance_to(world.clock.now() + 1s);
        world.settle();
    }
    /// It cannot be read from now on.
    void ruin_the_stored_page() {
        runtime::Changes changes;
        auto page = *world.store().document(MyPage::name, "order");
        page.expected_version = page.version++;
        page.data = R"({"status":"teleported"})";
        changes.documents.push_back(std::move(page));
        ASSERT_TRUE(world.store().commit(changes));
    }
    /// As another replica gets them.
    std::vector<EventRecord> stored() { return world.store().events({.limit = 100, .subject = "order"}); }
};

TEST_F(ShownStates, an_event_from_the_store_gets_the_page_of_now) {
    auto events = stored();
    ASSERT_GT(events.size(), 2U);
    EXPECT_THROW(static_cast<void>(runtime::state_in<MyPage>(events.front())), std::runtime_error);
    world.writer().add_states(events, world.store());
    for (const auto& event : events)
        EXPECT_EQ(runtime::state_in<MyPage>(event).state.status, OrderStatus::accepted);
}

TEST_F(ShownStates, a_replayed_status_is_that_of_its_event_and_offers_nothing_that_is_over) {
    hear<cafe::MakeStarted>();
    hear<cafe::MakeCompleted>();
    hear<cafe::HandedOver>();
    runtime::Request request;
    request.path = "/myPages/order/stream";
    request.principal = customer;
    request.last_event_id = "0";
    std::vector<std::string> told;
    for (const auto& frame : world.call(std::move(request)).watch->take()) {
        if (frame.event != "page") continue;
        const auto page = codec::parse_tree(frame.data)->as_object();
        told.emplace_back(page.at("orderStatus").as_string());
        EXPECT_FALSE(page.at("cancelable").as_bool()) << told.back();
        EXPECT_TRUE(page.contains("completedAt")) << "as it is known by now";
    }
    EXPECT_EQ(told, (std::vector<std::string>{"PAYMENT_PENDING", "PLACED", "ACCEPTED", "PREPARING", "READY",
                                              "COMPLETED"}));
}

/// A second replica, which hears of what the first one commits, and knows the page of now. Its store has the
/// page as the test says.
class Follower {
  public:
    explicit Follower(test::ContextWorld& world)
        : world_(world), writer_(context_, *store_, foreign_, world.host().environment) {
        writer_.follow(own_);
        writer_.on_committed(
            [this](auto events) { seen_.insert(seen_.end(), events.begin(), events.end()); });
        store_what_the_first_has();
        static_cast<void>(hear(world.store().events({.limit = 100, .subject = "order"}).back()));
    }
    void store(std::string data) {
        const auto known = store_->document(MyPage::name, "order");
        runtime::Changes changes;
        auto page = *world_.store().document(MyPage::name, "order");
        page.expected_version = known ? known->version : 0;
        page.data = std::move(data);
        changes.documents.push_back(std::move(page));
        ASSERT_TRUE(store_->commit(changes));
    }
    void store_what_the_first_has() { store(world_.store().document(MyPage::name, "order")->data); }
    /// The page that it shows with the event.
    runtime::Versioned<Page> hear(const EventRecord& event) { return hear(std::span(&event, 1)); }
    /// … with the last one, if several come at once.
    runtime::Versioned<Page> hear(std::span<const EventRecord> events) {
        for (const auto& event : events) own_.publish(event);
        while (writer_.step()) {
        }
        return runtime::state_in<MyPage>(*seen_.back());
    }

  private:
    test::ContextWorld& world_;
    test::ForeignEvents foreign_;
    test::ForeignEvents own_;
    runtime::Context context_ = make({});
    adapters::MemoryDisk disk_{context_.name()};
    std::unique_ptr<runtime::Store> store_ = adapters::open_memory_store(disk_);
    runtime::Writer writer_;
    std::vector<Shared> seen_;
};

TEST_F(ShownStates, a_replica_that_knows_the_page_learns_from_the_event_and_reads_nothing) {
    Follower replica(world);
    hear<cafe::MakeStarted>();
    hear<cafe::MakeCompleted>();
    replica.store("it would not be readable");
    const auto events = stored();
    EXPECT_EQ(replica.hear(events[events.size() - 2]).state.status, OrderStatus::preparing);
    const auto page = replica.hear(events.back());
    EXPECT_EQ(page.state.status, OrderStatus::ready);
    EXPECT_EQ(page.state.facts.order->units, 2);
    EXPECT_EQ(page.version, events.back().version);
}

TEST_F(ShownStates, a_replica_applies_events_that_come_at_once_one_after_the_other) {
    Follower replica(world);
    const auto known = stored().size();
    hear<cafe::MakeStarted>();
    hear<cafe::MakeCompleted>();
    replica.store("it would not be readable");
    const auto events = stored();
    const auto page = replica.hear(std::span(events).subspan(known));
    EXPECT_EQ(page.state.status, OrderStatus::ready);
    EXPECT_TRUE(page.state.facts.making_at);
}

TEST_F(ShownStates, a_replica_that_missed_an_event_reads_the_page) {
    Follower replica(world);
    hear<cafe::MakeStarted>();
    hear<cafe::MakeCompleted>();
    replica.store_what_the_first_has();
    const auto page = replica.hear(stored().back());
    EXPECT_EQ(page.state.status, OrderStatus::ready);
    EXPECT_TRUE(page.state.facts.making_at);
}

TEST_F(ShownStates, a_replica_that_cannot_read_an_event_reads_the_page) {
    Follower replica(world);
    hear<cafe::MakeStarted>();
    replica.store_what_the_first_has();
    auto event = stored().back();
    event.data = R"({"status":"teleported"})";
    event.decoded = {};
    EXPECT_EQ(replica.hear(event).state.status, OrderStatus::preparing);
}

TEST_F(ShownStates, a_page_that_could_not_be_read_makes_the_views_read_all_again) {
    const auto views = std::make_shared<Views>();
    views->start(world.host());
    const auto length = [&] {
        return views->queues.with([](const Queues& all) { return all.length(CafeId{"cafe"}).orders; });
    };
    EXPECT_EQ(length(), 1);
    hear<cafe::MakeStarted>();
    hear<cafe::MakeCompleted>();
    EXPECT_EQ(length(), 1) << "these views have not heard of it";
    views->committed(std::vector{Shared(std::make_shared<EventRecord>(stored().back()))});
    EXPECT_EQ(length(), 0);
    EXPECT_TRUE(views->queues.with([](const Queues& all) { return all.is_complete(); }));
}

TEST_F(ShownStates, a_pace_that_this_version_cannot_read_stops_neither_queue_nor_pulse) {
    runtime::Changes changes;
    changes.rows.emplace_back(runtime::Row{std::string(view::paces), "cafe", std::string(view::all), 0,
                                           R"({"secondsPerUnit":"few"})"});
    ASSERT_TRUE(world.store().commit(changes));
    const auto views = std::make_shared<Views>();
    views->start(world.host());
    EXPECT_TRUE(views->queues.with([](const Queues& all) { return all.is_complete(); }));
    EXPECT_EQ(views->queues.with([](const Queues& all) { return all.length(CafeId{"cafe"}).orders; }), 1);
    const auto minutes = views->pulse.with(
        [&](const Pulse& all) { return all.last(Pulse::minutes_max, world.clock.now(), {}); });
    int placed = 0;
    for (const auto& minute : minutes) placed += minute.placed;
    EXPECT_EQ(placed, 1);
}

TEST_F(ShownStates, a_page_that_this_version_cannot_read_keeps_no_other_out_of_the_queue) {
    ruin_the_stored_page();
    order::OrderDetails other;
    other.order_id = OrderId{"other"};
    other.cafe_id = CafeId{"cafe"};
    other.customer_id = AccountId{"customer"};
    world.hears("other", order::OrderPlaced{other});
    const auto views = std::make_shared<Views>();
    views->start(world.host());
    EXPECT_TRUE(views->queues.with([](const Queues& all) { return all.is_complete(); }));
    EXPECT_EQ(views->queues.with([](const Queues& all) { return all.length(CafeId{"cafe"}).orders; }), 1);
}

}  // namespace
}  // namespace dangol::mypage
