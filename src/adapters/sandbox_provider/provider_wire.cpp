// The port's outcomes, there and back.
#include "adapters/sandbox_provider/provider_wire.hpp"

#include <utility>

#include "core/overloaded.hpp"

namespace dangol::adapters {

using namespace payment;

ChargeAnswer answer_of(const ChargeOutcome& outcome) {
    return std::visit(Overloaded{
                          [](const ChargeApproved& approved) -> ChargeAnswer {
                              return {ChargeWord::approved, approved.code, {}};
                          },
                          [](const ChargeDeclined& declined) -> ChargeAnswer {
                              return {ChargeWord::declined, {}, declined.reason};
                          },
                          [](const ChargeUnknown&) -> ChargeAnswer { return {}; },
                      },
                      outcome);
}

FoundCharge answer_of(const QueryOutcome& outcome) {
    return std::visit(Overloaded{
                          [](const FoundCaptured& captured) -> FoundCharge {
                              return {FoundWord::captured, captured.code, captured.refunded, {}};
                          },
                          [](const FoundDeclined& declined) -> FoundCharge {
                              return {FoundWord::declined, {}, {}, declined.reason};
                          },
                          [](const FoundNothing&) -> FoundCharge { return {FoundWord::nothing, {}, {}, {}}; },
                          [](const QueryUnavailable&) -> FoundCharge { return {}; },
                      },
                      outcome);
}

RefundAnswer answer_of(const RefundOutcome& outcome) {
    return std::visit(Overloaded{
                          [](const RefundDone&) -> RefundAnswer { return {RefundWord::done, {}}; },
                          [](const RefundRefused& refused) -> RefundAnswer {
                              return {RefundWord::refused, refused.reason};
                          },
                          [](const RefundUnknown&) -> RefundAnswer { return {}; },
                      },
                      outcome);
}

ChargeOutcome outcome_of(const ChargeAnswer& answer) {
    switch (answer.outcome) {
        case ChargeWord::approved: return ChargeApproved{answer.code.value_or("")};
        case ChargeWord::declined: return ChargeDeclined{answer.reason.value_or("")};
        case ChargeWord::unknown: return ChargeUnknown{};
    }
    std::unreachable();
}

QueryOutcome outcome_of(const FoundCharge& answer) {
    switch (answer.found) {
        case FoundWord::captured:
            return FoundCaptured{answer.code.value_or(""), answer.refunded.value_or(false)};
        case FoundWord::declined: return FoundDeclined{answer.reason.value_or("")};
        case FoundWord::nothing: return FoundNothing{};
        case FoundWord::unavailable: return QueryUnavailable{};
    }
    std::unreachable();
}

RefundOutcome outcome_of(const RefundAnswer& answer) {
    switch (answer.outcome) {
        case RefundWord::done: return RefundDone{};
        case RefundWord::refused: return RefundRefused{answer.reason.value_or("")};
        case RefundWord::unknown: return RefundUnknown{};
    }
    std::unreachable();
}

}  // namespace dangol::adapters
