// An open loop: orders come at a rate, whatever becomes of those before them, as people's do.
#include "traffic/bench/overload.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "contexts/order/api.hpp"
#include "traffic/bench/cast.hpp"
#include "traffic/bench/load.hpp"
#include "traffic/bench/recorder.hpp"
#include "traffic/client/server_process.hpp"

namespace dangol::traffic::bench {
namespace {

using namespace std::chrono_literals;
using client::Call, client::Reply;

constexpr auto patience = 2s;         ///< of a customer; then the connection is closed
constexpr auto staff_patience = 10s;  ///< longer than what counts as in time: to see how late it was
constexpr auto at_work_within = 1s;
constexpr auto tick = 5ms;
constexpr std::size_t connections = 2'000;  ///< open before the overload
constexpr auto between_steps = 50ms;        ///< of one person at work
constexpr auto arrives_within = 1s;         ///< until the café may be asked for a new order
constexpr auto normal_within = 500ms;
constexpr int normal_in_a_row = 10;
constexpr auto recovery_max = 30s;

// What was promised.
constexpr double sent_min = 0.9;     ///< of the load that was meant: below it nothing is shown
constexpr double goodput_min = 0.8;  ///< of the capacity
constexpr double in_time_min = 0.99;
constexpr double recovery_max_s = 5;
constexpr double memory_growth_max = 0.1;  ///< in the second half of the overload

double seconds(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

/// An exception in any coroutine ends the run.
constexpr auto or_throw = [](const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
};

class Times {
  public:
    void record(Clock::duration took) {
        histogram_.record(
            static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
    }
    [[nodiscard]] double percentile_ms(double share) const {
        return static_cast<double>(histogram_.percentile(share)) / 1'000;
    }
    [[nodiscard]] std::size_t count() const { return histogram_.count(); }

  private:
    Histogram histogram_;
};

class Overload {
  public:
    Overload(const Options& options, const std::string& url, client::KeyRing& keys,
             const client::ServerProcess* server, double capacity)
        : options_(options), keys_(keys), server_(server), api_(io_, url) {
        figures_.capacity = capacity;
        figures_.offered = capacity * options.factor;
    }

    OverloadFigures run() {
        for (const auto* who : {"café accepts", "customer cancels", "rider", "payment"})
            figures_.at_work.push_back({.who = who});
        times_.resize(figures_.at_work.size());
        asio::co_spawn(io_, story(), or_throw);
        io_.run();
        for (std::size_t i = 0; i < times_.size(); ++i) {
            figures_.at_work[i].p50_ms = times_[i].percentile_ms(0.5);
            figures_.at_work[i].p99_ms = times_[i].percentile_ms(0.99);
        }
        figures_.p50_ms = placed_times_.percentile_ms(0.5);
        figures_.p99_ms = placed_times_.percentile_ms(0.99);
        return figures_;
    }

  private:
    struct Placed {
        std::string id;
        std::size_t guest = 0;
        std::size_t bar = 0;
        Clock::time_point at;
    };
    enum Who : std::size_t { bar, cancel, rider, payment };

    Task<void> story() {
        cast_ = co_await gather(api_, keys_, random_);
        rider_token_ = co_await hire_rider(api_, cast_, 0);
        figures_.memory_before_mib = memory_mib();
        for (int i = 0; i < 4; ++i) {
            asio::co_spawn(io_, work_at_bar(), or_throw);
            asio::co_spawn(io_, cancel_some(), or_throw);
        }
        asio::co_spawn(io_, ride(), or_throw);
        asio::co_spawn(io_, refund(), or_throw);

        co_await open_connections();

        const auto begin = Clock::now();
        std::size_t asked = 0;
        std::size_t missed = 0;
        while (Clock::now() - begin < options_.duration) {
            const auto due = static_cast<std::size_t>(seconds(Clock::now() - begin) * figures_.offered);
            // Nothing is caught up on: a burst would be another load than the one that is meant.
            const auto most = asked + static_cast<std::size_t>(figures_.offered * 10 * seconds(tick)) + 1;
            for (; asked + missed < due && asked < most; ++asked)
                asio::co_spawn(io_, order_once(asked), or_throw);
            missed = std::max(due, asked) - asked;
            if (figures_.memory_half_mib == 0 && Clock::now() - begin >= options_.duration / 2)
                figures_.memory_half_mib = memory_mib();
            co_await client::pause_for(tick);
        }
        const auto end = Clock::now();
        figures_.sent_share = static_cast<double>(asked) / (seconds(end - begin) * figures_.offered);
        figures_.offered *= figures_.sent_share;
        figures_.goodput = static_cast<double>(placed_times_.count()) / seconds(end - begin);
        figures_.recovery_s = co_await recover(end);
        over_ = true;
        while (waiting_ > 0 || at_work_ > 0) co_await client::pause_for(tick);
        figures_.memory_after_mib = memory_mib();
    }

    /// Phones have their connections already. Opening thousands at once would measure this program, not the
    /// server.
    Task<void> open_connections() {
        for (std::size_t i = 0; i < connections; ++i) asio::co_spawn(io_, open_connection(), or_throw);
        while (waiting_ > 0) co_await client::pause_for(tick);
    }
    Task<void> open_connection() {
        ++waiting_;
        co_await send({.method = "GET", .target = "/livez", .deadline = staff_patience});
        --waiting_;
    }

    /// Gives nothing where no answer came in time.
    Task<std::optional<Reply>> send(Call call) {
        try {
            co_return co_await api_.send(std::move(call));
        } catch (const client::NoReply&) {
            co_return std::nullopt;
        }
    }

    [[nodiscard]] Call new_order(std::size_t number) const {
        const auto& at = cast_.bars[number % cast_.bars.size()];
        return {.target = "/orders",
                .token = cast_.guest_tokens[number % cast_.guest_tokens.size()],
                .body = at.pickup_orders[number % at.pickup_orders.size()],
                .idempotency_key = fmt::format("{}-{}", cast_.run, number),
                .deadline = patience};
    }

    Task<void> order_once(std::size_t number) {
        ++waiting_;
        const auto begin = Clock::now();
        const auto reply = co_await send(new_order(number));
        const auto took = Clock::now() - begin;
        --waiting_;
        if (!reply) {
            ++figures_.gave_up;
        } else if (reply->status == 201) {
            placed_times_.record(took);
            keep(*reply, number);
        } else if (reply->status == 503) {
            ++figures_.shed;
        } else {
            ++figures_.others;
        }
    }

    /// Some of those that were placed, for the people at work.
    void keep(const Reply& reply, std::size_t number) {
        constexpr std::size_t kept_max = 500;
        if (placed_.size() >= kept_max) return;
        if (auto placed = reply.as<order::OrderResource>()) {
            placed_.push_back({std::move(placed->order_id.value), number % cast_.guest_tokens.size(),
                               number % cast_.bars.size(), Clock::now()});
        }
    }

    /// The next order that has had time to get to the café.
    Task<std::optional<Placed>> next_placed() {
        while (!over_) {
            if (!placed_.empty() && Clock::now() - placed_.front().at >= arrives_within) {
                auto first = std::move(placed_.front());
                placed_.pop_front();
                co_return first;
            }
            co_await client::pause_for(between_steps);
        }
        co_return std::nullopt;
    }

    /// Asks as somebody at work does, and waits a moment.
    Task<void> ask(Who who, Call call, std::vector<int> expected) {
        call.deadline = staff_patience;
        const auto begin = Clock::now();
        const auto reply = co_await send(std::move(call));
        const auto took = Clock::now() - begin;
        const bool answered = reply && std::ranges::find(expected, reply->status) != expected.end();
        times_[who].record(took);
        ++figures_.at_work[who].asked;
        if (answered && took <= at_work_within) ++figures_.at_work[who].in_time;
        co_await client::pause_for(between_steps);
    }

    Task<void> work_at_bar() {
        ++at_work_;
        while (auto order = co_await next_placed()) {
            const auto& token = cast_.bars[order->bar].staff_token;
            co_await ask(bar, {.method = "GET", .target = "/cafeOrders/" + order->id, .token = token}, {200});
            co_await ask(bar,
                         {.target = "/cafeOrders/" + order->id + "/approve", .token = token, .body = "{}"},
                         {200});
        }
        --at_work_;
    }
    Task<void> cancel_some() {
        ++at_work_;
        while (auto order = co_await next_placed()) {
            co_await ask(cancel,
                         {.target = "/orders/" + order->id + "/cancel",
                          .token = cast_.guest_tokens[order->guest],
                          .body = "{}"},
                         {200, 409});
        }
        --at_work_;
    }
    Task<void> ride() {
        ++at_work_;
        while (!over_) {
            co_await ask(rider,
                         {.target = "/deliveries/shift", .token = rider_token_, .body = R"({"online":true})"},
                         {200});
            co_await ask(rider, {.method = "GET", .target = "/deliveries/shift", .token = rider_token_},
                         {200});
        }
        --at_work_;
    }
    /// An open order is not refunded: 409, by a decision of the payment context.
    Task<void> refund() {
        ++at_work_;
        while (auto order = co_await next_placed()) {
            co_await ask(payment,
                         {.target = "/payments/" + order->id + "/refund",
                          .token = cast_.operator_token,
                          .body = R"({"reason":"bench"})"},
                         {200, 409});
        }
        --at_work_;
    }

    Task<double> recover(Clock::time_point end) {
        int in_a_row = 0;
        auto since = end;
        for (std::size_t number = 0; Clock::now() - end < recovery_max; ++number) {
            const auto begin = Clock::now();
            if (in_a_row == 0) since = begin;
            auto call = new_order(number);
            call.idempotency_key += "-after";
            const auto reply = co_await send(std::move(call));
            const bool normal = reply && reply->status == 201 && Clock::now() - begin <= normal_within;
            in_a_row = normal ? in_a_row + 1 : 0;
            if (in_a_row == normal_in_a_row) co_return seconds(since - end);
            co_await client::pause_for(10ms);
        }
        co_return -1;
    }

    [[nodiscard]] double memory_mib() const { return server_ == nullptr ? 0 : server_->resident_mib(); }

    const Options& options_;
    client::KeyRing& keys_;
    const client::ServerProcess* server_;
    client::Random random_{std::random_device{}()};
    OverloadFigures figures_;
    Cast cast_;
    std::string rider_token_;
    bool over_ = false;
    std::size_t waiting_ = 0;
    std::size_t at_work_ = 0;
    std::deque<Placed> placed_;
    Times placed_times_;
    std::vector<Times> times_;
    asio::io_context io_{1};
    client::Api api_;
};

struct Promise {
    std::string text;
    bool kept = false;
};

std::vector<Promise> promises(const OverloadFigures& figures) {
    const double share = figures.goodput / figures.capacity;
    std::vector<Promise> all;
    all.push_back({fmt::format("this program sent {:.0f} % of the load that was meant, at least {:.0f} %",
                               figures.sent_share * 100, sent_min * 100),
                   figures.sent_share >= sent_min});
    all.push_back(
        {fmt::format("goodput {:.0f} % of the capacity, at least {:.0f} %", share * 100, goodput_min * 100),
         share >= goodput_min});
    for (const auto& one : figures.at_work) {
        const double in_time =
            one.asked == 0 ? 0 : static_cast<double>(one.in_time) / static_cast<double>(one.asked);
        all.push_back({fmt::format("{}: {:.2f} % within 1 s, at least {:.0f} %", one.who, in_time * 100,
                                   in_time_min * 100),
                       in_time >= in_time_min});
    }
    if (figures.memory_half_mib > 0) {
        const double growth = figures.memory_after_mib / figures.memory_half_mib - 1;
        all.push_back({fmt::format("memory {:+.0f} % in the second half, at most {:.0f} %", growth * 100,
                                   memory_growth_max * 100),
                       growth <= memory_growth_max});
    }
    all.push_back({figures.recovery_s < 0 ? "normal again: never"
                                          : fmt::format("normal again after {:.1f} s, at most {:.0f} s",
                                                        figures.recovery_s, recovery_max_s),
                   figures.recovery_s >= 0 && figures.recovery_s <= recovery_max_s});
    return all;
}

}  // namespace

OverloadFigures overload(const Options& options, const std::string& url, client::KeyRing& keys,
                         const client::ServerProcess* server) {
    auto closed = options;
    closed.scenario = Scenario::place;
    Recorder recorder;
    const auto load = put_load(closed, url, keys, server, recorder);
    if (recorder.stories() == 0) throw std::runtime_error("no order was placed before the overload");
    return Overload(options, url, keys, server, static_cast<double>(recorder.stories()) / load.seconds).run();
}

std::string as_table(const OverloadFigures& figures) {
    std::string table;
    table += fmt::format("capacity      {:>8.0f}/s orders placed, closed loop\n", figures.capacity);
    table +=
        fmt::format("overload      {:>8.0f}/s asked for ({:.1f} times as much), clients give up after {} s\n",
                    figures.offered, figures.offered / figures.capacity, patience.count());
    table += fmt::format("placed        {:>8.0f}/s, p50 {:.0f} ms, p99 {:.0f} ms\n", figures.goodput,
                         figures.p50_ms, figures.p99_ms);
    table += fmt::format("others        {:>8} answered 503, {} given up, {} answered otherwise\n",
                         figures.shed, figures.gave_up, figures.others);
    for (const auto& one : figures.at_work) {
        table += fmt::format("{:<16} {:>5} of {} in time, p50 {:.0f} ms, p99 {:.0f} ms\n", one.who,
                             one.in_time, one.asked, one.p50_ms, one.p99_ms);
    }
    table += fmt::format("memory        {:>8.0f} MiB before, {:.0f} in the middle, {:.0f} after\n\n",
                         figures.memory_before_mib, figures.memory_half_mib, figures.memory_after_mib);
    for (const auto& promise : promises(figures))
        table += fmt::format("{:<7} {}\n", promise.kept ? "kept" : "MISSED", promise.text);
    return table;
}

bool kept(const OverloadFigures& figures) {
    return std::ranges::all_of(promises(figures), [](const auto& promise) { return promise.kept; });
}

}  // namespace dangol::traffic::bench
