// /cafes: branches and menus. Anyone reads; the branch's staff and the operator change.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "contexts/cafe/api.hpp"
#include "contexts/cafe/resources.hpp"
#include "core/geo.hpp"

namespace dangol::cafe {
namespace {

using runtime::Access, runtime::Host, runtime::Method, runtime::Request, runtime::Response, runtime::Route;

constexpr Access anyone = Access::anyone();
constexpr Access staff{.staff = true, .operator_ = true};
constexpr Access operator_only{.operator_ = true};
constexpr std::size_t branches_max = 2000;  ///< of one list; a chain beyond that asks by place

const Text the_cafe{"매장", "the café"};

// ── Queries ──────────────────────────────────────────────────────────────────────────────────────

CafeSummary summary_of(const runtime::Row& row) {
    auto summary = codec::from_json<CafeSummary>(row.data);
    if (!summary) throw runtime::StoreBroken("row of café " + row.key + ": " + summary.error().message);
    return std::move(*summary);
}

std::optional<double> degrees_in(const Request& request, const std::string& name) {
    const auto asked = request.query.find(name);
    if (asked == request.query.end()) return std::nullopt;
    const auto& text = asked->second;
    double degrees = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return degrees;
}

/// Where the customer is, if they say so.
Result<std::optional<Place>> place_in(const Request& request) {
    if (!request.query.contains("lat") && !request.query.contains("lng")) return std::nullopt;
    const auto latitude = degrees_in(request, "lat");
    const auto longitude = degrees_in(request, "lng");
    if (!latitude || !longitude || !is_place({*latitude, *longitude})) {
        return refuse(Refusal::invalid, "invalid-place",
                      {"lat과 lng를 함께, 위도와 경도(도)로 보내 주세요.",
                       "Send lat and lng together, as degrees of latitude and longitude."});
    }
    return Place{*latitude, *longitude};
}

Result<Response> list(runtime::Reader& reader, const Request& request, Timestamp now) {
    const auto here = place_in(request);
    if (!here) return std::unexpected(here.error());
    const auto limit = runtime::limit_of(request);
    if (!limit) return std::unexpected(limit.error());
    runtime::RowQuery query{.view = std::string(view::cafes), .scope = std::string(view::cafes_all)};
    query.limit = *here ? branches_max : *limit;
    CafeList cafes;
    for (const auto& row : reader.rows(query)) {
        auto& cafe = cafes.items.emplace_back(cafe_resource(CafeId{row.key}, summary_of(row), now));
        if (*here) cafe.distance_metres = std::llround(distance_metres(**here, cafe.place));
    }
    if (*here) {
        std::ranges::sort(cafes.items, {}, [](const CafeResource& cafe) {
            return std::pair{cafe.distance_metres, cafe.id.value};
        });
    }
    cafes.items.resize(std::min(cafes.items.size(), *limit));
    return runtime::respond_with(200, cafes);
}

Result<Response> show(runtime::Reader& reader, const Request& request, Timestamp now) {
    const auto& id = request.params.at(0);
    const auto row = reader.row(view::cafes, id);
    if (!row) return runtime::not_found(the_cafe);
    return runtime::respond_with(200, cafe_resource(CafeId{id}, summary_of(*row), now));
}

Result<Response> show_menu(runtime::Reader& reader, const Request& request, Timestamp now) {
    const auto cafe = stored<CafeAggregate>(reader, request.params.at(0));
    const auto* branch = std::get_if<branch::Branch>(&cafe->state);
    if (branch == nullptr) return runtime::not_found(the_cafe);
    return runtime::respond_with(200, menu_resource(*branch, cafe->version, now));
}

// ── Commands ─────────────────────────────────────────────────────────────────────────────────────

struct RegisterBody : CafeProfile {
    std::optional<CafeId> id;
};
BOOST_DESCRIBE_STRUCT(RegisterBody, (CafeProfile), (id))

struct MenuBody {
    std::vector<MenuItem> items;
};
BOOST_DESCRIBE_STRUCT(MenuBody, (), (items))

struct HoursBody {
    std::vector<OpeningHours> hours;
};
BOOST_DESCRIBE_STRUCT(HoursBody, (), (hours))

struct PauseBody {
    int minutes = 15;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PauseBody, (), (minutes, reason))

struct SoldOutBody {
    MenuId menu_id;
    std::string option_id;
    bool sold_out = true;
    std::optional<Timestamp> until;
};
BOOST_DESCRIBE_STRUCT(SoldOutBody, (), (menu_id, option_id, sold_out, until))

struct NoBody {};
BOOST_DESCRIBE_STRUCT(NoBody, (), ())

Result<Response> execute(runtime::Unit& unit, const std::string& id, const branch::Command& command,
                         int status) {
    auto version = unit.execute<CafeAggregate>(id, command);
    if (!version) return std::unexpected(std::move(version.error()));
    const auto& branch = std::get<branch::Branch>(unit.load<CafeAggregate>(id).state);
    const auto opening = branch::opening_at(branch.opening, unit.now());
    return runtime::respond_with(status, CafeAnswer{id, std::string(branch::status_of(opening)), *version});
}

Result<Response> register_cafe(runtime::Unit& unit, const Request& request) {
    auto body = runtime::body_of<RegisterBody>(request);
    if (!body) return std::unexpected(std::move(body.error()));
    if (body->id && !is_id(body->id->value)) {
        return refuse(Refusal::invalid, "invalid-id",
                      {"매장 id는 영문, 숫자, '-', '_'로 64자까지 쓸 수 있습니다.",
                       "A café's id has at most 64 letters, digits, '-' and '_'."});
    }
    const CafeId id = body->id.value_or(CafeId{unit.ids().next()});
    return execute(unit, id.value, branch::RegisterCafe{id, std::move(*body)}, 201);
}

/// A command of the branch's staff, made from a Body by `make(body, now)`.
template <class Body, class Make>
auto from_body(Make make) {
    return [make](runtime::Unit& unit, const Request& request) -> Result<Response> {
        const auto& id = request.params.at(0);
        const auto& state = unit.load<CafeAggregate>(id).state;
        if (std::holds_alternative<branch::Unregistered>(state)) return runtime::not_found(the_cafe);
        if (!request.principal.works_for(CafeId{id})) return runtime::not_yours();
        auto body = runtime::body_of<Body>(request);
        if (!body) return std::unexpected(std::move(body.error()));
        return execute(unit, id, make(std::move(*body), unit.now()), 200);
    };
}

}  // namespace

std::vector<Route> cafe_routes(const Host& host) {
    const auto query = [&host](std::string pattern, auto answer) {
        auto& clock = host.environment.clock;
        return query_route(host, std::move(pattern), anyone,
                           [answer, &clock](runtime::Reader& reader, const Request& request) {
                               return answer(reader, request, clock.now());
                           });
    };
    const auto command = [&host](Method method, std::string_view name, auto work) {
        return command_route(host, method, "/cafes/{id}/" + std::string(name), staff, std::move(work));
    };
    return {
        query("/cafes", list),
        query("/cafes/{id}", show),
        query("/cafes/{id}/menu", show_menu),
        command_route(host, Method::post, "/cafes", operator_only, register_cafe),
        command(Method::put, "profile", from_body<CafeProfile>([](CafeProfile profile, Timestamp) {
                    return branch::ChangeProfile{std::move(profile)};
                })),
        command(Method::put, "menu", from_body<MenuBody>([](MenuBody body, Timestamp) {
                    return branch::PublishMenu{std::move(body.items)};
                })),
        command(Method::put, "hours", from_body<HoursBody>([](HoursBody body, Timestamp) {
                    return branch::ChangeHours{std::move(body.hours)};
                })),
        command(Method::post, "open",
                from_body<NoBody>([](NoBody, Timestamp now) { return branch::OpenCafe{now}; })),
        command(Method::post, "close",
                from_body<NoBody>([](NoBody, Timestamp) { return branch::CloseCafe{}; })),
        command(Method::post, "pause", from_body<PauseBody>([](PauseBody body, Timestamp now) {
                    return branch::PauseCafe{now, body.minutes, std::move(body.reason)};
                })),
        command(Method::post, "soldOut", from_body<SoldOutBody>([](SoldOutBody body, Timestamp now) {
                    return branch::SetSoldOut{now, std::move(body.menu_id), std::move(body.option_id),
                                              body.sold_out, body.until};
                })),
    };
}

}  // namespace dangol::cafe
