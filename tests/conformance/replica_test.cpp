// The café and the order context fold the same events of a branch: whatever happened, they agree.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "contexts/cafe/domain/cafe.hpp"
#include "contexts/order/domain/replica.hpp"

namespace dangol {
namespace {

using namespace std::chrono_literals;

cafe::MenuItem item(const char* id) {
    cafe::MenuItem item;
    item.id = {id};
    item.name = {id, id};
    item.price = {4500, "KRW"};
    cafe::OptionGroup group;
    group.id = "size";
    group.name = {"크기", "Size"};
    group.options = {{"large", {"큰 것", "Large"}, {500, "KRW"}},
                     {"small", {"작은 것", "Small"}, {0, "KRW"}}};
    item.groups = {group};
    return item;
}

cafe::CafeProfile profile() {
    cafe::CafeProfile profile;
    profile.name = {"성수", "Seongsu"};
    profile.address = "성수동";
    profile.place = {37.5, 127.0};
    return profile;
}

cafe::branch::Command any_command(Timestamp now) {
    using namespace cafe::branch;
    const auto until = [&] {
        return *rc::gen::arbitrary<bool>() ? std::optional(now + *rc::gen::inRange(1, 90) * 1min)
                                           : std::nullopt;
    };
    const bool sold_out = *rc::gen::arbitrary<bool>();
    switch (*rc::gen::inRange(0, 9)) {
        case 0: return PublishMenu{{item("a"), item("b")}};
        case 1: return PublishMenu{{item("a")}};
        case 2: return OpenCafe{now};
        case 3: return PauseCafe{now, *rc::gen::inRange(1, 60), "바빠요"};
        case 4: return CloseCafe{};
        case 5:
            return ChangeHours{{
                {*rc::gen::inRange(0, 7), *rc::gen::inRange(0, 1439), 1740},
            }};
        case 6: return ChangeHours{};
        case 7: return SetSoldOut{now, {"b"}, {}, sold_out, sold_out ? until() : std::nullopt};
        default: return SetSoldOut{now, {"a"}, "large", sold_out, sold_out ? until() : std::nullopt};
    }
}

RC_GTEST_PROP(Replica, of_a_branch_says_what_the_branch_says, ()) {
    using cafe::branch::Branch;
    cafe::branch::State state;
    order::CafeReplica replica;
    Timestamp now{std::chrono::days{20'000}};
    const auto tell = [&](const cafe::branch::Command& command) {
        const auto events = decide(state, command);
        if (!events) return;
        for (const auto& event : *events) {
            state = evolve(std::move(state), event);
            std::visit([&](const auto& one) { apply(replica, one); }, event);
        }
    };
    tell(cafe::branch::RegisterCafe{{"c1"}, profile()});
    for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
        tell(any_command(now));
        now += *rc::gen::inRange(0, 30) * 1min;
        const auto& branch = std::get<Branch>(state);
        for (const char* id : {"a", "b"}) {
            for (const char* option : {"", "large", "small"}) {
                RC_ASSERT(is_sold_out(branch, {id}, option, now) == is_sold_out(replica, {id}, option, now));
            }
        }
        RC_ASSERT(branch.menu == replica.items);
        const bool open = std::holds_alternative<cafe::branch::Open>(opening_at(branch.opening, now)) &&
                          is_open(branch.hours, now, branch.profile.time_zone);
        RC_ASSERT(open == takes_orders(replica, now).has_value());
    }
}

TEST(Replica, forgets_what_was_sold_out_of_an_item_that_left_the_menu) {
    order::CafeReplica replica;
    const Timestamp now{};
    apply(replica, cafe::MenuPublished{{"c1"}, {item("a"), item("b")}});
    apply(replica, cafe::SoldOutChanged{{"c1"}, {"b"}, {}, true, {}});
    EXPECT_TRUE(is_sold_out(replica, {"b"}, {}, now));
    apply(replica, cafe::MenuPublished{{"c1"}, {item("a")}});
    apply(replica, cafe::MenuPublished{{"c1"}, {item("a"), item("b")}});
    EXPECT_FALSE(is_sold_out(replica, {"b"}, {}, now));
}

}  // namespace
}  // namespace dangol
