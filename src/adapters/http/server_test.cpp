#include "adapters/http/server.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

#include "adapters/http/server_fixture.hpp"

namespace dangol::adapters {
namespace {

using testing::RawClient;
using namespace std::chrono_literals;

class Server : public ::testing::Test, public testing::ServedRoutes {};

TEST_F(Server, answers_one_request_after_another_on_a_connection) {
    start();
    RawClient client(server->port());
    for (int i = 0; i < 3; ++i) {
        client.send("GET /echo?n=" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto response = client.read_response();
        EXPECT_EQ(RawClient::status(response), 200);
        EXPECT_TRUE(response.contains("n=" + std::to_string(i))) << response;
        EXPECT_EQ(RawClient::header(response, "Connection"), "");
    }
}

TEST_F(Server, answers_pipelined_requests_in_their_order) {
    start();
    RawClient client(server->port());
    std::string requests = "GET /later HTTP/1.1\r\nHost: x\r\n\r\n";
    requests +=
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    requests += "GET /echo?last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    client.send(requests);
    kept()(runtime::json_response(200, "first"));
    EXPECT_TRUE(client.read_response().ends_with("first"));
    EXPECT_TRUE(client.read_response().contains("body={}"));
    EXPECT_TRUE(client.read_response().contains("last="));
    EXPECT_TRUE(client.ends());
}

TEST_F(Server, takes_a_request_in_any_pieces) {
    start();
    RawClient client(server->port());
    const std::string request =
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n";
    for (const char c : request) client.send({&c, 1});
    EXPECT_TRUE(client.read_response().contains(R"(body={"a":1})"));
}

TEST_F(Server, closes_when_the_client_asks_and_after_http_1_0) {
    start();
    for (const std::string request :
         {"GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET /echo HTTP/1.0\r\n\r\n"}) {
        RawClient client(server->port());
        client.send(request);
        EXPECT_EQ(RawClient::header(client.read_response(), "Connection"), "close");
        EXPECT_TRUE(client.ends());
    }
}

TEST_F(Server, tells_who_is_asking_by_the_token) {
    start();
    EXPECT_TRUE(fetch("/mine", "Authorization: Bearer good\r\n").contains("account=alice"));
    EXPECT_EQ(RawClient::status(fetch("/mine")), 401);
    const auto bad = fetch("/echo", "Authorization: Bearer bad\r\n");
    EXPECT_EQ(RawClient::status(bad), 401);
    EXPECT_EQ(RawClient::header(bad, "WWW-Authenticate"), "Bearer");
    EXPECT_EQ(RawClient::status(fetch("/echo", "Authorization: Basic good\r\n")), 401);
}

TEST_F(Server, tells_the_handler_where_the_client_is) {
    start();
    EXPECT_TRUE(fetch("/echo").contains(" client=127.0.0.1 "));
    EXPECT_TRUE(fetch("/echo", "X-Forwarded-For: 192.0.2.7\r\n").contains(" client=192.0.2.7 "));
    const std::string two = "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 192.0.2.7\r\n";
    EXPECT_TRUE(fetch("/echo", two).contains(" client=192.0.2.7 "));
}

TEST_F(Server, takes_a_token_from_the_address_for_an_event_stream_only) {
    start();
    const std::string stream = "Accept: text/event-stream\r\n";
    EXPECT_TRUE(fetch("/mine?access_token=good", stream).contains("path=/mine body="));
    EXPECT_EQ(RawClient::status(fetch("/mine?access_token=bad", stream)), 401);
    EXPECT_EQ(RawClient::status(fetch("/mine?access_token=good")), 401);
}

TEST_F(Server, hands_the_headers_on_that_a_handler_may_want) {
    start();
    const std::string trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-";
    const std::string caller = "00f067aa0ba902b7";
    const auto response = fetch(
        "/echo", "Accept-Language: en\r\nIdempotency-Key: k-1\r\ntraceparent: " + trace + caller + "-01\r\n");
    EXPECT_TRUE(response.contains("language=en key=k-1 trace=" + trace)) << response;
    EXPECT_FALSE(response.contains(caller)) << "it has a place of its own in the trace: " << response;
    EXPECT_TRUE(response.contains(" id=" + RawClient::header(response, "X-Request-Id"))) << response;
    EXPECT_TRUE(fetch("/echo", "Cookie: lang=en\r\nAccept-Language: ko\r\n").contains("language=en"));
    EXPECT_TRUE(fetch("/echo", "traceparent: 00-bad\r\n").contains("trace=00-0")) << "a new one";
    EXPECT_EQ(RawClient::status(fetch("/echo", "Idempotency-Key: " + std::string(256, 'k') + "\r\n")), 400);
    EXPECT_EQ(RawClient::status(fetch("/echo", "Idempotency-Key: a b\r\n")), 400);
    EXPECT_EQ(RawClient::status(fetch("/echo", "Idempotency-Key: \r\n")), 400) << "it promises nothing";
    EXPECT_EQ(RawClient::status(fetch("/echo", "Idempotency-Key: " + std::string(255, 'k') + "\r\n")), 200);
}

TEST_F(Server, answers_head_as_get_without_the_body_and_options_with_the_methods) {
    start();
    RawClient client(server->port());
    client.send("HEAD /echo HTTP/1.1\r\nHost: x\r\n\r\nOPTIONS /echo HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = client.read_until("\r\n\r\n");
    EXPECT_EQ(RawClient::status(head), 200);
    EXPECT_NE(RawClient::header(head, "Content-Length"), "0");
    const auto options = client.read_until("\r\n\r\n");
    EXPECT_EQ(RawClient::status(options), 204) << options;
    EXPECT_EQ(RawClient::header(options, "Allow"), "GET, POST");
    EXPECT_EQ(RawClient::status(exchange("TRACE /echo HTTP/1.1\r\nHost: x\r\n\r\n")), 405);
    EXPECT_EQ(RawClient::status(exchange("OPTIONS /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")), 404);
}

TEST_F(Server, puts_the_security_headers_on_every_response) {
    start();
    for (const auto& response : {fetch("/echo"), fetch("/nowhere"), exchange("nonsense\r\n\r\n")}) {
        EXPECT_EQ(RawClient::header(response, "X-Content-Type-Options"), "nosniff") << response;
        EXPECT_EQ(RawClient::header(response, "Cache-Control"), "no-store") << response;
        EXPECT_EQ(RawClient::header(response, "Referrer-Policy"), "no-referrer") << response;
        EXPECT_NE(RawClient::header(response, "X-Request-Id"), "") << response;
        EXPECT_NE(RawClient::header(response, "Date"), "") << response;
    }
}

TEST_F(Server, asks_for_the_body_that_a_client_holds_back) {
    start();
    RawClient client(server->port());
    client.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("{}");
    EXPECT_TRUE(client.read_response().contains("body={}"));
}

TEST_F(Server, takes_an_answer_from_any_thread) {
    start({.threads = 2});
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(server->port()));
        clients.back()->send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    std::jthread([this] {
        for (int i = 0; i < 20; ++i) kept()(runtime::json_response(200, "from another thread"));
    }).join();
    for (const auto& client : clients) EXPECT_TRUE(client->read_response().ends_with("from another thread"));
}

TEST_F(Server, answers_500_when_a_handler_drops_its_answer) {
    start();
    RawClient client(server->port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    {
        const auto dropped = kept();
    }
    EXPECT_EQ(RawClient::status(client.read_response()), 500);
}

TEST_F(Server, answers_504_when_a_handler_takes_too_long_and_ignores_its_late_answer) {
    HttpOptions options;
    options.limits.answer_time = 50ms;
    start(options);
    RawClient client(server->port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(RawClient::status(client.read_response()), 504);
    EXPECT_TRUE(client.ends());
    kept()(runtime::json_response(200, "late"));
}

TEST_F(Server, takes_an_answer_for_a_client_that_has_left) {
    start();
    {
        RawClient client(server->port());
        client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
        kept()(runtime::json_response(200, "nobody reads this"));
    }
    EXPECT_EQ(RawClient::status(fetch("/echo")), 200);
}

/// Whether `caller` leaves within ten seconds.
bool leaves(const Caller& caller) {
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (!caller.has_left() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(1ms);
    return caller.has_left();
}

TEST_F(Server, tells_the_handler_when_the_client_leaves_before_its_answer) {
    start();
    auto client = std::make_unique<RawClient>(server->port());
    const std::string later = "GET /later HTTP/1.1\r\nHost: x\r\n\r\n";
    for (int i = 0; i < 3; ++i) {  // also after others on the same connection
        client->send(later);
        auto respond = kept();
        EXPECT_FALSE(caller().has_left());
        respond(runtime::json_response(200, "{}"));
        client->read_response();
    }
    client->send(later);
    auto respond = kept();
    const auto waits = caller();
    EXPECT_FALSE(waits.has_left());
    client.reset();
    EXPECT_TRUE(leaves(waits));
    respond(runtime::json_response(200, "{}"));
}

TEST_F(Server, tells_the_handler_when_the_client_left_before_its_request_was_read) {
    start();
    RawClient holds(server->port());
    auto client = std::make_unique<RawClient>(server->port());
    EXPECT_EQ(RawClient::status(fetch("/echo")), 200);  // so both are connections of the only thread
    holds.send("GET /busy HTTP/1.1\r\nHost: x\r\n\r\n");
    auto first = kept();
    static_cast<void>(caller());
    client->send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    client.reset();
    auto second = kept();
    EXPECT_TRUE(caller().has_left());
    first(runtime::json_response(200, "{}"));
    second(runtime::json_response(200, "{}"));
}

TEST_F(Server, does_not_take_a_client_that_sends_on_for_one_that_has_left) {
    start();
    RawClient client(server->port());
    const std::string later = "GET /later HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(later);
    auto respond = kept();
    const auto waits = caller();
    client.send(later);                                 // ahead of its answer
    EXPECT_EQ(RawClient::status(fetch("/echo")), 200);  // on the same thread, so the server has seen it
    EXPECT_FALSE(waits.has_left());
    respond(runtime::json_response(200, "{}"));
    client.read_response();
    kept()(runtime::json_response(200, "second"));
    EXPECT_TRUE(client.read_response().ends_with("second"));
}

TEST_F(Server, logs_every_answer_with_the_pattern_of_its_route) {
    start();
    const auto echoed = fetch("/echo/abc?access_token=secret");
    fetch("/nowhere");
    exchange("nonsense\r\n\r\n");
    const auto lines = log(3);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].method, "GET");
    EXPECT_EQ(lines[0].route, "/echo/{id}");
    EXPECT_EQ(lines[0].status, 200);
    EXPECT_EQ(lines[0].request_id, RawClient::header(echoed, "X-Request-Id"));
    EXPECT_EQ(lines[1].route, "");
    EXPECT_EQ(lines[1].status, 404);
    EXPECT_EQ(lines[2].method, "");
    EXPECT_EQ(lines[2].status, 400);
}

}  // namespace
}  // namespace dangol::adapters
