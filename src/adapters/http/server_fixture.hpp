#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/http/raw_client.hpp"
#include "adapters/http/server.hpp"
#include "runtime/live.hpp"

/// For the tests of this folder: a server with a handful of routes on a free port.
namespace dangol::adapters::testing {

struct Line {
    std::string method;
    std::string route;
    int status = 0;
    std::string request_id;
};

class ServedRoutes {
  public:
    ServedRoutes();
    ~ServedRoutes() { server.reset(); }  // before what it uses
    ServedRoutes(const ServedRoutes&) = delete;
    ServedRoutes& operator=(const ServedRoutes&) = delete;
    void start(HttpOptions options = {});

    /// The answer to one request on a connection of its own.
    std::string exchange(std::string_view request) const;
    /// … to a GET with further header lines, each ending in CRLF.
    std::string fetch(const std::string& target, const std::string& headers = "") const {
        return exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    }

    /// The first answer that `/later` or `/busy` is given to keep; waits for it.
    runtime::Callback<runtime::Response> kept();
    /// How the client of the first request to `/later` or `/busy` waits; after `kept`.
    Caller caller();
    /// The first `count` lines of the access log; waits for them.
    std::vector<Line> log(std::size_t count);

    /// How long `/busy` holds up the thread that all connections are on.
    static constexpr std::chrono::milliseconds busy_time{300};

    runtime::Live live;
    std::vector<EventRecord> history;  ///< what `/streams/{id}` shows of the past
    std::unique_ptr<HttpServer> server;

  private:
    /// Waits for `kept`, after holding up its thread.
    static runtime::Task<runtime::Response> keep(ServedRoutes& routes, Caller caller,
                                                 std::chrono::milliseconds busy);

    CountedIds ids_;
    runtime::Router router_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<runtime::Callback<runtime::Response>> kept_;
    std::deque<Caller> callers_;
    std::vector<Line> log_;
};

inline ServedRoutes::ServedRoutes() {
    using runtime::json_response;
    using runtime::Method;
    using runtime::Request;
    const auto echo = [](const Request& request) {
        std::string body = "path=" + request.path;
        for (const auto& [name, value] : request.query) body += " " + name + "=" + value;
        body += " body=" + request.body + " account=" + request.principal.account.value;
        body += " client=" + request.client;
        body += " language=" + std::string(request.language == Language::en ? "en" : "ko");
        body += " key=" + request.idempotency_key + " trace=" + request.traceparent + " id=" + request.id;
        return json_response(200, body);
    };
    const auto stream = [this](const Request& request) {
        const auto watch = live.watch(
            request.params.at(0), "", [](const EventRecord& event) -> std::optional<runtime::Frame> {
                return runtime::Frame{std::to_string(event.position), event.type, event.data};
            });
        if (const auto ms = request.query.find("lifetime"); ms != request.query.end()) {
            watch->lifetime = std::chrono::milliseconds{std::stoi(ms->second)};
        }
        const auto seen = request.last_event_id.empty() ? 0 : std::stoull(request.last_event_id);
        std::vector<EventRecord> missed;
        for (const auto& event : history) {
            if (event.position > seen) missed.push_back(event);
        }
        live.resume(watch, missed);
        runtime::Response response;
        response.watch = watch;
        return response;
    };
    router_.add({
        {Method::get, "/echo", Access::anyone(), echo},
        {Method::get, "/echo/{id}", Access::anyone(), echo},
        {Method::post, "/echo", Access::anyone(), echo},
        {Method::post, "/pictures", Access::anyone(), echo, {.json_only = false, .bytes_max = 100'000}},
        {Method::get, "/mine", Access::signed_in(), echo},
        {Method::get, "/later", Access::anyone(),
         [this](const Request& request) { return keep(*this, request.caller, {}); }},
        {Method::get, "/busy", Access::anyone(),
         [this](const Request& request) { return keep(*this, request.caller, busy_time); }},
        {Method::get, "/streams/{id}", Access::anyone(), stream},
        {Method::get, "/big", Access::anyone(),
         [](const Request&) { return json_response(200, std::string(32 << 20, 'x')); }},
    });
}

inline runtime::Task<runtime::Response> ServedRoutes::keep(ServedRoutes& routes, Caller caller,
                                                           std::chrono::milliseconds busy) {
    co_return co_await runtime::call<runtime::Response>(
        [&routes, busy, caller = std::move(caller)](runtime::Callback<runtime::Response> done) {
            {
                const std::scoped_lock lock(routes.mutex_);
                routes.kept_.push_back(std::move(done));
                routes.callers_.push_back(caller);
                routes.changed_.notify_all();
            }
            std::this_thread::sleep_for(busy);
        });
}

inline void ServedRoutes::start(HttpOptions options) {
    const auto authenticate = [](std::string_view token) -> Result<Principal> {
        if (token == "good") return Principal{{"alice"}, Role::customer, {}};
        return refuse(Refusal::unauthenticated, "bad-token",
                      {"다시 로그인해 주세요.", "Please sign in again."});
    };
    const auto note = [this](const AccessLine& line) {
        const std::scoped_lock lock(mutex_);
        log_.push_back(
            {std::string(line.method), std::string(line.route), line.status, std::string(line.request_id)});
        changed_.notify_all();
    };
    server =
        std::make_unique<HttpServer>(std::move(options), router_, ids_, authenticate, HttpHooks{note, {}});
}

inline std::string ServedRoutes::exchange(std::string_view request) const {
    RawClient client(server->port());
    EXPECT_TRUE(client.send(request));
    return client.read_response();
}

inline runtime::Callback<runtime::Response> ServedRoutes::kept() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(10), [this] { return !kept_.empty(); });
    auto respond = std::move(kept_.front());
    kept_.pop_front();
    return respond;
}

inline Caller ServedRoutes::caller() {
    const std::scoped_lock lock(mutex_);
    auto first = callers_.front();
    callers_.pop_front();
    return first;
}

inline std::vector<Line> ServedRoutes::log(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(10), [&] { return log_.size() >= count; });
    return log_;
}

}  // namespace dangol::adapters::testing
