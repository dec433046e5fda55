#include "app/broker.hpp"

#include <stdexcept>
#include <utility>

namespace dangol::app {
namespace {

void demand(bool right, const char* what_would_be) {
    if (!right) throw std::invalid_argument(what_would_be);
}

}  // namespace

void check_broker(const Config& config) {
    const bool files = !config.kafka_ca.empty() || !config.kafka_cert.empty() || !config.kafka_key.empty();
    const bool user = !config.kafka_user.empty();
    const bool password = !config.kafka_password.empty();
    const bool mechanism = !config.kafka_sasl.empty();
    demand(!config.kafka.empty() || !(config.kafka_tls || files || user || password || mechanism),
           "kafka-tls, kafka-user and what belongs to them need kafka: say where the brokers are");
    demand(config.kafka_tls || !files,
           "kafka-ca, kafka-cert and kafka-key need kafka-tls: without it nobody would look at them");
    demand(config.kafka_cert.empty() == config.kafka_key.empty(),
           "kafka-cert and kafka-key belong together: give both or neither");
    demand(!user || password,
           "kafka-user needs a password: set DANGOL_KAFKA_PASSWORD, or DANGOL_KAFKA_PASSWORD_FILE to a file "
           "that holds it");
    demand(user || !password, "kafka-password needs kafka-user: say whose it is");
    demand(user || !mechanism, "kafka-sasl needs kafka-user and its password");
    demand(config.kafka_tls || config.kafka_sasl != "PLAIN",
           "kafka-sasl = PLAIN needs kafka-tls: without it the password would travel in the clear");
}

adapters::KafkaOptions broker_of(const Config& config, std::function<void(std::string_view)> on_trouble) {
    check_broker(config);
    adapters::KafkaOptions options;
    options.brokers = config.kafka;
    options.security.tls = config.kafka_tls;
    options.security.ca = config.kafka_ca;
    options.security.certificate = config.kafka_cert;
    options.security.key = config.kafka_key;
    options.security.user = config.kafka_user;
    options.security.password = config.kafka_password;
    if (!config.kafka_sasl.empty()) options.security.mechanism = config.kafka_sasl;
    options.prefix = config.kafka_prefix;
    options.partitions = config.kafka_partitions;
    options.replication = config.kafka_replication;
    options.on_trouble = std::move(on_trouble);
    return options;
}

}  // namespace dangol::app
