#pragma once

#include <memory>

#include "app/config.hpp"
#include "runtime/context.hpp"

namespace dangol::app {

/// The notification context with its messengers, as configured: the inbox and the log always, Telegram and
/// webhooks where they are set up. Must outlive the context.
class Messengers {
  public:
    explicit Messengers(const Config& config);
    ~Messengers();
    Messengers(const Messengers&) = delete;
    Messengers& operator=(const Messengers&) = delete;

    [[nodiscard]] std::unique_ptr<runtime::Context> make_context();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dangol::app
