// /cafes: branches and menus.
#include <algorithm>
#include <cmath>
#include <utility>

#include "contexts/cafe/api.hpp"
#include "core/geo.hpp"
#include "runtime/endpoint.hpp"
#include "runtime/query.hpp"
#include "runtime/stored.hpp"

namespace dangol::cafe {
namespace {

using runtime::Host, runtime::Request, runtime::Response, runtime::Task;

const Text the_cafe{"매장", "the café"};

struct RegisterBody : CafeProfile {
    std::optional<CafeId> id;
};
BOOST_DESCRIBE_STRUCT(RegisterBody, (CafeProfile), (id))

GroupResource group_resource(const branch::Branch& branch, const MenuItem& item, const OptionGroup& group,
                             Timestamp now) {
    GroupResource shown{group.id, group.name, group.min, group.max, {}};
    for (const auto& option : group.options) {
        const auto* gone = branch::sold_out_now(branch, item.id, option.id, now);
        shown.options.push_back({option, gone != nullptr, gone == nullptr ? std::nullopt : gone->until});
    }
    return shown;
}

std::string cafe_tag(int revision) { return "\"cafe-" + std::to_string(revision) + '"'; }

Response tagged(Response response, std::string tag) {
    response.headers.emplace_back("ETag", std::move(tag));
    return response;
}

/// Of a group in which something must be chosen, too little is left: nobody can order the item.
bool lacks_a_choice(const branch::Branch& branch, const MenuItem& item, Timestamp now) {
    return std::ranges::any_of(item.groups, [&](const OptionGroup& group) {
        const auto left = std::ranges::count_if(group.options, [&](const MenuOption& option) {
            return !branch::is_sold_out(branch, item.id, option.id, now);
        });
        return left < group.min;
    });
}

/// A registration is no change: there was nothing to look at before.
std::optional<runtime::Frame> render(const EventRecord& event) {
    if (event.type == type_name<CafeRegistered>()) return std::nullopt;
    return runtime::Frame{std::to_string(event.position), event.type,
                          codec::to_json(CafeFrame{{event.subject}, event.version})};
}

}  // namespace

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

CafeResource cafe_resource(const CafeId& id, const CafeSummary& summary, Timestamp now) {
    const auto opening = branch::opening_at(summary.opening, now);
    const auto& zone = summary.profile.time_zone;
    CafeResource shown{
        summary.profile, id, std::string(branch::status_of(opening)), {}, {}, {}, {}, {}, {}, {}};
    if (const auto* paused = std::get_if<branch::Paused>(&opening)) {
        shown.paused_until = paused->until;
        shown.pause_reason = paused->reason;
    }
    const bool within_hours = is_open(summary.hours, now, zone);
    shown.open_now = within_hours && std::holds_alternative<branch::Open>(opening);
    const bool closed = std::holds_alternative<branch::Closed>(opening);
    if (closed || !within_hours) shown.opens_at = next_opening(summary.hours, now, zone);
    shown.business_day = business_day_at(now, calendar_of(summary.profile));
    shown.hours = summary.hours;
    return shown;
}

MenuResource menu_resource(const branch::Branch& branch, std::uint64_t version, Timestamp now) {
    MenuResource shown{branch.id, {}, version};
    for (const auto& item : branch.menu) {
        const auto* gone = branch::sold_out_now(branch, item.id, "", now);
        auto& to = shown.items.emplace_back(
            ItemResource{.id = item.id,
                         .name = item.name,
                         .description = item.description,
                         .category = item.category,
                         .price = item.price,
                         .units = item.units,
                         .image = item.image,
                         .sold_out = gone != nullptr || lacks_a_choice(branch, item, now),
                         .sold_out_until = gone == nullptr ? std::nullopt : gone->until,
                         .groups = {}});
        for (const auto& group : item.groups) to.groups.push_back(group_resource(branch, item, group, now));
    }
    return shown;
}

// ── Queries ────────────────────────────────────────────────────────────────────────────────────────

Result<Response> list_cafes(runtime::Reader& reader, const Request& request, Timestamp now) {
    DANGOL_TRY(const auto here, runtime::place_of(request));
    DANGOL_TRY(const auto page, runtime::page_of(request));
    runtime::RowQuery query{.view = std::string(view::cafes), .scope = std::string(view::cafes_all)};
    CafeList cafes;
    const auto show = [&](const runtime::Row& row) -> CafeResource& {
        return cafes.items.emplace_back(
            cafe_resource(CafeId{row.key}, runtime::data_of<CafeSummary>(row), now));
    };
    if (!here) {
        const auto listed = runtime::rows_of(reader, query, {query.scope}, page);
        std::ranges::for_each(listed.rows, show);
        cafes.next = listed.next;
        return runtime::respond_with(200, cafes);
    }
    runtime::for_each_row(reader, query, [&](const runtime::Row& row) {
        auto& cafe = show(row);
        cafe.distance_metres = std::llround(distance_metres(*here, cafe.place));
    });
    cafes.next = runtime::cut_whole(cafes.items, page, [](const CafeResource& cafe) {
        return runtime::Cursor{cafe.distance_metres.value_or(0), cafe.id.value};
    });
    return runtime::respond_with(200, cafes);
}

Result<Response> show_cafe(runtime::Reader& reader, const Request& request, Timestamp now) {
    const auto& id = request.params.at(0);
    const auto row = reader.row(view::cafes, id);
    if (!row) return runtime::not_found(the_cafe);
    const auto summary = runtime::data_of<CafeSummary>(*row);
    return tagged(runtime::respond_with(200, cafe_resource(CafeId{id}, summary, now)),
                  cafe_tag(summary.revision));
}

Result<Response> show_menu(runtime::Reader& reader, const Request& request, Timestamp now) {
    const auto cafe = runtime::stored<Cafe>(reader, request.params.at(0));
    const auto* branch = std::get_if<branch::Branch>(&cafe.state);
    if (branch == nullptr) return runtime::not_found(the_cafe);
    return tagged(runtime::respond_with(200, menu_resource(*branch, cafe.version, now)),
                  tag_of_menu(*branch));
}

/// A subject's stream begins with its newest event, which is no news to a client that has just read the
/// branch; so a new one begins after all there is.
Task<Result<Response>> stream_cafe(const Host& host, Request request) {
    const auto cafe = request.params.at(0);
    DANGOL_CO_TRY(const auto last, co_await host.read([&](runtime::Reader& reader) -> Result<std::uint64_t> {
        if (!reader.row(view::cafes, cafe)) return runtime::not_found(the_cafe);
        return reader.last_position();
    }));
    if (request.last_event_id.empty()) request.last_event_id = std::to_string(last);
    co_return runtime::open_stream(host, request, cafe, {}, render);
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

std::string tag_of_cafe(const branch::Branch& branch) { return cafe_tag(branch.revision); }
std::string tag_of_menu(const branch::Branch& branch) {
    return "\"menu-" + std::to_string(branch.menu_revision) + '"';
}

Result<void> check_revision(runtime::Unit& unit, const Request& request, RevisionTag tag) {
    if (request.if_match.empty() || request.if_match == "*") return {};
    const auto& state = unit.load<Cafe>(request.params.at(0)).state;
    const auto present = tag(std::get<branch::Branch>(state));
    if (request.if_match.find(present) != std::string::npos) return {};
    return refuse(Refusal::stale, "changed-meanwhile",
                  {"그사이 다른 사람이 바꿨어요. 새로 불러온 뒤 다시 고쳐 주세요.",
                   "Somebody else has changed it meanwhile. Reload it, and change it again."});
}

Result<void> check_branch(runtime::Unit& unit, const Request& request) {
    const auto& id = request.params.at(0);
    if (std::holds_alternative<branch::Unregistered>(unit.load<Cafe>(id).state))
        return runtime::not_found(the_cafe);
    if (!request.principal.works_for(CafeId{id})) return runtime::not_yours();
    return {};
}

Result<Response> execute(runtime::Unit& unit, const std::string& id, const branch::Command& command,
                         int status) {
    DANGOL_TRY(const auto version, unit.execute<Cafe>(id, command));
    const auto& branch = std::get<branch::Branch>(unit.load<Cafe>(id).state);
    const auto opening = branch::opening_at(branch.opening, unit.now());
    return runtime::respond_with(status, CafeAnswer{id, std::string(branch::status_of(opening)), version});
}

Result<Response> register_cafe(runtime::Unit& unit, const Request& request) {
    DANGOL_TRY(auto body, runtime::body_of<RegisterBody>(request));
    if (body.id && !is_id(body.id->value)) {
        return refuse(Refusal::invalid, "invalid-id",
                      {"매장 id는 영문, 숫자, '-', '_'로 64자까지 쓸 수 있어요.",
                       "A café's id has at most 64 letters, digits, '-' and '_'."});
    }
    const CafeId id = body.id.value_or(CafeId{unit.ids().next()});
    return execute(unit, id.value, branch::RegisterCafe{id, std::move(body)}, 201);
}

}  // namespace dangol::cafe
