#include "adapters/kafka/client.hpp"

#include <array>

namespace dangol::adapters::kafka {

using namespace std::chrono_literals;

void Troubles::report(const std::string& who, rd_kafka_resp_err_t code, std::string_view text) {
    if (!report_) return;
    {
        const std::scoped_lock lock(mutex_);
        const auto now = std::chrono::steady_clock::now();
        auto [last, first] = last_.try_emplace({who, static_cast<int>(code)}, now);
        if (!first && now - last->second < 10s) return;
        last->second = now;
    }
    std::string said(text);
    // What librdkafka does not think of.
    if (said.contains("certificate could not be verified"))
        said += "; or it names another host than the one that we reach it at";
    report_("kafka: " + who + ": " + rd_kafka_err2name(code) + ": " + said);
}

Settings::Settings(const KafkaOptions& options) : options_(options) {
    set("bootstrap.servers", options.brokers);
    set("client.id", "dangol");
    set("socket.nagle.disable", "true");
    set("socket.keepalive.enable", "true");
    set("socket.connection.setup.timeout.ms", "5000");
    // A broker that comes back is found at once, not after the default's ten seconds.
    set("reconnect.backoff.ms", "50");
    set("reconnect.backoff.max.ms", "1000");
    set("log.connection.close", "false");
    secure(options.security);
    // What it logs are the errors that the callbacks get too, and it would print them.
    rd_kafka_conf_set_log_cb(conf_.get(), [](const rd_kafka_t*, int, const char*, const char*) {});
}

void Settings::secure(const KafkaSecurity& security) {
    const bool sasl = !security.user.empty();
    set("security.protocol",
        security.tls ? (sasl ? "sasl_ssl" : "ssl") : (sasl ? "sasl_plaintext" : "plaintext"));
    if (security.tls) {
        // The default only since librdkafka 2.0: before, any certificate of the authority would do.
        set("ssl.endpoint.identification.algorithm", "https");
        if (!security.ca.empty()) set("ssl.ca.location", security.ca);
        if (!security.certificate.empty()) set("ssl.certificate.location", security.certificate);
        if (!security.key.empty()) set("ssl.key.location", security.key);
    }
    if (sasl) {
        set("sasl.mechanism", security.mechanism);
        set("sasl.username", security.user);
        set("sasl.password", security.password);
    }
}

void Settings::set(const std::string& name, const std::string& value) {
    std::array<char, 256> why{};
    if (rd_kafka_conf_set(conf_.get(), name.c_str(), value.c_str(), why.data(), why.size()) !=
        RD_KAFKA_CONF_OK) {
        throw NotOpened("Kafka setting " + name + ": " + why.data());
    }
}

Client Settings::open(rd_kafka_type_t type, void* opaque) && {
    for (const auto& [name, value] : options_.properties) set(name, value);
    rd_kafka_conf_set_opaque(conf_.get(), opaque);
    std::array<char, 256> why{};
    auto* client = rd_kafka_new(type, conf_.get(), why.data(), why.size());
    if (client == nullptr) throw NotOpened(std::string("Kafka client: ") + why.data());
    static_cast<void>(conf_.release());  // it belongs to the client now
    return Client(client);
}

}  // namespace dangol::adapters::kafka
