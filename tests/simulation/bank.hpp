#pragma once

#include <string>
#include <unordered_map>

#include "contexts/payment/payment.hpp"
#include "world.hpp"

namespace dangol::simulation {

/// The payment provider as it is on bad days: it answers late, does not know just now, and pays back by
/// itself what the program does not know to be paid yet.
class World::Bank final : public payment::PaymentProvider {
  public:
    explicit Bank(World& world) : world_(world) {}

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override;
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override;
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override;

  private:
    World& world_;
    std::unordered_map<std::string, Money> asked_;  ///< by order
};

}  // namespace dangol::simulation
