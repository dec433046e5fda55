#include "app/figures/samples.hpp"

#include <utility>

#include "adapters/telemetry/log.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;
using adapters::log;
using adapters::LogLevel;

constexpr std::size_t dead_letters_counted_max = 1000;

SagaLimits limits_of(const Config& config) {
    SagaLimits limits;
    limits.payment = config.pay_within + 2min;
    limits.acceptance = config.cancel_after + 2min;
    limits.handover = config.collect_within + 2h;
    return limits;
}

}  // namespace

Samples::Samples(const Config& config, runtime::Clock& clock, runtime::Timers& timers,
                 adapters::Metrics& metrics)
    : clock_(clock),
      timers_(timers),
      metrics_(metrics),
      limits_(limits_of(config)),
      audit_([](const std::string& order, MoneyRule rule) {
          log(LogLevel::error, "the money of an order is wrong",
              {{"orderId", order}, {"rule", name_of(rule)}});
      }) {}

void Samples::add(const std::string& context, runtime::Reads& reads) {
    auto& asked = *asked_.emplace_back(std::make_unique<Asked>());
    asked.context = context;
    asked.reads = &reads;
    metrics_.add_gauge("dangol_dead_letters", "Events that could not be handled and wait for the operator",
                       [&asked] { return static_cast<double>(asked.dead_letters); }, {{"context", context}});
    if (context == "mypage") add_saga_figures();
    const bool first = !std::exchange(audits_, audits_ || context == "payment" || context == "mypage");
    if (audits_ && first) add_money_figures();
}

void Samples::add_saga_figures() {
    for (const auto where : stuck_ins) {
        auto& stuck = stuck_[where];
        metrics_.add_gauge(
            "dangol_stuck_sagas", "Open orders that nothing moves on any more, by where they are",
            [&stuck] { return static_cast<double>(stuck); }, {{"stage", std::string(name_of(where))}});
    }
    metrics_.add_gauge("dangol_open_sagas", "Orders that are paid and not at their end",
                       [this] { return static_cast<double>(open_); });
    metrics_.add_gauge(
        "dangol_oldest_open_saga_seconds", "How long ago the oldest of them was ordered", [this] {
            const auto oldest = oldest_.load();
            if (oldest == 0) return 0.0;
            return std::chrono::duration<double>(clock_.now() - Timestamp{Duration{oldest}}).count();
        });
}

/// Payment knows the books, MyPage what became of the order: each process tells what it has looked at.
void Samples::add_money_figures() {
    for (const auto rule : money_rules) {
        metrics_.add_gauge("dangol_money_invariant_violations",
                           "Orders whose money is not as it must be, by the rule; must be 0",
                           [this, rule] { return static_cast<double>(audit_.broken(rule)); },
                           {{"rule", std::string(name_of(rule))}});
    }
    metrics_.add_counter("dangol_money_audits_total", "Orders whose money was looked at",
                         [this] { return static_cast<double>(audit_.looked_at()); });
}

void Samples::ask_all() {
    for (const auto& one : asked_) {
        if (one->waiting.exchange(true)) continue;  // the store is slow, or away
        // Given back however the question ends, also unasked.
        const std::shared_ptr<void> given_back(nullptr,
                                               [asked = one.get()](void*) { asked->waiting = false; });
        one->reads->read(
            [this, asked = one.get(), given_back](runtime::Reader& reader) { look(*asked, reader); });
    }
    timers_.after(every, [this] { ask_all(); });
}

void Samples::look(Asked& asked, runtime::Reader& reader) {
    asked.dead_letters = reader.dead_letters(dead_letters_counted_max).size();
    if (asked.context == "payment") audit_.look_at_payments(reader);
    if (asked.context == "mypage") {
        look_at_sagas(reader);
        audit_.look_at_pages(reader, clock_.now());
    }
}

void Samples::look_at_sagas(runtime::Reader& reader) {
    const auto sagas = open_sagas(reader, clock_.now(), limits_);
    for (const auto& [where, count] : sagas.stuck) stuck_[where] = count;
    open_ = sagas.open;
    oldest_ = sagas.oldest ? sagas.oldest->time_since_epoch().count() : 0;
}

}  // namespace dangol::app
