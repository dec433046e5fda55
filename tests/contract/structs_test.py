"""The documents name every member of the structs that the program writes: no running program is needed to see that a change
of one was not told to the other."""

import re

import pytest
from described import CONTEXTS, ROOT, Enum, read
from validator import document, resolved

CORE = {name: struct for path in ("money", "geo", "text") for name, struct in read(f"src/core/{path}.hpp").items()}


def expect_alike(name, schema, described, extra=()):
    if isinstance(described, Enum):
        assert schema["enum"] == described.values, name
        return
    members = list(extra) + described.members
    assert list(schema["properties"]) == [member.name for member in members], name
    assert sorted(schema.get("required", [])) == sorted(member.name for member in members if not member.optional), name


def event_names(context):
    """Of the alternatives of all Event variants in the context's domain."""
    for header in sorted((ROOT / "src/contexts" / context / "domain").glob("*.hpp")):
        for variant in re.findall(r"using \w*Event\w*\s*=\s*std::variant<([^;]*)>;", header.read_text(encoding="utf-8")):
            yield from (name.strip().split("::")[-1] for name in variant.split(","))


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_event_is_documented(context):
    channel = document("asyncapi")["channels"][context]
    assert sorted(channel["messages"]) == sorted(event_names(context))


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_member_of_every_event_is_documented(context):
    schemas = document("asyncapi")["components"]["schemas"]
    for name, described in read(f"src/contexts/{context}/events.hpp").items():
        expect_alike(f"{context}::{name}", schemas[name], described)


def test_who_reacts_to_an_event_is_documented():
    reading = {}
    for context in CONTEXTS:
        folder = ROOT / "src/contexts" / context
        for source in (folder / "policies.cpp", folder / "foreign_facts.cpp", folder / f"{context}.cpp"):
            text = source.read_text(encoding="utf-8") if source.exists() else ""
            for publisher, name in re.findall(rf"\b({'|'.join(CONTEXTS)})(?:::|/)([A-Z]\w+)", text):
                if publisher != context:
                    reading.setdefault(name, set()).add(context)
    for name, message in document("asyncapi")["components"]["messages"].items():
        assert message.get("x-read-by", []) == sorted(reading.get(name, ())), name


VIEWS = {  # the schema: the struct that is written
    "Session": ("identity/api.hpp", "SessionView"),
    "WhoAmI": ("identity/sessions_api.cpp", "WhoAmI"),
    "Account": ("identity/views.hpp", "AccountView"),
    "AccountList": ("identity/views.hpp", "AccountPage"),
    "RegisteredAccount": ("identity/accounts_api.cpp", "RegisteredView"),
    "OneTimeCode": ("identity/accounts_api.cpp", "OneTimeCode"),
    "OptionGroup": ("cafe/resources.hpp", "GroupResource"),
    "MenuItem": ("cafe/resources.hpp", "ItemResource"),
    "Menu": ("cafe/resources.hpp", "MenuResource"),
    "CafeOrder": ("cafe/resources.hpp", "TicketResource"),
    "CafeFrame": ("cafe/resources.hpp", "CafeFrame"),
    "CafeResult": ("cafe/resources.hpp", "CafeAnswer"),
    "CafeOrderResult": ("cafe/resources.hpp", "TicketAnswer"),
    "Order": ("order/resource.hpp", "OrderResource"),
    "OrderList": ("order/order.cpp", "Orders"),
    "Quote": ("order/order.cpp", "Quote"),
    "CancelResult": ("order/cancellation.cpp", "Verdict"),
    "Payment": ("payment/views.hpp", "PaymentResource"),
    "PaymentList": ("payment/api.cpp", "PaymentList"),
    "PaymentResult": ("payment/api.cpp", "CommandAnswer"),
    "LedgerSummary": ("payment/views.hpp", "LedgerSummary"),
    "StartPaymentAnswer": ("payment/start_api.hpp", "StartPaymentAnswer"),
    "StartOutcome": ("payment/start_api.hpp", "StartOutcome"),
    "Delivery": ("delivery/views.hpp", "DeliveryView"),
    "DeliveryList": ("delivery/views.hpp", "DeliveriesView"),
    "Shift": ("delivery/views.hpp", "ShiftView"),
    "Earnings": ("delivery/earnings.cpp", "EarningsView"),
    "Earning": ("delivery/earnings.cpp", "EarningView"),
    "RiderShift": ("delivery/riders.cpp", "RiderShiftView"),
    "RiderList": ("delivery/riders.cpp", "RiderList"),
    "OfferFrame": ("delivery/stream.cpp", "OfferFrame"),
    "StepFrame": ("delivery/stream.cpp", "StepFrame"),
    "MyPage": ("mypage/page_view.hpp", "PageView"),
    "MyPageList": ("mypage/api.cpp", "PageList"),
    "QueuePosition": ("mypage/page_view.hpp", "QueueView"),
    "QueueLength": ("mypage/api_queues.cpp", "QueueLengthView"),
    "QueueLengthList": ("mypage/api_queues.cpp", "QueueLengthList"),
    "Sales": ("mypage/api_sales.cpp", "SalesView"),
    "SoldItem": ("mypage/domain/sales.hpp", "SoldItem"),
    "SoldHour": ("mypage/domain/sales.hpp", "SoldHour"),
    "Refunds": ("mypage/domain/sales.hpp", "Refunds"),
    "Attention": ("mypage/api_operator.cpp", "AttentionView"),
    "AttentionList": ("mypage/api_operator.cpp", "AttentionList"),
    "Pulse": ("mypage/api_operator.cpp", "PulseView"),
    "PulseMinute": ("mypage/pulse.hpp", "PulseMinute"),
    "PageStep": ("mypage/api_operator.cpp", "PageStep"),
    "Notification": ("notification/inbox_api.cpp", "NotificationView"),
    "NotificationList": ("notification/inbox_api.cpp", "NotificationList"),
    "LinkedChannel": ("notification/channels_api.cpp", "ChannelView"),
    "ChannelList": ("notification/channels_api.cpp", "ChannelList"),
    "TelegramLink": ("notification/channels_api.cpp", "TelegramLink"),
    "WebhookLink": ("notification/channels_api.cpp", "WebhookLink"),
}
BODIES = {  # the schema: the struct that is read
    "RegisterAccountRequest": ("identity/accounts_api.cpp", "RegisterBody"),
    "ChangePasswordRequest": ("identity/accounts_api.cpp", "PasswordBody"),
    "EnterByLinkRequest": ("identity/sessions_api.cpp", "LinkBody"),
    "CafeProfileRequest": ("cafe/events.hpp", "CafeProfile"),
    "MenuItemRequest": ("cafe/events.hpp", "MenuItem"),
    "OptionGroupRequest": ("cafe/events.hpp", "OptionGroup"),
    "PauseRequest": ("cafe/api_cafes.cpp", "PauseBody"),
    "SoldOutRequest": ("cafe/api_cafes.cpp", "SoldOutBody"),
    "ApproveRequest": ("cafe/api_cafe_orders.cpp", "ApproveBody"),
    "RefuseRequest": ("cafe/api_cafe_orders.cpp", "RefuseBody"),
    "HandOverRequest": ("cafe/api_cafe_orders.cpp", "HandOverBody"),
    "PlaceOrderRequest": ("order/checkout.hpp", "PlaceOrder"),
    "PaymentChoice": ("order/checkout.hpp", "PaymentChoice"),
    "Basket": ("order/domain/pricing.hpp", "Basket"),
    "BasketLine": ("order/domain/pricing.hpp", "BasketLine"),
    "BasketDestination": ("order/domain/pricing.hpp", "BasketDestination"),
    "ForceCancelRequest": ("order/order.cpp", "ForceCancelBody"),
    "RefundRequest": ("payment/api.cpp", "RefundBody"),
    "StartPaymentRequest": ("payment/start_api.hpp", "StartPaymentBody"),
    "ChargeRequest": ("payment/provider.hpp", "ChargeRequest"),
    "ShiftRequest": ("delivery/api.cpp", "ShiftBody"),
    "StartDeliveryRequest": ("delivery/api.cpp", "StartBody"),
    "ConfirmDeliveryRequest": ("delivery/api.cpp", "ConfirmBody"),
    "LinkTelegramRequest": ("notification/channels_api.cpp", "LinkTelegram"),
    "LinkWebhookRequest": ("notification/channels_api.cpp", "LinkWebhook"),
}


@pytest.mark.parametrize("name", VIEWS)
def test_every_member_of_an_answer_is_documented(name):
    path, struct = VIEWS[name]
    expect_alike(name, document("openapi")["components"]["schemas"][name], read(f"src/contexts/{path}")[struct])


@pytest.mark.parametrize("name", BODIES)
def test_every_member_of_a_request_is_documented(name):
    path, struct = BODIES[name]
    members = [member.name for member in read(f"src/contexts/{path}")[struct].members]
    assert list(document("openapi")["components"]["schemas"][name]["properties"]) == members


def test_a_branch_is_its_profile_and_how_it_stands():
    schemas = document("openapi")["components"]["schemas"]
    events = read("src/contexts/cafe/events.hpp")
    resources = read("src/contexts/cafe/resources.hpp")
    expect_alike("Cafe", schemas["Cafe"], resources["CafeResource"], events["CafeProfile"].members)
    expect_alike("MenuOption", schemas["MenuOption"], resources["OptionResource"], events["MenuOption"].members)


@pytest.mark.parametrize("name", CORE)
def test_the_words_that_all_contexts_share_are_documented(name):
    for api in ("openapi", "asyncapi"):
        expect_alike(name, document(api)["components"]["schemas"][name], CORE[name])


def test_a_tickets_frames_are_its_events_with_a_version():
    operation = document("openapi")["paths"]["/cafeOrders/stream"]["get"]
    events = read("src/contexts/cafe/events.hpp")
    frames = operation["responses"]["200"]["content"]["text/event-stream"]["x-events"]
    variant = re.search(r"using Event = std::variant<([^;]*)>;",
                        (ROOT / "src/contexts/cafe/domain/cafe_order.hpp").read_text(encoding="utf-8"))[1]
    assert sorted(frames) == sorted(name.strip().split("::")[-1] for name in variant.split(","))
    for name, frame in frames.items():
        schema = resolved("openapi", frame["data"])
        assert list(schema["properties"]) == [member.name for member in events[name].members] + ["version"]
