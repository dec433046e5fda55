// Publishes a range of a context's events to its topic again: those of its contract, as its own relay does.
#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "adapters/kafka/kafka_bus.hpp"
#include "adapters/system/clock.hpp"
#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "app/broker.hpp"
#include "app/readers.hpp"
#include "app/setting_flags.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/identity.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"
#include "runtime/published_outbox.hpp"

namespace dangol::admin {
namespace {

using namespace std::chrono_literals;

/// A context that publishes, and the types of its published events.
struct Topic {
    std::string_view context;
    std::span<const std::string_view> types;

    [[nodiscard]] bool has(std::string_view type) const {
        return std::ranges::find(types, type) != types.end();
    }
};

template <class... Contracts>
constexpr std::array<Topic, sizeof...(Contracts)> topics_of{{{Contracts::context, Contracts::types}...}};
constexpr auto topics =
    topics_of<identity::Contract, cafe::Contract, order::Contract, payment::Contract, delivery::Contract>;

/// Consumers keep the ids of handled events for 30 days (Reader::handled); minus a day as a margin.
constexpr auto remembered = std::chrono::days{29};
constexpr auto patience = 60s;

struct Wanted {
    app::SettingFlags flags;
    std::string context;
    std::uint64_t from = 1;
    std::uint64_t to = std::numeric_limits<std::int64_t>::max();
    bool even_forgotten = false;
};

/// The last position that the broker has acknowledged. Thread-safe.
class Confirmed {
  public:
    explicit Confirmed(std::uint64_t position) : position_(position) {}

    void advance(std::uint64_t position) {
        const std::scoped_lock lock(mutex_);
        position_ = position;
        advanced_.notify_all();
    }
    /// Waits until the position differs from `known`, at most a second, and returns it.
    std::uint64_t wait(std::uint64_t known) {
        std::unique_lock lock(mutex_);
        advanced_.wait_for(lock, 1s, [&] { return position_ != known; });
        return position_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable advanced_;
    std::uint64_t position_;
};

/// The range as an outbox for a relay. It neither moves the cursor nor takes the relay lock, so the context's
/// own relay keeps running.
class Range final : public runtime::Outbox {
  public:
    Range(std::string source, std::unique_ptr<runtime::Reader> reader, std::uint64_t from, std::uint64_t to,
          Confirmed& confirmed)
        : source_(std::move(source)),
          reader_(std::move(reader)),
          published_(from - 1),
          read_(from - 1),
          to_(to),
          confirmed_(confirmed) {}

    std::string_view source() const override { return source_; }
    bool acquire() override { return true; }
    std::vector<EventRecord> next(std::size_t limit) override {
        if (read_ >= to_) return {};
        auto events = reader_->events({.after = read_, .limit = limit});
        std::erase_if(events, [&](const EventRecord& event) { return event.position > to_; });
        read_ = events.empty() ? to_ : events.back().position;
        return events;
    }
    bool published(const EventRecord& last) override {
        published_ = last.position;
        confirmed_.advance(published_);
        return true;
    }
    void rewind() override { read_ = published_; }

  private:
    std::string source_;
    std::unique_ptr<runtime::Reader> reader_;
    std::uint64_t published_;
    std::uint64_t read_;
    std::uint64_t to_;
    Confirmed& confirmed_;
};

int publish(const app::Config& config, const Wanted& wanted, std::unique_ptr<runtime::Reader> reader,
            std::uint64_t last) {
    Confirmed confirmed(wanted.from - 1);
    const auto& topic = *std::ranges::find(topics, wanted.context, &Topic::context);
    adapters::KafkaBus bus(
        app::broker_of(config, [](std::string_view what) { fmt::print(stderr, "{}\n", what); }));
    bus.publish(std::make_unique<runtime::PublishedOutbox>(
        std::make_unique<Range>(wanted.context, std::move(reader), wanted.from, last, confirmed),
        [&topic](std::string_view type) { return topic.has(type); }));
    auto advanced = std::chrono::steady_clock::now();
    auto told = advanced;
    for (auto at = wanted.from - 1; at < last;) {
        const auto now_at = confirmed.wait(at);
        const auto now = std::chrono::steady_clock::now();
        if (std::exchange(at, now_at) != now_at) {
            advanced = now;
            if (now - told < 2s) continue;
            told = now;
            fmt::print(stderr, "published up to position {} of {}\n", at, last);
        } else if (now - advanced > patience) {
            fmt::print(
                stderr,
                "no acknowledgement from the broker for a minute; events up to position {} are published. "
                "Continue with --from {} once it is back\n",
                at, at + 1);
            return 1;
        }
    }
    fmt::print("{} events of {} published again, positions {} to {}\n", bus.figures().published.load(),
               wanted.context, wanted.from, last);
    return 0;
}

int republish(const Wanted& wanted) {
    const auto config = wanted.flags.config();
    if (config.database.empty() || config.kafka.empty()) {
        fmt::print(
            stderr,
            "there is nothing to republish without a broker: in a SQLite installation contexts read each "
            "other's events from the stores. With a broker, give --database and --kafka.\n");
        return 2;
    }
    auto reader = app::reader_of(config, wanted.context);
    // Positions have gaps: the range ends with an event that is there.
    const auto newest = reader->events({.limit = 1,
                                        .newest_first = true,
                                        .before = std::min(wanted.to, runtime::EventQuery{}.before - 1) + 1});
    const auto last = newest.empty() ? 0 : newest.front().position;
    if (wanted.from < 1 || wanted.from > last) {
        fmt::print(stderr, "no event of {} lies in that range: positions are 1 to {}\n", wanted.context,
                   reader->last_position());
        return 2;
    }
    const auto first = reader->events({.after = wanted.from - 1, .limit = 1}).at(0);
    if (!wanted.even_forgotten && first.time < adapters::SystemClock().now() - remembered) {
        fmt::print(
            stderr,
            "the event at position {} dates from {}. Consumers deduplicate events for 30 days and would "
            "handle older ones twice. Give a later --from; or, if no context that consumes {} uses this "
            "broker, --even-forgotten\n",
            first.position, format_time(first.time), wanted.context);
        return 2;
    }
    return publish(config, wanted, std::move(reader), last);
}

}  // namespace

void add_republish(CLI::App& admin, int& status) {
    const auto wanted = std::make_shared<Wanted>();
    Command command(
        admin, "republish",
        "publish a range of a context's events to its topic again\n\n"
        "Examples:\n"
        "  dangol admin republish --context order --from 1 --to 500 \\\n"
        "    --database postgresql://dangol@db/dangol --kafka broker:9092\n"
        "  dangol admin republish --context cafe --config dangol.toml      all events\n\n"
        "Only published events are sent; the private ones of the range stay in the database.\n"
        "Positions are those that dangol events shows. The services may keep running: consumers skip events\n"
        "they have handled, by event id. A consumer that has not seen the events yet may receive them out\n"
        "of order if the topic still holds later events of the same order.");
    wanted->flags.add_to(
        command.app(), {"data", "database", "kafka", "kafka-tls", "kafka-ca", "kafka-cert", "kafka-key",
                        "kafka-user", "kafka-sasl", "kafka-prefix", "kafka-partitions", "kafka-replication"});
    std::vector<std::string> names;
    for (const auto& topic : topics) names.emplace_back(topic.context);
    command.option("--context", wanted->context, "context to republish",
                   {.required = true, .one_of = std::move(names)});
    command.option("--from", wanted->from, "position of the first event", {.type = "1"});
    command.option("--to", wanted->to, "position of the last event; default: the newest");
    command.flag("--even-forgotten", wanted->even_forgotten,
                 "include events older than 30 days, which consumers no longer deduplicate");
    command.runs([wanted] { return republish(*wanted); }, status);
}

}  // namespace dangol::admin
