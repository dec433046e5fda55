// What must hold when all is quiet.
#include <algorithm>

#include <fmt/format.h>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "contexts/cafe/domain/cafe.hpp"
#include "contexts/cafe/domain/cafe_order.hpp"
#include "contexts/delivery/domain/rider.hpp"
#include "contexts/mypage/queue.hpp"
#include "contexts/order/aggregates.hpp"
#include "contexts/order/domain/order.hpp"
#include "contexts/order/domain/replica.hpp"
#include "contexts/payment/api.hpp"
#include "contexts/payment/figures.hpp"
#include "oracle.hpp"
#include "oracle_parts.hpp"

namespace dangol::simulation {

using adapters::MemoryDisk, adapters::SandboxTransaction;
using Trip = Life::Trip;
namespace stage = order::stage;

namespace {

/// What its events say together.
mypage::Page page_by_events(const MemoryDisk& disk, const std::string& id) {
    mypage::Page page;
    for (const auto& record : disk.events({.limit = 1'000, .subject = id})) {
        const auto event = codec::from_json<mypage::MyPageChanged>(record.data);
        must(event.has_value(), "{} of {} cannot be read", record.type, id);
        page = evolve(std::move(page), *event);
    }
    return page;
}

/// Whether the status that the customer sees is the end that the order came to.
bool is_end_of(mypage::OrderStatus shown, const order::State& order) {
    using enum mypage::OrderStatus;
    if (std::holds_alternative<stage::Completed>(order)) return shown == completed || shown == unclaimed;
    if (std::holds_alternative<stage::Undelivered>(order)) return shown == undelivered;
    if (std::holds_alternative<stage::Canceled>(order)) return shown == canceled || shown == rejected;
    if (std::holds_alternative<stage::Expired>(order)) return shown == expired || shown == canceled;
    return shown == payment_failed || shown == canceled || shown == expired;
}

}  // namespace

bool is_placed(const MemoryDisk& orders, const std::string& order_id) {
    const auto state = state_of<order::State>(orders, "Order", order_id);
    return !std::holds_alternative<stage::None>(state) &&
           !std::holds_alternative<stage::PaymentPending>(state);
}

const mypage::Page& Oracle::page_of(const std::string& order_id) const {
    const auto& disk = disks_.at("mypage");
    auto& [data, page] = pages_[order_id];
    auto stored = disk.document("MyPage", order_id);
    if (!stored || stored->data != data) {
        page = state_of<mypage::Page>(disk, "MyPage", order_id);
        data = stored ? std::move(stored->data) : std::string{};
    }
    return page;
}

int Oracle::orders_ahead(const std::string& order_id) const {
    const auto own = page_of(order_id);
    int ahead = 0;
    for (const auto& row : disks_.at("mypage").rows({.view = "desk", .scope = "open", .limit = 1'000'000})) {
        if (row.data != own.facts.cafe_id.value) continue;
        const auto& page = page_of(row.key);
        if (!mypage::is_waiting(page)) continue;
        if (std::pair(page.facts.placed_at, row.key) < std::pair(own.facts.placed_at, order_id)) ++ahead;
        if (ahead == mypage::Queues::counted_max) break;
    }
    return ahead;
}

void Oracle::check_order(const std::string& id, const Life& life, const SandboxTransaction* money) const {
    const auto order = state_of<order::State>(disks_.at("order"), "Order", id);
    const auto called = fmt::format("order {} ({})", id, order::status_of(order));
    must(!std::holds_alternative<stage::PaymentPending>(order) &&
             !std::holds_alternative<stage::Placed>(order) &&
             !std::holds_alternative<stage::CancelRequested>(order),
         "{} has not ended", called);
    if (life.placed_at) {
        must(life.ticket || life.voided, "{} never became a ticket", called);
        must(life.delivery == (life.trip != Trip::none), "{} and its delivery do not belong together",
             called);
    }
    const auto lane =
        cafe::ticket::lane_of(state_of<cafe::ticket::State>(disks_.at("cafe"), "CafeOrder", id));
    must(lane == cafe::ticket::Lane::done || lane == cafe::ticket::Lane::none,
         "the ticket of {} has not ended", called);
    must(life.trip == Trip::none || life.trip == Trip::confirmed || life.trip == Trip::failed ||
             life.trip == Trip::canceled,
         "the delivery of {} has not ended", called);
    must(!life.drinks_come_back, "the drinks of {} never came back", called);
    must(life.trip != Trip::failed || life.undelivered || life.canceled_at,
         "the delivery of {} failed, and the order does not say so", called);

    const bool served = life.handed_over || life.trip == Trip::confirmed;
    must(!served || life.completed || life.served_after_cancel, "{} was served, and nobody says so", called);
    const auto& page = page_of(id);
    must(is_end_of(page.status, order), "MyPage shows another end than that of {}", called);
    check_money(called, life, money);
    check_page(id, life, page);
}

void Oracle::check_money(const std::string& called, const Life& life, const SandboxTransaction* money) const {
    const bool captured = money != nullptr && money->captures > 0;
    must(captured == life.paid, "{} was charged, or not, and its payment says otherwise", called);
    must(!life.placed_at || captured, "{} was placed without money", called);
    must(life.refunds_done == life.refunds_begun && life.paid_back == life.promised_back,
         "of {} refunds of {} {} were paid", life.refunds_begun, called, life.refunds_done);
    if (!captured) return;
    must(money->captures == 1, "{} was charged {} times", called, money->captures);
    must(money->captured.amount == life.price, "{} was charged another amount than was booked", called);
    must(money->refunds == life.refunds_done && money->refunded.amount == life.paid_back,
         "{}: the provider paid {} back in {} refunds, the books say {} in {}", called,
         money->refunded.amount, money->refunds, life.paid_back, life.refunds_done);
    const bool ended_on_its_way = life.completed || life.undelivered;
    must(ended_on_its_way != life.repaid || life.is_lost(),
         "{} was charged: it must be fulfilled or refunded", called);
    must((ended_on_its_way && !life.is_lost()) == life.settled, "{} is settled wrongly", called);
    must(!life.undelivered || life.by_customer || life.paid_back == life.price,
         "{} was not delivered through no fault of the customer, who does not have the money back", called);
    must(!life.repaid || life.paid_back == life.price, "{} was not refunded in full", called);
    must(life.is_lost() == life.loss_booked, "{} was served after a cancel, unbooked", called);
}

void Oracle::check_page(const std::string& id, const Life& life, const mypage::Page& shown) const {
    must(!shown.facts.customer_id.empty(), "MyPage does not know order {}", id);
    constexpr std::uint64_t one_in = 8;  // the events of all would take as long as a twentieth of the run
    if (std::hash<std::string>{}(id) % one_in == 0)
        must(page_by_events(disks_.at("mypage"), id) == shown, "MyPage of {} is not what its events say", id);
    using mypage::Facts;
    using Members = boost::describe::describe_members<Facts, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        using Value = std::remove_cvref_t<decltype(life.facts.*member.pointer)>;
        if constexpr (std::is_same_v<Value, std::optional<Timestamp>>) {
            const auto& is = shown.facts.*member.pointer;
            const auto& ought = life.facts.*member.pointer;
            if (is == ought) return;
            const auto text = [](const Value& time) { return time ? format_time(*time) : "nothing"; };
            must(false, "MyPage of {} has {} for {}, the events say {}", id, text(is), member.name,
                 text(ought));
        }
    });
    must(shown.facts.rider == life.facts.rider, "MyPage of {} is wrong about its rider", id);
    const auto amount = [](const std::optional<Money>& money) { return money ? money->amount : 0; };
    must(amount(shown.facts.refund_amount) == life.promised_back &&
             amount(shown.facts.refunded_amount) == life.paid_back,
         "MyPage of {} is wrong about its refunds", id);
    must(!life.repaid || shown.facts.order_repaid, "MyPage of {} does not say that it was repaid", id);
}

/// Each account, from the events and from the provider.
void Oracle::check_ledger(const std::map<std::string, SandboxTransaction>& money) const {
    std::map<std::string, std::int64_t> ought;
    for (const auto& [_, transaction] : money)
        ought["provider_receivable"] += transaction.captured.amount - transaction.refunded.amount;
    for (const auto& [_, life] : lives_) {
        if (life.completed || life.undelivered || life.served_after_cancel) {
            const bool in_vain = life.trip == Trip::failed && life.by_customer;
            ought["cafe_payable:" + life.cafe] -= life.items_price;
            if (life.trip == Trip::confirmed || in_vain) ought["rider_payable"] -= life.delivery_fee;
            if (life.undelivered && !in_vain) ought["refund_expense"] -= life.delivery_fee;
        }
        if (life.is_lost()) ought["refund_expense"] += life.price;
        ought["cafe_payable:" + life.cafe] += life.borne_by_cafe;
        ought["refund_expense"] += life.borne_by_head_office;
    }
    const auto ledger = payment::sum_of_ledger(*adapters::open_memory_reader(disks_.at("payment")));
    for (const auto& total : ledger.total) must(total.amount == 0, "the ledger sums to {}", total.amount);
    for (const auto& account : ledger.accounts) {
        const auto amount = ought[account.account];
        must(account.balance.amount == amount, "the ledger has {} in {}, the events say {}",
             account.balance.amount, account.account, amount);
        ought.erase(account.account);
    }
    for (const auto& [account, amount] : ought)
        must(amount == 0, "the ledger has nothing in {}, the events say {}", account, amount);
}

/// Two folds of the same events: the café's branch, and the copy by which orders are priced.
void Oracle::check_replicas() const {
    for (const auto& id : branches_) {
        const auto branch =
            std::get<cafe::branch::Branch>(state_of<cafe::branch::State>(disks_.at("cafe"), "Cafe", id));
        const auto row = disks_.at("order").row(order::view::cafes, id);
        must(row.has_value(), "the order context does not know the café {}", id);
        const auto copy = codec::from_json<order::CafeReplica>(row->data);
        must(copy.has_value(), "the copy of the café {} cannot be read", id);
        must(codec::to_json(copy->items) == codec::to_json(branch.menu),
             "the order context has another menu of {}", id);
        must((copy->state == order::CafeState::open) ==
                 std::holds_alternative<cafe::branch::Open>(branch.opening),
             "the order context is wrong about the opening of {}", id);
        std::set<std::string> gone;
        for (const auto& mark : branch.sold_out)
            gone.insert(mark.menu_id.value + (mark.option_id.empty() ? "" : "/" + mark.option_id));
        std::set<std::string> copied;
        for (const auto& [key, _] : copy->sold_out) copied.insert(key);
        must(gone == copied, "the order context is wrong about what is sold out at {}", id);
    }
}

void Oracle::check_riders() const {
    for (const auto& rider : riders_) {
        const auto state = state_of<delivery::shift::State>(disks_.at("delivery"), "Rider", rider);
        must(delivery::shift::active_of(state).empty(), "{} still has a delivery in hand", rider);
    }
}

void Oracle::check_end(adapters::SandboxProvider& provider) {
    look_at_new_events();
    for (const auto& id : acknowledged_)
        must(is_placed(disks_.at("order"), id), "order {} was acknowledged and is gone", id);
    for (const auto& [context, disk] : disks_) {
        const auto parked = disk.dead_letters(1);
        must(parked.empty(), "{} could not handle {}", context,
             (parked.empty() ? "" : parked.front().event.type + ": " + parked.front().reason));
        const auto twice =
            disk.rows({.view = std::string(applied_twice), .scope = std::string(applied_twice), .limit = 1});
        must(twice.empty(), "{}", twice.empty() ? std::string{} : twice.front().data);
    }
    std::map<std::string, SandboxTransaction> money;
    for (auto& transaction : provider.transactions()) money.emplace(transaction.order_id.value, transaction);
    std::set<std::string> orders;
    const auto& log = disks_.at("order");
    for (std::uint64_t position = 1; const auto event = log.event_at(position); ++position) {
        if (event->type == type_name<order::OrderRequested>()) orders.insert(event->subject);
    }
    for (const auto& id : orders) {
        const auto found = money.find(id);
        check_order(id, lives_[id], found == money.end() ? nullptr : &found->second);
    }
    for (const auto& [id, _] : money)
        must(orders.contains(id), "the provider charged an unknown order {}", id);
    check_ledger(money);
    check_replicas();
    check_riders();
    messages_.check_end();
}

}  // namespace dangol::simulation
