#include "contexts/notification/domain/templates.hpp"

#include <cstdlib>

namespace dangol::notification {
namespace {

Text why_rejected(const std::string& reason) {
    if (reason == "sold_out") return {"재료가 떨어져", "something is sold out"};
    if (reason == "too_busy") return {"주문이 너무 많아", "it is too busy"};
    if (reason == "closed") return {"영업이 끝나", "it is closed"};
    if (reason == "unanswered") return {"매장에서 답이 없어", "it did not answer"};
    return {"매장 사정으로", "of something at the café"};
}

Text why_canceled(const std::string& reason) {
    if (reason == "customer_request") return {"요청하신 대로", "as you asked"};
    if (reason == "unanswered")
        return {"매장에서 제때 확인하지 못해", "because the café did not answer in time"};
    if (reason == "make_aborted")
        return {"매장에서 음료를 완성하지 못해", "because the café could not finish your drinks"};
    if (reason == "no_rider") return {"배달할 라이더를 찾지 못해", "because no rider could be found"};
    return {"운영자의 결정으로", "by a decision of the operator"};
}

Text why_cafe_canceled(const std::string& reason) {
    if (reason == "customer_request") return {"고객이 취소했습니다", "canceled by the customer"};
    if (reason == "unanswered")
        return {"시간 안에 확인하지 않아 자동 취소되었습니다", "canceled because nobody answered in time"};
    if (reason == "no_rider")
        return {"라이더를 찾지 못해 취소되었습니다", "canceled because no rider was found"};
    return {"운영자가 취소했습니다", "canceled by the operator"};
}

std::string grouped(std::int64_t amount) {
    auto digits = std::to_string(std::llabs(amount));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return amount < 0 ? "-" + digits : digits;
}

Text accepted(const Words& words, const std::string& number) {
    if (words.detail.empty()) {
        return {"매장이 주문을 받았습니다. 만들기 시작하면 알려 드릴게요. (호출 번호 " + number + ")",
                "The café has accepted your order. We will tell you when they start. (Call number " + number +
                    ")"};
    }
    return {"매장이 주문을 받았습니다. 약 " + words.detail + "분 뒤에 준비될 예정이에요. (호출 번호 " +
                number + ")",
            "The café has accepted your order. It should be ready in about " + words.detail +
                " minutes. (Call number " + number + ")"};
}

/// The sentence itself, without the name of the café.
Text sentence(Template message, const Words& words) {
    const auto& number = words.call_number;
    const auto qty = std::to_string(words.qty);
    const Text kind = words.delivery ? Text{"배달", "delivery"} : Text{"픽업", "pick-up"};
    switch (message) {
        case Template::placed:
            return {
                "결제가 완료되어 주문을 매장에 전달했습니다. 호출 번호는 " + number + "번이에요.",
                "Your payment went through and the café has your order. Your call number is " + number + "."};
        case Template::payment_failed:
            return {"결제가 승인되지 않아 주문되지 않았습니다. 결제 수단을 확인하고 다시 주문해 주세요.",
                    "Your payment was not approved, so nothing was ordered. Please check the payment method "
                    "and order "
                    "again."};
        case Template::expired:
            return {
                "결제가 제시간에 끝나지 않아 주문되지 않았습니다. 혹시 결제되었다면 바로 환불해 드립니다.",
                "The payment was not finished in time, so nothing was ordered. If you were charged, you will "
                "be "
                "refunded at once."};
        case Template::unanswered:
            return {"매장에서 아직 주문을 확인하지 못했습니다. 더 기다리거나 지금 취소하실 수 있어요.",
                    "The café has not answered yet. You can go on waiting or cancel now."};
        case Template::accepted: return accepted(words, number);
        case Template::rejected: {
            const auto why = why_rejected(words.detail);
            return {
                "죄송합니다. " + why.ko + " 주문을 받지 못했습니다. 결제하신 금액은 전액 환불해 드립니다.",
                "Sorry, the café could not take your order because " + why.en +
                    ". You will get a full refund."};
        }
        case Template::cancel_refused:
            return {"이미 음료를 만들기 시작해서 취소할 수 없습니다. 맛있게 준비해 드릴게요.",
                    "Your drinks are already being made, so the order can no longer be canceled."};
        case Template::canceled: {
            const auto why = why_canceled(words.detail);
            return {why.ko + " 주문이 취소되었습니다. 결제하신 금액은 전액 환불해 드립니다.",
                    "Your order was canceled " + why.en + ". You will get a full refund."};
        }
        case Template::making:
            return {"음료를 만들기 시작했습니다. 이제부터는 취소할 수 없어요.",
                    "Your drinks are being made now. The order can no longer be canceled."};
        case Template::ready:
            return {"음료가 준비되었습니다! 호출 번호 " + number + "번으로 찾아가 주세요.",
                    "Your drinks are ready! Please pick them up with call number " + number + "."};
        case Template::on_the_way:
            return {
                "라이더가 음료를 받아 출발했습니다. 받으실 때 주문 화면의 PIN 네 자리를 라이더에게 알려 "
                "주세요.",
                "The rider has picked up your drinks and is on the way. Please tell the rider the four-digit "
                "PIN "
                "from your order page at the door."};
        case Template::delivered:
            return {"배달이 완료되었습니다. 맛있게 드세요!", "Your drinks were delivered. Enjoy!"};
        case Template::not_collected:
            return {"준비된 음료를 아직 찾아가지 않으셨어요. 늦게 오셔도 매장에 호출 번호 " + number +
                        "번을 말씀해 주세요.",
                    "Your drinks are still waiting. Even if you are late, please ask for call number " +
                        number + " at the café."};
        case Template::refunded:
            return {
                words.detail + " 환불이 완료되었습니다. 카드사에 따라 며칠 뒤에 보일 수 있어요.",
                "Your refund of " + words.detail + " is done. It may take some days to show at your bank."};
        case Template::refund_delayed:
            return {
                "환불이 늦어지고 있습니다. 담당자가 확인하고 있으며 반드시 환불해 드립니다.",
                "Your refund is taking longer than usual. Someone is looking into it, and you will get it."};
        case Template::cafe_new_order:
            return {"새 주문 " + number + "번: " + kind.ko + ", " + qty + "개. 확인해 주세요.",
                    "New order " + number + ": " + kind.en + ", " + qty + " items. Please answer."};
        case Template::cafe_canceled: {
            const auto why = why_cafe_canceled(words.detail);
            return {number + "번 주문: " + why.ko + ". 만들지 마세요.",
                    "Order " + number + ": " + why.en + ". Do not make it."};
        }
        case Template::rider_claimed:
            return {number + "번 배달을 맡으셨습니다. 준비되면 알려 드릴게요.",
                    "Delivery " + number + " is yours. We will tell you when it is ready."};
        case Template::rider_released:
            return {number + "번 배달에서 빠지셨습니다. 다른 라이더에게 넘어갑니다.",
                    "Delivery " + number + " is no longer yours. It goes to another rider."};
        case Template::rider_ready:
            return {number + "번 음료가 준비되었습니다. 매장에서 받아 출발해 주세요.",
                    "The drinks of delivery " + number + " are ready. Please pick them up at the café."};
        case Template::rider_canceled:
            return {number + "번 배달이 취소되었습니다. 가지 않으셔도 됩니다.",
                    "Delivery " + number + " was canceled. You need not go."};
    }
    return {};
}

}  // namespace

Text text_of(Template message, const Words& words) {
    auto text = sentence(message, words);
    if (!words.cafe_name.ko.empty()) text.ko = "[" + words.cafe_name.ko + "] " + text.ko;
    if (!words.cafe_name.en.empty()) text.en = "[" + words.cafe_name.en + "] " + text.en;
    return text;
}

std::string amount_words(const Money& money) {
    if (money.currency == "KRW") return grouped(money.amount) + "원";
    return money.currency + " " + grouped(money.amount);
}

}  // namespace dangol::notification
