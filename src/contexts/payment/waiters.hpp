#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/result.hpp"
#include "core/time.hpp"

namespace dangol::payment {

enum class PaymentVerdict { paid, failed, unknown };
BOOST_DESCRIBE_ENUM(PaymentVerdict, paid, failed, unknown)

/// What came of a payment as far as is known.
struct PaymentResult {
    PaymentVerdict verdict = PaymentVerdict::unknown;
    std::string approval_code;  ///< of `paid`
    std::string reason;         ///< of `failed`: the provider's code, or "refunded"
    bool operator==(const PaymentResult&) const = default;
};
BOOST_DESCRIBE_STRUCT(PaymentResult, (), (verdict, approval_code, reason))

/// Callers that wait for the outcome of a payment that is under way. The writer's thread only.
class Waiters {
  public:
    using Reply = std::move_only_function<void(Result<PaymentResult>)>;

    void add(const std::string& order_id, Timestamp due, Reply reply);
    [[nodiscard]] bool any() const { return !waiting_.empty(); }
    [[nodiscard]] bool any(const std::string& order_id) const { return waiting_.contains(order_id); }
    /// Tells all who wait for this payment.
    void answer(const std::string& order_id, const PaymentResult& result);
    /// Tells those whose time is up that the outcome is unknown.
    void expire(Timestamp now);
    [[nodiscard]] std::optional<Timestamp> earliest_due() const;

  private:
    struct Waiting {
        Timestamp due;
        Reply reply;
    };
    std::unordered_map<std::string, std::vector<Waiting>> waiting_;
};

}  // namespace dangol::payment
