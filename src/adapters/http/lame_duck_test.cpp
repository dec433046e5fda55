// The phase between being told to stop and stopping, as callers see it.
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "adapters/http/server_fixture.hpp"

namespace dangol::adapters {
namespace {

using testing::RawClient;
using namespace std::chrono_literals;

constexpr std::string_view request = "GET /echo HTTP/1.1\r\nHost: x\r\n\r\n";

class LameDuck : public ::testing::Test, public testing::ServedRoutes {
  protected:
    std::future<void> lame_duck(std::chrono::milliseconds time) {
        return std::async(std::launch::async, [this, time] { server->lame_duck(time); });
    }
    /// Returns when answers close their connections.
    void wait_until_it_has_begun() {
        while (RawClient::header(ask(), "Connection") != "close") std::this_thread::yield();
    }
    std::string ask() {
        RawClient client(server->port());
        client.send(request);
        return client.read_response();
    }
};

TEST_F(LameDuck, serves_on_and_closes_each_connection_with_its_answer) {
    start({.threads = 2});
    RawClient kept(server->port());
    kept.send(request);
    EXPECT_EQ(RawClient::header(kept.read_response(), "Connection"), "");
    auto over = lame_duck(1s);
    wait_until_it_has_begun();
    kept.send(request);
    const auto answer = kept.read_response();
    EXPECT_EQ(RawClient::status(answer), 200);
    EXPECT_EQ(RawClient::header(answer, "Connection"), "close");
    EXPECT_TRUE(kept.ends());
    over.get();
    EXPECT_FALSE(RawClient(server->port()).connected());
}

TEST_F(LameDuck, leaves_it_to_callers_to_close_what_is_idle_until_its_time_is_over) {
    start();
    RawClient idle(server->port());
    idle.send(request);
    idle.read_response();
    const auto began = std::chrono::steady_clock::now();
    auto over = lame_duck(500ms);
    EXPECT_TRUE(idle.ends());
    // A server's times are met within a fifth of a second.
    EXPECT_GE(std::chrono::steady_clock::now() - began, 300ms);
    over.get();
}

TEST_F(LameDuck, lets_event_streams_go_on_until_the_stop) {
    start();
    RawClient client(server->port());
    client.send("GET /streams/order1 HTTP/1.1\r\nHost: x\r\n\r\n");
    client.read_until("retry: 2000\n\n");
    lame_duck(50ms).get();
    EventRecord event;
    event.position = 1;
    event.subject = "order1";
    event.type = "OrderPlaced";
    event.data = "{}";
    const std::vector events{std::make_shared<const EventRecord>(event)};
    live.committed(events);
    EXPECT_EQ(client.read_until("\n\n"), "id: 1\nevent: OrderPlaced\ndata: {}\n\n");
    server->stop(10s);
    EXPECT_TRUE(client.ends());
}

TEST_F(LameDuck, answers_those_who_stood_at_the_door_when_it_was_shut) {
    start();
    RawClient first(server->port());
    first.send("GET /busy HTTP/1.1\r\nHost: x\r\n\r\n");
    auto respond = kept();
    // The thread comes to itself when the phase is long over and the stop has begun.
    RawClient last(server->port());
    last.send(request);
    server->lame_duck(busy_time / 3);
    auto stopped = std::async(std::launch::async, [this] { server->stop(10s); });
    EXPECT_EQ(RawClient::status(last.read_response()), 200);
    respond(runtime::json_response(200, "done"));
    EXPECT_EQ(RawClient::status(first.read_response()), 200);
    stopped.get();
}

/// Whoever is let in is answered, however late they come: here they come all the time.
TEST_F(LameDuck, loses_nobody_when_it_shuts_the_door) {
    start({.threads = 2});
    std::atomic<int> answered{0};
    std::atomic<int> lost{0};
    std::vector<std::jthread> callers;
    for (int i = 0; i < 8; ++i) {
        callers.emplace_back([&, port = server->port()] {
            for (;;) {
                RawClient client(port);
                if (!client.connected()) return;
                client.send(request);
                ++(RawClient::status(client.read_response()) == 200 ? answered : lost);
            }
        });
    }
    server->lame_duck(200ms);
    server->stop(10s);
    callers.clear();
    EXPECT_GT(answered, 0);
    EXPECT_EQ(lost, 0);
}

}  // namespace
}  // namespace dangol::adapters
