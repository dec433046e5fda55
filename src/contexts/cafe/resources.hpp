#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/cafe/cafe_aggregates.hpp"

/// What the API shows of branches and tickets (api/openapi.yaml).
namespace dangol::cafe {

/// A branch as anyone may see it.
struct CafeResource : CafeProfile {
    CafeId id;
    std::string state;  ///< OPEN, PAUSED, CLOSED: what the staff say
    std::optional<Timestamp> paused_until;
    std::optional<std::string> pause_reason;
    bool open_now = false;  ///< OPEN, and within the hours: it takes orders
    std::vector<OpeningHours> hours;
    std::optional<std::int64_t> distance_metres;
};
BOOST_DESCRIBE_STRUCT(CafeResource, (CafeProfile),
                      (id, state, paused_until, pause_reason, open_now, hours, distance_metres))

[[nodiscard]] CafeResource cafe_resource(const CafeId& id, const CafeSummary& summary, Timestamp now);

struct OptionResource : MenuOption {
    bool sold_out = false;
    std::optional<Timestamp> sold_out_until;  ///< when that ends by itself, if it does
};
BOOST_DESCRIBE_STRUCT(OptionResource, (MenuOption), (sold_out, sold_out_until))

struct GroupResource {
    std::string id;
    Text name;
    int min = 0;
    int max = 1;
    std::vector<OptionResource> options;
};
BOOST_DESCRIBE_STRUCT(GroupResource, (), (id, name, min, max, options))

struct ItemResource {
    MenuId id;
    Text name;
    Text description;
    Text category;
    Money price;
    int units = 1;
    std::string image;
    bool sold_out = false;
    std::optional<Timestamp> sold_out_until;  ///< when that ends by itself, if it does
    std::vector<GroupResource> groups;
};
BOOST_DESCRIBE_STRUCT(ItemResource, (),
                      (id, name, description, category, price, units, image, sold_out, sold_out_until,
                       groups))

struct MenuResource {
    CafeId cafe_id;
    std::vector<ItemResource> items;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(MenuResource, (), (cafe_id, items, version))

[[nodiscard]] MenuResource menu_resource(const branch::Branch& branch, std::uint64_t version, Timestamp now);

/// A ticket as the staff of its branch see it.
struct TicketResource {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string call_number;
    std::string status;
    std::vector<TicketLine> lines;
    int qty = 0;
    int units = 0;
    std::string note;
    Fulfilment fulfilment = Fulfilment::pickup;
    Timestamp order_date{};
    std::optional<Timestamp> promised_at;
    std::optional<Timestamp> started_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> collect_by;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(TicketResource, (),
                      (order_id, cafe_id, customer_id, call_number, status, lines, qty, units, note,
                       fulfilment, order_date, promised_at, started_at, made_at, collect_by, version))

/// Nothing where there is no ticket.
[[nodiscard]] std::optional<TicketResource> ticket_resource(const ticket::State& state,
                                                            std::uint64_t version);

template <class T>
struct ListOf {
    std::vector<T> items;
};
using CafeList = ListOf<CafeResource>;
using TicketList = ListOf<TicketResource>;
BOOST_DESCRIBE_STRUCT(CafeList, (), (items))
BOOST_DESCRIBE_STRUCT(TicketList, (), (items))

/// Something about a branch has changed; the frame's name says what.
struct CafeFrame {
    CafeId cafe_id;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CafeFrame, (), (cafe_id, version))

/// What a branch's command answers.
struct CafeAnswer {
    std::string id;
    std::string status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CafeAnswer, (), (id, status, version))

/// What a ticket's command answers.
struct TicketAnswer {
    std::string order_id;
    std::string status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(TicketAnswer, (), (order_id, status, version))

}  // namespace dangol::cafe
