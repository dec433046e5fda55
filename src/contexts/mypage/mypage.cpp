// The mypage context on one page.
#include "contexts/mypage/mypage.hpp"

#include <memory>

#include <boost/describe/enum_to_string.hpp>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/api.hpp"
#include "contexts/mypage/views.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"

namespace dangol::mypage {
namespace {

using namespace runtime;
using CancelReason = order::CancelReason;

constexpr Access anyone = Access::anyone();
constexpr Access customers{.customer = true};
constexpr Access viewers{.customer = true, .staff = true, .operator_ = true};
constexpr Access staff{.staff = true, .operator_ = true};
constexpr Access operators{.operator_ = true};

template <class Enum>
std::string word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

PageOrder page_order(const order::OrderDetails& details) {
    PageOrder order{.cafe_name = details.cafe_name,
                    .call_number = details.call_number,
                    .fulfilment = details.fulfilment == order::Fulfilment::delivery ? Fulfilment::delivery
                                                                                    : Fulfilment::pickup,
                    .lines = {},
                    .qty = details.qty,
                    .units = details.units,
                    .total_price = details.total_price,
                    .pin = details.destination ? details.destination->pin : std::string{},
                    .order_date = details.order_date};
    order.lines.reserve(details.lines.size());
    for (const auto& line : details.lines) {
        auto& short_line =
            order.lines.emplace_back(line.name, line.quantity, std::vector<Text>{}, line.price);
        for (const auto& option : line.options) short_line.options.push_back(option.name);
    }
    return order;
}

/// The ticket's state in a refusal shows whether making had begun; after a refusal in another state the order
/// ends.
bool is_begun(std::string_view state) {
    return state == "making" || state == "made" || state == "handed_over" || state == "not_collected" ||
           state == "undelivered";
}

/// The context with its policies: each adds facts to the page of an order.
class Learning {
  public:
    explicit Learning(Context& context) : context_(context) {}

    /// The event's time is the fact.
    template <Published Event>
    void on(std::optional<Timestamp> Facts::* fact) {
        context_.on<Event>([fact](Unit& unit, const EventRecord& record) {
            Facts facts;
            facts.*fact = record.time;
            if (is_new(unit, record)) name_parties(facts, *EventIn<Event>(record));
            return learn(unit, record, std::move(facts));
        });
    }
    /// `tell(facts, event, record)` sets the facts that the event proves.
    template <Published Event, class Tell>
    void on(Tell tell) {
        context_.on<Event>([tell](Unit& unit, const Event& event, const EventRecord& record) {
            Facts facts;
            tell(facts, event, record);
            if (is_new(unit, record)) name_parties(facts, event);
            return learn(unit, record, std::move(facts));
        });
    }
    /// OrderRequested and OrderPlaced: the order itself. It is decoded again only for what the page lacks.
    template <Published Event>
    void on_order(std::optional<Timestamp> Facts::* fact) {
        context_.on<Event>([fact](Unit& unit, const EventRecord& record) {
            Facts facts;
            if (fact != nullptr) facts.*fact = record.time;
            const auto& known = unit.load<MyPage>(record.subject).state.facts.order;
            if (!known || (known->pin.empty() && known->fulfilment == Fulfilment::delivery)) {
                const EventIn<Event> event(record);
                const auto& details = event->order;
                facts.cafe_id = details.cafe_id;
                facts.customer_id = details.customer_id;
                facts.order = page_order(details);
            }
            return learn(unit, record, std::move(facts));
        });
    }

  private:
    static bool is_new(Unit& unit, const EventRecord& record) {
        return unit.load<MyPage>(record.subject).state.facts.customer_id.empty();
    }
    static void name_parties(Facts& facts, const auto& event) {
        facts.cafe_id = event.cafe_id;
        facts.customer_id = event.customer_id;
    }
    static Result<std::uint64_t> learn(Unit& unit, const EventRecord& record, Facts facts) {
        return unit.execute<MyPage>(record.subject, LearnFacts{std::move(facts)});
    }

    Context& context_;
};

Result<std::uint64_t> set_pace(Unit& unit, const CafeId& cafe, const cafe::CafeProfile& profile,
                               std::uint64_t version) {
    return unit.execute<CafePace>(cafe, SetPace{.cafe_id = cafe,
                                                .pace = {profile.seconds_per_unit, profile.stations},
                                                .cafe_version = version,
                                                .calendar = cafe::calendar_of(profile)});
}

void learn_from_order(Learning& page) {
    page.on_order<order::OrderRequested>(nullptr);
    page.on_order<order::OrderPlaced>(&Facts::placed_at);
    page.on<order::OrderPaymentFailed>(&Facts::payment_failed_at);
    page.on<order::OrderExpired>(&Facts::expired_at);
    page.on<order::OrderUnanswered>(&Facts::unanswered_at);
    page.on<order::OrderCancelRequested>(
        [](Facts& facts, const order::OrderCancelRequested& event, const EventRecord& record) {
            // Only what a person requested is shown; the rest is decided in a moment.
            if (event.reason == CancelReason::customer_request ||
                event.reason == CancelReason::operator_decision) {
                facts.cancel_requested_at = record.time;
            }
        });
    page.on<order::OrderCancelRefused>(
        [](Facts& facts, const order::OrderCancelRefused& event, const EventRecord&) {
            facts.making_begun = is_begun(event.state);
        });
    page.on<order::OrderCanceled>(
        [](Facts& facts, const order::OrderCanceled& event, const EventRecord& record) {
            (event.reason == CancelReason::rejected ? facts.rejected_at : facts.canceled_at) = record.time;
            facts.cancel_reason = word(event.reason);
            facts.note = event.note;
        });
    page.on<order::OrderCompleted>(
        [](Facts& facts, const order::OrderCompleted& event, const EventRecord& record) {
            (event.collected ? facts.completed_at : facts.unclaimed_at) = record.time;
        });
    page.on<order::OrderUndelivered>(
        [](Facts& facts, const order::OrderUndelivered& event, const EventRecord& record) {
            facts.undelivered_at = record.time;
            facts.undelivered_by_house = !event.by_customer;
        });
}

void learn_from_payment(Learning& page) {
    page.on<payment::PaymentUnknown>(&Facts::payment_unknown_at);
    page.on<payment::PaymentFailed>(&Facts::payment_failed_at);
    page.on<payment::Paid>(&Facts::paid_at);
    page.on<payment::RefundRequested>(
        [](Facts& facts, const payment::RefundRequested& event, const EventRecord& record) {
            facts.refund_requested_at = record.time;
            facts.last_refund_requested = RefundFact{event.number, record.time};
            facts.refund_amount = event.total;
            facts.order_repaid = event.number == 0;
        });
    page.on<payment::RefundDelayed>(
        [](Facts& facts, const payment::RefundDelayed& event, const EventRecord& record) {
            facts.refund_delayed_at = record.time;
            facts.last_refund_delayed = RefundFact{event.number, record.time};
        });
    page.on<payment::PaymentCanceled>(
        [](Facts& facts, const payment::PaymentCanceled& event, const EventRecord& record) {
            facts.refunded_at = record.time;
            facts.last_refunded = RefundFact{event.number, record.time};
            facts.refund_amount = event.total;
            facts.refunded_amount = event.total;
            facts.order_repaid = event.number == 0;
        });
}

void learn_from_cafe(Learning& page) {
    page.on<cafe::OrderApproved>(
        [](Facts& facts, const cafe::OrderApproved& event, const EventRecord& record) {
            facts.accepted_at = record.time;
            facts.ready_in_minutes = event.ready_in_minutes;
        });
    page.on<cafe::OrderRejected>(
        [](Facts& facts, const cafe::OrderRejected& event, const EventRecord& record) {
            const bool unanswered = event.reason == cafe::CafeReason::unanswered;  // the café did not answer
            (unanswered ? facts.canceled_at : facts.rejected_at) = record.time;
            facts.cafe_reason = word(event.reason);
            facts.note = event.note;
        });
    page.on<cafe::MakeStarted>(&Facts::making_at);
    page.on<cafe::MakeCompleted>(&Facts::made_at);
    page.on<cafe::HandedOver>(&Facts::completed_at);
    page.on<cafe::NotCollected>(&Facts::unclaimed_at);
    // That it is canceled the order says: a rider may have set out meanwhile, and then it is completed.
    page.on<cafe::MakeAborted>([](Facts& facts, const cafe::MakeAborted& event, const EventRecord& record) {
        facts.given_up_at = record.time;
        facts.cafe_reason = word(event.reason);
        facts.note = event.note;
    });
}

void learn_from_delivery(Learning& page) {
    page.on<delivery::DeliveryClaimed>(
        [](Facts& facts, const delivery::DeliveryClaimed&, const EventRecord& record) {
            facts.rider = {record.version, true};
        });
    page.on<delivery::DeliveryReleased>(
        [](Facts& facts, const delivery::DeliveryReleased&, const EventRecord& record) {
            facts.rider = {record.version, false};
        });
    page.on<delivery::DeliveryStarted>(&Facts::picked_up_at);
    page.on<delivery::DeliveryConfirmed>(
        [](Facts& facts, const delivery::DeliveryConfirmed&, const EventRecord& record) {
            facts.delivered_at = record.time;
            facts.completed_at = record.time;
        });
    page.on<delivery::DeliveryFailed>(
        [](Facts& facts, const delivery::DeliveryFailed& event, const EventRecord& record) {
            facts.delivery_failed_at = record.time;
            facts.delivery_failure = word(event.reason);
        });
    page.on<delivery::DeliveryCanceled>(&Facts::delivery_canceled_at);
}

}  // namespace

Context make(Settings settings) {
    const auto views = std::make_shared<Views>();
    Context mypage("mypage");
    mypage.aggregate(MyPage{});
    mypage.aggregate(CafePace{});

    Learning page(mypage);
    learn_from_order(page);
    learn_from_payment(page);
    learn_from_cafe(page);
    learn_from_delivery(page);
    mypage.on<cafe::CafeRegistered>(
        [](Unit& unit, const cafe::CafeRegistered& event, const EventRecord& record) {
            return set_pace(unit, event.cafe_id, event.profile, record.version);
        });
    mypage.on<cafe::CafeProfileChanged>(
        [](Unit& unit, const cafe::CafeProfileChanged& event, const EventRecord& record) {
            return set_pace(unit, event.cafe_id, event.profile, record.version);
        });

    mypage.on_start([views](const Host& host) { views->start(host); });
    mypage.on_committed([views](auto events) { views->committed(events); });
    mypage.on_amended([views](Reader& stored) { views->amended(stored); });

    mypage.figures(measure_sagas(settings.stuck_after));
    mypage.figures(audit_pages());

    mypage.get("/myPages", customers, list_pages);
    mypage.get("/myPages/{id}", viewers, [views](Reader& reader, const Request& request, Timestamp now) {
        return show_page(reader, request, views->queues, now);
    });
    mypage.get("/myPages/stream", customers, stream_own_pages);
    mypage.get("/myPages/{id}/stream", viewers, [views](const Host& host, Request request) {
        return stream_page(host, std::move(request), views->queues);
    });

    mypage.get("/myPages/queues", anyone,
               [views](const Host&, const Request& request) -> Task<Result<Response>> {
                   return list_queues(request, views->queues);
               });
    mypage.get("/myPages/queues/{cafeId}", anyone,
               [views](const Host&, const Request& request) -> Task<Result<Response>> {
                   return show_queue(request, views->queues);
               });

    mypage.get("/myPages/sales/{cafeId}", staff, show_sales);

    mypage.get("/myPages/attention", operators, list_attention);
    mypage.get("/myPages/pulse", operators, [views](Reader& reader, const Request& request, Timestamp now) {
        return show_pulse(reader, request, views->pulse, now);
    });
    mypage.get("/myPages/live", operators, stream_all_orders);
    return mypage;
}

}  // namespace dangol::mypage
