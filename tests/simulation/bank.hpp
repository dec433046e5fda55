#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "books.hpp"
#include "contexts/payment/payment.hpp"
#include "world.hpp"

namespace dangol::simulation {

/// The payment provider as it is on bad days: it answers late or twice, does not know just now, pays back by
/// itself what the program does not know to be paid yet, and loses the line that it writes when the power
/// fails.
class World::Bank final : public payment::PaymentProvider {
  public:
    explicit Bank(World& world);
    ~Bank() override;
    Bank(const Bank&) = delete;
    Bank& operator=(const Bank&) = delete;

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override;
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override;
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override;

    [[nodiscard]] adapters::SandboxProvider& provider() { return *provider_; }
    /// The power is off: nothing is answered until `start_again`, and then it is too late.
    [[nodiscard]] bool is_dark() const { return dark_; }
    /// With what the books say. Throws a Violation if they cannot be read.
    void start_again();

  private:
    /// Timers of the provider's own program, which die with it.
    class OwnTimers final : public runtime::Timers {
      public:
        explicit OwnTimers(runtime::Timers& timers) : timers_(timers) {}
        void after(Duration delay, std::move_only_function<void()> call) override {
            timers_.after(delay, [alive = alive_, call = std::move(call)]() mutable {
                if (*alive) call();
            });
        }
        void forget() { *std::exchange(alive_, std::make_shared<bool>(true)) = false; }

      private:
        runtime::Timers& timers_;
        std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    };

    void start();
    /// Keeps an answer that nobody gets any more.
    template <class Outcome>
    void lose(std::move_only_function<void(Outcome)> answer);
    /// An answer that comes again a little later; the first time it may say `Unknown`.
    template <class Unknown, class Outcome>
    std::move_only_function<void(Outcome)> repeated(std::move_only_function<void(Outcome)> answer);
    [[nodiscard]] bool power_fails();
    /// The power fails while what follows `whole` in the books is being written.
    void tear(std::size_t whole);

    World& world_;
    OwnTimers timers_;
    std::optional<Books> books_;
    std::optional<adapters::SandboxProvider> provider_;
    std::unordered_map<std::string, Money> asked_;  ///< by order
    bool dark_ = false;
    std::vector<std::move_only_function<void()>> lost_;
};

}  // namespace dangol::simulation
