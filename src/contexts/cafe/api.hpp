#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/cafe/aggregates.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

/// What the café's API takes and shows (api/openapi.yaml), and the functions that answer its routes. cafe.cpp
/// has the list of routes.
namespace dangol::cafe {

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

/// A branch as anyone may see it.
struct CafeResource : CafeProfile {
    CafeId id;
    std::string state;  ///< OPEN, PAUSED, CLOSED: as set by the staff
    std::optional<Timestamp> paused_until;
    std::optional<std::string> pause_reason;
    bool open_now = false;              ///< OPEN, and within the hours: it takes orders
    std::optional<Timestamp> opens_at;  ///< CLOSED, or outside the hours: when they begin next
    BusinessDay business_day;           ///< the present one
    std::vector<OpeningHours> hours;
    std::optional<std::int64_t> distance_metres;
};
BOOST_DESCRIBE_STRUCT(CafeResource, (CafeProfile),
                      (id, state, paused_until, pause_reason, open_now, opens_at, business_day, hours,
                       distance_metres))

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
    std::int64_t turn = 0;  ///< ascending in the order in which the branch's orders were placed
    Timestamp order_date{};
    std::optional<Timestamp> promised_at;
    std::optional<Timestamp> started_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> collect_by;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(TicketResource, (),
                      (order_id, cafe_id, customer_id, call_number, status, lines, qty, units, note,
                       fulfilment, turn, order_date, promised_at, started_at, made_at, collect_by, version))

/// Nothing where there is no ticket.
[[nodiscard]] std::optional<TicketResource> ticket_resource(const ticket::State& state,
                                                            std::uint64_t version);

template <class T>
struct ListOf {
    std::vector<T> items;
    std::optional<std::string> next = {};
};
using CafeList = ListOf<CafeResource>;
using TicketList = ListOf<TicketResource>;
BOOST_DESCRIBE_STRUCT(CafeList, (), (items, next))
BOOST_DESCRIBE_STRUCT(TicketList, (), (items, next))

/// A change of a branch; the frame's name is the event's type.
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

// ── What it takes ──────────────────────────────────────────────────────────────────────────────────

struct MenuBody {
    std::vector<MenuItem> items;
};
BOOST_DESCRIBE_STRUCT(MenuBody, (), (items))

struct HoursBody {
    std::vector<OpeningHours> hours;
};
BOOST_DESCRIBE_STRUCT(HoursBody, (), (hours))

struct PauseBody {
    static constexpr std::array may_be_missing{"minutes", "reason"};
    int minutes = 15;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PauseBody, (), (minutes, reason))

struct SoldOutBody {
    static constexpr std::array may_be_missing{"option_id", "sold_out"};
    MenuId menu_id;
    std::string option_id;
    bool sold_out = true;
    std::optional<Timestamp> until;
};
BOOST_DESCRIBE_STRUCT(SoldOutBody, (), (menu_id, option_id, sold_out, until))

struct ApproveBody {
    static constexpr std::array may_be_missing{"ready_in_minutes"};
    int ready_in_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ApproveBody, (), (ready_in_minutes))

struct RefuseBody {
    static constexpr std::array may_be_missing{"note"};
    CafeReason reason{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RefuseBody, (), (reason, note))

struct HandOverBody {
    static constexpr std::array may_be_missing{"call_number"};
    std::string call_number;
};
BOOST_DESCRIBE_STRUCT(HandOverBody, (), (call_number))

struct TakeBackBody {
    static constexpr std::array may_be_missing{"lost"};
    bool lost = false;  ///< the drinks will not come back
};
BOOST_DESCRIBE_STRUCT(TakeBackBody, (), (lost))

// ── /cafes: anyone reads; the branch's staff and the operator change (api_cafes.cpp) ───────────────

[[nodiscard]] Result<runtime::Response> list_cafes(runtime::Reader& reader, const runtime::Request& request,
                                                   Timestamp now);
[[nodiscard]] Result<runtime::Response> show_cafe(runtime::Reader& reader, const runtime::Request& request,
                                                  Timestamp now);
[[nodiscard]] Result<runtime::Response> show_menu(runtime::Reader& reader, const runtime::Request& request,
                                                  Timestamp now);
[[nodiscard]] Result<runtime::Response> register_cafe(runtime::Unit& unit, const runtime::Request& request);
/// Changes of a branch; clients then read it again.
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_cafe(const runtime::Host& host,
                                                                   runtime::Request request);

/// 404 if there is no such branch, 403 if it is another's.
[[nodiscard]] Result<void> check_branch(runtime::Unit& unit, const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> execute(runtime::Unit& unit, const std::string& cafe,
                                                const branch::Command& command, int status = 200);

/// What is replaced whole has a revision: in the ETag of its GET, and in the If-Match of a PUT, so that
/// nobody overwrites what somebody else has changed meanwhile.
using RevisionTag = std::string (*)(const branch::Branch&);
[[nodiscard]] std::string tag_of_cafe(const branch::Branch& branch);  ///< of profile and hours
[[nodiscard]] std::string tag_of_menu(const branch::Branch& branch);
/// 412 if the request has an If-Match that does not name the present revision.
[[nodiscard]] Result<void> check_revision(runtime::Unit& unit, const runtime::Request& request,
                                          RevisionTag tag);

/// A command of the branch's staff, made from a Body by `make(body, now)`. `tag`: of what it replaces whole.
template <class Body, class Make>
auto on_branch(Make make, RevisionTag tag = nullptr) {
    return [make, tag](runtime::Unit& unit, const runtime::Request& request) -> Result<runtime::Response> {
        DANGOL_CHECK(check_branch(unit, request));
        if (tag != nullptr) DANGOL_CHECK(check_revision(unit, request, tag));
        DANGOL_TRY(auto body, runtime::body_of<Body>(request));
        return execute(unit, request.params.at(0), make(std::move(body), unit.now()));
    };
}

// ── /cafeOrders: the bar's tickets, for the staff of their branch (api_cafe_orders.cpp) ────────────

[[nodiscard]] Result<runtime::Response> list_tickets(runtime::Reader& reader,
                                                     const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> show_ticket(runtime::Reader& reader, const runtime::Request& request);
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_tickets(const runtime::Host& host,
                                                                      runtime::Request request);

/// 404 if there is no such ticket, 403 if it is another branch's.
[[nodiscard]] Result<void> check_ticket(runtime::Unit& unit, const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> execute(runtime::Unit& unit, const std::string& order,
                                                const ticket::Command& command);

/// A command to the ticket, made from a Body by `make(body, now)`.
template <class Body, class Make>
auto on_ticket(Make make) {
    return [make](runtime::Unit& unit, const runtime::Request& request) -> Result<runtime::Response> {
        DANGOL_CHECK(check_ticket(unit, request));
        DANGOL_TRY(auto body, runtime::body_of<Body>(request));
        return execute(unit, request.params.at(0), make(std::move(body), unit.now()));
    };
}

}  // namespace dangol::cafe
