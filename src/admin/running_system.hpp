#pragma once

#include <string>

#include "adapters/http/client.hpp"
#include "adapters/tokens/es256_tokens.hpp"
#include "app/config.hpp"

namespace dangol::admin {

/// A running system, called with the operator role. Read access to its token signing key is the permission.
class RunningSystem {
  public:
    /// `url` is the gateway or the process itself. `config` locates the signing key. Throws std::exception
    /// with a remedy if the key is missing.
    RunningSystem(std::string url, const app::Config& config);

    /// The body of a 2xx response. Throws std::runtime_error with the problem's detail, or with the
    /// connection error.
    [[nodiscard]] std::string get(const std::string& path) { return ask("GET", path, {}); }
    [[nodiscard]] std::string post(const std::string& path, std::string body) {
        return ask("POST", path, std::move(body));
    }

  private:
    [[nodiscard]] std::string ask(const std::string& method, const std::string& path, std::string body);

    std::string url_;
    adapters::Es256Tokens tokens_;
    adapters::HttpClient http_;
};

}  // namespace dangol::admin
