#include "adapters/telemetry/order_figures.hpp"

#include <gtest/gtest.h>

#include "adapters/system/ids.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"
#include "core/codec.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;

order::OrderCompleted completed(bool collected) {
    order::OrderCompleted event;
    event.collected = collected;
    return event;
}

order::OrderCanceled canceled(order::CancelReason reason) {
    order::OrderCanceled event;
    event.reason = reason;
    return event;
}

template <class Event>
Event moved(std::int64_t amount) {
    Event event;
    event.amount.amount = amount;
    return event;
}

class OrderFiguresTest : public testing::Test {
  protected:
    /// `event` of the order that was asked for so long ago.
    template <class Event>
    void record(Duration after, const Event& event) {
        EventRecord record;
        record.type = type_name<Event>();
        record.subject = order_;
        record.time = *time_of_id(order_) + after;
        record.data = codec::to_json(event);
        tell(std::move(record));
    }
    void tell(EventRecord record) {
        const auto recorded = std::make_shared<const EventRecord>(std::move(record));
        figures_.recorded({&recorded, 1});
    }
    double figure(std::string_view name, const std::string& label) {
        for (const auto& family : metrics_.families()) {
            if (family.name != name) continue;
            for (const auto& sample : family.samples) {
                if (sample.labels.front().second == label) return sample.value;
            }
        }
        return -1;
    }

    adapters::Metrics metrics_;
    OrderFigures figures_{metrics_};
    std::string order_ = adapters::SystemIds{}.next();
};

TEST_F(OrderFiguresTest, an_ids_time_is_when_it_was_made) {
    const auto before = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    const auto made = time_of_id(adapters::SystemIds{}.next());
    ASSERT_TRUE(made);
    EXPECT_GE(*made, before);
    EXPECT_LE(*made, std::chrono::system_clock::now());
    EXPECT_FALSE(time_of_id("euljiro"));
    EXPECT_FALSE(time_of_id("IIIIIIIIIIIIIIIIIIIIIIIIII"));
}

TEST_F(OrderFiguresTest, a_step_is_counted_with_the_time_since_the_order) {
    record(90s, payment::Paid{});
    EXPECT_EQ(figure("dangol_order_stage_seconds", "paid"), 1);
    EXPECT_EQ(figure("dangol_order_stage_seconds", "ready"), 0);
    const auto text = metrics_.text();
    EXPECT_NE(text.find(R"(dangol_order_stage_seconds_sum{stage="paid"} 90)"), std::string::npos);
}

TEST_F(OrderFiguresTest, an_end_is_counted_by_what_it_was) {
    record(1s, completed(true));
    record(1s, completed(false));
    record(1s, canceled(order::CancelReason::rejected));
    record(1s, canceled(order::CancelReason::customer_request));
    record(1s, order::OrderPaymentFailed{});
    record(1s, order::OrderUndelivered{});
    for (const auto* outcome :
         {"completed", "unclaimed", "undelivered", "rejected", "canceled", "payment_failed"}) {
        EXPECT_EQ(figure("dangol_orders_total", outcome), 1) << outcome;
        EXPECT_EQ(figure("dangol_saga_duration_seconds", outcome), 1) << outcome;
    }
    EXPECT_EQ(figure("dangol_orders_total", "unanswered"), 0);
}

TEST_F(OrderFiguresTest, money_is_added_up) {
    record(1s, moved<payment::Paid>(4500));
    record(1s, moved<payment::Paid>(7000));
    record(1s, moved<payment::PaymentCanceled>(4500));
    payment::Settled settled;
    settled.cafe_share.amount = 4000;
    settled.delivery_share.amount = 3000;
    record(1s, settled);
    EXPECT_EQ(figure("dangol_money_captured_minor_units_total", "KRW"), 11500);
    EXPECT_EQ(figure("dangol_money_refunded_minor_units_total", "KRW"), 4500);
    EXPECT_EQ(figure("dangol_money_settled_minor_units_total", "KRW"), 7000);
}

TEST_F(OrderFiguresTest, what_cannot_be_read_costs_a_figure_and_nothing_more) {
    EventRecord unreadable;
    unreadable.type = "Paid";
    unreadable.subject = order_;
    unreadable.data = "{";
    tell(unreadable);
    EXPECT_EQ(figure("dangol_money_captured_minor_units_total", "KRW"), 0);
}

}  // namespace
}  // namespace dangol::adapters
