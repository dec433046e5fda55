// Calls to other servers: each is a coroutine, watched over by its deadline.
#include "adapters/http/client.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <thread>
#include <unordered_set>

#include "adapters/http/header_values.hpp"
#include "adapters/http/link.hpp"

namespace dangol::adapters {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;
using Done = std::move_only_function<void(HttpOutcome)>;

std::string_view HttpReply::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (equals_ignoring_case(key, name)) return value;
    }
    return {};
}

class HttpClient::Engine {
  public:
    /// `io`: somebody else's loop; null: its own, with a thread for it.
    Engine(HttpClientOptions options, asio::io_context* io);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void send(HttpCall call, Done done);

  private:
    using Clock = std::chrono::steady_clock;
    using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

    /// One call under way. It is finished once, by whoever is first: the reply, an error, the deadline, or
    /// the end.
    struct Call {
        Call(Engine& engine, HttpCall http_call, Done on_done)
            : call(std::move(http_call)), done(std::move(on_done)), timer(engine.io_) {}
        void finish(HttpOutcome outcome) {
            if (auto call_done = std::exchange(done, nullptr)) call_done(std::move(outcome));
        }
        /// An error that is no worse than what may have happened by now.
        void fail(HttpError::Kind when_sent, std::string message) {
            const auto kind = sending ? when_sent : HttpError::Kind::not_sent;
            finish(std::unexpected(HttpError{kind, std::move(message)}));
        }
        void abandon() {
            if (resolver) resolver->cancel();
            if (link) link->close();
        }

        HttpCall call;
        Done done;
        bool sending = false;  ///< the first byte may have left
        std::shared_ptr<Link> link;
        Timer timer;
        // Only of a call that needs a new connection:
        std::optional<asio::ip::basic_resolver<tcp, Executor>> resolver;
        std::optional<Timer> connecting;
    };
    struct Idle {
        std::string origin;
        std::shared_ptr<Link> link;
        Clock::time_point since;
    };

    void begin(std::shared_ptr<Call> call, Clock::time_point deadline);
    Task<void> perform(std::shared_ptr<Call> call);
    Task<bool> connect(std::shared_ptr<Call> call, Destination destination);
    Task<void> read_reply(std::shared_ptr<Call> call, std::string origin);
    std::shared_ptr<Link> take_idle(const std::string& origin);
    void keep(std::string origin, std::shared_ptr<Link> link);

    HttpClientOptions options_;
    std::unique_ptr<asio::io_context> own_io_;
    asio::io_context& io_;
    ssl::context trust_{ssl::context::tls_client};
    std::optional<asio::executor_work_guard<Executor>> work_;
    std::vector<Idle> idle_;  ///< the longest idle first
    std::unordered_set<std::shared_ptr<Call>> calls_;
    bool ending_ = false;
    std::thread thread_;
};

HttpClient::Engine::Engine(HttpClientOptions options, asio::io_context* io)
    : options_(std::move(options)),
      own_io_(io == nullptr ? std::make_unique<asio::io_context>(1) : nullptr),
      io_(io == nullptr ? *own_io_ : *io) {
    trust_.set_default_verify_paths();
    if (!options_.ca_file.empty()) trust_.load_verify_file(options_.ca_file);
    trust_.set_options(ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    if (!own_io_) return;
    work_.emplace(io_.get_executor());
    thread_ = std::thread([this] { io_.run(); });
}

HttpClient::Engine::~Engine() {
    if (!own_io_) return;  // the loop stands still, and drops what waits in it
    asio::post(io_, [this] {
        ending_ = true;
        const auto calls = calls_;
        for (const auto& call : calls) {
            call->fail(HttpError::Kind::unknown_outcome, "the program ends");
            call->timer.cancel();
            call->abandon();
        }
        idle_.clear();
        work_.reset();
    });
    thread_.join();
}

void HttpClient::Engine::send(HttpCall call, Done done) {
    const auto deadline = Clock::now() + call.deadline;
    auto shared = std::make_shared<Call>(*this, std::move(call), std::move(done));
    asio::post(io_, [this, shared = std::move(shared), deadline] { begin(shared, deadline); });
}

void HttpClient::Engine::begin(std::shared_ptr<Call> call, Clock::time_point deadline) {
    if (ending_) return call->fail(HttpError::Kind::unknown_outcome, "the program ends");
    calls_.insert(call);
    call->timer.expires_at(deadline);
    call->timer.async_wait([call](error_code error) {
        if (error) return;
        call->fail(HttpError::Kind::timeout, "no reply within the deadline");
        call->abandon();
    });
    asio::co_spawn(io_, perform(call), [this, call](std::exception_ptr error) {
        call->timer.cancel();
        calls_.erase(call);
        // Out of memory, say. `done` itself must not throw; if it did there is nobody left to tell.
        if (error) call->fail(HttpError::Kind::unknown_outcome, "the client failed");
    });
}

Task<void> HttpClient::Engine::perform(std::shared_ptr<Call> call) {
    const auto destination = destination_of(call->call.url);
    if (!destination) co_return call->fail(HttpError::Kind::not_sent, "bad URL: " + destination.error());
    const auto text = request_text(call->call, *destination);
    if (!text) co_return call->fail(HttpError::Kind::not_sent, "cannot send " + text.error());

    call->link = take_idle(destination->origin());
    if (!call->link) {
        call->connecting.emplace(io_, options_.connect_time);
        call->connecting->async_wait([call](error_code error) {
            if (error || call->sending) return;
            call->fail(HttpError::Kind::not_sent, "no connection in time");
            call->abandon();
        });
        const bool connected = co_await connect(call, *destination);
        call->connecting->cancel();
        if (!connected) co_return;
    }
    if (!call->done) co_return;  // too late already: nothing must leave now
    call->sending = true;
    const auto written = co_await call->link->write(&*text);
    if (written.error && written.bytes == 0) call->sending = false;
    if (written.error)
        co_return call->fail(HttpError::Kind::unknown_outcome, "write: " + written.error.message());
    co_await read_reply(call, destination->origin());
}

Task<bool> HttpClient::Engine::connect(std::shared_ptr<Call> call, Destination destination) {
    const auto [unknown, found] =
        co_await call->resolver.emplace(io_).async_resolve(destination.host, destination.port, use_result);
    if (unknown) {
        call->fail(HttpError::Kind::not_sent, "resolve: " + unknown.message());
        co_return false;
    }
    if (!call->done) co_return false;  // the deadline has passed
    Link::Endpoints endpoints;
    for (const auto& entry : found) {
        const auto endpoint = entry.endpoint();
        if (!options_.may_connect || options_.may_connect(endpoint.address().to_string()))
            endpoints.push_back(endpoint);
    }
    if (endpoints.empty()) {
        call->fail(HttpError::Kind::not_sent, "connect: all addresses of the host are off limits");
        co_return false;
    }
    call->link = std::make_shared<Link>(io_, trust_, destination);
    const auto error = co_await call->link->connect(std::move(endpoints), destination.host);
    if (error) call->fail(HttpError::Kind::not_sent, "connect: " + error.message());
    co_return !error;
}

Task<void> HttpClient::Engine::read_reply(std::shared_ptr<Call> call, std::string origin) {
    std::optional<Link::Parser> parser;
    do {  // 1xx replies come before the one that counts
        parser.emplace();
        parser->body_limit(options_.reply_bytes_max);
        if (call->call.method == "HEAD") parser->skip(true);
        const auto error = co_await call->link->read(&*parser);
        if (error) co_return call->fail(HttpError::Kind::unknown_outcome, "read: " + error.message());
    } while (parser->get().result_int() < 200);

    auto& message = parser->get();
    HttpReply reply;
    reply.status = static_cast<int>(message.result_int());
    for (const auto& field : message) reply.headers.emplace_back(field.name_string(), field.value());
    reply.body = std::move(message.body());
    if (message.keep_alive() && !parser->need_eof())
        keep(std::move(origin), std::exchange(call->link, nullptr));
    call->finish(std::move(reply));
}

std::shared_ptr<Link> HttpClient::Engine::take_idle(const std::string& origin) {
    const auto oldest = Clock::now() - options_.idle_time;
    const auto kept = std::ranges::find_if(idle_, [&](const Idle& idle) { return idle.since >= oldest; });
    idle_.erase(idle_.begin(), kept);
    while (true) {
        const auto last = std::find_if(idle_.rbegin(), idle_.rend(),
                                       [&](const Idle& idle) { return idle.origin == origin; });
        if (last == idle_.rend()) return nullptr;
        auto link = std::move(last->link);
        idle_.erase(std::next(last).base());
        if (link->usable()) return link;
    }
}

void HttpClient::Engine::keep(std::string origin, std::shared_ptr<Link> link) {
    if (ending_) return;
    if (idle_.size() >= options_.idle_connections_max && !idle_.empty()) idle_.erase(idle_.begin());
    if (options_.idle_connections_max > 0)
        idle_.push_back({std::move(origin), std::move(link), Clock::now()});
}

HttpClient::HttpClient(HttpClientOptions options)
    : engine_(std::make_unique<Engine>(std::move(options), nullptr)) {}

HttpClient::HttpClient(asio::io_context& io, HttpClientOptions options)
    : engine_(std::make_unique<Engine>(std::move(options), &io)) {}

HttpClient::~HttpClient() = default;

void HttpClient::send(HttpCall call, std::move_only_function<void(HttpOutcome)> done) {
    engine_->send(std::move(call), std::move(done));
}

}  // namespace dangol::adapters
