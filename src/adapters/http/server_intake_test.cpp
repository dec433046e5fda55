// Which requests the server takes, and which it refuses before a handler sees them.
#include "adapters/http/server.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

#include "adapters/http/server_fixture.hpp"

namespace dangol::adapters {
namespace {

using testing::RawClient;
using namespace std::chrono_literals;

class ServerIntake : public ::testing::Test, public testing::ServedRoutes {};

TEST_F(ServerIntake, refuses_what_is_too_large) {
    start();
    const auto refused = [this](const std::string& request, int status) {
        RawClient client(server->port());
        EXPECT_TRUE(client.send(request)) << "cut off before it could read the answer";
        const auto response = client.read_response();
        EXPECT_EQ(RawClient::status(response), status) << request.substr(0, 60);
        EXPECT_EQ(RawClient::header(response, "Content-Type"), "application/problem+json");
    };
    const std::string post = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    refused("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
    refused("GET /" + std::string(20000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
    refused("GET /echo HTTP/1.1\r\nHost: x\r\nX: " + std::string(17000, 'a') + "\r\n\r\n", 431);
    refused(post + "Content-Length: 65537\r\n\r\n", 413);
    refused(post + "Content-Length: 6000000\r\n\r\n" + std::string(6000000, ' '), 413);
    refused(
        post + "Transfer-Encoding: chunked\r\n\r\n11000\r\n" + std::string(0x11000, ' ') + "\r\n0\r\n\r\n",
        413);
    EXPECT_EQ(RawClient::status(exchange(post + "Content-Length: 65536\r\n\r\n" + std::string(65536, ' '))),
              200);
}

TEST_F(ServerIntake, refuses_malformed_http_and_closes) {
    start();
    const std::string post = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    for (const std::string& request : {
             std::string("nonsense\r\n\r\n"),
             std::string("GET /echo HTTP/1.1\r\nHost x\r\n\r\n"),
             std::string("GET /echo HTTP/1.1\r\n\r\n"),
             std::string("GET /a%2 HTTP/1.1\r\nHost: x\r\n\r\n"),
             post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             post + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n",
             post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
             post + "Content-Length: -1\r\n\r\n",
             post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
         }) {
        RawClient client(server->port());
        client.send(request);
        const auto response = client.read_response();
        EXPECT_EQ(RawClient::status(response), 400) << request;
        EXPECT_EQ(RawClient::header(response, "Connection"), "close") << request;
        EXPECT_TRUE(client.ends()) << request;
    }
}

TEST_F(ServerIntake, refuses_a_transfer_coding_that_it_does_not_have_and_closes) {
    start();
    const std::string post = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    for (const std::string encoding : {"Transfer-Encoding: gzip\r\n", "Transfer-Encoding: gzip, chunked\r\n",
                                       "Transfer-Encoding: identity, chunked\r\n",
                                       "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                                       "Transfer-Encoding: chunked, chunked\r\n"}) {
        RawClient client(server->port());
        client.send(post + encoding + "\r\n2\r\n{}\r\n0\r\n\r\n");
        const auto response = client.read_response();
        // Beast calls some of them malformed, which is as well.
        EXPECT_TRUE(RawClient::status(response) == 501 || RawClient::status(response) == 400) << response;
        EXPECT_TRUE(client.ends()) << encoding;
    }
    RawClient client(server->port());
    client.send(post + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    EXPECT_EQ(RawClient::status(client.read_response()), 501);
    EXPECT_EQ(RawClient::status(exchange(post + "Transfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")),
              200);
}

TEST_F(ServerIntake, refuses_a_second_line_of_a_header_that_has_one_value_and_closes) {
    start();
    for (const std::string twice :
         {"Host: y\r\n", "Authorization: Bearer good\r\nAuthorization: Bearer good\r\n",
          "Authorization:\r\nAuthorization: Bearer good\r\n",
          "Content-Type: application/json\r\ncontent-type: text/plain\r\n",
          "Content-Length: 0\r\nContent-Length: 0\r\n", "Content-Length: 0, 0\r\n",
          "Idempotency-Key: a\r\nIdempotency-Key: b\r\n", "Last-Event-ID: 1\r\nLast-Event-ID: 2\r\n"}) {
        RawClient client(server->port());
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + twice + "\r\n");
        const auto response = client.read_response();
        EXPECT_EQ(RawClient::status(response), 400) << twice << response;
        EXPECT_EQ(RawClient::header(response, "Connection"), "close") << twice;
        EXPECT_TRUE(client.ends()) << twice;
    }
}

TEST_F(ServerIntake, reads_several_lines_of_a_list_as_one) {
    start();
    EXPECT_TRUE(
        fetch("/echo", "Accept-Language: ko;q=0.1\r\nAccept-Language: en\r\n").contains("language=en"));
    EXPECT_TRUE(fetch("/echo", "Cookie: a=b\r\nCookie: lang=en\r\n").contains("language=en"));
    EXPECT_EQ(RawClient::status(
                  fetch("/mine?access_token=good", "Accept: text/event-stream\r\nAccept: text/plain\r\n")),
              200);
    const std::string trace = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n";
    EXPECT_TRUE(fetch("/echo", trace + trace).contains("trace=00-0")) << "of two traces it is in neither";
}

TEST_F(ServerIntake, takes_no_compressed_body) {
    start();
    const auto post = [this](const std::string& headers) {
        return exchange("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers +
                        "Content-Length: 2\r\n\r\n{}");
    };
    for (const std::string encoding : {"gzip", "identity, br", "x"}) {
        const auto refused = post("Content-Encoding: " + encoding + "\r\n");
        EXPECT_EQ(RawClient::status(refused), 415) << encoding;
        EXPECT_EQ(RawClient::header(refused, "Accept-Encoding"), "identity");
    }
    EXPECT_EQ(RawClient::status(post("Content-Encoding: Identity\r\n")), 200);
}

TEST_F(ServerIntake, takes_a_body_only_as_json) {
    start();
    const auto post = [this](const std::string& headers, const std::string& body) {
        return RawClient::status(exchange("POST /echo HTTP/1.1\r\nHost: x\r\n" + headers +
                                          "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                                          body));
    };
    EXPECT_EQ(post("Content-Type: text/plain\r\n", "{}"), 415);
    EXPECT_EQ(post("", "{}"), 415);
    EXPECT_EQ(post("Content-Type: application/json;charset=utf-8\r\n", "{}"), 200);
    EXPECT_EQ(post("", ""), 200);
}

TEST_F(ServerIntake, lets_a_route_take_other_and_longer_bodies) {
    start();
    const auto post = [this](const std::string& path, std::size_t size, bool chunked = false) {
        const std::string body(size, 'x');
        const auto sent =
            chunked ? fmt::format("Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{}\r\n0\r\n\r\n", size, body)
                    : fmt::format("Content-Length: {}\r\n\r\n{}", size, body);
        return exchange("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: image/png\r\n" + sent);
    };
    for (const bool chunked : {false, true}) {
        EXPECT_TRUE(post("/pictures", 100'000, chunked).contains("body=xxx"));
        EXPECT_TRUE(post("/pictures", 100'001, chunked).contains("100000"));
        EXPECT_EQ(RawClient::status(post("/pictures", 100'001, chunked)), 413);
        EXPECT_EQ(RawClient::status(post("/echo", 70'000, chunked)), 413);
        EXPECT_EQ(RawClient::status(post("/nowhere", 70'000, chunked)), 413);
    }
}

}  // namespace
}  // namespace dangol::adapters
