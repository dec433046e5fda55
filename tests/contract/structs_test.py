"""The documents name every member of the structs that the program writes: no running program is needed to see that a change
of one was not told to the other."""

import re

import pytest
from described import CONTEXTS, ROOT, Enum, read
from validator import METHODS, document, resolved

CORE = {name: struct for path in ("money", "geo", "text", "opening_hours") for name, struct in read(f"src/core/{path}.hpp").items()}


def expect_alike(name, schema, described, extra=()):
    if isinstance(described, Enum):
        assert schema["enum"] == described.values, name
        return
    members = list(extra) + described.members
    assert list(schema["properties"]) == [member.name for member in members], name
    assert sorted(schema.get("required", [])) == sorted(member.name for member in members if not member.optional), name


def headers(context):
    """Those with a context's events: its contract, if it publishes any, and its domain."""
    contract = ROOT / "src/contracts" / f"{context}.hpp"
    return [contract] * contract.exists() + sorted((ROOT / "src/contexts" / context / "domain").glob("*.hpp"))


def events(context):
    """Of the alternatives of all Event variants in the context's domain: name → how it is described."""
    described = {}
    for header in headers(context):
        described = read(header.relative_to(ROOT).as_posix()) | described
    return {name: described[name] for header in headers(context)
            for variant in re.findall(r"using \w*Event\w*\s*=\s*std::variant<([^;]*)>;", header.read_text(encoding="utf-8"))
            for name in (alternative.strip().split("::")[-1] for alternative in variant.split(","))}


def published(context):
    """The events in the context's contract."""
    contract = ROOT / "src/contracts" / f"{context}.hpp"
    text = contract.read_text(encoding="utf-8") if contract.exists() else ""
    names = re.search(r"using Contract =\s*dangol::Contract<\s*\"\w+\"\s*,([^;]*)>;", text)
    return {name.strip() for name in names[1].split(",")} if names else set()


def test_the_documented_events_are_exactly_the_published_ones():
    documented = {name: set(channel["messages"]) for name, channel in document("asyncapi")["channels"].items()}
    assert documented == {context: names for context in CONTEXTS if (names := published(context))}


@pytest.mark.parametrize("context", document("asyncapi")["channels"])
def test_every_member_of_every_published_event_is_documented(context):
    """Of the events and of all that they are made of."""
    schemas = document("asyncapi")["components"]["schemas"]
    described = read(f"src/contracts/{context}.hpp")
    assert set(described) <= set(schemas)
    for name, struct in described.items():
        expect_alike(f"{context}::{name}", schemas[name], struct)


def test_a_requested_order_is_documented_as_the_order_without_personal_data():
    schemas = document("asyncapi")["components"]["schemas"]
    whole, requested = (schemas[name]["properties"] for name in ("OrderDetails", "RequestedOrder"))
    assert whole.keys() - requested.keys() == {"destination"}
    assert requested["note"]["const"] == ""
    assert all(requested[name] == whole[name] for name in requested.keys() - {"note"})


def test_who_reacts_to_an_event_is_documented():
    reading = {}
    for context in CONTEXTS:
        folder = ROOT / "src/contexts" / context
        text = (folder / f"{context}.cpp").read_text(encoding="utf-8")
        for name in re.findall(r"\.on\w*<\w+::(\w+)>\(", text):
            reading.setdefault(name, set()).add(context)
    for name, message in document("asyncapi")["components"]["messages"].items():
        assert message.get("x-read-by", []) == sorted(reading.get(name, ())), name


VIEWS = {  # the schema: the struct that is written
    "Session": ("identity/api.hpp", "SessionResource"),
    "WhoAmI": ("identity/api.hpp", "CurrentResource"),
    "Account": ("identity/aggregates.hpp", "AccountResource"),
    "AccountList": ("identity/api.hpp", "AccountPage"),
    "RegisteredAccount": ("identity/sign_in.hpp", "Registered"),
    "OneTimeCode": ("identity/api.hpp", "OneTimeCode"),
    "OptionGroup": ("cafe/api.hpp", "GroupResource"),
    "MenuItem": ("cafe/api.hpp", "ItemResource"),
    "Menu": ("cafe/api.hpp", "MenuResource"),
    "CafeOrder": ("cafe/api.hpp", "TicketResource"),
    "BusinessDay": ("core/calendar.hpp", "BusinessDay"),
    "CafeFrame": ("cafe/api.hpp", "CafeFrame"),
    "CafeResult": ("cafe/api.hpp", "CafeAnswer"),
    "CafeOrderResult": ("cafe/api.hpp", "TicketAnswer"),
    "Order": ("order/api.hpp", "OrderResource"),
    "OrderList": ("order/api.hpp", "OrderList"),
    "Quote": ("order/api.hpp", "Quote"),
    "CancelResult": ("order/api.hpp", "CancelAnswer"),
    "Payment": ("payment/api.hpp", "PaymentResource"),
    "PaymentList": ("payment/api.hpp", "PaymentList"),
    "PaymentResult": ("payment/api.hpp", "PaymentAnswer"),
    "LedgerSummary": ("payment/figures.hpp", "LedgerSummary"),
    "StartPaymentAnswer": ("payment/api.hpp", "StartPaymentAnswer"),
    "StartOutcome": ("payment/api.hpp", "StartOutcome"),
    "DeliveryFailure": ("contracts/delivery.hpp", "DeliveryFailure"),
    "Delivery": ("delivery/api.hpp", "DeliveryResource"),
    "DeliveryList": ("delivery/api.hpp", "DeliveryList"),
    "Shift": ("delivery/api.hpp", "ShiftResource"),
    "Earnings": ("delivery/api.hpp", "EarningsResource"),
    "Earning": ("delivery/api.hpp", "EarningResource"),
    "RiderShift": ("delivery/api.hpp", "RiderResource"),
    "RiderList": ("delivery/api.hpp", "RiderList"),
    "OfferFrame": ("delivery/api.hpp", "OfferFrame"),
    "StepFrame": ("delivery/api.hpp", "StepFrame"),
    "MyPage": ("mypage/api.hpp", "PageView"),
    "MyPageList": ("mypage/api.hpp", "PageList"),
    "QueuePosition": ("mypage/api.hpp", "QueueView"),
    "QueueLength": ("mypage/api.hpp", "QueueLengthView"),
    "QueueLengthList": ("mypage/api.hpp", "QueueLengthList"),
    "Sales": ("mypage/api.hpp", "SalesView"),
    "SoldItem": ("mypage/domain/sales.hpp", "SoldItem"),
    "SoldHour": ("mypage/domain/sales.hpp", "SoldHour"),
    "Refunds": ("mypage/domain/sales.hpp", "Refunds"),
    "Attention": ("mypage/api.hpp", "AttentionView"),
    "AttentionList": ("mypage/api.hpp", "AttentionList"),
    "Pulse": ("mypage/api.hpp", "PulseView"),
    "PulseMinute": ("mypage/views.hpp", "PulseMinute"),
    "PageStep": ("mypage/api.hpp", "PageStep"),
    "Notification": ("notification/api.hpp", "NotificationResource"),
    "NotificationList": ("notification/api.hpp", "NotificationList"),
    "LinkedChannel": ("notification/api.hpp", "ChannelResource"),
    "ChannelList": ("notification/api.hpp", "ChannelList"),
    "TelegramLink": ("notification/api.hpp", "TelegramLink"),
    "WebhookLink": ("notification/api.hpp", "WebhookLink"),
    "ContextEvent": ("adapters/operations/operations.cpp", "ContextEvent"),
    "ContextEventList": ("adapters/operations/operations.cpp", "ContextEvents"),
    "AuditLog": ("adapters/operations/operations.cpp", "AuditLog"),
    "DeadLetter": ("adapters/operations/operations.cpp", "DeadLetterResource"),
}
BODIES = {  # the schema: the struct that is read
    "BeginGuestRequest": ("identity/api.hpp", "GuestBody"),
    "SignInRequest": ("identity/api.hpp", "SignInBody"),
    "RefreshRequest": ("identity/api.hpp", "RefreshBody"),
    "RegisterAccountRequest": ("identity/api.hpp", "RegisterBody"),
    "AssignCafesRequest": ("identity/api.hpp", "CafesBody"),
    "ChangePasswordRequest": ("identity/api.hpp", "PasswordBody"),
    "EnterByLinkRequest": ("identity/api.hpp", "LinkBody"),
    "CafeProfileRequest": ("contracts/cafe.hpp", "CafeProfile"),
    "DeliveryTermsRequest": ("contracts/cafe.hpp", "DeliveryTerms"),
    "MenuRequest": ("cafe/api.hpp", "MenuBody"),
    "MenuItemRequest": ("contracts/cafe.hpp", "MenuItem"),
    "OptionGroupRequest": ("contracts/cafe.hpp", "OptionGroup"),
    "MenuOptionRequest": ("contracts/cafe.hpp", "MenuOption"),
    "NameRequest": ("core/text.hpp", "Text"),
    "DescriptionRequest": ("core/text.hpp", "Text"),
    "HoursRequest": ("cafe/api.hpp", "HoursBody"),
    "PauseRequest": ("cafe/api.hpp", "PauseBody"),
    "SoldOutRequest": ("cafe/api.hpp", "SoldOutBody"),
    "ApproveRequest": ("cafe/api.hpp", "ApproveBody"),
    "RefuseRequest": ("cafe/api.hpp", "RefuseBody"),
    "HandOverRequest": ("cafe/api.hpp", "HandOverBody"),
    "TakeBackRequest": ("cafe/api.hpp", "TakeBackBody"),
    "PlaceOrderRequest": ("order/api.hpp", "PlaceOrder"),
    "PaymentChoice": ("order/api.hpp", "PaymentChoice"),
    "Basket": ("order/domain/pricing.hpp", "Basket"),
    "BasketLine": ("order/domain/pricing.hpp", "BasketLine"),
    "BasketDestination": ("order/domain/pricing.hpp", "BasketDestination"),
    "ForceCancelRequest": ("order/api.hpp", "ForceCancelBody"),
    "RefundRequest": ("payment/api.hpp", "RefundBody"),
    "StartPaymentRequest": ("payment/api.hpp", "StartPaymentBody"),
    "ChargeRequest": ("payment/payment.hpp", "ChargeRequest"),
    "ShiftRequest": ("delivery/api.hpp", "ShiftBody"),
    "StartDeliveryRequest": ("delivery/api.hpp", "StartBody"),
    "ConfirmDeliveryRequest": ("delivery/api.hpp", "ConfirmBody"),
    "FailDeliveryRequest": ("delivery/api.hpp", "FailBody"),
    "LinkTelegramRequest": ("notification/api.hpp", "TelegramBody"),
    "LinkWebhookRequest": ("notification/api.hpp", "WebhookBody"),
    "NoMembers": ("runtime/http.hpp", "NoBody"),
    "DeadLetterSubject": ("adapters/operations/operations.cpp", "DeadLetterSubject"),
    "RebuildOrder": ("adapters/operations/operations.cpp", "RebuildOrder"),
    "RefundOrders": ("adapters/sandbox_provider/sandbox_routes.cpp", "RefundOrders"),
    "RefundOrder": ("adapters/sandbox_provider/provider_wire.hpp", "RefundOrder"),
}


def source_of(path):
    return f"src/{path}" if path.startswith(("contracts/", "adapters/", "core/", "runtime/")) else f"src/contexts/{path}"


@pytest.mark.parametrize("name", VIEWS)
def test_every_member_of_an_answer_is_documented(name):
    path, struct = VIEWS[name]
    expect_alike(name, document("openapi")["components"]["schemas"][name], read(source_of(path))[struct])


@pytest.mark.parametrize("name", BODIES)
def test_every_member_of_a_request_is_documented_and_whether_it_is_required(name):
    path, struct = BODIES[name]
    described = read(source_of(path))[struct]
    schema = document("openapi")["components"]["schemas"][name]
    assert list(schema["properties"]) == [member.name for member in described.members]
    assert set(schema.get("required", ())) == described.required


def test_a_registration_requires_what_a_profile_requires():
    schemas = document("openapi")["components"]["schemas"]
    register, profile = schemas["RegisterCafeRequest"], schemas["CafeProfileRequest"]
    assert register["properties"] == {"id": register["properties"]["id"]} | profile["properties"]
    assert register["required"] == profile["required"]


def requests_of(node, name=""):
    """The names of the objects in a request's schema."""
    name = node.get("$ref", name).split("/")[-1]
    schema = resolved("openapi", node)
    if "properties" in schema:
        yield name
    for member in schema.get("properties", {}).values():
        yield from requests_of(member)
    if "items" in schema:
        yield from requests_of(schema["items"])


def test_every_request_is_compared_with_its_struct():
    compared = BODIES.keys() | CORE.keys() | {"RegisterCafeRequest"}
    for path, item in document("openapi")["paths"].items():
        if path == "/notifications/telegram/{secret}":
            continue  # Telegram's, of which little is read
        for operation in (item[method] for method in METHODS if method in item):
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            assert not content or set(requests_of(content["schema"])) <= compared, path


def test_a_body_is_required_where_one_of_its_members_is():
    for path, item in document("openapi")["paths"].items():
        for method in METHODS:
            body = item.get(method, {}).get("requestBody", {})
            if "application/json" in body.get("content", {}):
                schema = resolved("openapi", body["content"]["application/json"]["schema"])
                assert body.get("required", False) == bool(schema.get("required")), (method, path)


def test_a_branch_is_its_profile_and_how_it_stands():
    schemas = document("openapi")["components"]["schemas"]
    contract = read("src/contracts/cafe.hpp")
    resources = read("src/contexts/cafe/api.hpp")
    expect_alike("Cafe", schemas["Cafe"], resources["CafeResource"], contract["CafeProfile"].members)
    expect_alike("MenuOption", schemas["MenuOption"], resources["OptionResource"], contract["MenuOption"].members)


@pytest.mark.parametrize("name", CORE)
def test_the_words_that_all_contexts_share_are_documented(name):
    for api in ("openapi", "asyncapi"):
        expect_alike(name, document(api)["components"]["schemas"][name], CORE[name])


def test_a_tickets_frames_are_its_events_with_a_version():
    operation = document("openapi")["paths"]["/cafeOrders/stream"]["get"]
    known = events("cafe")
    frames = dict(operation["responses"]["200"]["content"]["text/event-stream"]["x-events"])
    assert frames.pop("StreamEnded"), "how every stream ends"
    variant = re.search(r"using Event = std::variant<([^;]*)>;",
                        (ROOT / "src/contexts/cafe/domain/cafe_order.hpp").read_text(encoding="utf-8"))[1]
    assert sorted(frames) == sorted(name.strip().split("::")[-1] for name in variant.split(","))
    for name, frame in frames.items():
        schema = resolved("openapi", frame["data"])
        assert list(schema["properties"]) == [member.name for member in known[name].members] + ["version"]
