// The invariants, checked mechanically.
#include "oracle.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/order/domain/order.hpp"
#include "contexts/payment/api.hpp"
#include "contexts/payment/domain/payment.hpp"
#include "contexts/payment/figures.hpp"
#include "core/codec.hpp"
#include "watched_context.hpp"

namespace dangol::simulation {
namespace {

void must(bool holds, const std::string& what) {
    if (!holds) throw Violation{what};
}

template <class State>
State state_of(const adapters::MemoryDisk& disk, std::string_view kind, const std::string& id) {
    const auto stored = disk.document(kind, id);
    if (!stored) return {};
    auto state = codec::from_json<State>(stored->data);
    must(state.has_value(), fmt::format("{} {} cannot be read", kind, id));
    return std::move(*state);
}

}  // namespace

void Oracle::look_at_new_events() {
    for (auto& [context, disk] : disks_) {
        auto& seen = seen_[context];
        if (disk.last_position() == seen) continue;
        for (const auto& event : disk.events({.after = seen, .limit = 100'000})) {
            look_at(context, event);
            seen = event.position;
        }
    }
}

void Oracle::look_at(const std::string& context, const EventRecord& event) {
    ++events_;
    for (const auto* text : {&context, &event.type, &event.subject, &event.data, &event.causation}) {
        for (const char c : *text) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    hash_ = (hash_ ^ event.version) * 0x100000001b3ULL;
    hash_ = (hash_ ^ static_cast<std::uint64_t>(event.time.time_since_epoch().count())) * 0x100000001b3ULL;

    if (context == "cafe" || context == "order" || context == "payment" || context == "delivery") {
        auto& version = versions_[context + "/" + event.subject];
        must(event.version == version + 1, fmt::format("{} {} {} has version {} after {}", context,
                                                       event.type, event.subject, event.version, version));
        version = event.version;
    }
    if (event.type == "Paid") paid_.insert(event.subject);
    if (event.type == "CafeOrderAdded") {
        must(paid_.contains(event.subject), "the café has order " + event.subject + ", which is not paid");
    }
    if (event.type == "MakeStarted") {
        making_.insert(event.subject);
        must(!void_.contains(event.subject),
             "making of " + event.subject + " began after its cancel was granted");
    }
    if (event.type == "CancelGranted") {
        void_.insert(event.subject);
        must(!making_.contains(event.subject),
             "cancel of " + event.subject + " was granted after making began");
    }
}

void Oracle::check_acknowledged() {
    for (const auto& id : acknowledged_) {
        const auto state = state_of<order::State>(disks_.at("order"), "Order", id);
        must(!std::holds_alternative<order::stage::None>(state) &&
                 !std::holds_alternative<order::stage::PaymentPending>(state),
             "order " + id + " was acknowledged and is not on the disk");
    }
}

void Oracle::check_order(const std::string& id, const adapters::SandboxTransaction* money) {
    const auto order = state_of<order::State>(disks_.at("order"), "Order", id);
    const auto payment = payment::find_payment(*adapters::open_memory_reader(disks_.at("payment")), id);
    const auto stage = fmt::format("{} ({})", id, order::status_of(order));
    using order::stage::CancelRequested, order::stage::PaymentPending, order::stage::Placed;
    must(!std::holds_alternative<PaymentPending>(order) && !std::holds_alternative<Placed>(order) &&
             !std::holds_alternative<CancelRequested>(order),
         "order " + stage + " has not ended");

    const bool captured = money != nullptr && money->captures > 0;
    if (money != nullptr) {
        must(money->captures <= 1, fmt::format("order {} was charged {} times", stage, money->captures));
        must(money->refunds <= money->captures,
             fmt::format("order {} was refunded {} times", stage, money->refunds));
    }
    const bool refunded = money != nullptr && money->refunds == 1;
    const bool fulfilled = std::holds_alternative<order::stage::Completed>(order);
    if (captured)
        must(fulfilled != refunded, "order " + stage + " was charged: it must be fulfilled or refunded");
    if (fulfilled)
        must(captured && payment && payment->status == "SETTLED", "order " + stage + " is not settled");
    if (refunded)
        must(payment && payment->status == "REFUNDED", "the refund of order " + stage + " is not recorded");

    const auto page = disks_.at("mypage").events({.limit = 1, .subject = id, .newest_first = true});
    must(!page.empty(), "MyPage does not know order " + stage);
    const auto shown = codec::from_json<mypage::MyPageChanged>(page.front().data);
    must(shown.has_value(), "MyPage of " + id + " cannot be read");
}

void Oracle::check_end(adapters::SandboxProvider& provider) {
    look_at_new_events();
    check_acknowledged();
    std::map<std::string, adapters::SandboxTransaction> money;
    for (auto& transaction : provider.transactions()) money.emplace(transaction.order_id.value, transaction);
    for (const auto& [context, disk] : disks_) {
        const auto parked = disk.dead_letters(1);
        must(parked.empty(),
             context + " could not handle " +
                 (parked.empty() ? "" : parked.front().event.type + ": " + parked.front().reason));
    }
    std::set<std::string> orders;
    for (const auto& event : disks_.at("order").events({.limit = 1'000'000})) orders.insert(event.subject);
    for (const auto& id : orders) {
        const auto found = money.find(id);
        check_order(id, found == money.end() ? nullptr : &found->second);
    }
    for (const auto& [id, _] : money)
        must(orders.contains(id), "the provider charged an unknown order " + id);

    const auto ledger = payment::sum_of_ledger(*adapters::open_memory_reader(disks_.at("payment")));
    for (const auto& total : ledger.total)
        must(total.amount == 0, fmt::format("the ledger sums to {}", total.amount));
    for (const auto& account : ledger.accounts) {
        if (account.account != "customer_prepaid") continue;
        must(account.balance.amount == 0,
             fmt::format("{} is left in customer_prepaid", account.balance.amount));
    }
}

}  // namespace dangol::simulation
