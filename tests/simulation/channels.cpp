// People who want their messages elsewhere too.
#include <fmt/format.h>

#include "core/codec.hpp"
#include "order_story.hpp"

namespace dangol::simulation {

using namespace runtime;
using namespace std::chrono_literals;

namespace {

struct LinkedWebhook {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(LinkedWebhook, (), (id))

}  // namespace

/// A webhook at the beginning, for a few of them one that never works, and another one later.
void Workload::link_channels() {
    const auto link_both = [this](const Principal& who, const std::string& cafe) {
        link_channel(who, cafe, 1);
        world_.agenda().after(Duration{links_.between(30'000, world_.day().count() + 30'000)},
                              [this, who, cafe] { link_channel(who, cafe, 2); });
    };
    for (int i = 0; i < customers; i += 10)
        link_both({{fmt::format("customer{}", i)}, Role::customer, {}}, {});
    for (int i = 0; i < riders; i += 12) link_both(rider_number(i), {});
    link_both(barista_of("cafe1"), "cafe1");
}

void Workload::link_channel(const Principal& who, const std::string& cafe, int times) {
    const auto recipient = cafe.empty() ? who.account.value : "cafe:" + cafe;
    const bool broken = cafe.empty() && links_.chance(0.05);
    const auto url = fmt::format("{}{}", MessageOracle::address_of(recipient),
                                 broken ? std::string(MessageOracle::broken_end) : std::to_string(times));
    const auto whose = cafe.empty() ? std::string{} : fmt::format(R"(,"cafeId":"{}")", cafe);
    send({post("/notifications/channels/webhook", fmt::format(R"({{"url":"{}"{}}})", url, whose), who,
               fmt::format("link-{}-{}", recipient, times)),
          20, [this, who](const Response& response) {
              const auto linked = codec::from_json<LinkedWebhook>(response.body);
              if (response.status != 201 || !linked || !links_.chance(0.5)) return;
              send_later(Duration{links_.between(10'000, 600'000)},
                         {request(Method::del, "/notifications/channels/" + linked->id, {}, who), 3, {}});
          }});
}

}  // namespace dangol::simulation
