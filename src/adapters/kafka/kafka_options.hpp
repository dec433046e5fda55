#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "runtime/tracing.hpp"

namespace dangol::adapters {

/// How a client and the brokers prove to each other who they are. As it is made, neither does: whoever sits
/// on the wire reads and writes along. Files are read whenever a client is opened.
struct KafkaSecurity {
    bool tls = false;     ///< a broker's certificate must name the host that it is reached at
    std::string ca = {};  ///< PEM file of the authorities that may have signed it; empty: the system's
    std::string certificate = {};  ///< PEM file of our own, for brokers that ask for one; empty: none
    std::string key = {};          ///< … of its private key
    std::string user = {};         ///< SASL; empty: none
    std::string password = {};
    std::string mechanism = "SCRAM-SHA-512";  ///< "PLAIN", "SCRAM-SHA-256" or "SCRAM-SHA-512"
};

/// How to reach Kafka and what to make there.
struct KafkaOptions {
    std::string brokers;  ///< "host:port,…": any of the cluster, the others are found by them
    KafkaSecurity security = {};
    std::string prefix = "dangol.";  ///< of the names of topics ("dangol.order") and of consumer groups
    /// Of a topic that this program creates; those that exist stay as they are. Adding partitions later
    /// breaks the order of subjects that have events already.
    int partitions = 6;
    int replication = 1;  ///< 3 and more: an event counts as published when two brokers have it
    /// Told when brokers cannot be reached or refuse something; it tries again by itself. Any thread; may be
    /// empty.
    std::function<void(std::string_view why)> on_trouble = {};

    /// After this long without a sign of life a replica's partitions go to the others. At least 6 s, or the
    /// broker refuses (its group.min.session.timeout.ms).
    std::chrono::milliseconds session_timeout = std::chrono::seconds{10};
    std::size_t in_flight_max = 10'000;  ///< events of one source on their way to the broker
    std::size_t page = 512;              ///< events read from an outbox at once
    /// Further settings by librdkafka's own names, for every client: "broker.address.family" …
    std::map<std::string, std::string> properties = {};
    runtime::Tracer* tracer = nullptr;  ///< told of each event that the broker has; null: nobody is
};

}  // namespace dangol::adapters
