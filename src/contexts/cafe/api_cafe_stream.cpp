// /cafes/{id}/stream: that something about a branch has changed. Who hears it reads that again.
#include "contexts/cafe/api.hpp"
#include "contexts/cafe/resources.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::cafe {
namespace {

using runtime::Host, runtime::Request, runtime::Respond;

/// A registration is no change: there was nothing to look at before.
std::optional<runtime::Frame> render(const EventRecord& event) {
    if (event.type == type_name<CafeRegistered>()) return std::nullopt;
    return runtime::Frame{std::to_string(event.position), event.type,
                          codec::to_json(CafeFrame{{event.subject}, event.version})};
}

/// A subject's stream begins with its newest event, which says nothing to somebody who has just read the
/// branch; so a new one begins after all there is.
void open(const Host& host, Request request, Respond respond) {
    host.reads.read(
        [host, request = std::move(request), respond = std::move(respond)](runtime::Reader& reader) mutable {
            const auto cafe = request.params.at(0);
            if (!reader.row(view::cafes, cafe)) {
                const auto nobody = runtime::not_found({"매장", "the café"});
                return respond(runtime::problem(nobody.error(), request.language));
            }
            if (request.last_event_id.empty()) request.last_event_id = std::to_string(reader.last_position());
            runtime::run_stream(host, std::move(request), std::move(respond), cafe, {}, render);
        });
}

}  // namespace

runtime::Route cafe_stream(const Host& host) {
    return {runtime::Method::get, "/cafes/{id}/stream", runtime::Access::anyone(),
            [host](Request request, Respond respond) { open(host, std::move(request), std::move(respond)); }};
}

}  // namespace dangol::cafe
