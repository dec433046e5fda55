#include "traffic/demo/people.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "contexts/cafe/api.hpp"

namespace dangol::traffic::demo {
namespace {

constexpr std::ptrdiff_t hands = 3;  ///< orders that are made at the same time
constexpr double share_reject = 0.03;
constexpr double share_runs_out = 0.01;  ///< of the looks at the screen
constexpr auto sold_out_for = std::chrono::seconds(60);

struct SoldOut {
    MenuId menu_id;
    bool sold_out = true;
    Timestamp until{};
};
BOOST_DESCRIBE_STRUCT(SoldOut, (), (menu_id, sold_out, until))

/// A shift at one bar: looks at the screen again and again, and does the next thing for each ticket when its
/// time has come.
class Barista {
  public:
    Barista(Town& town, client::Key& key) : town_(town), cafe_(key.cafe), phone_(town, key) {}

    Task<void> work() {
        for (;;) {
            co_await town_.take_seconds(0.5, 1.0);
            const auto answer = co_await phone_.get("/cafeOrders?limit=100&cafeId=" + cafe_);
            const auto tickets = answer.as<cafe::TicketList>();
            if (!tickets) continue;
            std::erase_if(due_, [&](const auto& due) { return !is_there(*tickets, due.first); });
            auto making = std::ranges::count(tickets->items, "MAKING", &cafe::TicketResource::status);
            for (const auto& ticket : tickets->items) co_await handle(ticket, making);
            if (town_.chance(share_runs_out)) co_await run_out();
        }
    }

  private:
    using Clock = std::chrono::steady_clock;

    static bool is_there(const cafe::TicketList& tickets, const std::string& id) {
        return std::ranges::any_of(tickets.items,
                                   [&](const auto& ticket) { return ticket.order_id.value == id; });
    }

    /// True once the step that a ticket waits for has taken its time.
    bool is_due(const cafe::TicketResource& ticket, double least, double most) {
        auto& [status, at] = due_[ticket.order_id.value];
        if (status != ticket.status) {
            status = ticket.status;
            const std::chrono::duration<double> time(
                std::uniform_real_distribution(least, most)(town_.random) / town_.speed);
            at = Clock::now() + std::chrono::duration_cast<Clock::duration>(time);
        }
        return Clock::now() >= at;
    }

    Task<void> handle(const cafe::TicketResource& ticket, std::ptrdiff_t& making) {
        if (ticket.status == "RECEIVED" && is_due(ticket, 1, 4)) {
            if (town_.chance(share_reject)) {
                co_await tell(ticket, "reject", R"({"reason":"too_busy","note":"지금 주문이 너무 많아요"})");
            } else {
                co_await tell(ticket, "approve",
                              fmt::format(R"({{"readyInMinutes":{}}})", 2 + (2 * ticket.units)));
            }
        } else if (ticket.status == "APPROVED" && making < hands && is_due(ticket, 1, 3)) {
            ++making;
            co_await tell(ticket, "makeStart");
        } else if (ticket.status == "MAKING" && is_due(ticket, 5 + ticket.units, 8 + (3 * ticket.units))) {
            co_await tell(ticket, "makeComplete");
        } else if (ticket.status == "MADE" && ticket.fulfilment == cafe::Fulfilment::pickup &&
                   is_due(ticket, 3, 10)) {
            co_await tell(ticket, "handOver");
        }
    }

    /// A refusal means that somebody was first: the customer canceled. The next look at the screen shows it.
    Task<void> tell(const cafe::TicketResource& ticket, std::string_view command, std::string body = "{}") {
        static_cast<void>(co_await phone_.post(
            fmt::format("/cafeOrders/{}/{}", ticket.order_id.value, command), std::move(body)));
    }

    Task<void> run_out() {
        const auto answer = co_await phone_.get("/cafes/" + cafe_ + "/menu");
        const auto menu = answer.as<cafe::MenuResource>();
        if (!menu || menu->items.empty()) co_return;
        const auto until =
            std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now() + sold_out_for);
        const SoldOut sold_out{menu->items[town_.pick(menu->items.size())].id, true, until};
        static_cast<void>(co_await phone_.post("/cafes/" + cafe_ + "/soldOut", codec::to_json(sold_out)));
    }

    Town& town_;
    std::string cafe_;
    Phone phone_;
    struct Due {
        std::string status;
        Clock::time_point at;
    };
    std::map<std::string, Due> due_;  ///< by order id
};

}  // namespace

Task<void> work_as_barista(Town& town, client::Key& key) {
    Barista barista(town, key);
    co_await barista.work();
}

}  // namespace dangol::traffic::demo
