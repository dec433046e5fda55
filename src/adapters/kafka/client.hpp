#pragma once

#include <librdkafka/rdkafka.h>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/kafka/kafka_options.hpp"

/// librdkafka's handles, owned, and what all clients of ours have in common.
namespace dangol::adapters::kafka {

template <auto Function>
struct Destroy {
    void operator()(auto* handle) const { Function(handle); }
};
using Client = std::unique_ptr<rd_kafka_t, Destroy<rd_kafka_destroy>>;
using Queue = std::unique_ptr<rd_kafka_queue_t, Destroy<rd_kafka_queue_destroy>>;
using Message = std::unique_ptr<rd_kafka_message_t, Destroy<rd_kafka_message_destroy>>;
using Headers = std::unique_ptr<rd_kafka_headers_t, Destroy<rd_kafka_headers_destroy>>;
using Partitions =
    std::unique_ptr<rd_kafka_topic_partition_list_t, Destroy<rd_kafka_topic_partition_list_destroy>>;
using Error = std::unique_ptr<rd_kafka_error_t, Destroy<rd_kafka_error_destroy>>;

/// Passes on what went wrong, the same thing of the same client at most once in ten seconds: while a broker
/// is away, librdkafka complains at every try. Thread-safe.
class Troubles {
  public:
    explicit Troubles(std::function<void(std::string_view)> report) : report_(std::move(report)) {}
    void report(const std::string& who, rd_kafka_resp_err_t code, std::string_view text);

  private:
    std::function<void(std::string_view)> report_;
    std::mutex mutex_;
    std::map<std::pair<std::string, int>, std::chrono::steady_clock::time_point> last_;
};

/// librdkafka refuses a setting, or cannot read a file that one names: that may be back at the next try.
class NotOpened : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The settings of one client to be. Starts with those that all have; `options.properties` win over ours.
class Settings {
  public:
    explicit Settings(const KafkaOptions& options);
    /// Throws NotOpened if librdkafka does not know the name or refuses the value.
    void set(const std::string& name, const std::string& value);
    [[nodiscard]] rd_kafka_conf_t* operator*() { return conf_.get(); }
    /// `opaque` is what the callbacks get. Throws NotOpened.
    [[nodiscard]] Client open(rd_kafka_type_t type, void* opaque) &&;

  private:
    void secure(const KafkaSecurity& security);

    const KafkaOptions& options_;
    std::unique_ptr<rd_kafka_conf_t, Destroy<rd_kafka_conf_destroy>> conf_{rd_kafka_conf_new()};
};

}  // namespace dangol::adapters::kafka
