#include "adapters/http/client.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <future>
#include <memory>
#include <optional>

#include "adapters/http/ask.hpp"
#include "adapters/http/outgoing.hpp"
#include "adapters/http/server_fixture.hpp"
#include "adapters/http/tls_server.hpp"

namespace dangol::adapters {
namespace {

using Kind = HttpError::Kind;
using namespace std::chrono_literals;

std::future<HttpOutcome> send(HttpClient& client, HttpCall call) {
    auto promise = std::make_shared<std::promise<HttpOutcome>>();
    auto outcome = promise->get_future();
    client.send(std::move(call), [promise](HttpOutcome given) { promise->set_value(std::move(given)); });
    return outcome;
}

std::string text_of(const HttpOutcome& outcome) {
    return outcome ? std::to_string(outcome->status) + " " + outcome->body
                   : "error: " + outcome.error().message;
}

/// What kind of error it was; nullopt for a reply.
std::optional<Kind> kind_of(const HttpOutcome& outcome) {
    return outcome ? std::nullopt : std::optional(outcome.error().kind);
}

/// Accepts one connection and says what it is told to say to the first bytes that come, then waits for the
/// peer's end.
class ScriptedServer {
  public:
    explicit ScriptedServer(std::string reply)
        : acceptor_(io_, {boost::asio::ip::address_v4::loopback(), 0}) {
        thread_ = std::jthread([this, reply = std::move(reply)] {
            boost::system::error_code error;
            boost::asio::ip::tcp::socket socket(io_);
            acceptor_.accept(socket, error);
            received_.resize(4096);
            received_.resize(socket.read_some(boost::asio::buffer(received_), error));
            boost::asio::write(socket, boost::asio::buffer(reply), error);
        });
    }
    [[nodiscard]] std::string url() const {
        return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()) + "/hook?x=1";
    }
    std::string received() {
        thread_.join();
        return received_;
    }

  private:
    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::string received_;
    std::jthread thread_;
};

class Client : public ::testing::Test, public testing::ServedRoutes {
  protected:
    [[nodiscard]] std::string url(const std::string& target) const {
        return "http://127.0.0.1:" + std::to_string(server->port()) + target;
    }
};

TEST_F(Client, sends_a_call_and_gives_the_reply) {
    start();
    HttpClient client;
    const auto outcome = send(client, {.method = "POST",
                                       .url = url("/echo?a=1"),
                                       .headers = {{"Content-Type", "application/json"}},
                                       .body = R"({"b":2})"})
                             .get();
    ASSERT_TRUE(outcome.has_value()) << text_of(outcome);
    EXPECT_EQ(outcome->status, 200);
    EXPECT_EQ(outcome->header("content-TYPE"), "application/json");
    EXPECT_TRUE(outcome->body.starts_with(R"(path=/echo a=1 body={"b":2})")) << outcome->body;
}

TEST_F(Client, gives_an_error_status_as_a_reply) {
    start();
    HttpClient client;
    EXPECT_TRUE(text_of(send(client, {.url = url("/nowhere")}).get()).starts_with("404 "));
}

TEST_F(Client, uses_a_connection_again) {
    start();
    HttpClient client;
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(send(client, {.url = url("/echo")}).get().has_value());
        EXPECT_EQ(server->connections(), 1U);
    }
}

TEST_F(Client, opens_a_new_connection_when_the_idle_one_has_been_closed) {
    start();
    HttpClient client;
    EXPECT_TRUE(send(client, {.url = url("/echo")}).get().has_value());
    const auto port = server->port();
    server.reset();
    start({.port = port});
    const auto outcome = send(client, {.url = url("/echo")}).get();
    EXPECT_TRUE(outcome.has_value()) << text_of(outcome);
}

TEST_F(Client, makes_many_calls_at_once) {
    start();
    HttpClient client;
    std::vector<std::future<HttpOutcome>> outcomes;
    for (int i = 0; i < 100; ++i)
        outcomes.push_back(send(client, {.url = url("/echo?n=" + std::to_string(i))}));
    for (int i = 0; i < 100; ++i) {
        const auto outcome = outcomes[static_cast<std::size_t>(i)].get();
        ASSERT_TRUE(outcome.has_value()) << text_of(outcome);
        EXPECT_TRUE(outcome->body.contains(" n=" + std::to_string(i) + " ")) << outcome->body;
    }
}

TEST_F(Client, knows_that_nothing_was_sent) {
    HttpClient client;
    start();
    const auto closed = url("/");
    server.reset();
    for (const auto& call : {
             HttpCall{.url = closed},
             HttpCall{.url = "http://no-such-host.invalid/"},
             HttpCall{.url = "ftp://127.0.0.1/"},
             HttpCall{.url = "http://user:secret@127.0.0.1/"},
             HttpCall{.url = "not a url"},
             HttpCall{.url = ""},
             HttpCall{.url = closed, .headers = {{"X-Name", "a\r\nX-Other: b"}}},
             HttpCall{.url = closed, .headers = {{"X Name", "a"}}},
             HttpCall{.method = "GET /x", .url = closed},
         }) {
        const auto outcome = send(client, call).get();
        ASSERT_FALSE(outcome.has_value()) << call.url;
        EXPECT_EQ(outcome.error().kind, Kind::not_sent) << outcome.error().message;
    }
}

TEST_F(Client, tells_a_deadline_that_passed_after_sending) {
    start();
    HttpClient client;
    const auto outcome = send(client, {.url = url("/later"), .deadline = 500ms}).get();
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().kind, Kind::timeout);
    kept()(runtime::json_response(200, "late"));
}

TEST_F(Client, does_not_claim_an_outcome_that_it_does_not_know) {
    for (const std::string reply :
         {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", "nonsense\r\n\r\n"}) {
        ScriptedServer broken(reply);
        HttpClient client;
        const auto outcome = send(client, {.url = broken.url()}).get();
        ASSERT_FALSE(outcome.has_value()) << reply;
        EXPECT_EQ(outcome.error().kind, Kind::unknown_outcome) << outcome.error().message;
    }
}

TEST_F(Client, takes_no_reply_beyond_its_limit) {
    ScriptedServer endless("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n");
    HttpClient client;
    EXPECT_EQ(kind_of(send(client, {.url = endless.url()}).get()), Kind::unknown_outcome);
}

TEST_F(Client, reads_a_reply_that_ends_with_the_connection_and_skips_the_ones_before) {
    ScriptedServer plain("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nuntil the end");
    HttpClient client;
    EXPECT_EQ(text_of(send(client, {.url = plain.url()}).get()), "200 until the end");
}

TEST_F(Client, gives_a_redirect_as_it_is) {
    ScriptedServer moved("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
    HttpClient client;
    const auto outcome = send(client, {.url = moved.url()}).get();
    ASSERT_TRUE(outcome.has_value()) << text_of(outcome);
    EXPECT_EQ(outcome->header("Location"), "http://127.0.0.1:1/");
    EXPECT_TRUE(moved.received().starts_with("GET /hook?x=1 HTTP/1.1\r\nHost: 127.0.0.1:"));
}

TEST_F(Client, ends_the_calls_under_way_when_it_is_destroyed) {
    start();
    auto client = std::make_unique<HttpClient>();
    auto waiting = send(*client, {.url = url("/later")});
    const auto respond = kept();
    client.reset();
    ASSERT_EQ(waiting.wait_for(0s), std::future_status::ready);
    EXPECT_EQ(kind_of(waiting.get()), Kind::unknown_outcome);
}

TEST(TlsClient, trusts_a_peer_that_proves_its_name) {
    const testing::SelfSigned identity("localhost");
    testing::TlsServer server(identity);
    HttpClient client({.ca_file = identity.certificate_file});
    const auto url = "https://localhost:" + std::to_string(server.port()) + "/";
    EXPECT_EQ(text_of(send(client, {.url = url}).get()), "200 secure");
}

TEST(TlsClient, sends_nothing_to_a_peer_that_it_does_not_trust) {
    const testing::SelfSigned identity("localhost");
    testing::TlsServer server(identity);
    HttpClient client;
    const auto url = "https://localhost:" + std::to_string(server.port()) + "/";
    EXPECT_EQ(kind_of(send(client, {.url = url}).get()), Kind::not_sent);
}

TEST(TlsClient, sends_nothing_to_a_peer_of_another_name) {
    const testing::SelfSigned identity("cafe.example");
    testing::TlsServer server(identity);
    HttpClient client({.ca_file = identity.certificate_file});
    const auto url = "https://localhost:" + std::to_string(server.port()) + "/";
    EXPECT_EQ(kind_of(send(client, {.url = url}).get()), Kind::not_sent);
}

// ---- on the caller's event loop -------------------------------------------------------------------

/// Runs what `story` does until nothing is left to do.
void run(boost::asio::io_context& io, std::move_only_function<Task<void>()> story) {
    boost::asio::co_spawn(io, story(), [](const std::exception_ptr& error) {
        if (error) std::rethrow_exception(error);
    });
    io.run();
}

TEST_F(Client, on_a_loop_of_the_caller_its_coroutines_await_the_replies) {
    start();
    boost::asio::io_context io{1};
    HttpClient client(io);
    const auto caller = std::this_thread::get_id();
    std::vector<std::string> replies;
    run(io, [&]() -> Task<void> {
        for (int i = 0; i < 2; ++i) {
            const auto outcome = co_await ask(client, {.url = url("/echo")});
            EXPECT_EQ(std::this_thread::get_id(), caller);
            replies.push_back(text_of(outcome));
        }
        EXPECT_EQ(server->connections(), 1U) << "the second call goes over the connection of the first";
    });
    ASSERT_EQ(replies.size(), 2U);
    EXPECT_EQ(replies[0].substr(0, 3), "200") << replies[0];
    EXPECT_EQ(replies[1].substr(0, 3), "200") << replies[1];
}

TEST_F(Client, on_a_loop_of_the_caller_a_deadline_holds_and_a_wrong_address_is_an_error) {
    start();
    boost::asio::io_context io{1};
    HttpClient client(io);
    std::vector<std::optional<Kind>> kinds;
    run(io, [&]() -> Task<void> {
        kinds.push_back(kind_of(co_await ask(client, {.url = url("/later"), .deadline = 50ms})));
        kinds.push_back(kind_of(co_await ask(client, {.url = "ftp://cafe.example"})));
    });
    EXPECT_EQ(kinds, (std::vector<std::optional<Kind>>{Kind::timeout, Kind::not_sent}));
}

TEST_F(Client, on_a_loop_that_stands_still_it_may_end_with_calls_under_way) {
    start();
    boost::asio::io_context io{1};
    bool answered = false;
    {
        HttpClient client(io);
        client.send({.url = url("/later")}, [&](const HttpOutcome&) { answered = true; });
        io.run_for(50ms);
    }
    EXPECT_FALSE(answered);
}

TEST(Destination, is_taken_from_the_url) {
    const auto plain = destination_of("http://cafe.example/hook?a=%20b#part");
    ASSERT_TRUE(plain.has_value());
    EXPECT_EQ(plain->host + " " + plain->port + " " + plain->target, "cafe.example 80 /hook?a=%20b");
    const auto secure = destination_of("HTTPS://[::1]:8443");
    ASSERT_TRUE(secure.has_value());
    EXPECT_EQ(secure->host + " " + secure->port + " " + secure->target, "::1 8443 /");
    EXPECT_EQ(secure->origin(), "https://[::1]:8443");
    EXPECT_EQ(destination_of("http://cafe.example?x=1")->target, "/?x=1");
}

}  // namespace
}  // namespace dangol::adapters
