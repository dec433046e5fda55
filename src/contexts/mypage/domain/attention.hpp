#pragma once

#include <optional>
#include <string_view>

#include "contexts/mypage/domain/my_page.hpp"

/// Which orders need a hand, and why: what the operator looks at first. Pure; the page and the time decide.
namespace dangol::mypage {

/// In the order of urgency: an order is listed once, with the first of these that holds.
enum class AttentionKind {
    refund_delayed,   ///< the provider does not refund
    payment_unknown,  ///< the provider does not say whether it was paid
    cancel_pending,   ///< a cancel has no answer yet
    unanswered,       ///< the café has not accepted
    late,             ///< the café has not kept its promise
    no_rider,         ///< made, and nobody will bring it
    unclaimed,        ///< made, and nobody fetches it
};

/// How long each may take before somebody is bothered with it.
struct Patience {
    Duration answer = std::chrono::seconds(60);
    Duration cancel = std::chrono::seconds(30);
    Duration past_promise = std::chrono::minutes(5);    ///< or half of what was promised, if that is less
    Duration usual_promise = std::chrono::minutes(10);  ///< of a café that promised nothing
    Duration rider = std::chrono::minutes(3);
    Duration pick_up = std::chrono::minutes(15);
};

struct Attention {
    AttentionKind kind = AttentionKind::unanswered;
    Timestamp since{};  ///< placed, promised, made, asked …: from when on somebody has waited
};

[[nodiscard]] std::optional<Attention> attention_of(const Page& page, Timestamp now,
                                                    const Patience& patience = {});

/// No open order needs a hand that is younger.
[[nodiscard]] Duration shortest(const Patience& patience);

/// "REFUND_DELAYED" …
[[nodiscard]] std::string_view name_of(AttentionKind kind);

}  // namespace dangol::mypage
