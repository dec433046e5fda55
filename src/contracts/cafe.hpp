#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/calendar.hpp"
#include "core/contract.hpp"
#include "core/geo.hpp"
#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/opening_hours.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// What the cafe context publishes: the contract that other contexts include. Add members, never change or
/// remove one (api/asyncapi.yaml).
namespace dangol::cafe {

// ── A branch and its menu ───────────────────────────────────────────────────────────────────────

struct MenuOption {
    static constexpr std::array may_be_missing{"price_delta"};
    std::string id;  ///< unique within the item
    Text name;
    Money price_delta;
    bool operator==(const MenuOption&) const = default;
};
BOOST_DESCRIBE_STRUCT(MenuOption, (), (id, name, price_delta))

/// The customer takes at least `min` and at most `max` of the options.
struct OptionGroup {
    static constexpr std::array may_be_missing{"min", "max"};
    std::string id;
    Text name;
    int min = 0;
    int max = 1;
    std::vector<MenuOption> options;
    bool operator==(const OptionGroup&) const = default;
};
BOOST_DESCRIBE_STRUCT(OptionGroup, (), (id, name, min, max, options))

struct MenuItem {
    static constexpr std::array may_be_missing{"description", "category", "units", "image", "groups"};
    MenuId id;
    Text name;
    Text description;
    Text category;
    Money price;
    int units = 1;      ///< work to make one, in drinks: 0 for a packed cookie, 2 for a hand drip
    std::string image;  ///< path of a picture, or empty
    std::vector<OptionGroup> groups;
    bool operator==(const MenuItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(MenuItem, (), (id, name, description, category, price, units, image, groups))

using dangol::OpeningHours;

struct DeliveryTerms {
    static constexpr std::array may_be_missing{"offered", "fee", "radius_metres"};
    bool offered = true;
    Money fee{3000, "KRW"};
    double radius_metres = 3000;  ///< how far from the café orders are delivered
    bool operator==(const DeliveryTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeliveryTerms, (), (offered, fee, radius_metres))

struct CafeProfile {
    static constexpr std::array may_be_missing{
        "phone", "time_zone", "business_day_starts", "seconds_per_unit", "stations", "delivery"};
    Text name;
    std::string address;
    Place place;
    std::string phone;
    std::string time_zone = Calendar{}.time_zone;     ///< IANA name
    int business_day_starts = Calendar{}.day_starts;  ///< minute of the local day, 0 … 1439
    int seconds_per_unit = 60;                        ///< to make one drink at one station
    int stations = 2;                                 ///< drinks made at the same time
    DeliveryTerms delivery;
    bool operator==(const CafeProfile&) const = default;
};
BOOST_DESCRIBE_STRUCT(CafeProfile, (),
                      (name, address, place, phone, time_zone, business_day_starts, seconds_per_unit,
                       stations, delivery))

[[nodiscard]] inline Calendar calendar_of(const CafeProfile& profile) {
    return {profile.time_zone, profile.business_day_starts};
}

/// A new branch, closed until CafeOpened.
struct CafeRegistered {
    CafeId cafe_id;
    CafeProfile profile;
};
BOOST_DESCRIBE_STRUCT(CafeRegistered, (), (cafe_id, profile))

struct CafeProfileChanged {
    CafeId cafe_id;
    CafeProfile profile;
};
BOOST_DESCRIBE_STRUCT(CafeProfileChanged, (), (cafe_id, profile))

/// The whole menu, in place of the one before. What is sold out stays sold out if it is still on it.
struct MenuPublished {
    CafeId cafe_id;
    std::vector<MenuItem> items;
};
BOOST_DESCRIBE_STRUCT(MenuPublished, (), (cafe_id, items))

/// The week's opening hours; none at all means always open while the café is open.
struct HoursChanged {
    CafeId cafe_id;
    std::vector<OpeningHours> hours;
};
BOOST_DESCRIBE_STRUCT(HoursChanged, (), (cafe_id, hours))

struct CafeOpened {
    CafeId cafe_id;
};
BOOST_DESCRIBE_STRUCT(CafeOpened, (), (cafe_id))

/// No new orders until then. The pause ends by itself.
struct CafePaused {
    CafeId cafe_id;
    Timestamp until{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CafePaused, (), (cafe_id, until, reason))

struct CafeClosed {
    CafeId cafe_id;
};
BOOST_DESCRIBE_STRUCT(CafeClosed, (), (cafe_id))

/// An item, or one option of it (`option_id` given), is sold out or back. `until` absent: until the
/// next change.
struct SoldOutChanged {
    CafeId cafe_id;
    MenuId menu_id;
    std::string option_id;
    bool sold_out = true;
    std::optional<Timestamp> until;
};
BOOST_DESCRIBE_STRUCT(SoldOutChanged, (), (cafe_id, menu_id, option_id, sold_out, until))

// ── A ticket at the bar (CafeOrder) ─────────────────────────────────────────────────────────────

/// The reason for which a café rejects an order or aborts making.
enum class CafeReason {
    sold_out,
    too_busy,
    closed,
    customer_request,
    unanswered,
    no_rider,
    operator_decision,
    other
};
BOOST_DESCRIBE_ENUM(CafeReason, sold_out, too_busy, closed, customer_request, unanswered, no_rider,
                    operator_decision, other)

/// Collected by the customer, or by a rider.
enum class Fulfilment { pickup, delivery };
BOOST_DESCRIBE_ENUM(Fulfilment, pickup, delivery)

struct OrderApproved {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    int ready_in_minutes = 0;              ///< what the café promises; 0 = no promise
    std::optional<Timestamp> promised_at;  ///< the same as a point in time
};
BOOST_DESCRIBE_STRUCT(OrderApproved, (), (order_id, cafe_id, customer_id, ready_in_minutes, promised_at))

struct OrderRejected {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    CafeReason reason = CafeReason::other;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(OrderRejected, (), (order_id, cafe_id, customer_id, reason, note))

struct MakeStarted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    bool for_delivery = true;  ///< a rider will come for it
    Timestamp started_at{};
};
BOOST_DESCRIBE_STRUCT(MakeStarted, (), (order_id, cafe_id, customer_id, for_delivery, started_at))

struct MakeCompleted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    bool for_delivery = true;  ///< a rider will come for it
    Timestamp made_at{};
    std::optional<Timestamp> collect_by;  ///< pick-up: it is kept until then
};
BOOST_DESCRIBE_STRUCT(MakeCompleted, (), (order_id, cafe_id, customer_id, for_delivery, made_at, collect_by))

/// Pick-up: given to the customer.
struct HandedOver {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (order_id, cafe_id, customer_id))

/// Not collected in time. The café may still hand it over.
struct NotCollected {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(NotCollected, (), (order_id, cafe_id, customer_id))

/// The café's answer to OrderCancelRequested: the ticket is void.
struct CancelGranted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(CancelGranted, (), (order_id, cafe_id, customer_id))

/// The café's answer to OrderCancelRequested: too late. `state` is the ticket's: "making", "made" …
struct CancelRefused {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(CancelRefused, (), (order_id, cafe_id, customer_id, state))

/// The café had to give up a drink that it had begun or made.
struct MakeAborted {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    CafeReason reason = CafeReason::other;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(MakeAborted, (), (order_id, cafe_id, customer_id, reason, note))

/// The drinks that a rider could not hand over are back at the café, or will not come (`lost`).
struct DrinksReturned {
    OrderId order_id;
    CafeId cafe_id;
    AccountId customer_id;
    bool lost = false;
};
BOOST_DESCRIBE_STRUCT(DrinksReturned, (), (order_id, cafe_id, customer_id, lost))

// ── The contract ────────────────────────────────────────────────────────────────────────────────

using Contract = dangol::Contract<"cafe", CafeRegistered, CafeProfileChanged, MenuPublished, HoursChanged,
                                  CafeOpened, CafePaused, CafeClosed, SoldOutChanged, OrderApproved,
                                  OrderRejected, MakeStarted, MakeCompleted, HandedOver, NotCollected,
                                  CancelGranted, CancelRefused, MakeAborted, DrinksReturned>;
Contract contract_of(auto event);

}  // namespace dangol::cafe
