#include "adapters/telemetry/samples.hpp"

#include <atomic>
#include <map>
#include <utility>
#include <vector>

#include "adapters/telemetry/log.hpp"

namespace dangol::adapters {
namespace {

constexpr std::size_t dead_letters_counted_max = 1000;

}  // namespace

/// One context and its last answer. Written by one reading thread at a time, read by scrapes.
struct Samples::Asked final : runtime::Figures {
    Asked(const runtime::Context& the_context, runtime::Reads& its_reads, Metrics& to)
        : context(the_context), reads(its_reads), metrics(to) {}

    void gauge(std::string_view name, std::string_view help, double value, Labels labels) override {
        keep(&Metrics::add_gauge, name, help, value, std::move(labels));
    }
    void counter(std::string_view name, std::string_view help, double value, Labels labels) override {
        keep(&Metrics::add_counter, name, help, value, std::move(labels));
    }
    void violated(std::string_view rule, std::string_view subject) override {
        log(LogLevel::error, "an invariant is violated",
            {{"context", context.name()}, {"rule", rule}, {"subject", subject}});
    }

    /// A series begins with its first value.
    template <class Add>
    void keep(Add add, std::string_view name, std::string_view help, double value, Labels labels) {
        const auto [found, is_new] = values.try_emplace({std::string(name), labels}, value);
        if (!is_new) {
            found->second = value;
            return;
        }
        (metrics.*add)(
            std::string(name), std::string(help), [&kept = found->second] { return kept.load(); },
            std::move(labels));
    }

    const runtime::Context& context;
    runtime::Reads& reads;
    Metrics& metrics;
    std::atomic<bool> waiting{false};  ///< for the answer to the last question
    std::map<std::pair<std::string, Labels>, std::atomic<double>> values;
};

Samples::Samples(runtime::Clock& clock, runtime::Timers& timers, Metrics& metrics)
    : clock_(clock), timers_(timers), metrics_(metrics) {}
Samples::~Samples() = default;

void Samples::add(const runtime::Context& context, runtime::Reads& reads) {
    asked_.push_back(std::make_unique<Asked>(context, reads, metrics_));
}

void Samples::start() { ask_all(); }

void Samples::ask_all() {
    for (const auto& one : asked_) {
        if (one->waiting.exchange(true)) continue;  // the store is slow, or unreachable
        // Given back however the question ends, also if it is dropped.
        const std::shared_ptr<void> given_back(nullptr,
                                               [asked = one.get()](void*) { asked->waiting = false; });
        one->reads.read([this, asked = one.get(), given_back](Result<runtime::Reader*> reader) {
            if (!reader) return;  // asked again in a few seconds; the last values stay
            asked->gauge("dangol_dead_letters", "Events that failed and wait for the operator",
                         static_cast<double>((*reader)->dead_letters(dead_letters_counted_max).size()),
                         {{"context", asked->context.name()}});
            asked->context.measure(**reader, clock_.now(), *asked);
        });
    }
    timers_.after(every, [this] { ask_all(); });
}

}  // namespace dangol::adapters
