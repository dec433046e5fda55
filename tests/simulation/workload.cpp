// How people press buttons, how branches are run, and how an order is placed.
#include "workload.hpp"

#include <fmt/format.h>

#include "core/codec.hpp"
#include "order_story.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

namespace {

/// The latte's price; none: it is off the menu.
std::string menu(std::optional<int> latte) {
    std::string items = R"({"items":[
  {"id":"americano","name":{"ko":"아메리카노","en":"Americano"},"category":{"ko":"커피","en":"Coffee"},
   "description":{"ko":"","en":""},"price":{"amount":4500,"currency":"KRW"},"units":1,"groups":[
    {"id":"size","name":{"ko":"크기","en":"Size"},"min":1,"max":1,"options":[
      {"id":"regular","name":{"ko":"보통","en":"Regular"},"priceDelta":{"amount":0,"currency":"KRW"}},
      {"id":"large","name":{"ko":"크게","en":"Large"},"priceDelta":{"amount":700,"currency":"KRW"}}]}]})";
    if (latte) {
        items += R"(,
  {"id":"latte","name":{"ko":"라떼","en":"Latte"},"category":{"ko":"커피","en":"Coffee"},
   "description":{"ko":"","en":""},"units":1,"groups":[],"price":{"currency":"KRW","amount":)" +
                 std::to_string(*latte) + "}}";
    }
    return items + "]}";
}

std::string profile(const std::string& cafe, int index) {
    return fmt::format(
        R"({{"id":"{}","name":{{"ko":"단골 {}호점","en":"Dangol {}"}},"address":"서울 중구","place":{{"latitude":{},"longitude":126.98}},)"
        R"("phone":"02-000-0000","timeZone":"Asia/Seoul","secondsPerUnit":60,"stations":2,)"
        R"("delivery":{{"offered":true,"fee":{{"amount":3000,"currency":"KRW"}},"radiusMetres":3000}}}})",
        cafe, index + 1, index + 1, 37.56 + 0.005 * index);
}

std::string sold_out(std::string_view item, std::string_view option, bool gone) {
    return fmt::format(R"({{"menuId":"{}","optionId":"{}","soldOut":{}}})", item, option, gone);
}

/// True when pressing again may still help: nothing was answered, the system is busy, or what it needs has
/// not arrived.
bool try_again(const std::optional<Response>& response) {
    if (!response) return true;
    if (response->status == 202 || response->status == 503 || response->status == 404 ||
        response->status == 500)
        return true;
    const auto& body = response->body;
    return response->status == 409 && (body.contains("not-") || body.contains("too-many") ||
                                       body.contains("order-open") || body.contains("refund-pending"));
}

}  // namespace

struct PlacedOrder {
    std::string order_id;
    std::string call_number;
    struct Price {
        std::int64_t amount = 0;
    } total_price;
    struct To {
        std::string pin;
    };
    std::optional<To> destination;
};
BOOST_DESCRIBE_STRUCT(PlacedOrder::Price, (), (amount))
BOOST_DESCRIBE_STRUCT(PlacedOrder::To, (), (pin))
BOOST_DESCRIBE_STRUCT(PlacedOrder, (), (order_id, call_number, total_price, destination))

Workload::Workload(World& world, const Plan& plan)
    : world_(world),
      plan_(plan),
      random_(plan.seed, "workload"),
      managers_(plan.seed, "managers"),
      links_(plan.seed, "links") {}
Workload::~Workload() = default;

void Workload::send_later(Duration delay, Step step) {
    world_.agenda().after(delay, [this, step = std::make_unique<Step>(std::move(step))]() mutable {
        attempt(std::move(step));
    });
}

void Workload::send(Step step) { attempt(std::make_unique<Step>(std::move(step))); }

void Workload::attempt(std::unique_ptr<Step> step) {
    auto asked = step->request;
    world_.ask(std::move(asked), [this, step = std::move(step)](std::optional<Response> response) mutable {
        if (try_again(response)) {
            // Ever longer, as people do.
            const auto tired = std::min(++step->attempts, 8);
            if (step->patience-- <= 0) return;
            const auto pause = tired * Duration{random_.between(1'000, 10'000)};
            world_.agenda().after(pause,
                                  [this, step = std::move(step)]() mutable { attempt(std::move(step)); });
            return;
        }
        if (response->status >= 500)
            throw Violation{
                fmt::format("{} answered {}: {}", step->request.path, response->status, response->body)};
        if (step->then) step->then(*response);
    });
}

void Workload::begin() {
    for (int i = 0; i < cafes; ++i) open(fmt::format("cafe{}", i), i);
    for (int i = 0; i < riders; ++i) {
        send({post("/deliveries/shift", R"({"online":true,"place":{"latitude":37.565,"longitude":126.981}})",
                   rider_number(i)),
              100,
              {}});
    }
    for (int i = 0; i < plan_.orders; ++i) {
        if (!plan_.only.empty() && !plan_.only.contains(i)) continue;
        auto story = std::make_shared<OrderStory>(
            OrderStory{.number = i, .random = Random(plan_.seed, fmt::format("order {}", i))});
        auto& random = story->random;
        story->cafe = fmt::format("cafe{}", random.below(cafes));
        story->customer = {{fmt::format("customer{}", random.below(customers))}, Role::customer, {}};
        story->delivery = random.chance(0.4);
        world_.agenda().after(10s + Duration{random.between(0, world_.day().count())},
                              [this, story] { place(story); });
    }
    if (!plan_.without.contains("accounts")) hire();
    if (world_.messengers_fail()) link_channels();
    if (plan_.without.contains("branches")) return;
    for (int i = 0; i <= plan_.orders / 15; ++i) {
        world_.agenda().after(60s + Duration{managers_.between(0, world_.day().count())},
                              [this] { manage(fmt::format("cafe{}", managers_.below(cafes))); });
    }
}

void Workload::open(const std::string& cafe, int index) {
    const auto who = operator_principal();
    const auto path = "/cafes/" + cafe;
    send({post("/cafes", profile(cafe, index), who, "register-" + cafe), 100,
          [this, path, who](const Response&) {
              send({request(Method::put, path + "/menu", menu(5'000), who), 100,
                    [this, path, who](const Response&) { send({post(path + "/open", "", who), 100, {}}); }});
          }});
}

/// Something that is good for a while, and its end.
void Workload::manage(const std::string& cafe) {
    const auto who = barista_of(cafe);
    const auto path = "/cafes/" + cafe;
    const auto for_a_while = [this](Request begin, Request end) {
        const Duration delay{managers_.between(1'000, 40'000)};
        const bool for_good = managers_.chance(0.6);  // somebody forgets to take it back
        send({std::move(begin), 20, [this, delay, for_good, end = std::move(end)](const Response&) {
                  if (for_good && end.path.ends_with("soldOut") && end.body.contains("latte")) return;
                  send_later(delay, {end, 200, {}});
              }});
    };
    const auto publish = [&](std::optional<int> latte) {
        return request(Method::put, path + "/menu", menu(latte), who);
    };
    switch (managers_.below(6)) {
        case 0: return for_a_while(publish(5'500), publish(5'000));
        case 1: return for_a_while(publish(std::nullopt), publish(5'000));
        case 2:
            return for_a_while(post(path + "/soldOut", sold_out("latte", "", true), who),
                               post(path + "/soldOut", sold_out("latte", "", false), who));
        case 3:
            return for_a_while(post(path + "/soldOut", sold_out("americano", "large", true), who),
                               post(path + "/soldOut", sold_out("americano", "large", false), who));
        case 4:
            return for_a_while(post(path + "/pause", R"({"minutes":1,"reason":"바빠요"})", who),
                               post(path + "/open", "", who));
        default: return for_a_while(post(path + "/close", "", who), post(path + "/open", "", who));
    }
}

void Workload::place(const Story& story) {
    auto& random = story->random;
    const auto draw = random.below(100);
    const auto* token = draw < 80   ? "approve"
                        : draw < 86 ? "decline"
                        : draw < 93 ? "timeout_after_charge"
                        : draw < 97 ? "stall"
                                    : "stall_then_charge";
    const auto* destination =
        R"(,"destination":{"address":"서울 중구 세종대로 1","detail":"3층","place":{"latitude":37.566,"longitude":126.982},"phone":"010-1234-5678","note":""})";
    const auto line = random.chance(0.3)
                          ? std::string(R"({"menuId":"latte","quantity":1,"options":[]})")
                          : fmt::format(R"({{"menuId":"americano","quantity":{},"options":["{}"]}})",
                                        1 + random.below(3), random.chance(0.5) ? "regular" : "large");
    const auto body = fmt::format(
        R"({{"cafeId":"{}","fulfilment":"{}","lines":[{}],"note":"request {}","payment":{{"method":"card","token":"{}"}}{}}})",
        story->cafe, story->delivery ? "delivery" : "pickup", line, story->number, token,
        story->delivery ? destination : "");
    if (random.chance(0.03)) trouble_refunds(random);
    const bool twice = random.chance(0.1);
    if (twice) world_.marks().reach("pressed twice");
    for (int i = 0; i < (twice ? 2 : 1); ++i) {
        send({post("/orders", body, story->customer, fmt::format("order-{}", story->number)), 200,
              [this, story](const Response& response) { on_placed(story, response); }});
    }
}

/// Those that the provider is asked for next.
void Workload::trouble_refunds(Random& random) {
    using adapters::RefundTrouble;
    world_.provider().trouble_refunds(1 + static_cast<int>(random.below(3)),
                                      random.chance(0.6) ? RefundTrouble::time_out : RefundTrouble::fail);
}

void Workload::on_placed(const Story& story, const Response& response) {
    if (response.status != 201 || !story->order_id.empty()) return;
    const auto placed = codec::from_json<PlacedOrder>(response.body);
    if (!placed) throw Violation{"the answer to POST /orders cannot be read: " + placed.error().path};
    story->order_id = placed->order_id;
    story->call_number = placed->call_number;
    story->price = placed->total_price.amount;
    if (placed->destination) story->pin = placed->destination->pin;
    world_.oracle().acknowledged(story->order_id);
    play(story);
}

}  // namespace dangol::simulation
