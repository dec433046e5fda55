// Streams, slow clients and the server's end: what has to do with time.
#include <gtest/gtest.h>

#include <future>

#include "adapters/http/server_fixture.hpp"

namespace dangol::adapters {
namespace {

using testing::RawClient;
using namespace std::chrono_literals;

EventRecord event(std::uint64_t position) {
    EventRecord record;
    record.position = position;
    record.subject = "order1";
    record.type = "OrderPlaced";
    record.data = "{}";
    return record;
}

std::string frame(std::uint64_t position) {
    return "id: " + std::to_string(position) + "\nevent: OrderPlaced\ndata: {}\n\n";
}

class TimedServer : public ::testing::Test, public testing::ServedRoutes {
  protected:
    void commit(std::uint64_t position) {
        const std::vector events{std::make_shared<const EventRecord>(event(position))};
        live.committed(events);
    }
    static void ask_for_stream(RawClient& client, const std::string& headers = "") {
        client.send("GET /streams/order1 HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    }
};

TEST_F(TimedServer, streams_events_as_they_are_committed) {
    start();
    RawClient client(server->port());
    ask_for_stream(client);
    const auto head = client.read_until("retry: 2000\n\n");
    EXPECT_EQ(RawClient::header(head, "Content-Type"), "text/event-stream");
    EXPECT_EQ(RawClient::header(head, "Cache-Control"), "no-store");
    EXPECT_EQ(RawClient::header(head, "X-Accel-Buffering"), "no");
    EXPECT_EQ(server->requests_in_flight(), 0U) << "it is answered";
    for (std::uint64_t position = 1; position <= 500; ++position) commit(position);
    for (std::uint64_t position = 1; position <= 500; ++position) {
        ASSERT_EQ(client.read_until("\n\n"), frame(position));
    }
}

TEST_F(TimedServer, resumes_a_stream_after_the_last_event_that_the_client_has_seen) {
    for (std::uint64_t position = 1; position <= 5; ++position) history.push_back(event(position));
    start();
    RawClient client(server->port());
    ask_for_stream(client, "Last-Event-ID: 3\r\n");
    client.read_until("retry: 2000\n\n");
    EXPECT_EQ(client.read_until("\n\n"), frame(4));
    EXPECT_EQ(client.read_until("\n\n"), frame(5));
    commit(6);
    EXPECT_EQ(client.read_until("\n\n"), frame(6));
}

TEST_F(TimedServer, keeps_a_quiet_stream_alive_with_a_heartbeat) {
    HttpOptions options;
    options.limits.heartbeat = 50ms;
    start(options);
    RawClient client(server->port());
    ask_for_stream(client);
    client.read_until("retry: 2000\n\n");
    EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
    EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
    commit(1);
    EXPECT_TRUE(client.read_until("data: {}\n\n").ends_with(frame(1)));
}

TEST_F(TimedServer, ends_a_stream_whose_watch_is_closed_after_what_it_still_holds) {
    start();
    RawClient client(server->port());
    ask_for_stream(client);
    client.read_until("retry: 2000\n\n");
    commit(1);
    live.close_all();
    EXPECT_EQ(client.read_until("\n\n"), frame(1));
    EXPECT_TRUE(client.ends());
}

TEST_F(TimedServer, ends_a_stream_whose_viewer_must_show_a_new_token) {
    start();
    RawClient client(server->port());
    client.send("GET /streams/order1?lifetime=50 HTTP/1.1\r\nHost: x\r\n\r\n");
    client.read_until("retry: 2000\n\n");
    EXPECT_EQ(client.read_until("\n\n"), "event: StreamEnded\ndata: {\"reason\":\"token-expired\"}\n\n");
    EXPECT_TRUE(client.ends());
    EXPECT_EQ(live.open(), 0U);
}

TEST_F(TimedServer, lets_go_of_a_stream_whose_client_has_left) {
    start();
    {
        RawClient client(server->port());
        ask_for_stream(client);
        client.read_until("retry: 2000\n\n");
        EXPECT_EQ(live.open(), 1U);
    }
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (live.open() > 0 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    EXPECT_EQ(live.open(), 0U);
}

TEST_F(TimedServer, closes_a_client_that_is_slow_to_send) {
    HttpOptions options;
    options.limits.header_time = 50ms;
    options.limits.body_time = 50ms;
    options.limits.idle_time = 50ms;
    start(options);
    for (const std::string request :
         {"", "GET /echo HT",
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"}) {
        RawClient client(server->port());
        client.send(request);
        EXPECT_TRUE(client.ends()) << request;
    }
}

TEST_F(TimedServer, closes_a_client_that_does_not_read) {
    HttpOptions options;
    options.limits.write_time = 50ms;
    start(options);
    RawClient client(server->port());
    client.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_EQ(log(1).size(), 1U);  // written after the write was given up
    EXPECT_LT(client.read_until("never").size(), 32U << 20);
}

TEST_F(TimedServer, refuses_a_newcomer_beyond_the_limit_while_all_others_work) {
    HttpOptions options;
    options.limits.connections = 1;
    start(options);
    RawClient first(server->port());
    first.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    auto respond = kept();
    RawClient second(server->port());
    const auto refused = second.read_response();
    EXPECT_EQ(RawClient::status(refused), 503);
    EXPECT_EQ(RawClient::header(refused, "Retry-After"), "1");
    EXPECT_EQ(server->connections(), 1U);
    respond(runtime::json_response(200, "done"));
    EXPECT_EQ(RawClient::status(first.read_response()), 200);
    RawClient third(server->port());
    third.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(RawClient::status(third.read_response()), 200);
}

TEST_F(TimedServer, makes_room_for_a_newcomer_by_closing_who_has_been_silent_longest) {
    HttpOptions options;
    options.limits.connections = 3;
    start(options);
    const std::string get = "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n";
    RawClient streaming(server->port());
    ask_for_stream(streaming);
    streaming.read_until("retry: 2000\n\n");
    RawClient idle(server->port());
    idle.send(get);
    EXPECT_EQ(RawClient::status(idle.read_response()), 200);
    RawClient slow(server->port());
    slow.send("GET /echo HT");
    for (int i = 0; i < 50; ++i) {
        RawClient silent(server->port());
        EXPECT_TRUE(i > 0 || slow.ends());
        RawClient newcomer(server->port());
        EXPECT_TRUE(silent.ends());
        newcomer.send(get);
        EXPECT_EQ(RawClient::status(newcomer.read_response()), 200);
        idle.send(get);
        EXPECT_EQ(RawClient::status(idle.read_response()), 200) << "one that has sent requests stays";
    }
    commit(1);
    EXPECT_EQ(streaming.read_until("\n\n"), frame(1));
}

TEST_F(TimedServer, makes_room_for_a_newcomer_by_closing_the_first_of_those_that_say_nothing) {
    HttpOptions options;
    options.limits.connections = 2;
    start(options);
    const std::string get = "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n";
    RawClient first(server->port());
    RawClient second(server->port());
    RawClient newcomer(server->port());
    EXPECT_TRUE(first.ends());
    for (auto* client : {&newcomer, &second}) {
        client->send(get);
        EXPECT_EQ(RawClient::status(client->read_response()), 200);
    }
}

TEST_F(TimedServer, makes_room_for_a_newcomer_by_closing_who_has_been_idle_longest) {
    HttpOptions options;
    options.limits.connections = 2;
    start(options);
    const std::string get = "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n";
    RawClient first(server->port());
    RawClient second(server->port());
    for (auto* client : {&first, &second, &first}) {
        client->send(get);
        EXPECT_EQ(RawClient::status(client->read_response()), 200);
    }
    RawClient newcomer(server->port());
    newcomer.send(get);
    EXPECT_EQ(RawClient::status(newcomer.read_response()), 200);
    EXPECT_TRUE(second.ends());
    first.send(get);
    EXPECT_EQ(RawClient::status(first.read_response()), 200);
}

TEST_F(TimedServer, does_not_share_its_port_with_another_server) {
    start({.threads = 2});
    testing::ServedRoutes other;
    EXPECT_THROW(other.start({.port = server->port(), .threads = 2}), std::exception);
}

TEST_F(TimedServer, takes_its_port_again_at_once_when_it_is_started_anew) {
    start();
    const auto port = server->port();
    {
        RawClient client(port);
        client.send("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        EXPECT_EQ(RawClient::status(client.read_response()), 200);
        EXPECT_TRUE(client.ends());  // the server closed it, so the kernel keeps its side of it for a minute
    }
    server.reset();
    EXPECT_NO_THROW(start({.port = port}));
}

TEST_F(TimedServer, lets_requests_in_flight_end_before_it_stops) {
    start();
    RawClient working(server->port());
    RawClient idle(server->port());
    RawClient streaming(server->port());
    idle.send("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.read_response();
    ask_for_stream(streaming);
    streaming.read_until("retry: 2000\n\n");
    working.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    auto respond = kept();
    EXPECT_EQ(server->requests_in_flight(), 1U);
    auto stopped = std::async(std::launch::async, [this] { server->stop(10s); });
    EXPECT_TRUE(idle.ends());
    EXPECT_TRUE(streaming.ends());
    EXPECT_EQ(stopped.wait_for(50ms), std::future_status::timeout) << "it waits for the answer";
    respond(runtime::json_response(200, "in time"));
    const auto response = working.read_response();
    EXPECT_TRUE(response.ends_with("in time"));
    EXPECT_EQ(RawClient::header(response, "Connection"), "close");
    EXPECT_TRUE(working.ends());
    stopped.get();
    EXPECT_FALSE(RawClient(server->port()).connected());
}

TEST_F(TimedServer, cuts_what_is_not_answered_within_the_grace) {
    start();
    RawClient client(server->port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    auto respond = kept();
    const auto before = std::chrono::steady_clock::now();
    server->stop(10ms);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 10s);
    EXPECT_TRUE(client.ends());
    respond(runtime::json_response(200, "too late"));
    server.reset();
}

TEST_F(TimedServer, survives_an_answer_that_comes_after_its_end) {
    start();
    RawClient client(server->port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    auto respond = kept();
    server.reset();
    EXPECT_TRUE(client.ends());
    respond(runtime::json_response(200, "nobody is there"));
}

}  // namespace
}  // namespace dangol::adapters
