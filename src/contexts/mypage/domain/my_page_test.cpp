#include "contexts/mypage/domain/my_page.hpp"

#include <random>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/codec.hpp"

namespace dangol::mypage {
namespace {

using enum OrderStatus;

Timestamp at(int second) { return Timestamp{std::chrono::seconds(1'700'000'000 + second)}; }

/// A fact of the order that all tests are about.
template <class Set>
Facts fact(Set set) {
    Facts facts;
    facts.cafe_id = CafeId{"cafe"};
    facts.customer_id = AccountId{"customer"};
    set(facts);
    return facts;
}

PageOrder agreed(Fulfilment fulfilment) {
    PageOrder order;
    order.call_number = "A-12";
    order.fulfilment = fulfilment;
    order.qty = 2;
    order.units = 3;
    order.total_price = {9'000, "KRW"};
    order.order_date = at(0);
    return order;
}

std::vector<Facts> pickup_journey() {
    return {
        fact([](Facts& f) { f.order = agreed(Fulfilment::pickup); }),
        fact([](Facts& f) { f.paid_at = at(1); }),
        fact([](Facts& f) { f.order = agreed(Fulfilment::pickup), f.placed_at = at(2); }),
        fact([](Facts& f) { f.accepted_at = at(3), f.ready_in_minutes = 10; }),
        fact([](Facts& f) { f.making_at = at(4); }),
        fact([](Facts& f) { f.made_at = at(5); }),
        fact([](Facts& f) { f.completed_at = at(6); }),
        fact([](Facts& f) { f.completed_at = at(7); }),
    };
}

std::vector<Facts> delivery_journey() {
    return {
        fact([](Facts& f) { f.order = agreed(Fulfilment::delivery); }),
        fact([](Facts& f) { f.payment_unknown_at = at(1); }),
        fact([](Facts& f) { f.paid_at = at(2); }),
        fact([](Facts& f) {
            f.order = agreed(Fulfilment::delivery), f.order->pin = "4242", f.placed_at = at(3);
        }),
        fact([](Facts& f) { f.unanswered_at = at(4); }),
        fact([](Facts& f) { f.accepted_at = at(5); }),
        fact([](Facts& f) { f.cancel_requested_at = at(6); }),
        fact([](Facts& f) { f.making_begun = true; }),
        fact([](Facts& f) { f.making_at = at(6); }),
        fact([](Facts& f) { f.rider = {2, true}; }),
        fact([](Facts& f) { f.rider = {3, false}; }),
        fact([](Facts& f) { f.rider = {4, true}; }),
        fact([](Facts& f) { f.made_at = at(8); }),
        fact([](Facts& f) { f.picked_up_at = at(9); }),
        fact([](Facts& f) { f.delivered_at = at(10), f.completed_at = at(10); }),
        fact([](Facts& f) { f.completed_at = at(11); }),
    };
}

/// The rider found nobody.
std::vector<Facts> failed_journey() {
    auto journey = delivery_journey();
    journey.resize(journey.size() - 2);
    journey.push_back(
        fact([](Facts& f) { f.delivery_failed_at = at(10), f.delivery_failure = "customer_absent"; }));
    journey.push_back(fact([](Facts& f) { f.undelivered_at = at(11); }));
    return journey;
}

std::vector<Facts> rejected_journey() {
    return {
        fact([](Facts& f) { f.order = agreed(Fulfilment::pickup); }),
        fact([](Facts& f) { f.paid_at = at(1); }),
        fact([](Facts& f) { f.placed_at = at(2); }),
        fact([](Facts& f) {
            f.rejected_at = at(3), f.cafe_reason = "sold_out", f.note = "우유가 떨어졌어요";
        }),
        fact([](Facts& f) {
            f.rejected_at = at(4), f.cancel_reason = "rejected", f.note = "우유가 떨어졌어요";
        }),
        fact([](Facts& f) { f.refund_requested_at = at(5), f.refund_amount = Money{9'000, "KRW"}; }),
        fact([](Facts& f) { f.refund_delayed_at = at(6); }),
        fact([](Facts& f) { f.refunded_at = at(7), f.refund_amount = Money{9'000, "KRW"}; }),
    };
}

struct Told {
    Page page;
    std::vector<Facts> news;            ///< of each event
    std::vector<OrderStatus> statuses;  ///< of each event
};

Told tell(const std::vector<Facts>& journey) {
    Told told;
    for (const auto& facts : journey) {
        const auto events = decide(told.page, LearnFacts{facts});
        for (const auto& event : *events) {
            told.page = evolve(std::move(told.page), event);
            told.statuses.push_back(told.page.status);
            told.news.push_back(std::get<MyPageChanged>(event).facts);
        }
    }
    return told;
}

std::vector<OrderStatus> without_repeats(std::vector<OrderStatus> statuses) {
    const auto repeats = std::ranges::unique(statuses);
    statuses.erase(repeats.begin(), repeats.end());
    return statuses;
}

TEST(MyPage, shows_each_status_of_a_pickup_in_order) {
    const auto told = tell(pickup_journey());
    EXPECT_EQ(without_repeats(told.statuses),
              (std::vector{payment_pending, placed, accepted, preparing, ready, completed}));
    EXPECT_EQ(told.page.facts.completed_at, at(6));
}

TEST(MyPage, a_fact_that_is_known_changes_nothing) {
    auto told = tell(pickup_journey());
    for (const auto& facts : pickup_journey()) EXPECT_TRUE(decide(told.page, LearnFacts{facts})->empty());
}

TEST(MyPage, a_start_of_making_before_the_order_is_kept) {
    const auto making = fact([](Facts& f) { f.making_at = at(4); });
    const auto early = tell({making});
    EXPECT_EQ(early.page.status, preparing);
    EXPECT_EQ(early.page.facts.customer_id.value, "customer");
    EXPECT_FALSE(is_waiting(early.page)) << "without the order nobody knows its place in the queue";

    auto late =
        tell({making, fact([](Facts& f) { f.order = agreed(Fulfilment::pickup), f.placed_at = at(2); })});
    EXPECT_EQ(late.page.status, preparing);
    EXPECT_EQ(late.page.facts.making_at, at(4));
    EXPECT_TRUE(is_waiting(late.page));
}

TEST(MyPage, the_pin_comes_with_the_placed_order_whichever_event_is_first) {
    auto paid = agreed(Fulfilment::delivery);
    paid.pin = "4242";
    const auto requested = fact([](Facts& f) { f.order = agreed(Fulfilment::delivery); });
    const auto order_placed = fact([&](Facts& f) { f.order = paid, f.placed_at = at(3); });
    for (const auto& journey : {std::vector{requested, order_placed}, {order_placed, requested}}) {
        const auto told = tell(journey);
        EXPECT_EQ(told.page.facts.order, paid);
        EXPECT_EQ(told.page.status, placed);
    }
    EXPECT_EQ(tell({requested, order_placed}).page, tell({order_placed, requested}).page);
}

TEST(MyPage, what_is_left_out_when_it_is_stored_is_read_as_this) {
    EXPECT_EQ(codec::to_json(Facts{}), "{}");
    const auto facts = codec::from_json<Facts>(R"({"order":{}})");
    ASSERT_TRUE(facts);
    const auto& order = *facts->order;
    EXPECT_EQ(order.fulfilment, Fulfilment::pickup);
    EXPECT_EQ(order.qty + order.units, 0);
    EXPECT_EQ(order.total_price, (Money{0, "KRW"}));
    EXPECT_EQ(order.order_date, Timestamp{});
    EXPECT_FALSE(facts->order_repaid || facts->undelivered_by_house || facts->making_begun);
    EXPECT_EQ(facts->ready_in_minutes, 0);
    EXPECT_EQ(facts->rider, (RiderFact{0, false}));
}

TEST(MyPage, a_known_order_is_not_repeated_for_its_pin) {
    Facts known;
    known.order = agreed(Fulfilment::delivery);
    auto facts = known;
    facts.order->pin = "4242";
    const auto news = news_of(facts, known);
    EXPECT_EQ(codec::to_json(news), R"({"order":{"pin":"4242"}})");
    EXPECT_EQ(join(known, news), facts);
}

TEST(MyPage, passes_the_statuses_whose_events_are_still_on_their_way) {
    const auto told = tell({fact([](Facts& f) { f.order = agreed(Fulfilment::delivery); }),
                            fact([](Facts& f) { f.delivered_at = at(9), f.completed_at = at(9); })});
    EXPECT_EQ(told.statuses, (std::vector{payment_pending, placed, accepted, preparing, ready,
                                          out_for_delivery, completed}));
}

TEST(MyPage, ends_undelivered_after_the_way_and_never_as_completed) {
    const auto told = tell(failed_journey());
    EXPECT_EQ(told.page.status, undelivered);
    EXPECT_GE(std::ranges::count(told.statuses, out_for_delivery), 1);
    EXPECT_EQ(std::ranges::count(told.statuses, completed), 0);
    EXPECT_FALSE(is_open(told.page));
    const auto only_the_end = tell({fact([](Facts& f) { f.order = agreed(Fulfilment::delivery); }),
                                    fact([](Facts& f) { f.undelivered_at = at(11); })});
    EXPECT_EQ(std::ranges::count(only_the_end.statuses, out_for_delivery), 1);
}

TEST(MyPage, a_pickup_is_never_out_for_delivery) {
    const auto told = tell({fact([](Facts& f) { f.order = agreed(Fulfilment::pickup); }),
                            fact([](Facts& f) { f.completed_at = at(9); })});
    EXPECT_EQ(std::ranges::count(told.statuses, out_for_delivery), 0);
}

TEST(MyPage, a_cancel_invents_no_steps) {
    const auto told = tell({fact([](Facts& f) { f.order = agreed(Fulfilment::pickup); }),
                            fact([](Facts& f) { f.canceled_at = at(3); })});
    EXPECT_EQ(told.statuses, (std::vector{payment_pending, canceled}));
}

TEST(MyPage, a_refused_cancel_goes_on_to_preparing_even_before_the_bar_says_so) {
    const auto told =
        tell({fact([](Facts& f) { f.placed_at = at(1); }), fact([](Facts& f) { f.accepted_at = at(2); }),
              fact([](Facts& f) { f.cancel_requested_at = at(3); }),
              fact([](Facts& f) { f.making_begun = true; })});
    EXPECT_EQ(told.statuses, (std::vector{payment_pending, placed, accepted, cancel_requested, preparing}));
    EXPECT_FALSE(is_cancelable(told.page.status));
}

TEST(MyPage, who_comes_late_still_completes) {
    const auto told = tell(
        {fact([](Facts& f) { f.unclaimed_at = at(3); }), fact([](Facts& f) { f.completed_at = at(4); })});
    EXPECT_EQ(told.page.status, completed);
}

std::vector<Facts> shuffled_with_repeats(std::vector<Facts> journey) {
    const auto repeats =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, journey.size()));
    for (const auto index : repeats) journey.push_back(journey[index]);
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::ranges::shuffle(journey, random);
    return journey;
}

RC_GTEST_PROP(MyPage, any_order_and_any_repetition_give_the_same_page, ()) {
    const auto journey =
        *rc::gen::element(pickup_journey(), delivery_journey(), failed_journey(), rejected_journey());
    RC_ASSERT(tell(shuffled_with_repeats(journey)).page == tell(journey).page);
}

RC_GTEST_PROP(MyPage, its_events_hold_what_was_learned_and_each_fact_once, ()) {
    const auto journey = shuffled_with_repeats(
        *rc::gen::element(pickup_journey(), delivery_journey(), failed_journey(), rejected_journey()));
    Facts learned;
    for (const auto& facts : journey) learned = join(std::move(learned), facts);
    const auto told = tell(journey);
    RC_ASSERT(told.page.facts == learned);
    // Only a time is told twice, if an earlier one was heard of. A PIN may come after its order.
    RC_ASSERT(std::ranges::count_if(told.news, [](const Facts& news) {
                  return news.order && !news.order->call_number.empty();
              }) <= 1);
    RC_ASSERT(std::ranges::count_if(told.news, [](const Facts& news) { return !news.cafe_id.empty(); }) == 1);
    RC_ASSERT(
        std::ranges::count_if(told.news, [](const Facts& news) { return news.placed_at.has_value(); }) <= 1);
}

TEST(MyPage, reads_the_events_of_before_which_had_the_whole_page_each) {
    Page page;
    Facts whole;
    for (const auto& facts : delivery_journey()) {
        whole = join(whole, facts);
        page = evolve(std::move(page), MyPageChanged{status_of(whole), whole});
        EXPECT_EQ(page, (Page{status_of(whole), whole}));
    }
}

RC_GTEST_PROP(MyPage, never_goes_back, ()) {
    const auto journey =
        *rc::gen::element(pickup_journey(), delivery_journey(), failed_journey(), rejected_journey());
    RC_ASSERT(std::ranges::is_sorted(tell(shuffled_with_repeats(journey)).statuses));
}

}  // namespace
}  // namespace dangol::mypage
