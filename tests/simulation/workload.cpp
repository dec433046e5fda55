// The stories that people play, each step a request to the real API handlers.
#include "workload.hpp"

#include <fmt/format.h>

#include "core/codec.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {
namespace {

using namespace runtime;
using namespace std::chrono_literals;

constexpr int cafes = 3;
constexpr int riders = 12;
constexpr int customers = 40;

Request request(Method method, std::string path, std::string body, Principal who, std::string key = {}) {
    Request made;
    made.method = method;
    made.path = std::move(path);
    made.body = std::move(body);
    made.content_type = "application/json";
    made.principal = std::move(who);
    made.idempotency_key = std::move(key);
    return made;
}

Principal operator_principal() { return {{"operator"}, Role::operator_, {}}; }
Principal barista_of(const std::string& cafe) { return {{"barista-" + cafe}, Role::staff, {{cafe}}}; }

constexpr std::string_view menu = R"({"items":[
  {"id":"americano","name":{"ko":"아메리카노","en":"Americano"},"category":{"ko":"커피","en":"Coffee"},
   "description":{"ko":"","en":""},"price":{"amount":4500,"currency":"KRW"},"units":1,"groups":[
    {"id":"size","name":{"ko":"크기","en":"Size"},"min":1,"max":1,"options":[
      {"id":"regular","name":{"ko":"보통","en":"Regular"},"priceDelta":{"amount":0,"currency":"KRW"}},
      {"id":"large","name":{"ko":"크게","en":"Large"},"priceDelta":{"amount":700,"currency":"KRW"}}]}]},
  {"id":"latte","name":{"ko":"라떼","en":"Latte"},"category":{"ko":"커피","en":"Coffee"},
   "description":{"ko":"","en":""},"price":{"amount":5000,"currency":"KRW"},"units":1,"groups":[]}]})";

std::string profile(const std::string& cafe, int index) {
    return fmt::format(
        R"({{"id":"{}","name":{{"ko":"단골 {}호점","en":"Dangol {}"}},"address":"서울 중구","place":{{"latitude":{},"longitude":126.98}},)"
        R"("phone":"02-000-0000","utcOffsetMinutes":540,"secondsPerUnit":60,"stations":2,)"
        R"("delivery":{{"offered":true,"fee":{{"amount":3000,"currency":"KRW"}},"radiusMetres":3000}}}})",
        cafe, index + 1, index + 1, 37.56 + 0.005 * index);
}

/// True when pressing again may still help: nothing was answered, the system is busy, or what it needs has
/// not arrived.
bool try_again(const std::optional<Response>& response) {
    if (!response) return true;
    if (response->status == 202 || response->status == 503 || response->status == 404 ||
        response->status == 500)
        return true;
    return response->status == 409 &&
           (response->body.contains("not-") || response->body.contains("too-many"));
}

}  // namespace

struct Workload::OrderStory {
    int number = 0;
    std::string cafe;
    std::string order_id;
    std::string call_number;
    std::string pin;
    Principal customer;
    bool delivery = false;
    bool races = false;  ///< cancels at the very moment when making starts
};

struct Placed {
    std::string order_id;
    std::string call_number;
    struct To {
        std::string pin;
    };
    std::optional<To> destination;
};
BOOST_DESCRIBE_STRUCT(Placed::To, (), (pin))
BOOST_DESCRIBE_STRUCT(Placed, (), (order_id, call_number, destination))

Workload::Workload(World& world, std::uint64_t seed, int orders)
    : world_(world), random_(seed, "workload"), orders_(orders) {}
Workload::~Workload() = default;

Duration Workload::soon(int low_seconds, int high_seconds) {
    return Duration{random_.between(low_seconds * 1000, high_seconds * 1000)};
}

void Workload::send_later(Duration delay, Step step) {
    world_.agenda().after(delay, [this, step = std::move(step)]() mutable { send(std::move(step)); });
}

void Workload::send(Step step) {
    auto asked = step.request;
    world_.ask(std::move(asked), [this, step = std::move(step)](std::optional<Response> response) mutable {
        if (try_again(response)) {
            if (step.patience-- > 0) send_later(soon(1, 20), std::move(step));
            return;
        }
        if (response->status >= 500)
            throw Violation{
                fmt::format("{} answered {}: {}", step.request.path, response->status, response->body)};
        if (step.then) step.then(*response);
    });
}

void Workload::begin() {
    for (int i = 0; i < cafes; ++i) {
        const auto cafe = fmt::format("cafe{}", i);
        const auto who = operator_principal();
        const auto path = "/cafes/" + cafe;
        send({request(Method::post, "/cafes", profile(cafe, i), who, "register-" + cafe), 100,
              [this, path, who](const Response&) {
                  send({request(Method::put, path + "/menu", std::string(menu), who), 100,
                        [this, path, who](const Response&) {
                            send({request(Method::post, path + "/open", "", who), 100, {}});
                        }});
              }});
    }
    for (int i = 0; i < riders; ++i) {
        const Principal rider{{fmt::format("rider{}", i)}, Role::rider, {}};
        send({request(Method::post, "/deliveries/shift",
                      R"({"online":true,"place":{"latitude":37.565,"longitude":126.981}})", rider),
              100,
              {}});
    }
    for (int i = 0; i < orders_; ++i) {
        auto story = std::make_shared<OrderStory>();
        story->number = i;
        story->cafe = fmt::format("cafe{}", random_.below(cafes));
        story->customer = {{fmt::format("customer{}", random_.below(customers))}, Role::customer, {}};
        story->delivery = random_.chance(0.4);
        story->races = random_.chance(0.15);
        world_.agenda().after(5s + soon(0, 2 * orders_), [this, story] { place(story); });
    }
}

void Workload::place(std::shared_ptr<OrderStory> story) {
    const auto draw = random_.below(100);
    const auto* token = draw < 78   ? "approve"
                        : draw < 85 ? "decline"
                        : draw < 92 ? "timeout_after_charge"
                        : draw < 96 ? "stall"
                                    : "stall_then_charge";
    const auto* destination =
        R"(,"destination":{"address":"서울 중구 세종대로 1","detail":"3층","place":{"latitude":37.566,"longitude":126.982},"phone":"010","note":""})";
    const auto body = fmt::format(
        R"({{"cafeId":"{}","fulfilment":"{}","lines":[{{"menuId":"americano","quantity":{},"options":["{}"]}}],)"
        R"("payment":{{"method":"card","token":"{}"}}{}}})",
        story->cafe, story->delivery ? "delivery" : "pickup", 1 + random_.below(3),
        random_.chance(0.5) ? "regular" : "large", token, story->delivery ? destination : "");
    send({request(Method::post, "/orders", body, story->customer, fmt::format("order-{}", story->number)),
          200, [this, story](const Response& response) {
              if (response.status != 201) return;
              const auto placed = codec::from_json<Placed>(response.body);
              if (!placed)
                  throw Violation{"the answer to POST /orders cannot be read: " + placed.error().path};
              story->order_id = placed->order_id;
              story->call_number = placed->call_number;
              if (placed->destination) story->pin = placed->destination->pin;
              world_.oracle().acknowledged(story->order_id);
              maybe_cancel(story);
              make(story);
              if (story->delivery) deliver(story);
          }});
}

void Workload::maybe_cancel(std::shared_ptr<OrderStory> story) {
    if (story->races || !random_.chance(0.12)) return;
    send_later(soon(0, 150),
               {request(Method::post, "/orders/" + story->order_id + "/cancel", "", story->customer), 5, {}});
}

void Workload::make(std::shared_ptr<OrderStory> story) {
    const auto who = barista_of(story->cafe);
    const auto ticket = "/cafeOrders/" + story->order_id;
    const auto draw = random_.below(100);
    if (draw < 4) return;  // nobody looks at the screen: the order is cancelled by its deadline
    if (draw < 9) {
        send_later(soon(3, 60),
                   {request(Method::post, ticket + "/reject", R"({"reason":"too_busy"})", who), 60, {}});
        return;
    }
    const bool aborts = random_.chance(0.04);
    const bool collected = random_.chance(0.95);
    const auto hand_over = [this, story, who, ticket, collected](const Response&) {
        if (story->delivery || !collected) return;
        send_later(soon(5, 600), {request(Method::post, ticket + "/handOver",
                                          fmt::format(R"({{"callNumber":"{}"}})", story->call_number), who),
                                  60,
                                  {}});
    };
    const auto finish = [this, who, ticket, aborts, hand_over](const Response& response) {
        if (response.status >= 300) return;
        if (aborts) {
            send_later(soon(5, 60),
                       {request(Method::post, ticket + "/abort", R"({"reason":"sold_out"})", who), 60, {}});
        } else {
            send_later(soon(20, 180),
                       {request(Method::post, ticket + "/makeComplete", "", who), 60, hand_over});
        }
    };
    const auto start = [this, story, who, ticket, finish](const Response& response) {
        if (response.status >= 300) return;
        const auto delay = soon(2, 90);
        send_later(delay, {request(Method::post, ticket + "/makeStart", "", who), 60, finish});
        if (!story->races) return;
        send_later(
            delay,
            {request(Method::post, "/orders/" + story->order_id + "/cancel", "", story->customer), 5, {}});
    };
    send_later(soon(2, 100), {request(Method::post, ticket + "/approve", "{}", who), 60, start});
}

void Workload::deliver(std::shared_ptr<OrderStory> story) {
    if (random_.chance(0.06)) return;  // no rider wants it
    const Principal rider{{fmt::format("rider{}", random_.below(riders))}, Role::rider, {}};
    const auto path = "/deliveries/" + story->order_id;
    const auto confirm = [this, story, rider, path](const Response& response) {
        if (response.status >= 300) return;
        send_later(soon(60, 900), {request(Method::post, path + "/confirm",
                                           fmt::format(R"({{"pin":"{}"}})", story->pin), rider),
                                   60,
                                   {}});
    };
    const auto start = [this, story, rider, path, confirm](const Response& response) {
        if (response.status >= 300) return;
        send_later(soon(30, 400),
                   {request(Method::post, path + "/start",
                            fmt::format(R"({{"callNumber":"{}"}})", story->call_number), rider),
                    60, confirm});
    };
    send_later(soon(30, 200), {request(Method::post, path + "/claim", "", rider), 60, start});
}

}  // namespace dangol::simulation
