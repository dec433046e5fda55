// Messages in a topic that are none of ours, or almost.
#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "adapters/kafka/message.hpp"
#include "core/codec.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace dangol;
namespace kafka = adapters::kafka;

void check(const EventRecord& event) {
    fuzz::require(event.source == "order", "an event is its topic's");
    fuzz::require(!event.id.empty() && !event.subject.empty() && !event.type.empty(), "each has its names");
    fuzz::require(codec::parse(event.data).has_value(), "an event's data is JSON");
    fuzz::require(event.type == runtime::unreadable || (event.version > 0 && event.position > 0),
                  "each event has its place");
}

void read(rd_kafka_t*, const rd_kafka_message_t* message, void*) {
    check(kafka::event_of(*message, "order"));
}

/// Only a client makes messages with headers: this one takes them back before they leave.
class Producer {
  public:
    Producer() {
        auto* settings = rd_kafka_conf_new();
        rd_kafka_conf_set_dr_msg_cb(settings, &read);
        client_.reset(rd_kafka_new(RD_KAFKA_PRODUCER, settings, nullptr, 0));
        if (!client_) throw std::runtime_error("no Kafka client");
    }

    void send(std::string_view key, std::string_view value, kafka::Headers headers) {
        std::array<rd_kafka_vu_t, 5> parts{};
        parts[0].vtype = RD_KAFKA_VTYPE_TOPIC;
        parts[0].u.cstr = "dangol.order";
        parts[1].vtype = RD_KAFKA_VTYPE_KEY;
        parts[1].u.mem = {const_cast<char*>(key.data()), key.size()};  // NOLINT(*-const-cast): it is copied
        parts[2].vtype = RD_KAFKA_VTYPE_VALUE;
        parts[2].u.mem = {const_cast<char*>(value.data()), value.size()};  // NOLINT(*-const-cast): likewise
        parts[3].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
        parts[3].u.i = RD_KAFKA_MSG_F_COPY;
        parts[4].vtype = RD_KAFKA_VTYPE_HEADERS;
        parts[4].u.headers = headers.get();
        if (const kafka::Error refused(rd_kafka_produceva(client_.get(), parts.data(), parts.size()));
            refused)
            return;
        (void)headers.release();
        rd_kafka_purge(client_.get(), RD_KAFKA_PURGE_F_QUEUE);
        while (rd_kafka_outq_len(client_.get()) > 0) rd_kafka_poll(client_.get(), 10);
    }

  private:
    kafka::Client client_;
};

}  // namespace

/// A key, headers "name: value" up to an empty line, and the value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Producer producer;
    auto rest = fuzz::text_of(data, size);
    const auto key = fuzz::next_line(rest);
    kafka::Headers headers(rd_kafka_headers_new(16));
    for (auto line = fuzz::next_line(rest); !line.empty(); line = fuzz::next_line(rest)) {
        const auto colon = std::min(line.find(": "), line.size());
        const auto value = line.substr(std::min(colon + 2, line.size()));
        rd_kafka_header_add(headers.get(), line.data(), static_cast<ssize_t>(colon), value.data(),
                            static_cast<ssize_t>(value.size()));
    }
    producer.send(key, rest, std::move(headers));
    return 0;
}
