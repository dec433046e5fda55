#include "adapters/kafka/consumer.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "adapters/kafka/message.hpp"

namespace dangol::adapters::kafka {

using namespace std::chrono_literals;
using runtime::Delivered;
using runtime::Position;

namespace {

constexpr auto close_max = 3s;
constexpr auto lag_every = 1s;

std::uint64_t stored(std::span<const Position> positions, std::string_view source, int partition) {
    const auto found = std::ranges::find_if(
        positions, [&](const Position& p) { return p.source == source && p.partition == partition; });
    return found == positions.end() ? 0 : found->offset;
}

}  // namespace

Consumer::Consumer(Place place, std::string name, std::vector<std::string> sources,
                   runtime::StoredPositions from, std::function<void()> wake)
    : place_(place),
      name_(std::move(name)),
      sources_(std::move(sources)),
      from_(std::move(from)),
      wake_(wake ? std::move(wake) : [] {}),
      client_(open()),
      queue_(rd_kafka_queue_get_consumer(client_.get())),
      listener_(place_.topics.join(wake_)) {
    rd_kafka_queue_cb_event_enable(
        queue_.get(), [](rd_kafka_t*, void* self) { static_cast<Consumer*>(self)->wake_(); }, this);
    static_cast<void>(subscribed());
}

Consumer::~Consumer() {
    place_.topics.leave(listener_);
    rd_kafka_queue_cb_event_enable(queue_.get(), nullptr, nullptr);
    if (dealt_) rd_kafka_assign(client_.get(), nullptr);  // the group waits for an answer
    const auto deadline = std::chrono::steady_clock::now() + close_max;
    const Error error(rd_kafka_consumer_close_queue(client_.get(), queue_.get()));
    while (!error && rd_kafka_consumer_closed(client_.get()) == 0 &&
           std::chrono::steady_clock::now() < deadline) {
        const Message last(rd_kafka_consumer_poll(client_.get(), 20));
    }
    const bool closed = rd_kafka_consumer_closed(client_.get()) != 0;
    queue_.reset();
    place_.figures.drop_lags(name_);
    // While no broker answers, a member cannot say good-bye; its session ends by itself.
    if (!closed) rd_kafka_destroy_flags(client_.release(), RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
}

Client Consumer::open() {
    Settings settings(place_.options);
    const auto session = place_.options.session_timeout;
    settings.set("group.id", place_.options.prefix + name_);
    settings.set("session.timeout.ms", std::to_string(session.count()));
    settings.set("heartbeat.interval.ms", std::to_string(std::min<std::int64_t>(1000, session.count() / 3)));
    // librdkafka 2.0's cooperative assignor can hang and crash when a member leaves (its issues 4381 and
    // 4528).
    settings.set("partition.assignment.strategy", "range");
    settings.set("enable.auto.commit", "false");
    settings.set("enable.auto.offset.store", "false");
    settings.set("auto.offset.reset", "earliest");
    settings.set("isolation.level", "read_committed");
    settings.set("check.crcs", "true");
    settings.set("allow.auto.create.topics", "false");
    // A partition that is new here is fetched when the fetch under way returns: at most after this.
    settings.set("fetch.wait.max.ms", "100");
    settings.set("fetch.error.backoff.ms", "100");
    settings.set("queued.max.messages.kbytes", "32768");
    settings.set("topic.metadata.refresh.interval.ms", "30000");
    rd_kafka_conf_set_error_cb(*settings, [](rd_kafka_t*, int code, const char* why, void* self) {
        auto& consumer = *static_cast<Consumer*>(self);
        consumer.place_.troubles.report("consumer " + consumer.name_, static_cast<rd_kafka_resp_err_t>(code),
                                        why);
    });
    rd_kafka_conf_set_rebalance_cb(
        *settings, [](rd_kafka_t*, rd_kafka_resp_err_t what, rd_kafka_topic_partition_list_t* dealt,
                      void* self) { static_cast<Consumer*>(self)->rebalance(what, *dealt); });
    auto client = std::move(settings).open(RD_KAFKA_CONSUMER, this);
    rd_kafka_poll_set_consumer(client.get());
    return client;
}

bool Consumer::subscribed() {
    if (subscribed_) return true;
    if (!place_.topics.exist(sources_)) return false;
    const Partitions topics(rd_kafka_topic_partition_list_new(static_cast<int>(sources_.size())));
    for (const auto& source : sources_) {
        rd_kafka_topic_partition_list_add(topics.get(), place_.topics.name_of(source).c_str(),
                                          RD_KAFKA_PARTITION_UA);
    }
    const auto error = rd_kafka_subscribe(client_.get(), topics.get());
    if (error != 0) place_.troubles.report("consumer " + name_, error, rd_kafka_err2str(error));
    subscribed_ = error == 0;
    return subscribed_;
}

std::vector<Delivered> Consumer::poll(std::size_t max) {
    polled_.clear();
    if (sources_.empty() || !subscribed()) return {};
    if (dealt_) take_on();
    for (auto& partition : partitions_) partition.polled_before = partition.polled;
    while (polled_.size() < max && !again_.empty()) {
        auto& next = again_.front();
        find(place_.topics.name_of(next.event->source), next.partition)->polled = next.offset;
        polled_.push_back(std::move(next));
        again_.pop_front();
    }
    while (polled_.size() < max) {
        // Serves a rebalance, too, in this call.
        const Message message(rd_kafka_consumer_poll(client_.get(), 0));
        if (dealt_) take_on();
        if (!message) break;
        take(*message);
    }
    measure_lag();
    return polled_;
}

void Consumer::take(const rd_kafka_message_t& message) {
    if (message.err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        place_.troubles.report("consumer " + name_, message.err, rd_kafka_message_errstr(&message));
        return;
    }
    if (message.payload == nullptr) return;  // a tombstone tells nothing
    auto* partition = find(rd_kafka_topic_name(message.rkt), message.partition);
    if (partition == nullptr) return;  // given up since it was fetched
    auto event = event_of(message, partition->source);
    if (event.type == runtime::unreadable) place_.figures.unreadable.fetch_add(1, std::memory_order_relaxed);
    partition->polled = static_cast<std::uint64_t>(message.offset) + 1;
    polled_.push_back(
        {std::make_shared<const EventRecord>(std::move(event)), partition->number, partition->polled});
}

void Consumer::rebalance(rd_kafka_resp_err_t what, const rd_kafka_topic_partition_list_t& dealt) {
    give_up();
    if (what != RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS) {
        if (what != RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS) {
            place_.troubles.report("consumer " + name_, what, "the group cannot share out its partitions");
        }
        rd_kafka_assign(client_.get(), nullptr);
        return;
    }
    // The store is asked outside of this callback: no exception may pass through librdkafka.
    auto& partitions = dealt_.emplace();
    for (const auto& one : std::span(dealt.elems, static_cast<std::size_t>(dealt.cnt))) {
        const auto source = std::ranges::find_if(
            sources_, [&](const auto& name) { return place_.topics.name_of(name) == one.topic; });
        if (source != sources_.end()) partitions.push_back({one.topic, *source, one.partition});
    }
}

void Consumer::give_up() {
    dealt_.reset();
    partitions_.clear();
    again_.clear();
    polled_.clear();
    place_.figures.drop_lags(name_);
}

void Consumer::take_on() {
    const auto positions = from_ ? from_() : std::vector<Position>{};
    partitions_ = std::move(*dealt_);
    dealt_.reset();
    for (auto& partition : partitions_) {
        partition.polled = stored(positions, partition.source, partition.number);
        partition.polled_before = partition.polled;
    }
    place_.figures.assignments.fetch_add(1, std::memory_order_relaxed);
    assign();
}

void Consumer::assign() {
    const Partitions list(rd_kafka_topic_partition_list_new(static_cast<int>(partitions_.size())));
    for (const auto& partition : partitions_) {
        auto* added =
            rd_kafka_topic_partition_list_add(list.get(), partition.topic.c_str(), partition.number);
        added->offset = partition.polled == 0 ? std::int64_t{RD_KAFKA_OFFSET_BEGINNING}
                                              : static_cast<std::int64_t>(partition.polled);
    }
    if (const auto error = rd_kafka_assign(client_.get(), list.get()); error != 0) {
        place_.troubles.report("consumer " + name_, error, rd_kafka_err2str(error));
    }
}

/// Nearly always the last poll could not be committed, because another replica was first; then nothing is
/// fetched again. Anything else is as if the partitions were dealt out anew, at the given positions.
void Consumer::rewind(std::span<const Position> positions) {
    bool near = true;
    for (const auto& partition : partitions_) {
        const auto target = stored(positions, partition.source, partition.number);
        near = near && partition.polled_before <= target && target <= partition.polled;
    }
    for (auto& partition : partitions_) {
        partition.polled = stored(positions, partition.source, partition.number);
        partition.polled_before = partition.polled;
    }
    if (near) {
        std::erase_if(polled_, [&](const Delivered& delivered) {
            const auto* partition = find(place_.topics.name_of(delivered.event->source), delivered.partition);
            return partition == nullptr || delivered.offset <= partition->polled;
        });
        again_.insert(again_.begin(), polled_.begin(), polled_.end());
    } else {
        again_.clear();
        assign();
    }
    polled_.clear();
    if (!again_.empty()) wake_();
}

Consumer::Partition* Consumer::find(std::string_view topic, int number) {
    const auto found = std::ranges::find_if(
        partitions_, [&](const Partition& p) { return p.number == number && p.topic == topic; });
    return found == partitions_.end() ? nullptr : &*found;
}

void Consumer::measure_lag() {
    const auto now = std::chrono::steady_clock::now();
    if (now - lag_measured_ < lag_every) return;
    lag_measured_ = now;
    for (const auto& partition : partitions_) {
        std::int64_t low = 0;
        std::int64_t high = 0;
        if (rd_kafka_get_watermark_offsets(client_.get(), partition.topic.c_str(), partition.number, &low,
                                           &high) != 0) {
            continue;
        }
        // What the log no longer holds is no lag; before the first fetch, `high` is below 0.
        const auto behind = high - std::max(low, static_cast<std::int64_t>(partition.polled));
        place_.figures.set_lag(name_, partition.source, partition.number,
                               static_cast<std::uint64_t>(std::max<std::int64_t>(behind, 0)));
    }
}

}  // namespace dangol::adapters::kafka
