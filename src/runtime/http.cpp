// The rules of HTTP that hold for every route: who is let in, and what a refusal looks like.
#include "runtime/http.hpp"

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <utility>

#include "runtime/admission.hpp"

namespace dangol::runtime {

namespace {

constexpr std::string_view problem_type = "application/problem+json";

/// How each problem's body begins.
std::string beginning_of(std::string_view code) {
    std::string body = R"({"type":)";
    codec::write_string(body, "/problems/" + std::string(code));
    return body;
}

constexpr std::array<std::pair<Method, std::string_view>, 5> method_names{{{Method::get, "GET"},
                                                                           {Method::post, "POST"},
                                                                           {Method::put, "PUT"},
                                                                           {Method::patch, "PATCH"},
                                                                           {Method::del, "DELETE"}}};

std::size_t index_of(Method method) { return static_cast<std::size_t>(method); }

/// Cuts the first segment off `rest`, which begins with '/'.
std::string_view next_segment(std::string_view& rest) {
    const auto end = rest.find('/', 1);
    const auto segment = rest.substr(1, end == std::string_view::npos ? end : end - 1);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    return segment;
}

bool is_param(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

int status_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::invalid: return 400;
        case Refusal::unauthenticated: return 401;
        case Refusal::payment_required: return 402;
        case Refusal::forbidden: return 403;
        case Refusal::not_found: return 404;
        case Refusal::conflict: return 409;
        case Refusal::stale: return 412;
        case Refusal::unprocessable: return 422;
        case Refusal::too_many: return 429;
        case Refusal::unavailable: return 503;
    }
    return 500;
}

Text title_of(int status) {
    switch (status) {
        case 400: return {"잘못된 요청이에요", "Bad request"};
        case 401: return {"로그인이 필요해요", "Sign in first"};
        case 402: return {"결제가 승인되지 않았어요", "The payment was declined"};
        case 403: return {"권한이 없어요", "Not allowed"};
        case 404: return {"찾을 수 없어요", "Not found"};
        case 405: return {"지원하지 않는 방식이에요", "Method not allowed"};
        case 409: return {"지금은 할 수 없어요", "Not possible in the present state"};
        case 412: return {"그사이 바뀌었어요", "Changed meanwhile"};
        case 413: return {"본문이 너무 커요", "The body is too large"};
        case 414: return {"주소가 너무 길어요", "The address is too long"};
        case 415: return {"지원하지 않는 형식이에요", "Unsupported media type"};
        case 422: return {"처리할 수 없는 내용이에요", "The request goes against a rule"};
        case 429: return {"요청이 너무 많아요", "Too many requests"};
        case 431: return {"헤더가 너무 커요", "The headers are too large"};
        case 501: return {"지원하지 않는 기능이에요", "Not supported"};
        case 503: return {"잠시 이용할 수 없어요", "Unavailable for the moment"};
        case 504: return {"제때 응답하지 못했어요", "No answer in time"};
        default: return {"서버 오류예요", "Server error"};
    }
}

Response problem_response(int status, std::string_view code, const Text& detail, std::string_view state,
                          const std::vector<std::string>* allowed, Language language) {
    Response response;
    response.status = status;
    response.content_type = problem_type;
    auto& body = response.body;
    body = beginning_of(code);
    body.reserve(256);
    body += R"(,"title":)";
    codec::write_string(body, title_of(status).in(language));
    body += R"(,"status":)";
    codec::write(body, status);
    body += R"(,"detail":)";
    codec::write_string(body, detail.in(language));
    if (!state.empty()) {
        body += R"(,"state":)";
        codec::write_string(body, state);
    }
    if (allowed != nullptr) {
        body += R"(,"allowed":)";
        codec::write(body, *allowed);
    }
    body += '}';
    if (status == 429 || status == 503) response.headers.emplace_back("Retry-After", "1");
    if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

Response internal_error(Language language) {
    return problem(500, "internal",
                   {"처리하지 못했어요. 잠시 후 다시 시도해 주세요.",
                    "The request could not be processed. Please try again in a moment."},
                   language);
}

}  // namespace

std::string_view name_of(Method method) { return method_names.at(index_of(method)).second; }

bool is_file_name(std::string_view text) {
    constexpr std::size_t size_max = 128;
    if (text.size() > size_max) return false;
    for (;;) {
        const auto dot = text.find('.');
        if (!is_id(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool Router::Node::ends_here() const {
    return std::ranges::any_of(routes, [](const auto& route) { return route.has_value(); });
}

void Router::add(std::vector<Route> routes) {
    for (auto& route : routes) {
        if (!route.pattern.starts_with('/'))
            throw std::logic_error("a route must begin with '/': " + route.pattern);
        Node* node = &root_;
        std::string_view rest = route.pattern;
        if (rest == "/") rest = {};
        while (!rest.empty()) {
            const auto segment = next_segment(rest);
            auto& next = is_param(segment) ? node->param : node->literals[std::string(segment)];
            if (segment == "{file}") node->takes_files = true;
            if (!next) next = std::make_unique<Node>();
            node = next.get();
        }
        auto& place = node->routes.at(index_of(route.method));
        if (place) {
            throw std::logic_error("two routes for " + std::string(name_of(route.method)) + " " +
                                   route.pattern);
        }
        place = routes_.size();
        routes_.push_back(std::move(route));
    }
}

const Router::Node* Router::find(const Node& node, std::string_view rest, Params& params) {
    if (rest.empty()) return node.ends_here() ? &node : nullptr;
    const auto segment = next_segment(rest);
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
        if (const auto* found = find(*literal->second, rest, params)) return found;
    }
    if (!node.param || !(node.takes_files ? is_file_name(segment) : is_id(segment))) return nullptr;
    params.emplace_back(segment);
    if (const auto* found = find(*node.param, rest, params)) return found;
    params.pop_back();
    return nullptr;
}

const Router::Node* Router::find(std::string_view path, Params& params) const {
    return path.starts_with('/') ? find(root_, path == "/" ? "" : path, params) : nullptr;
}

namespace {

/// "/rider/" is a page that people type, link and reload; to programs it is no address.
std::optional<Response> page_without_slash(const Router& router, const Request& request) {
    auto path = std::string_view(request.path);
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    const bool is_file = path.substr(path.rfind('/') + 1).contains('.');
    if (path.size() == request.path.size() || is_file) return std::nullopt;
    const auto* route = router.route_for(request.method, path);
    if (route == nullptr || route->in_contract) return std::nullopt;
    Response moved;
    moved.status = 308;
    moved.headers.emplace_back("Location", path);
    return moved;
}

}  // namespace

std::string_view Router::dispatch(Request request, Respond respond) const {
    const std::string_view path = request.path;
    request.params.clear();
    const Node* node = find(path, request.params);
    if (node == nullptr) {
        if (auto moved = page_without_slash(*this, request)) {
            respond(std::move(*moved));
            return {};
        }
        if (not_found_page_ && request.method == Method::get && request.accepts_page) {
            run(*not_found_page_, std::move(request), std::move(respond));
            return {};
        }
        respond(problem(404, "not-found",
                        {"이 주소에는 아무것도 없어요. 주소를 확인해 주세요.",
                         "There is nothing at this address. Please check it."},
                        request.language));
        return {};
    }
    const auto index = node->routes.at(index_of(request.method));
    if (!index) {
        const auto allowed = allowed_methods(path);
        auto response = problem(
            405, "method-not-allowed",
            {"이 주소에서는 다음 방식만 쓸 수 있어요: " + allowed, "This address only takes: " + allowed},
            request.language);
        response.headers.emplace_back("Allow", allowed);
        respond(std::move(response));
        return {};
    }
    const Route& route = routes_[*index];
    if (!route.access.allows(request.principal.role)) {
        respond(request.principal.signed_in()
                    ? problem(403, "role-not-allowed",
                              {"지금 로그인한 계정의 역할로는 할 수 없어요. 다른 계정으로 로그인해 주세요.",
                               "The role of this account may not do this. Sign in with another account."},
                              request.language)
                    : problem(401, "sign-in-required",
                              {"로그인한 뒤 다시 시도해 주세요.", "Sign in and try again."},
                              request.language));
        return route.pattern;
    }
    const bool browses = request.method == Method::get && !works(request.principal.role);
    request.caller.criticality = browses ? Criticality::sheddable : route.criticality;
    // A service that waits no longer has told its own client that the outcome is pending: it is to come.
    if (request.principal.role == Role::service) request.caller.gone.reset();
    if (limiter_ == nullptr || route.limits.empty()) {
        run(route, std::move(request), std::move(respond));
        return route.pattern;
    }
    Admission admission(*limiter_, route.limits, request);
    if (admission.refusal()) {
        respond(*admission.refusal());
        return route.pattern;
    }
    run(route, std::move(request),
        [admission = std::move(admission), respond = std::move(respond)](Response response) mutable {
            admission.settle(response);
            respond(std::move(response));
        });
    return route.pattern;
}

void Router::run(const Route& route, Request request, Respond respond) const {
    const auto language = request.language;
    std::string id = report_error_ ? request.id : std::string{};
    std::optional<Task<Response>> task;
    try {
        task.emplace(route.handler(std::move(request)));
    } catch (const std::exception& error) {
        if (report_error_) report_error_({route.pattern, id, error.what()});
        return respond(internal_error(language));
    }
    start(std::move(*task),
          [this, &route, language, id = std::move(id), respond = std::move(respond)](auto outcome) mutable {
              try {
                  return respond(std::move(outcome).take());
              } catch (const std::exception& error) {
                  if (report_error_) report_error_({route.pattern, id, error.what()});
              } catch (...) {
                  if (report_error_) report_error_({route.pattern, id, "not a std::exception"});
              }
              respond(internal_error(language));
          });
}

std::string Router::allowed_methods(std::string_view path) const {
    Params params;
    const Node* node = find(path, params);
    std::string allowed;
    for (const auto& [method, name] : method_names) {
        if (node == nullptr || !node->routes.at(index_of(method))) continue;
        if (!allowed.empty()) allowed += ", ";
        allowed += name;
    }
    return allowed;
}

const Route* Router::route_for(Method method, std::string_view path) const {
    Params params;
    const Node* node = find(path, params);
    const auto index = node == nullptr ? std::nullopt : node->routes.at(index_of(method));
    return index ? &routes_[*index] : nullptr;
}

Response problem(const Rejection& rejection, Language language) {
    // `allowed` is a statement only together with the state it follows from; empty then means "nothing any
    // more".
    const bool stateful = !rejection.state.empty() || !rejection.allowed.empty();
    return problem_response(status_of(rejection.refusal), rejection.code, rejection.detail, rejection.state,
                            stateful ? &rejection.allowed : nullptr, language);
}

Response problem(const Rejection& rejection, Duration wait, Language language) {
    auto response = problem(rejection, language);
    std::erase_if(response.headers, [](const auto& header) { return header.first == "Retry-After"; });
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    response.headers.emplace_back("Retry-After", std::to_string(seconds));
    return response;
}

bool is_problem(const Response& response, std::string_view code) {
    return response.content_type == problem_type && response.body.starts_with(beginning_of(code));
}

Response problem(int status, std::string_view code, const Text& detail, Language language) {
    return problem_response(status, code, detail, {}, nullptr, language);
}

Response json_response(int status, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

namespace {

std::optional<codec::CodecError> too_long_in(json::Value json) {
    if (const auto text = json.text()) {
        if (text->size() <= body_text_max || characters(*text) <= body_text_max) return std::nullopt;
        return codec::CodecError{{}, "has more than " + std::to_string(body_text_max) + " characters"};
    }
    const auto inside = [](std::optional<codec::CodecError> error, std::string step) {
        if (error) {
            const bool joined = error->path.empty() || error->path.starts_with('[');
            error->path = std::move(step) + (joined ? "" : ".") + error->path;
        }
        return error;
    };
    if (const auto array = json.array()) {
        std::size_t index = 0;
        for (const auto item : *array) {
            if (auto error = inside(too_long_in(item), "[" + std::to_string(index++) + "]")) return error;
        }
    } else if (const auto object = json.object()) {
        for (const auto [name, value] : *object) {
            if (auto error = inside(too_long_in(value), std::string(name))) return error;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<json::Document> json_of(const Request& request) {
    auto json = codec::parse(request.body.empty() ? std::string_view("{}") : request.body);
    if (!json) return std::unexpected(bad_body(json.error()));
    if (const auto error = too_long_in(json->root())) return std::unexpected(bad_body(*error));
    return std::move(*json);
}

Rejection bad_body(const codec::CodecError& error) {
    const std::string where = error.path.empty() ? error.message : error.path + " " + error.message;
    return {Refusal::invalid,
            "invalid-body",
            {"요청 본문을 읽을 수 없어요. 이 부분을 고쳐 주세요: " + where,
             "The request body cannot be read. Please correct this: " + where},
            {},
            {}};
}

Rejection missing_body() {
    return {Refusal::invalid,
            "invalid-body",
            {"요청 본문이 비어 있어요. 필요한 값을 본문에 넣어 다시 보내 주세요.",
             "The request body is empty. Please send it again with a body that has what is needed."},
            {},
            {}};
}

std::unexpected<Rejection> not_found(Text what) {
    return refuse(Refusal::not_found, "not-found",
                  {"찾을 수 없어요: " + what.ko + ". 주소나 번호를 확인해 주세요.",
                   "Not found: " + what.en + ". Please check the address or the id."});
}

std::unexpected<Rejection> not_yours() {
    return refuse(Refusal::forbidden, "not-yours",
                  {"다른 사람의 것이라 볼 수도 바꿀 수도 없어요. 본인 계정으로 로그인했는지 확인해 주세요.",
                   "This belongs to someone else. Check that you are signed in with the right account."});
}

}  // namespace dangol::runtime
