#include "contexts/mypage/domain/sales.hpp"

#include <algorithm>
#include <tuple>

#include "core/calendar.hpp"

namespace dangol::mypage {
namespace {

/// A branch sells in one currency. The first sale determines it; a sum that would leave the range of Money is
/// not changed.
void count(Money& sum, const Money& more) {
    if (sum.amount == 0) sum.currency = more.currency;
    sum = add(sum, more).value_or(sum);
}

}  // namespace

std::optional<Sale> sale_of(const Page& page) {
    const auto& facts = page.facts;
    if (!facts.order || !facts.placed_at) return std::nullopt;
    Sale sale{.lines = {},
              .qty = facts.order->qty,
              .total = facts.order->total_price,
              .canceled = page.status == OrderStatus::canceled || page.status == OrderStatus::rejected,
              .refund = {},
              .repaid = facts.order_repaid};
    for (const auto& line : facts.order->lines) sale.lines.push_back({line.name, line.quantity, line.price});
    if (facts.refund_requested_at || facts.refunded_at) {
        sale.refund = facts.refund_amount.value_or(sale.total);
    }
    return sale;
}

void DaySum::add(Timestamp ordered, const Sale& sale) {
    if (sale.canceled) ++day_.canceled;
    if (sale.refund) {
        ++day_.refunds.count;
        count(day_.refunds.total, *sale.refund);
    }
    if (sale.canceled || sale.repaid) return;
    ++day_.orders;
    day_.qty += sale.qty;
    count(day_.sales, sale.total);
    count_hour(ordered, sale);
    count_lines(sale);
}

void DaySum::count_hour(Timestamp ordered, const Sale& sale) {
    const int hour = local_minute(ordered, time_zone_) / 60;
    if (day_.hours.empty() || day_.hours.back().hour != hour) day_.hours.push_back({hour, 0, 0});
    ++day_.hours.back().orders;
    day_.hours.back().qty += sale.qty;
}

void DaySum::count_lines(const Sale& sale) {
    for (const auto& line : sale.lines) {
        auto item = std::ranges::find(day_.items, line.name, &SoldItem::name);
        if (item == day_.items.end()) item = day_.items.insert(item, {line.name, 0, {}});
        item->quantity += line.quantity;
        count(item->sales, line.price);
    }
}

DaySales DaySum::day() && {
    std::ranges::sort(day_.items, [](const SoldItem& a, const SoldItem& b) {
        return std::tie(b.quantity, b.sales.amount, a.name.ko) <
               std::tie(a.quantity, a.sales.amount, b.name.ko);
    });
    return std::move(day_);
}

}  // namespace dangol::mypage
