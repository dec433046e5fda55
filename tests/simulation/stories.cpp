// What becomes of a placed order, each step a request to the real API handlers.
#include <fmt/format.h>

#include "core/codec.hpp"
#include "order_story.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

namespace {

constexpr int patient = 60;
constexpr int impatient = 5;

bool failed(const Response& response) { return response.status >= 300; }

struct Queue {
    int orders_ahead = 0;
};
struct Looked {
    std::optional<Queue> queue;
};
BOOST_DESCRIBE_STRUCT(Queue, (), (orders_ahead))
BOOST_DESCRIBE_STRUCT(Looked, (), (queue))

std::string number(const std::string& call_number) {
    return fmt::format(R"({{"callNumber":"{}"}})", call_number);
}

}  // namespace

Duration Workload::soon(const Story& story, int low_seconds, int high_seconds) {
    return Duration{story->random.between(low_seconds * 1'000, high_seconds * 1'000)};
}

void Workload::play(const Story& story) {
    auto& random = story->random;
    if (random.chance(0.12)) cancel(story, soon(story, 0, 150));
    if (random.chance(0.08)) force_cancel(story, soon(story, 0, 1'200));
    if (random.chance(0.1)) world_.agenda().after(soon(story, 0, 600), [this, story] { peek(story); });
    if (random.chance(0.05))
        world_.agenda().after(soon(story, 5, 200), [this, story] { look_at_queue(story); });
    if (random.chance(0.12)) {
        world_.agenda().after(soon(story, 10, 1'500),
                              [this, story] { refund(story, 1 + static_cast<int>(story->random.below(4))); });
    }
    make(story);
    if (story->delivery) deliver(story);
}

void Workload::cancel(const Story& story, Duration delay) {
    send_later(delay, {post("/orders/" + story->order_id + "/cancel", "", story->customer), impatient, {}});
}

void Workload::force_cancel(const Story& story, Duration delay) {
    send_later(delay, {post("/orders/" + story->order_id + "/forceCancel", R"({"reason":"매장에 물이 새요"})",
                            operator_principal()),
                       patient,
                       {}});
}

// ── The bar ────────────────────────────────────────────────────────────────────────────────────────

void Workload::make(const Story& story) {
    auto& random = story->random;
    const auto who = barista_of(story->cafe);
    const auto ticket = "/cafeOrders/" + story->order_id;
    const auto draw = random.below(100);
    if (draw < 4) return;  // nobody looks at the screen: the order is canceled by its deadline
    if (draw < 9) {
        send_later(soon(story, 3, 60),
                   {post(ticket + "/reject", R"({"reason":"too_busy"})", who), patient, {}});
        return;
    }
    send_later(
        soon(story, 2, 100),
        {post(ticket + "/approve", "{}", who), patient, [this, story, who, ticket](const Response& approved) {
             if (failed(approved)) return;
             const auto delay = soon(story, 2, 90);
             send_later(delay, {post(ticket + "/makeStart", "", who), patient,
                                [this, story](const Response& started) { finish(story, started); }});
             // at the very moment when making starts
             if (story->random.chance(0.15)) cancel(story, delay);
             if (story->random.chance(0.03)) force_cancel(story, delay);
         }});
}

void Workload::finish(const Story& story, const Response& started) {
    if (failed(started)) return;
    const auto who = barista_of(story->cafe);
    const auto ticket = "/cafeOrders/" + story->order_id;
    const auto abort = post(ticket + "/abort", R"({"reason":"sold_out"})", who);
    if (story->random.chance(0.04)) return send_later(soon(story, 5, 60), {abort, patient, {}});
    send_later(soon(story, 20, 180), {post(ticket + "/makeComplete", "", who), patient,
                                      [this, story](const Response& made) { hand_over(story, made); }});
}

void Workload::hand_over(const Story& story, const Response& made) {
    auto& random = story->random;
    if (failed(made)) return;
    const auto who = barista_of(story->cafe);
    const auto ticket = "/cafeOrders/" + story->order_id;
    const auto abort = post(ticket + "/abort", R"({"reason":"sold_out"})", who);
    if (story->delivery) {
        if (random.chance(0.05)) send_later(soon(story, 0, 900), {abort, impatient, {}});
        return;
    }
    if (random.chance(0.05)) return;        // nobody comes
    const auto late = random.chance(0.05);  // after the drinks were given up
    const auto delay = late ? Duration{3h} : soon(story, 5, 600);
    if (random.chance(0.05)) {
        auto wrong = post(ticket + "/handOver", number("0000x"), who);
        // Well before, so that it cannot arrive behind the right one.
        world_.agenda().after(std::max(Duration{0}, delay - 20s), [this, wrong] { must_be_refused(wrong); });
    }
    send_later(delay, {post(ticket + "/handOver", number(story->call_number), who), patient, {}});
    if (random.chance(0.06)) force_cancel(story, delay);
    if (random.chance(0.02)) send_later(delay, {abort, impatient, {}});
}

// ── The way to the door ────────────────────────────────────────────────────────────────────────────

void Workload::deliver(const Story& story) {
    auto& random = story->random;
    if (random.chance(0.06)) return;  // no rider wants it
    const auto delay = soon(story, 30, 200);
    const auto first = static_cast<int>(random.below(riders));
    world_.agenda().after(delay, [this, story, first] { claim(story, first); });
    if (!random.chance(0.2)) return;
    const auto rival = (first + 1 + static_cast<int>(random.below(riders - 1))) % riders;
    world_.agenda().after(delay, [this, story, rival] { claim(story, rival); });
}

void Workload::claim(const Story& story, int number_of_rider) {
    const auto rider = rider_number(number_of_rider);
    const auto path = "/deliveries/" + story->order_id;
    send({post(path + "/claim", "", rider), patient,
          [this, story, rider, path, number_of_rider](const Response& claimed) {
              if (failed(claimed)) return;
              if (!story->random.chance(0.12)) return bring(story, rider);
              send_later(soon(story, 1, 60), {post(path + "/release", "", rider), patient,
                                              [this, story, number_of_rider](const Response& released) {
                                                  if (failed(released)) return;
                                                  claim(story, (number_of_rider + 5) % riders);
                                              }});
          }});
}

void Workload::bring(const Story& story, const Principal& rider) {
    const auto path = "/deliveries/" + story->order_id;
    const auto delay = soon(story, 30, 400);
    send_later(delay, {post(path + "/start", number(story->call_number), rider), patient,
                       [this, story, rider](const Response& started) {
                           // It may have been noted all the same, and canceled before they asked again.
                           if (failed(started)) return take_back(story);
                           if (std::exchange(story->under_way, true)) return;
                           if (story->random.chance(0.05)) return give_up_at_the_bar(story, rider);
                           if (story->random.chance(0.15)) give_up(story, rider);
                           confirm(story, rider);
                           take_back(story);
                       }});
    if (story->random.chance(0.03)) force_cancel(story, delay);
}

/// The barista does not know yet that the rider has the drinks, and the customer lives next door.
void Workload::give_up_at_the_bar(const Story& story, const Principal& rider) {
    auto abort = post("/cafeOrders/" + story->order_id + "/abort", R"({"reason":"sold_out"})",
                      barista_of(story->cafe));
    send({std::move(abort), impatient, [this](const Response& given_up) {
              if (!failed(given_up)) world_.marks().reach("given up while the rider has it");
          }});
    const auto pin = fmt::format(R"({{"pin":"{}"}})", story->pin);
    send({post("/deliveries/" + story->order_id + "/confirm", pin, rider), patient, {}});
    take_back(story);
}

/// The customer is not there, or the rider falls; perhaps while the customer comes to the door after all.
void Workload::give_up(const Story& story, const Principal& rider) {
    auto& random = story->random;
    const auto body = random.chance(0.6) ? R"({"reason":"customer_absent"})"
                                         : R"({"reason":"drinks_damaged","note":"넘어졌어요"})";
    const auto path = "/deliveries/" + story->order_id + "/fail";
    const auto delay = random.chance(0.5) ? soon(story, 0, 60) : soon(story, 60, 900);
    send_later(delay, {post(path, body, rider), patient, {}});
    if (random.chance(0.2)) force_cancel(story, delay);
}

/// Hours later whatever came back is at the bar, or nothing did.
void Workload::take_back(const Story& story) {
    const auto* body = story->random.chance(0.8) ? "{}" : R"({"lost":true})";
    send_later(
        4h,
        {post("/cafeOrders/" + story->order_id + "/takeBack", body, barista_of(story->cafe)), patient, {}});
}

void Workload::confirm(const Story& story, const Principal& rider) {
    auto& random = story->random;
    const auto path = "/deliveries/" + story->order_id + "/confirm";
    const auto pin = [](const std::string& digits) { return fmt::format(R"({{"pin":"{}"}})", digits); };
    const auto delay = random.chance(0.15) ? soon(story, 0, 2) : soon(story, 60, 900);
    const auto wrong = random.chance(0.1) ? 1 + random.below(6) : 0;
    for (std::uint64_t i = 0; i < wrong; ++i) {
        auto attempt = post(path, pin(story->pin == "0000" ? "1111" : "0000"), rider);
        world_.agenda().after(delay + Duration{static_cast<std::int64_t>(i)},
                              [this, attempt] { must_be_refused(attempt); });
    }
    // Not so soon after a wrong one that it may arrive first.
    const auto then = delay + (wrong > 0 ? Duration{20s} : Duration{1s});
    send_later(then, {post(path, pin(story->pin), rider), patient, {}});
    if (wrong > 0)  // the operator believes the rider
        send_later(delay + 1h,
                   {post(path, R"({"reason":"고객이 전화로 확인"})", operator_principal()), patient, {}});
    if (random.chance(0.06)) force_cancel(story, then);
    if (random.chance(0.06)) force_cancel(story, delay / 2);
}

// ── The operator's refunds, and strangers ──────────────────────────────────────────────────────────

/// Partial, whole, too much, and again.
void Workload::refund(const Story& story, int times) {
    if (times == 0) return;
    auto& random = story->random;
    const auto draw = random.below(4);
    const auto amount = draw == 0   ? std::string{}
                        : draw == 1 ? fmt::format("{}", story->price + 100)
                                    : fmt::format("{}", 100 * random.between(1, 40));
    const auto body = fmt::format(
        R"({{"reason":"맛이 이상했대요","borneBy":"{}"{}}})", random.chance(0.5) ? "cafe" : "head_office",
        amount.empty() ? "" : fmt::format(R"(,"amount":{{"amount":{},"currency":"KRW"}})", amount));
    const auto key = fmt::format("refund-{}-{}", story->number, times);
    if (random.chance(0.3)) trouble_refunds(random);
    send({post("/payments/" + story->order_id + "/refund", body, operator_principal(), key), patient,
          [this, story, times](const Response&) {
              world_.agenda().after(soon(story, 0, 300), [this, story, times] { refund(story, times - 1); });
          }});
}

/// What is not theirs, asked for by people who could have got hold of the id.
void Workload::peek(const Story& story) {
    const auto& id = story->order_id;
    const Principal stranger{{"stranger"}, Role::customer, {}};
    const Principal barista = barista_of(story->cafe == "cafe0" ? "cafe1" : "cafe0");
    const Principal rider{{"rider-elsewhere"}, Role::rider, {}};
    const auto look = [](std::string path, const Principal& who) {
        return request(Method::get, std::move(path), {}, who);
    };
    must_be_refused(look("/orders/" + id, stranger));
    must_be_refused(look("/payments/" + id, stranger));
    must_be_refused(look("/myPages/" + id, stranger));
    must_be_refused(look("/myPages/" + id, barista));
    must_be_refused(look("/cafeOrders/" + id, barista));
    must_be_refused(look("/deliveries/" + id, stranger));
    must_be_refused(look("/myPages/sales/" + story->cafe, barista));
    auto tickets = look("/cafeOrders", barista);
    tickets.query = {{"cafeId", story->cafe}};
    must_be_refused(std::move(tickets));
    for (const auto* list : {"/orders", "/myPages", "/notifications"})
        must_not_show(look(list, stranger), story);
    must_not_show(look("/deliveries", rider), story);
    must_be_refused(post("/orders/" + id + "/cancel", "", stranger));
    must_be_refused(post("/orders/" + id + "/forceCancel", R"({"reason":"x"})", story->customer));
    must_be_refused(post("/payments/" + id + "/refund", R"({"reason":"x"})", story->customer));
    must_be_refused(post("/cafeOrders/" + id + "/makeStart", "", barista));
    must_be_refused(
        post("/deliveries/" + id + "/confirm", fmt::format(R"({{"pin":"{}"}})", story->pin), rider));
}

void Workload::must_be_refused(Request asked) {
    if (world_.bug().lets_strangers_in() && asked.method == Method::get)
        asked.principal = operator_principal();
    const auto what = asked.principal.account.value + " may not see or do " + asked.path;
    world_.ask(std::move(asked), [what](const std::optional<Response>& response) {
        if (response && response->status < 300) throw Violation{what};
    });
}

/// A list may be seen, but without this order.
void Workload::must_not_show(Request asked, const Story& story) {
    const auto what = asked.principal.account.value + " finds order " + story->order_id + " in " + asked.path;
    if (world_.bug().shows_all_in_lists()) asked.principal = story->customer;
    world_.ask(std::move(asked), [this, what, story](const std::optional<Response>& response) {
        if (!response || response->status >= 300) return;
        world_.marks().reach("stranger looks at a list");
        if (response->body.contains(story->order_id)) throw Violation{what};
    });
}

/// The place in the queue, against the pages as they are stored at this moment.
void Workload::look_at_queue(const Story& story) {
    if (!world_.memory_is_true()) return;  // a replica has not heard of all yet
    world_.marks().reach("queue looked at");
    const auto ahead = world_.oracle().orders_ahead(story->order_id);
    world_.ask(request(Method::get, "/myPages/" + story->order_id, {}, story->customer),
               [id = story->order_id, ahead](const std::optional<Response>& response) {
                   if (!response || response->status != 200) return;
                   const auto page = codec::from_json<Looked>(response->body);
                   if (!page || !page->queue || page->queue->orders_ahead == ahead) return;
                   throw Violation{fmt::format("{} is told of {} orders ahead, there are {}", id,
                                               page->queue->orders_ahead, ahead)};
               });
}

}  // namespace dangol::simulation
