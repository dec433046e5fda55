// The inbox: the context's own events, as one recipient sees them.
#include <boost/describe/enum_to_string.hpp>

#include "contexts/notification/api.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/query.hpp"

namespace dangol::notification {
namespace {

using runtime::Host, runtime::Request, runtime::Response, runtime::Task;

std::optional<NotificationResource> resource_of(const EventRecord& record) {
    if (record.type == type_name<MessageSent>()) {
        auto sent = runtime::event_in<MessageSent>(record);
        return NotificationResource{.id = std::move(sent.message_id),
                                    .order_id = std::move(sent.order_id),
                                    .message = boost::describe::enum_to_string(sent.message, ""),
                                    .channel = sent.channel,
                                    .state = "SENT",
                                    .text = std::move(sent.text),
                                    .at = sent.at};
    }
    if (record.type == type_name<MessageFailed>()) {
        auto failed = runtime::event_in<MessageFailed>(record);
        return NotificationResource{.id = std::move(failed.message_id),
                                    .order_id = std::move(failed.order_id),
                                    .message = {},
                                    .channel = failed.channel,
                                    .state = "FAILED",
                                    .text = std::move(failed.reason),
                                    .at = failed.at};
    }
    return std::nullopt;
}

std::optional<runtime::Frame> render(const EventRecord& record) {
    const auto shown = resource_of(record);
    if (!shown) return std::nullopt;
    return runtime::Frame{std::to_string(record.position), "notification", codec::to_json(*shown)};
}

}  // namespace

Result<std::string> recipient_of(const Principal& principal, const std::string& cafe) {
    if (cafe.empty()) return principal.account.value;
    if (!is_id(cafe) || !principal.works_for(CafeId{cafe})) return runtime::not_yours();
    return messages::staff_of(CafeId{cafe});
}

Result<std::string> recipient_of(const Request& request) {
    const auto cafe = request.query.find("cafeId");
    return recipient_of(request.principal, cafe == request.query.end() ? std::string{} : cafe->second);
}

Result<Response> list_messages(runtime::Reader& reader, const Request& request) {
    DANGOL_TRY(auto recipient, recipient_of(request));
    DANGOL_TRY(const auto page, runtime::page_of(request));
    auto records = reader.events(runtime::newest_events(page, {.scope = std::move(recipient)}));
    NotificationList list;
    list.next = runtime::cut(records, page, runtime::place_of_event);
    for (const auto& record : records) {
        if (auto shown = resource_of(record)) list.items.push_back(std::move(*shown));
    }
    return runtime::respond_with(200, list);
}

Task<Result<Response>> stream_messages(const Host& host, Request request) {
    DANGOL_CO_TRY(auto recipient, recipient_of(request));
    co_return runtime::open_stream(host, request, {}, std::move(recipient), render);
}

}  // namespace dangol::notification
