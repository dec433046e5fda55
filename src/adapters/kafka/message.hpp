#pragma once

#include <string>
#include <string_view>

#include "adapters/kafka/client.hpp"
#include "core/event.hpp"
#include "runtime/event_bus.hpp"

/// An event as a Kafka message: CloudEvents 1.0, Kafka binding, binary mode (api/asyncapi.yaml). The value is
/// the event's data, the attributes are headers, so that a plain console consumer shows both.
namespace dangol::adapters::kafka {

/// The message's key: events with the same key come in order. It is the subject, because order is promised
/// for each subject. Everything about an order has the order's id as its subject, so the key of an order's
/// events is the order id in every topic. The correlation would not do: a rider's shift and a café's pace are
/// subjects whose events are caused by many orders.
[[nodiscard]] inline const std::string& key_of(const EventRecord& event) { return event.subject; }

[[nodiscard]] Headers headers_of(const EventRecord& event);

/// The event in a message of `source`'s topic. It never fails: what is not such an event becomes one of the
/// type `runtime::unreadable`, with an id made of topic, partition and offset, the subject as far as known
/// (the key, else the id), and as data {"reason": …, "value": …}: the value's first 4 KiB, what is not text
/// in it replaced.
[[nodiscard]] EventRecord event_of(const rd_kafka_message_t& message, std::string_view source);

}  // namespace dangol::adapters::kafka
