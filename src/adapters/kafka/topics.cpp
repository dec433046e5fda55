#include "adapters/kafka/topics.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace dangol::adapters::kafka {
namespace {

using namespace std::chrono_literals;

constexpr auto retry_after = 1s;
constexpr auto after_creation = 20ms;
constexpr int request_timeout_ms = 5000;
constexpr int slice_ms = 100;  ///< of a wait for the broker, so that a stop is noticed

using NewTopic = std::unique_ptr<rd_kafka_NewTopic_t, Destroy<rd_kafka_NewTopic_destroy>>;
using AdminOptions = std::unique_ptr<rd_kafka_AdminOptions_t, Destroy<rd_kafka_AdminOptions_destroy>>;
using Event = std::unique_ptr<rd_kafka_event_t, Destroy<rd_kafka_event_destroy>>;
using Metadata = std::unique_ptr<const rd_kafka_metadata_t, Destroy<rd_kafka_metadata_destroy>>;

/// A consumer that was away for less than this misses nothing; after that, `dangol admin` republishes.
constexpr const char* retention_ms = "604800000";  // 7 days

NewTopic described(const std::string& name, const KafkaOptions& options) {
    std::array<char, 256> why{};
    NewTopic topic(
        rd_kafka_NewTopic_new(name.c_str(), options.partitions, options.replication, why.data(), why.size()));
    if (!topic) throw std::runtime_error("Kafka topic " + name + ": " + why.data());
    rd_kafka_NewTopic_set_config(topic.get(), "retention.ms", retention_ms);
    rd_kafka_NewTopic_set_config(topic.get(), "unclean.leader.election.enable", "false");
    // An event then is on two brokers before it counts as published, and one of three may be down.
    if (options.replication >= 3) rd_kafka_NewTopic_set_config(topic.get(), "min.insync.replicas", "2");
    return topic;
}

bool has_leaders(const rd_kafka_metadata_topic_t& topic) {
    const std::span partitions(topic.partitions, static_cast<std::size_t>(topic.partition_cnt));
    return !partitions.empty() && std::ranges::all_of(partitions, [](const auto& partition) {
        return partition.err == RD_KAFKA_RESP_ERR_NO_ERROR && partition.leader >= 0;
    });
}

/// How we address a broker. One that wants to be addressed otherwise says nothing at all, or hangs up.
std::string manner(const KafkaSecurity& security) {
    std::string said = security.tls ? "over TLS" : "without TLS";
    said +=
        security.user.empty() ? ", without a user" : ", as " + security.user + " by " + security.mechanism;
    return said;
}

}  // namespace

Topics::Topics(const KafkaOptions& options, Troubles& troubles)
    : options_(options), troubles_(troubles), thread_([this] { run(); }) {}

Topics::~Topics() {
    stopping_ = true;
    signal_.raise();
    thread_.join();
}

std::string Topics::name_of(std::string_view source) const { return options_.prefix + std::string(source); }

bool Topics::exist(std::span<const std::string> sources) {
    bool all = true;
    bool wanted = false;
    {
        const std::scoped_lock lock(mutex_);
        for (const auto& source : sources) {
            const auto [topic, added] = topics_.try_emplace(name_of(source), Standing::wanted);
            all = all && topic->second == Standing::there;
            wanted = wanted || added;
        }
    }
    if (wanted) signal_.raise();
    return all;
}

Topics::Listeners::iterator Topics::join(std::function<void()> created) {
    const std::scoped_lock lock(listeners_mutex_);
    return listeners_.insert(listeners_.end(), std::move(created));
}

void Topics::leave(Listeners::iterator listener) {
    const std::scoped_lock lock(listeners_mutex_);
    listeners_.erase(listener);
}

void Topics::run() {
    while (!stopping_) {
        if (count(Standing::wanted) + count(Standing::asked_for) == 0) {
            signal_.wait(1h);
            continue;
        }
        try {
            provide();
        } catch (const NotOpened& error) {
            troubles_.report("topics", RD_KAFKA_RESP_ERR__INVALID_ARG, error.what());
            if (!stopping_) signal_.wait(retry_after);
        }
    }
}

void Topics::provide() {
    Settings settings(options_);
    complaint_.clear();
    rd_kafka_conf_set_error_cb(*settings, [](rd_kafka_t*, int code, const char* why, void* self) {
        auto& topics = *static_cast<Topics*>(self);
        topics.troubles_.report("topics", static_cast<rd_kafka_resp_err_t>(code), why);
        // That all brokers are down follows upon another complaint, and says nothing of the cause.
        if (code != RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN) topics.complaint_ = why;
    });
    const auto client = std::move(settings).open(RD_KAFKA_PRODUCER, this);
    while (!stopping_) {
        rd_kafka_poll(client.get(), 0);
        const bool looked = look(client.get());
        if (looked && count(Standing::wanted) > 0) create(client.get());
        if (count(Standing::wanted) + count(Standing::asked_for) == 0) break;
        if (!stopping_) signal_.wait(looked && count(Standing::wanted) == 0 ? after_creation : retry_after);
    }
}

std::size_t Topics::count(Standing standing) {
    const std::scoped_lock lock(mutex_);
    return static_cast<std::size_t>(
        std::ranges::count_if(topics_, [&](const auto& topic) { return topic.second == standing; }));
}

bool Topics::look(rd_kafka_t* client) {
    // All topics, not ours by name: a broker may create, with settings of its own, what is asked for by name.
    constexpr int all = 1;
    const rd_kafka_metadata_t* found = nullptr;
    if (const auto error = rd_kafka_metadata(client, all, nullptr, &found, 1000); error != 0) {
        rd_kafka_poll(client, 0);
        troubles_.report("topics", error,
                         "the broker at " + options_.brokers + " does not answer us " +
                             manner(options_.security) + (complaint_.empty() ? "" : ": ") + complaint_);
        return false;
    }
    const Metadata metadata(found);
    complaint_.clear();
    bool news = false;
    {
        const std::scoped_lock lock(mutex_);
        for (const auto& topic : std::span(found->topics, static_cast<std::size_t>(found->topic_cnt))) {
            const auto known = topics_.find(std::string_view(topic.topic));
            if (known == topics_.end() || known->second == Standing::there) continue;
            const bool ready = has_leaders(topic);
            known->second = ready ? Standing::there : Standing::asked_for;
            news = news || ready;
        }
    }
    if (news) {
        const std::scoped_lock lock(listeners_mutex_);
        for (const auto& created : listeners_) created();
    }
    return true;
}

void Topics::create(rd_kafka_t* client) {
    std::vector<NewTopic> topics;
    {
        const std::scoped_lock lock(mutex_);
        for (const auto& [name, standing] : topics_) {
            if (standing == Standing::wanted) topics.push_back(described(name, options_));
        }
    }
    std::vector<rd_kafka_NewTopic_t*> bare;
    for (const auto& topic : topics) bare.push_back(topic.get());

    const AdminOptions how(rd_kafka_AdminOptions_new(client, RD_KAFKA_ADMIN_OP_CREATETOPICS));
    std::array<char, 256> why{};
    rd_kafka_AdminOptions_set_request_timeout(how.get(), request_timeout_ms, why.data(), why.size());
    rd_kafka_AdminOptions_set_operation_timeout(how.get(), request_timeout_ms, why.data(), why.size());
    const Queue queue(rd_kafka_queue_new(client));
    rd_kafka_CreateTopics(client, bare.data(), bare.size(), how.get(), queue.get());
    Event done;
    while (!done && !stopping_) done.reset(rd_kafka_queue_poll(queue.get(), slice_ms));
    if (!done) return;
    if (const auto error = rd_kafka_event_error(done.get()); error != 0) {
        troubles_.report("topics", error, rd_kafka_event_error_string(done.get()));
        return;
    }
    std::size_t count = 0;
    auto* const* results =
        rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(done.get()), &count);
    for (const auto* result : std::span(results, count)) note(*result);
}

void Topics::note(const rd_kafka_topic_result_t& result) {
    const auto error = rd_kafka_topic_result_error(&result);
    const std::string name = rd_kafka_topic_result_name(&result);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR && error != RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS) {
        const auto* said = rd_kafka_topic_result_error_string(&result);
        troubles_.report("topics", error, name + " cannot be created: " + (said != nullptr ? said : ""));
        return;
    }
    const std::scoped_lock lock(mutex_);
    topics_[name] = Standing::asked_for;
}

}  // namespace dangol::adapters::kafka
