#pragma once

#include <string>

#include "adapters/http/client.hpp"
#include "adapters/tokens/es256_tokens.hpp"
#include "app/config.hpp"

namespace dangol::app::admin {

/// A system that serves, asked as its operator: whoever may read the key that signs its tokens is one.
class RunningSystem {
  public:
    /// `url`: of the gateway or of the process itself. The key is the one of `config`. Throws std::exception
    /// with what to do if it is not there.
    RunningSystem(std::string url, const Config& config);

    /// The body of a 2xx. Throws std::runtime_error with the refusal's own words, or with why nobody
    /// answered.
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

}  // namespace dangol::app::admin
