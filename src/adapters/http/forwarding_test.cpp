// Requests that another process answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

#include "adapters/http/server_fixture.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RawClient;

/// `front` passes everything but /mine on to `back`.
struct Forwarded : ::testing::Test {
    testing::ServedRoutes back;
    testing::ServedRoutes front;
    Peer peer{"the back", {}};

    void start(HttpLimits limits = {}) {
        back.start();
        start_front("http://127.0.0.1:" + std::to_string(back.server->port()), limits);
    }
    void start_front(const std::string& url, HttpLimits limits = {}) {
        peer.url = url;
        HttpOptions options;
        options.limits = limits;
        options.elsewhere = [this](std::string_view path) { return path == "/mine" ? nullptr : &peer; };
        front.start(std::move(options));
    }
    void commit(std::uint64_t position) {
        EventRecord event;
        event.position = position;
        event.subject = "order1";
        event.type = "OrderPlaced";
        event.data = "{}";
        const std::vector events{std::make_shared<const EventRecord>(event)};
        back.live.committed(events);
    }
};

/// Says what it is told to, byte for byte, to the first who asks; then ends the connection.
class BarePeer {
  public:
    explicit BarePeer(std::string says) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size);
        ::listen(socket_, 1);
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this, says = std::move(says)] {
            const int client = ::accept(socket_, nullptr, nullptr);
            std::array<char, 4096> asked{};
            const auto read = ::recv(client, asked.data(), asked.size(), 0);
            heard.assign(asked.data(), static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
            ::send(client, says.data(), says.size(), MSG_NOSIGNAL);
            ::close(client);
        });
    }
    ~BarePeer() {
        join();
        ::close(socket_);
    }
    BarePeer(const BarePeer&) = delete;
    BarePeer& operator=(const BarePeer&) = delete;

    void join() {
        if (thread_.joinable()) thread_.join();
    }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    std::string heard;  ///< after `join`

  private:
    int socket_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

TEST_F(Forwarded, a_request_arrives_as_it_was_sent_and_the_answer_too) {
    start();
    RawClient client(front.server->port());
    for (int again = 0; again < 3; ++again) {
        client.send(
            "POST /echo?a=1%202 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nIdempotency-Key: k\r\n"
            "Accept-Language: en\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        const auto response = client.read_response();
        EXPECT_EQ(RawClient::status(response), 200);
        EXPECT_THAT(response, HasSubstr("path=/echo a=1 2 body={} account=alice language=en key=k"));
        EXPECT_EQ(RawClient::header(response, "X-Content-Type-Options"), "nosniff");
        EXPECT_THAT(response, Not(HasSubstr("Connection: close"))) << "that was between the two of them";
    }
    EXPECT_EQ(front.log(3).front().route, "the back");
}

TEST_F(Forwarded, what_is_its_own_it_answers_itself) {
    start();
    RawClient client(front.server->port());
    client.send("GET /mine HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n\r\n");
    EXPECT_EQ(RawClient::status(client.read_response()), 200);
    EXPECT_EQ(front.log(1).front().route, "/mine");
}

TEST_F(Forwarded, a_refusal_of_the_other_process_comes_back_unchanged) {
    start();
    RawClient client(front.server->port());
    client.send("GET /echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer bad\r\n\r\n");
    const auto refused = client.read_response();
    EXPECT_EQ(RawClient::status(refused), 401);
    EXPECT_EQ(RawClient::header(refused, "WWW-Authenticate"), "Bearer");
    client.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(RawClient::status(client.read_response()), 404);
}

TEST_F(Forwarded, head_has_no_body_and_a_long_one_comes_whole) {
    start();
    RawClient client(front.server->port());
    client.send("HEAD /echo HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(RawClient::status(client.read_until("\r\n\r\n")), 200);
    client.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.read_response().size() >> 20, 32U);
}

TEST_F(Forwarded, a_stream_flows_at_once_and_resumes) {
    for (std::uint64_t position = 1; position <= 2; ++position) {
        back.history.push_back({});
        back.history.back().position = position;
        back.history.back().subject = "order1";
        back.history.back().type = "OrderPlaced";
        back.history.back().data = "{}";
    }
    start();
    RawClient client(front.server->port());
    client.send("GET /streams/order1 HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 1\r\n\r\n");
    EXPECT_EQ(RawClient::header(client.read_until("\r\n\r\n"), "Content-Type"), "text/event-stream");
    client.read_until("retry: 2000\n\n");
    for (std::uint64_t position = 2; position < 20; ++position) {
        if (position > 2) commit(position);
        EXPECT_THAT(client.read_until("\n\n"), HasSubstr("id: " + std::to_string(position) + "\n"));
    }
    back.server->stop(0ms);
    EXPECT_TRUE(client.ends()) << "when the other process ends, so does the stream";
}

TEST_F(Forwarded, a_client_that_leaves_a_stream_ends_it_over_there_too) {
    start();
    {
        RawClient client(front.server->port());
        client.send("GET /streams/order1 HTTP/1.1\r\nHost: x\r\n\r\n");
        client.read_until("retry: 2000\n\n");
        EXPECT_EQ(back.server->connections(), 1U);
    }
    const auto patience = std::chrono::steady_clock::now() + 10s;
    while (back.server->connections() > 0 && std::chrono::steady_clock::now() < patience)
        std::this_thread::yield();
    EXPECT_EQ(back.server->connections(), 0U);
}

TEST_F(Forwarded, where_nobody_is_it_is_refused_at_once_and_the_connection_stays) {
    start();
    back.server->stop(0ms);
    RawClient client(front.server->port());
    for (int again = 0; again < 2; ++again) {
        client.send("GET /echo HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n");
        const auto refused = client.read_response();
        EXPECT_EQ(RawClient::status(refused), 503);
        EXPECT_EQ(RawClient::header(refused, "Retry-After"), "1");
        EXPECT_THAT(refused, HasSubstr("/problems/not-reachable"));
    }
}

TEST_F(Forwarded, a_process_that_does_not_answer_is_given_up) {
    HttpLimits limits;
    limits.answer_time = 200ms;
    start(limits);
    RawClient client(front.server->port());
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(RawClient::status(client.read_response()), 504);
}

TEST_F(Forwarded, only_what_concerns_the_next_hop_is_left_out_or_added) {
    BarePeer bare("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: timeout=5\r\nX-Own: 1\r\n\r\nok");
    start_front(bare.url());
    RawClient client(front.server->port());
    client.send(
        "GET /x HTTP/1.1\r\nHost: shop\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nTE: trailers\r\n"
        "X-Forwarded-For: 10.0.0.1\r\nX-Kept: 1\r\n\r\n");
    const auto response = client.read_response();
    EXPECT_THAT(response, HasSubstr("X-Own: 1\r\n"));
    EXPECT_THAT(response, Not(HasSubstr("Keep-Alive")));
    bare.join();
    EXPECT_THAT(bare.heard, HasSubstr("Host: shop\r\n"));
    EXPECT_THAT(bare.heard, HasSubstr("X-Kept: 1\r\n"));
    EXPECT_THAT(bare.heard, HasSubstr("X-Forwarded-For: 10.0.0.1, 127.0.0.1\r\n"));
    EXPECT_THAT(bare.heard, Not(HasSubstr("X-Hop")));
    EXPECT_THAT(bare.heard, Not(HasSubstr("TE:")));
}

TEST_F(Forwarded, a_chunked_answer_is_passed_on_as_one) {
    BarePeer bare("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    start_front(bare.url());
    RawClient client(front.server->port());
    client.send("GET /x HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto response = client.read_until("0\r\n\r\n");
    EXPECT_THAT(response, HasSubstr("Transfer-Encoding: chunked\r\n"));
    EXPECT_THAT(response, HasSubstr("abc"));
    EXPECT_THAT(response, HasSubstr("de"));
}

TEST_F(Forwarded, an_answer_that_breaks_off_breaks_off_here_too) {
    BarePeer bare("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nnot all");
    start_front(bare.url());
    RawClient client(front.server->port());
    client.send("GET /x HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(client.read_until("not all"), HasSubstr("Content-Length: 100"));
    EXPECT_TRUE(client.ends());
}

}  // namespace
}  // namespace dangol::adapters
