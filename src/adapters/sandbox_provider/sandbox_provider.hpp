#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "adapters/sandbox_provider/sandbox_journal.hpp"
#include "contexts/payment/payment.hpp"
#include "runtime/http.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters {

struct SandboxSettings {
    Duration answer_delay{0};      ///< of every answer; 0: within the call, on the caller's thread
    Duration answer_jitter{0};     ///< so much more or less, evenly spread; at most the delay
    Duration charge_after{2'000};  ///< how late "stall_then_charge" charges
    bool troubles = false;         ///< takes the tokens of charges that are never answered
    std::string journal = {};      ///< path of the provider's own books; empty: in memory only
};

/// What the provider knows of one order.
struct SandboxTransaction {
    OrderId order_id;
    Money captured;
    Money refunded;
    int captures = 0;  ///< at most 1, or somebody was charged twice
    int refunds = 0;
    std::string approval_code;            ///< empty when declined
    std::string declined;                 ///< the reason, or empty
    std::vector<std::string> refund_ids;  ///< each was refunded once
    bool operator==(const SandboxTransaction&) const = default;
};
BOOST_DESCRIBE_STRUCT(SandboxTransaction, (),
                      (order_id, captured, refunded, captures, refunds, approval_code, declined, refund_ids))

/// What the next refunds do.
enum class RefundTrouble {
    fail,      ///< are refused
    time_out,  ///< are made, and never answered
};
BOOST_DESCRIBE_ENUM(RefundTrouble, fail, time_out)

/// A payment provider without money, for demos and tests, that misbehaves on demand. How a charge goes is
/// said by its token:
///   "approve" or ""        captured and approved
///   "decline"              declined
///   "stall"                never answered, never captured
///   "stall_then_charge"    never answered; captured after `charge_after`, unless `valid_until` has passed by
///   then "timeout_after_charge" captured at once, never answered; a query tells the truth
/// The last three only with `troubles`: each holds one of payment's calls until its timeout, so whoever may
/// order could stop all payments with them. Any other token is declined. It keeps the contract of the port:
/// idempotent by order id and refund id.
///
/// It stands for a system outside: its journal survives a kill of this process as the provider's books would
/// (it is not synced to disk, so a power loss may take the last lines). Thread-safe. Clock and timers outlive
/// it; pending timers are dropped before it ends. Its memory grows with every order: it is not for
/// production.
class SandboxProvider final : public payment::PaymentProvider {
  public:
    /// Throws std::runtime_error if the journal cannot be opened or read.
    SandboxProvider(SandboxSettings settings, runtime::Clock& clock, runtime::Timers& timers);

    void charge(payment::ChargeRequest request,
                std::move_only_function<void(payment::ChargeOutcome)> answer) override;
    void query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) override;
    void refund(OrderId order_id, Money amount, std::string refund_id,
                std::move_only_function<void(payment::RefundOutcome)> answer) override;

    /// Ends the calls that would never be answered, so that nobody waits for them at the program's end.
    void hang_up();

    /// What a token may say so that it is not just declined as unknown.
    [[nodiscard]] std::vector<std::string> tokens() const;
    /// The provider's truth, sorted by order id: what our ledger must agree with.
    [[nodiscard]] std::vector<SandboxTransaction> transactions() const;
    /// The next `count` refunds get into `trouble`; replaces an earlier wish.
    void trouble_refunds(int count, RefundTrouble trouble);
    /// GET /sandbox/tokens for anyone. GET /sandbox/transactions (?orderId=), POST /sandbox/refunds {count,
    /// trouble}: for the operator. And the port itself for payment in another process (provider_wire.hpp).
    /// The provider must outlive them.
    [[nodiscard]] std::vector<runtime::Route> routes();

  private:
    void capture(const payment::ChargeRequest& request);
    void decline(const payment::ChargeRequest& request, std::string reason);
    [[nodiscard]] payment::RefundOutcome move_back(const OrderId& order_id, const Money& amount,
                                                   const std::string& refund_id);
    [[nodiscard]] Duration delay();
    /// Keeps an answer that is never given, as a connection would: dropping it would tell its owner.
    template <class Outcome>
    void withhold(std::move_only_function<void(Outcome)> answer);
    template <class Outcome>
    void deliver(std::move_only_function<void(Outcome)> answer, Outcome outcome);

    SandboxSettings settings_;
    runtime::Clock& clock_;
    runtime::Timers& timers_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, SandboxTransaction> transactions_;  ///< by order id
    std::unique_ptr<SandboxJournal> journal_;
    int troubled_refunds_ = 0;
    RefundTrouble trouble_ = RefundTrouble::fail;
    std::uint64_t answers_ = 0;
    std::deque<std::move_only_function<void()>> withheld_;  ///< the last ones
    bool hung_up_ = false;
};

}  // namespace dangol::adapters
