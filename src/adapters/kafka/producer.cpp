#include "adapters/kafka/producer.hpp"

#include <array>
#include <utility>

#include "adapters/kafka/message.hpp"
#include "core/trace_context.hpp"

namespace dangol::adapters::kafka {
namespace {

/// The number of a message, in the pointer that librdkafka carries for us.
void* as_opaque(std::uint64_t number) { return reinterpret_cast<void*>(number); }
std::uint64_t number_of(const rd_kafka_message_t& message) {
    return reinterpret_cast<std::uint64_t>(message._private);
}

}  // namespace

Producer::Producer(const KafkaOptions& options, Troubles& troubles, std::string topic,
                   std::function<void()> wake)
    : options_(options),
      troubles_(troubles),
      topic_(std::move(topic)),
      wake_(std::move(wake)),
      client_(open()),
      reports_(rd_kafka_queue_get_main(client_.get())) {
    rd_kafka_queue_cb_event_enable(
        reports_.get(), [](rd_kafka_t*, void* self) { static_cast<Producer*>(self)->wake_(); }, this);
}

Producer::~Producer() {
    rd_kafka_queue_cb_event_enable(reports_.get(), nullptr, nullptr);
    reports_.reset();
    rd_kafka_purge(client_.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    failed_ = true;
    rd_kafka_flush(client_.get(), 100);  // serves the reports of what was purged
}

Client Producer::open() {
    Settings settings(options_);
    settings.set("enable.idempotence", "true");
    settings.set("acks", "all");
    // What the broker refuses for good must not be overtaken: without these librdkafka would go on with the
    // next batch, and one that is on its way already cannot be called back.
    settings.set("enable.gapless.guarantee", "true");
    settings.set("max.in.flight.requests.per.connection", "1");
    // An event is tried until it arrives: giving up would only mean to begin again from the outbox.
    settings.set("message.timeout.ms", "0");
    // The relay sends what has queued up in one go, so batches form without waiting: 0.8 ms from the commit
    // to the consumer instead of 3.3 with 2 ms, and as many events a second.
    settings.set("linger.ms", "0");
    settings.set("compression.codec", "lz4");
    settings.set("queue.buffering.max.kbytes", "65536");
    // The rule of Kafka's own clients, so that every tool finds a key in the same partition.
    settings.set("partitioner", "murmur2_random");
    rd_kafka_conf_set_dr_msg_cb(*settings, [](rd_kafka_t*, const rd_kafka_message_t* message, void* self) {
        static_cast<Producer*>(self)->reported(*message);
    });
    rd_kafka_conf_set_error_cb(*settings, [](rd_kafka_t* client, int code, const char* why, void* self) {
        auto& producer = *static_cast<Producer*>(self);
        if (code == RD_KAFKA_RESP_ERR__FATAL) {
            std::array<char, 256> words{};
            producer.fail(rd_kafka_fatal_error(client, words.data(), words.size()), words.data());
        } else {
            producer.troubles_.report("relay to " + producer.topic_, static_cast<rd_kafka_resp_err_t>(code),
                                      why);
        }
    });
    return std::move(settings).open(RD_KAFKA_PRODUCER, this);
}

bool Producer::send(EventRecord& event) {
    if (failed_ || room() == 0) return false;
    auto before = event.traceparent;
    auto span = begin_span(event);
    auto headers = headers_of(event);
    std::array<rd_kafka_vu_t, 6> parts{};
    parts[0].vtype = RD_KAFKA_VTYPE_TOPIC;
    parts[0].u.cstr = topic_.c_str();
    parts[1].vtype = RD_KAFKA_VTYPE_KEY;
    parts[1].u.mem = {const_cast<char*>(key_of(event).data()), key_of(event).size()};
    parts[2].vtype = RD_KAFKA_VTYPE_VALUE;
    parts[2].u.mem = {event.data.data(), event.data.size()};
    parts[3].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
    parts[3].u.i = RD_KAFKA_MSG_F_COPY;
    parts[4].vtype = RD_KAFKA_VTYPE_HEADERS;
    parts[4].u.headers = headers.get();
    parts[5].vtype = RD_KAFKA_VTYPE_OPAQUE;
    parts[5].u.ptr = as_opaque(confirmed_ + window_.size());
    // No time stamp: the broker's retention counts from it, and a republished old event would be gone at
    // once.
    if (const Error error(rd_kafka_produceva(client_.get(), parts.data(), parts.size())); error) {
        const auto code = rd_kafka_error_code(error.get());
        if (code != RD_KAFKA_RESP_ERR__QUEUE_FULL) {
            fail(code, "event " + event.id + ": " + rd_kafka_error_string(error.get()));
        }
        event.traceparent = std::move(before);
        return false;
    }
    static_cast<void>(headers.release());  // they belong to the message now
    event.data.clear();
    window_.push_back({std::move(event), std::move(span)});
    return true;
}

/// It begins with the decision, so that it shows how long the event waited in the outbox.
std::optional<runtime::Span> Producer::begin_span(EventRecord& event) const {
    if (options_.tracer == nullptr || !trace_context::sampled(event.traceparent)) return std::nullopt;
    runtime::Span span;
    span.service = event.source;
    span.name = "publish " + event.type;
    span.kind = runtime::SpanKind::producer;
    span.parent = trace_context::span_id(event.traceparent);
    event.traceparent = options_.tracer->below(event.traceparent);
    span.traceparent = event.traceparent;
    span.start = event.time;
    span.attributes = {{"messaging.system", "kafka"},
                       {"messaging.operation.type", "send"},
                       {"messaging.destination.name", topic_},
                       {"messaging.message.id", event.id},
                       {"dangol.order.id", event.correlation}};
    return span;
}

std::optional<EventRecord> Producer::confirm() {
    rd_kafka_poll(client_.get(), 0);
    std::optional<EventRecord> last;
    while (!window_.empty() && window_.front().arrived) {
        auto& first = window_.front();
        if (first.span) {
            first.span->end = options_.tracer->now();
            options_.tracer->ended(std::move(*first.span));
        }
        last = std::move(first.event);
        window_.pop_front();
        ++confirmed_;
    }
    return last;
}

void Producer::reported(const rd_kafka_message_t& message) {
    if (failed_) return;
    if (message.err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        // Not rd_kafka_message_errstr: of a message that was to be sent it gives the payload.
        fail(message.err, rd_kafka_err2str(message.err));
        return;
    }
    window_[number_of(message) - confirmed_].arrived = true;
}

void Producer::fail(rd_kafka_resp_err_t code, std::string_view why) {
    failed_ = true;
    troubles_.report("relay to " + topic_, code, why);
}

}  // namespace dangol::adapters::kafka
