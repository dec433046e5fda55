#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/kafka/client.hpp"

#include <librdkafka/rdkafka_mock.h>  // needs rdkafka.h before it

/// For unit tests: librdkafka's own imitation of a broker, in this process. It keeps messages and consumer
/// groups, creates no topics, and can be told to refuse.
namespace dangol::adapters::kafka {

class MockCluster {
  public:
    MockCluster()
        : host_(Settings(options_).open(RD_KAFKA_PRODUCER, nullptr)),
          cluster_(rd_kafka_mock_cluster_new(host_.get(), 1)) {
        options_.brokers = rd_kafka_mock_cluster_bootstraps(cluster_.get());
    }

    [[nodiscard]] const std::string& brokers() const { return options_.brokers; }
    void create(const std::string& topic, int partitions) {
        rd_kafka_mock_topic_create(cluster_.get(), topic.c_str(), partitions, 1);
    }
    /// The next requests to produce fail so, one by one.
    void refuse_to_produce(std::vector<rd_kafka_resp_err_t> errors) {
        constexpr std::int16_t produce = 0;
        rd_kafka_mock_push_request_errors_array(cluster_.get(), produce, errors.size(), errors.data());
    }

    /// A message as anybody might send it. Returns when the broker has it.
    void send(const std::string& topic, std::string_view key, std::string_view value,
              const std::map<std::string, std::string>& headers) const {
        std::vector<rd_kafka_vu_t> parts(4);
        parts[0].vtype = RD_KAFKA_VTYPE_TOPIC;
        parts[0].u.cstr = topic.c_str();
        parts[1].vtype = RD_KAFKA_VTYPE_KEY;
        parts[1].u.mem = {const_cast<char*>(key.data()), key.size()};
        parts[2].vtype = RD_KAFKA_VTYPE_VALUE;
        parts[2].u.mem = {const_cast<char*>(value.data()), value.size()};
        parts[3].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
        parts[3].u.i = RD_KAFKA_MSG_F_COPY;
        for (const auto& [name, text] : headers) {
            auto& part = parts.emplace_back();
            part.vtype = RD_KAFKA_VTYPE_HEADER;
            part.u.header = {name.c_str(), text.data(), static_cast<ssize_t>(text.size())};
        }
        const auto client = Settings(options_).open(RD_KAFKA_PRODUCER, nullptr);
        const Error error(rd_kafka_produceva(client.get(), parts.data(), parts.size()));
        if (error) throw std::runtime_error(rd_kafka_error_string(error.get()));
        rd_kafka_flush(client.get(), 10'000);
    }

  private:
    KafkaOptions options_{.brokers = "127.0.0.1:1"};  // the host itself talks to nobody
    Client host_;
    std::unique_ptr<rd_kafka_mock_cluster_t, Destroy<rd_kafka_mock_cluster_destroy>> cluster_;
};

}  // namespace dangol::adapters::kafka
