#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>

#include "adapters/kafka/client.hpp"
#include "adapters/kafka/signal.hpp"

namespace dangol::adapters::kafka {

/// The sources' topics, created by whoever needs one first: a consumer may start before the service that it
/// listens to has ever run. It works on a thread of its own and tries until it succeeds, so that neither the
/// start of the process nor its service depends on the broker. Thread-safe.
class Topics {
  public:
    Topics(const KafkaOptions& options, Troubles& troubles);
    ~Topics();
    Topics(const Topics&) = delete;
    Topics& operator=(const Topics&) = delete;

    [[nodiscard]] std::string name_of(std::string_view source) const;
    /// Whether the topics of all these sources are there; if not, they soon will be. Does not wait.
    [[nodiscard]] bool exist(std::span<const std::string> sources);

    using Listeners = std::list<std::function<void()>>;
    /// `created` is called whenever a topic was found or made, until `leave` has returned. It must not block,
    /// nor call this object.
    [[nodiscard]] Listeners::iterator join(std::function<void()> created);
    void leave(Listeners::iterator listener);

  private:
    enum class Standing { wanted, asked_for, there };

    void run();
    /// Asks and creates until nothing is wanted any more. Throws NotOpened.
    void provide();
    /// Moves on those that the cluster has, each partition with a leader. False if it could not be asked.
    [[nodiscard]] bool look(rd_kafka_t* client);
    void create(rd_kafka_t* client);
    void note(const rd_kafka_topic_result_t& result);
    [[nodiscard]] std::size_t count(Standing standing);

    const KafkaOptions& options_;
    Troubles& troubles_;
    std::mutex mutex_;
    std::map<std::string, Standing, std::less<>> topics_;  ///< by the topic's name
    std::mutex listeners_mutex_;
    Listeners listeners_;
    std::string complaint_;  ///< librdkafka's last, which it does not repeat at every try; its own thread's
    Signal signal_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace dangol::adapters::kafka
