#pragma once

#include "contexts/notification/notification.hpp"
#include "runtime/tracing.hpp"

namespace dangol::adapters {

/// Another messenger, with a span of each attempt. Both must outlive it.
class TracedMessenger final : public notification::Messenger {
  public:
    TracedMessenger(notification::Messenger& messenger, runtime::Tracer& tracer)
        : messenger_(messenger), tracer_(tracer) {}
    void send(notification::OutgoingMessage message,
              std::move_only_function<void(notification::SendOutcome)> done) override;

  private:
    notification::Messenger& messenger_;
    runtime::Tracer& tracer_;
};

}  // namespace dangol::adapters
