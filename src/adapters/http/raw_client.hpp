#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "runtime/ports.hpp"

/// For the tests of this folder: a client that sends bytes just as they are given.
namespace dangol::adapters::testing {

/// One blocking connection to 127.0.0.1. Reads give up after ten seconds, which a test sees as missing text.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }

    /// False if the server has closed the connection.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Everything up to and including `text`; all there is, if the connection ends before.
    std::string read_until(std::string_view text) {
        auto end = read_.find(text);
        while (end == std::string::npos && receive()) end = read_.find(text);
        return take(end == std::string::npos ? read_.size() : end + text.size());
    }

    /// One response with a Content-Length: head and body.
    std::string read_response() {
        auto response = read_until("\r\n\r\n");
        const auto length = header(response, "Content-Length");
        const auto size = length.empty() ? 0 : std::strtoul(length.c_str(), nullptr, 10);
        while (read_.size() < size && receive()) {
        }
        return response + take(std::min(read_.size(), size));
    }

    /// True if the server closes the connection, in good order, without sending anything more.
    bool ends() { return read_.empty() && !receive() && ended_; }

    static std::string header(std::string_view response, const std::string& name) {
        const auto start = response.find("\r\n" + name + ": ");
        if (start == std::string_view::npos) return {};
        const auto value = response.substr(start + name.size() + 4);
        return std::string(value.substr(0, value.find("\r\n")));
    }

    static int status(std::string_view response) {
        return response.size() < 12 ? 0 : std::atoi(std::string(response.substr(9, 3)).c_str());
    }

  private:
    bool receive() {
        std::array<char, 4096> bytes{};
        const auto size = ::recv(socket_, bytes.data(), bytes.size(), 0);
        ended_ = size == 0;
        if (size <= 0) return false;
        read_.append(bytes.data(), static_cast<std::size_t>(size));
        return true;
    }
    std::string take(std::size_t size) {
        auto taken = read_.substr(0, size);
        read_.erase(0, size);
        return taken;
    }

    int socket_;
    bool connected_ = false;
    bool ended_ = false;
    std::string read_;
};

/// Ids that count.
class CountedIds final : public runtime::Ids {
  public:
    std::string next() override { return "id" + std::to_string(++count_); }
    std::uint64_t random(unsigned bits) override {
        return ++count_ & (bits >= 64 ? ~0ULL : (1ULL << bits) - 1);
    }
    std::string secret() override { return "secret" + std::to_string(++count_); }

  private:
    std::atomic<std::uint64_t> count_{0};
};

}  // namespace dangol::adapters::testing
