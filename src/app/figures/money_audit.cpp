#include "app/figures/money_audit.hpp"

#include <algorithm>
#include <vector>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/payment/aggregate.hpp"
#include "core/codec.hpp"

namespace dangol::app {
namespace {

using runtime::Reader;

template <class T>
T read(const std::string& what, const std::string& json) {
    auto value = codec::from_json<T>(json);
    if (!value) throw runtime::StoreBroken(what + ": " + value.error().path + " " + value.error().message);
    return std::move(*value);
}

std::vector<payment::Posting> movement(Reader& reader, const std::string& event, const std::string& order) {
    const auto row = reader.row(payment::ledger_view, event + ":" + order);
    if (!row) return {};
    return read<std::vector<payment::Posting>>("ledger " + row->key, row->data);
}

/// What moves money.
bool moves_money(const EventRecord& event) {
    return event.type == "Paid" || event.type == "PaymentCanceled" || event.type == "Settled";
}

/// Beyond this a fault is a plague, and counting it exactly helps nobody.
constexpr std::size_t remembered_max = 10'000;

}  // namespace

std::set<std::string> MoneyAudit::subjects(Reader& reader, std::optional<std::uint64_t>& cursor,
                                           const std::function<bool(const EventRecord&)>& concerns) {
    const auto last = reader.last_position();
    const auto oldest = last - std::min<std::uint64_t>(last, events_max);
    // A source that was made anew counts from the start.
    cursor = std::clamp(cursor.value_or(oldest), oldest, last);
    std::set<std::string> found;
    for (const auto& event : reader.events({.after = *cursor, .limit = events_max})) {
        if (concerns(event)) found.insert(event.subject);
        cursor = event.position;
    }
    return found;
}

void MoneyAudit::look_at_payments(Reader& reader) {
    for (const auto& order : subjects(reader, payment_cursor_, moves_money)) {
        // Read twice if a movement was committed in between: document and rows must be of one commit.
        for (;;) {
            const auto document = reader.document(payment::PaymentAggregate::name, order);
            const Movements movements{movement(reader, "Paid", order),
                                      movement(reader, "PaymentCanceled", order),
                                      movement(reader, "Settled", order)};
            const auto again = reader.document(payment::PaymentAggregate::name, order);
            if (document && again && document->version != again->version) continue;
            const auto payment =
                document ? read<payment::Payment>("payment " + order, document->data) : payment::Payment{};
            if (const auto rule = broken_by(payment, movements)) note(order, *rule);
            break;
        }
        ++looked_at_;
    }
}

void MoneyAudit::look_at_pages(Reader& reader, Timestamp now) {
    const auto pages = subjects(reader, mypage_cursor_,
                                [](const EventRecord& event) { return event.type == "MyPageChanged"; });
    for (const auto& order : pages) look_at_page(reader, order, now);
    // Whatever puts one right comes as an event; so only those are looked at again whose time is over.
    const auto suspects = suspects_;
    for (const auto& [order, since] : suspects) {
        if (now - since >= patience && !pages.contains(order)) look_at_page(reader, order, now);
    }
    looked_at_ += pages.size();
}

void MoneyAudit::look_at_page(Reader& reader, const std::string& order, Timestamp now) {
    const auto document = reader.document(mypage::MyPageAggregate::name, order);
    if (!document) return;
    const auto rule = broken_by(read<mypage::Page>("page " + order, document->data));
    if (!rule) {
        suspects_.erase(order);
        return;
    }
    if (suspects_.size() >= remembered_max && !suspects_.contains(order)) return;
    if (now - suspects_.try_emplace(order, now).first->second < patience) return;
    note(order, *rule);
    suspects_.erase(order);
}

void MoneyAudit::note(const std::string& order, MoneyRule rule) {
    {
        const std::scoped_lock lock(mutex_);
        if (broken_.size() >= remembered_max || !broken_.emplace(order, rule).second) return;
    }
    if (told_) told_(order, rule);
}

std::uint64_t MoneyAudit::broken(MoneyRule rule) const {
    const std::scoped_lock lock(mutex_);
    return static_cast<std::uint64_t>(
        std::ranges::count_if(broken_, [&](const auto& one) { return one.second == rule; }));
}

}  // namespace dangol::app
