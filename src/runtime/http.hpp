#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/access.hpp"
#include "core/codec.hpp"
#include "core/ids.hpp"
#include "core/request_context.hpp"
#include "core/result.hpp"
#include "core/try.hpp"
#include "runtime/limits.hpp"
#include "runtime/task.hpp"

/// HTTP as values: no socket here, so that the simulation and unit tests speak to the same handlers.
namespace dangol::runtime {

enum class Method { get, post, put, patch, del };

struct Request {
    Method method = Method::get;
    std::string path;                          ///< decoded, without the query: "/loans/abc"
    std::map<std::string, std::string> query;  ///< decoded
    std::vector<std::string>
        params;  ///< the path's `{…}` parts, in order; each is_id(), {file} a file's name
    std::string body;
    std::string content_type;
    Principal principal;
    Language language = Language::ko;
    std::string idempotency_key;       ///< header Idempotency-Key, or empty
    std::string last_event_id;         ///< header Last-Event-ID, or empty
    bool accepts_page = false;         ///< header Accept names text/html: a browser asks for a person
    std::string accept_encoding = {};  ///< header Accept-Encoding, or empty
    std::string if_none_match = {};    ///< header If-None-Match, or empty
    std::string if_match = {};         ///< header If-Match, or empty
    std::string client = {};  ///< the client's network address, an IPv6 one as its /64; empty: not known
    std::string traceparent;
    std::string id;      ///< of this request; logged, and the causation id of what it causes
    Caller caller = {};  ///< its criticality is the route's to say

    [[nodiscard]] RequestContext context() const {
        return {{principal.account, principal.role}, id, traceparent, {}, language, caller};
    }
};

class Watch;  // runtime/live.hpp

struct Response {
    int status = 200;
    std::string body;
    std::string content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<Watch> watch;  ///< if set, the body is an endless text/event-stream fed from here
};

/// Answers a request: a coroutine for what takes several steps, a plain function for what is known at once.
using Handler = std::function<Task<Response>(Request)>;

/// What a route takes as its body. The server refuses everything else before the handler is called.
struct Intake {
    bool json_only = true;
    std::size_t bytes_max = 0;  ///< 0: as much as the server takes of any body
};

struct Route {
    Method method = Method::get;
    std::string pattern;  ///< "/loans/{id}/return"
    Access access;
    Handler handler;
    Intake intake = {};
    bool in_contract =
        true;  ///< false: a page or an asset of the web apps, of which openapi.yaml says nothing
    std::vector<Limit> limits = {};
    Criticality criticality = Criticality::critical;

    /// How often it may be called. Beyond that the answer is 429 with Retry-After.
    Route& limited(std::initializer_list<Limit> by) {
        limits.insert(limits.end(), by);
        return *this;
    }
    /// Commands of this route are refused rather than done late. So is, of every route, a GET by somebody who
    /// does not work here (core/access.hpp): browsing comes last.
    Route& sheddable() {
        criticality = Criticality::sheddable;
        return *this;
    }
};

/// All routes of the process. Built once, then only read; any number of threads.
class Router {
  public:
    /// What went wrong in a handler; for the log only, never for the caller.
    struct HandlerError {
        std::string_view route;
        std::string_view request_id;
        std::string_view what;
    };

    /// A literal segment goes before a `{…}` one, which takes an id. `{file}` takes a file's name as well.
    /// Throws std::logic_error for a route that is there already.
    void add(std::vector<Route> routes);
    /// Called for each handler that ends with an exception. Set before the first dispatch.
    void on_error(std::function<void(const HandlerError&)> report) { report_error_ = std::move(report); }

    /// Holds requests to the limits of their routes; nobody is limited without it. Set before the first
    /// dispatch; `limiter` must outlive the router's requests.
    void limit(Limiter& limiter) { limiter_ = &limiter; }

    /// What a browser is shown at an address that has nothing; without it, and to programs, a 404 in JSON is
    /// answered. Its pattern is not looked at. Set before the first dispatch.
    void show_if_not_found(Route page) { not_found_page_ = std::move(page); }

    /// Called once with the answer, from any thread.
    using Respond = std::move_only_function<void(Response)>;

    /// Finds the route, checks the role and the limits, runs the handler. Answers 404, 405, 401, 403 and 429
    /// itself; a handler that ends with an exception leads to a 500 that discloses nothing. Returns the
    /// pattern of the route (which lives as long as the router), or "" if there is none.
    std::string_view dispatch(Request request, Respond respond) const;
    /// The methods that `path` has, as the header Allow wants them: "GET, POST". Empty: there is no such
    /// path.
    [[nodiscard]] std::string allowed_methods(std::string_view path) const;
    /// The route that `dispatch` would take, or null.
    [[nodiscard]] const Route* route_for(Method method, std::string_view path) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  private:
    void run(const Route& route, Request request, Respond respond) const;

    static constexpr std::size_t methods = 5;
    /// One segment of all patterns that begin alike.
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> param;
        bool takes_files = false;  ///< `param` is {file}
        std::array<std::optional<std::size_t>, methods>
            routes;  ///< by method: index of the route that ends here
        [[nodiscard]] bool ends_here() const;
    };
    using Params = std::vector<std::string>;
    [[nodiscard]] static const Node* find(const Node& node, std::string_view rest, Params& params);
    [[nodiscard]] const Node* find(std::string_view path, Params& params) const;

    std::vector<Route> routes_;
    Node root_;
    std::function<void(const HandlerError&)> report_error_;
    Limiter* limiter_ = nullptr;
    std::optional<Route> not_found_page_;
};

[[nodiscard]] std::string_view name_of(Method method);

/// A name without a way out of its folder: ids with single dots between them, at most 128 characters.
[[nodiscard]] bool is_file_name(std::string_view text);

/// RFC 9457. `type` is "/problems/" and the rejection's code.
[[nodiscard]] Response problem(const Rejection& rejection, Language language);
/// The same with the Retry-After of a caller who has to wait, in whole seconds, rounded up.
[[nodiscard]] Response problem(const Rejection& rejection, Duration wait, Language language);
/// The same for what HTTP itself refuses (405, 413 …) and for 500: the title follows from the status.
[[nodiscard]] Response problem(int status, std::string_view code, const Text& detail, Language language);

/// Whether `response` is a problem with this code.
[[nodiscard]] bool is_problem(const Response& response, std::string_view code);

[[nodiscard]] Response json_response(int status, std::string body);

/// `value` as JSON with `status`.
template <class T>
[[nodiscard]] Response respond_with(int status, const T& value) {
    return json_response(status, codec::to_json(value));
}

/// The body of a request that takes none.
struct NoBody {};
BOOST_DESCRIBE_STRUCT(NoBody, (), ())

/// No text in a body has more characters, whatever else is asked of it.
constexpr std::size_t body_text_max = 2048;
/// The body of any shape; an empty one is {}. 400 where it is no JSON, or has a text that is too long.
[[nodiscard]] Result<json::Document> json_of(const Request& request);

[[nodiscard]] Rejection bad_body(const codec::CodecError& error);
[[nodiscard]] Rejection missing_body();
/// The body as a T: 400 with the path of what is wrong. Unknown members are refused, and so is a missing one
/// that is required (codec::Reading::strict). The body itself may be missing if all of its members may.
template <class T>
[[nodiscard]] Result<T> body_of(const Request& request) {
    DANGOL_TRY(const auto json, json_of(request));
    auto body = codec::from_value<T>(json.root(), codec::Reading::strict);
    if (!body) return std::unexpected(request.body.empty() ? missing_body() : bad_body(body.error()));
    return std::move(*body);
}

// The refusals that every API needs.
[[nodiscard]] std::unexpected<Rejection> not_found(Text what);
/// Of what anybody may know to exist, a branch: 403. What only some may know of is not_found for the others.
[[nodiscard]] std::unexpected<Rejection> not_yours();

}  // namespace dangol::runtime
