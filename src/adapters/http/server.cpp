// The server as a whole: its threads, and how they end.
#include "adapters/http/server.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <thread>
#include <utility>

#include "adapters/http/io_thread.hpp"

namespace dangol::adapters {

using boost::asio::ip::tcp;

namespace {

/// More than a round trip to whoever connects to us.
constexpr std::chrono::milliseconds handshake_time{20};

}  // namespace

struct HttpServer::Shared {
    ServerParts parts;
};

HttpServer::HttpServer(HttpOptions options, const runtime::Router& router, runtime::Ids& ids,
                       Authenticate authenticate, HttpHooks hooks)
    : shared_(new Shared{{options.limits, TrustedProxies(options.trusted_proxies), router, ids,
                          std::move(authenticate), std::move(hooks)}}) {
    tcp::endpoint endpoint(boost::asio::ip::make_address(options.address), options.port);
    for (unsigned i = 0; i < std::max(1U, options.threads); ++i) {
        const auto port = i == 0 ? IoThread::Port::own : IoThread::Port::shared;
        threads_.push_back(std::make_unique<IoThread>(shared_->parts, endpoint, port));
        endpoint.port(threads_.front()->port());
    }
    port_ = endpoint.port();
    for (const auto& thread : threads_) thread->start();
}

HttpServer::~HttpServer() { stop(std::chrono::milliseconds{0}); }

std::size_t HttpServer::connections() const { return shared_->parts.connections; }

std::size_t HttpServer::requests_in_flight() const { return shared_->parts.requests; }

void HttpServer::lame_duck(std::chrono::milliseconds time) {
    if (time <= std::chrono::milliseconds{0}) return;
    for (const auto& thread : threads_) thread->begin_lame_duck(time);
    std::this_thread::sleep_for(time);
    for (const auto& thread : threads_) thread->ignore_newcomers();
    std::this_thread::sleep_for(handshake_time);
    for (const auto& thread : threads_) thread->shut_door();
}

void HttpServer::stop(std::chrono::milliseconds grace) {
    for (const auto& thread : threads_) thread->begin_stop();
    const auto deadline = std::chrono::steady_clock::now() + grace;
    for (const auto& thread : threads_) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (!thread->ended_within(std::max(left, std::chrono::milliseconds{0}))) thread->cut();
    }
    for (const auto& thread : threads_) thread->join();
    threads_.clear();
}

}  // namespace dangol::adapters
