// The inbox: the context's own events, as one recipient sees them.
#include <charconv>

#include "contexts/notification/api.hpp"
#include "contexts/notification/domain/order_messages.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::notification {
namespace {

using namespace runtime;

struct NotificationView {
    std::string id;
    OrderId order_id;
    std::string message;  ///< the template's name; of a failure: empty
    Channel channel = Channel::inbox;
    std::string state;  ///< SENT, FAILED
    std::string text;   ///< of a failure: why
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(NotificationView, (), (id, order_id, message, channel, state, text, at))

struct NotificationList {
    std::vector<NotificationView> items;     ///< the newest first
    std::optional<std::uint64_t> next = {};  ///< pass it as `before` for the next page
};
BOOST_DESCRIBE_STRUCT(NotificationList, (), (items, next))

template <class Event>
Event decode(const EventRecord& record) {
    auto event = codec::from_json<Event>(record.data);
    if (!event) throw StoreBroken("event " + record.id + ": " + event.error().message);
    return std::move(*event);
}

std::optional<NotificationView> view_of(const EventRecord& record) {
    if (record.type == type_name<MessageSent>()) {
        auto sent = decode<MessageSent>(record);
        std::string message = boost::describe::enum_to_string(sent.message, "");
        return NotificationView{
            std::move(sent.message_id), sent.order_id, std::move(message), sent.channel, "SENT",
            std::move(sent.text),       sent.at};
    }
    if (record.type == type_name<MessageFailed>()) {
        auto failed = decode<MessageFailed>(record);
        return NotificationView{std::move(failed.message_id), failed.order_id, {}, failed.channel, "FAILED",
                                std::move(failed.reason),     failed.at};
    }
    return std::nullopt;
}

std::optional<Frame> frame_of(const EventRecord& record) {
    const auto view = view_of(record);
    if (!view) return std::nullopt;
    return Frame{std::to_string(record.position), "notification", codec::to_json(*view)};
}

Result<std::uint64_t> before_of(const Request& request) {
    constexpr std::uint64_t newest = std::numeric_limits<std::int64_t>::max();
    const auto asked = request.query.find("before");
    if (asked == request.query.end()) return newest;
    std::uint64_t before = 0;
    const auto* end = asked->second.data() + asked->second.size();
    const auto [parsed, error] = std::from_chars(asked->second.data(), end, before);
    if (error != std::errc{} || parsed != end || before > newest) {
        return refuse(Refusal::invalid, "invalid-before",
                      {"before에는 앞 쪽의 next 값을 그대로 넣어 주세요.",
                       "before must be the value of next from the page before."});
    }
    return before;
}

Result<Response> inbox(Reader& reader, const Request& request) {
    const auto recipient = recipient_of(request);
    if (!recipient) return std::unexpected(recipient.error());
    const auto limit = limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    const auto before = before_of(request);
    if (!before) return std::unexpected(before.error());
    const auto records =
        reader.events({.limit = *limit, .scope = *recipient, .newest_first = true, .before = *before});
    NotificationList list;
    for (const auto& record : records) {
        if (auto view = view_of(record)) list.items.push_back(std::move(*view));
    }
    if (records.size() == *limit) list.next = records.back().position;
    return respond_with(200, list);
}

}  // namespace

Result<std::string> recipient_of(const Principal& principal, const std::string& cafe) {
    if (cafe.empty()) return principal.account.value;
    if (!principal.works_for(CafeId{cafe})) return not_yours();
    return staff_of(CafeId{cafe});
}

Result<std::string> recipient_of(const Request& request) {
    const auto cafe = request.query.find("cafeId");
    return recipient_of(request.principal, cafe == request.query.end() ? std::string{} : cafe->second);
}

std::vector<Route> inbox_routes(Host host) {
    return {
        {Method::get, "/notifications", Access::signed_in(),
         [host](Request request, Respond respond) {
             run_query(host, std::move(request), std::move(respond), inbox);
         }},
        {Method::get, "/notifications/stream", Access::signed_in(),
         [host](Request request, Respond respond) {
             auto recipient = recipient_of(request);
             if (!recipient) {
                 respond(problem(recipient.error(), request.language));
                 return;
             }
             run_stream(host, std::move(request), std::move(respond), {}, std::move(*recipient), frame_of);
         }},
    };
}

}  // namespace dangol::notification
