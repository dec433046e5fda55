#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "contexts/order/order_aggregate.hpp"
#include "runtime/context.hpp"

namespace dangol::order {

/// POST /orders/{id}/cancel: records the request, then waits a little for the café's verdict, so that the
/// customer is told at once. If the café cannot be reached the answer is 202 and the verdict shows on MyPage.
/// All members run on the writer's thread.
class Cancellation {
  public:
    explicit Cancellation(Duration answer_within) : answer_within_(answer_within) {}

    void cancel(const runtime::Host& host, runtime::Request request, runtime::Respond respond);
    /// What was committed may be a verdict that somebody waits for.
    void committed(std::span<const std::shared_ptr<const EventRecord>> events);

  private:
    struct Waiting {
        std::string request_id;
        runtime::Respond respond;
        Language language;
        std::string pending;  ///< the 202 body
    };
    void give_up(const std::string& order_id, const std::string& request_id);

    Duration answer_within_;
    std::map<std::string, std::vector<Waiting>> waiting_;  ///< by order id
};

}  // namespace dangol::order
