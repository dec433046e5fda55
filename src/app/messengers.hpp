#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/config.hpp"
#include "runtime/context.hpp"

namespace dangol::app {

/// The notification context with its messengers, as configured: the inbox and signed webhooks always,
/// Telegram where a bot's token is set. Must outlive the context.
class Messengers {
  public:
    Messengers(const Config& config, runtime::Environment environment);
    ~Messengers();
    Messengers(const Messengers&) = delete;
    Messengers& operator=(const Messengers&) = delete;

    [[nodiscard]] runtime::Context make_context(
        std::function<std::string(std::string_view secret)> fingerprint);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
