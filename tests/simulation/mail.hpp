#pragma once

#include <functional>
#include <vector>

#include "contexts/notification/notification.hpp"
#include "world.hpp"

namespace dangol::simulation {

/// The messenger and its receivers as they are on bad days: late, refused, failing, gone, reached without an
/// answer, or silent until the process dies.
class World::Mail final : public notification::Messenger {
  public:
    using Done = std::move_only_function<void(notification::SendOutcome)>;

    explicit Mail(World& world);

    void send(notification::OutgoingMessage message, Done done) override;

  private:
    void fail_on_a_bad_day(const notification::OutgoingMessage& message, Done done);
    void answer_later(notification::SendOutcome outcome, Done done);
    void never_answer(Done done);

    World& world_;
    Random random_;
    std::vector<Done> unanswered_;
};

}  // namespace dangol::simulation
