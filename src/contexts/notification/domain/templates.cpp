#include "contexts/notification/domain/templates.hpp"

#include "contracts/payment.hpp"

namespace dangol::notification {
namespace {

Text why_rejected(const std::string& reason) {
    if (reason == "sold_out") return {"재료가 떨어져", "something is sold out"};
    if (reason == "too_busy") return {"주문이 너무 많아", "it is too busy"};
    if (reason == "closed") return {"영업이 끝나", "it is closed"};
    if (reason == "unanswered") return {"시간 안에 확인하지 못해", "it did not answer in time"};
    return {"매장 사정으로", "of something at the café"};
}

Text why_canceled(const std::string& reason) {
    if (reason == "customer_request") return {"요청하신 대로", "as you asked"};
    if (reason == "unanswered")
        return {"매장에서 시간 안에 확인하지 못해", "because the café did not answer in time"};
    if (reason == "make_aborted")
        return {"매장에서 음료를 완성하지 못해", "because the café could not finish your drinks"};
    if (reason == "no_rider") return {"배달할 라이더를 찾지 못해", "because no rider could be found"};
    return {"운영자의 결정으로", "by a decision of the operator"};
}

/// The same for the café's staff.
Text why_cafe_canceled(const std::string& reason) {
    if (reason == "customer_request") return {"고객의 요청으로", "by the customer"};
    if (reason == "unanswered")
        return {"시간 안에 접수되지 않아 자동으로", "because nobody answered in time"};
    if (reason == "no_rider") return {"라이더를 찾지 못해", "because no rider was found"};
    return {"운영자의 결정으로", "by the operator"};
}

Text accepted(const std::string& minutes, const std::string& number) {
    const Text call{" (호출 번호 " + number + ")", " (Call number " + number + ")"};
    if (minutes.empty()) {
        return {"매장이 주문을 접수했어요. 만들기 시작하면 알려드려요." + call.ko,
                "The café has accepted your order. We will tell you when they start." + call.en};
    }
    return {
        "매장이 주문을 접수했어요. 약 " + minutes + "분 뒤에 준비될 예정이에요." + call.ko,
        "The café has accepted your order. It should be ready in about " + minutes + " minutes." + call.en};
}

/// The sentence itself, without the name of the café.
Text sentence(Template message, const Words& words) {
    const auto& number = words.call_number;
    const auto qty = std::to_string(words.qty);
    const Text kind = words.delivery ? Text{"배달", "delivery"} : Text{"픽업", "pick-up"};
    switch (message) {
        case Template::placed:
            return {
                "결제가 완료되어 주문을 매장에 전달했어요. 호출 번호는 " + number + "번이에요.",
                "Your payment went through and the café has your order. Your call number is " + number + "."};
        case Template::payment_failed:
            if (words.detail == payment::goes_back) {
                return {"결제가 승인된 뒤 취소되어 주문이 접수되지 않았어요. 결제된 금액은 환불돼요.",
                        "Your payment was approved and then canceled, so nothing was ordered. The money goes "
                        "back."};
            }
            return {
                "결제가 승인되지 않아 주문이 접수되지 않았어요. 결제 수단을 확인하고 다시 주문해 주세요.",
                "Your payment was not approved, so nothing was ordered. Please check the payment method and "
                "order again."};
        case Template::expired:
            return {
                "시간 안에 결제가 끝나지 않아 주문이 접수되지 않았어요. 혹시 결제됐다면 바로 환불해 "
                "드려요.",
                "The payment was not finished in time, so nothing was ordered. If you were charged, you "
                "will be refunded at once."};
        case Template::unanswered:
            return {"매장이 아직 주문을 확인하지 못했어요. 더 기다리거나 지금 취소할 수 있어요.",
                    "The café has not answered yet. You can go on waiting or cancel now."};
        case Template::accepted: return accepted(words.detail, number);
        case Template::rejected: {
            const auto why = why_rejected(words.detail);
            return {"죄송해요. " + why.ko +
                        " 매장이 주문을 접수하지 못했어요. 결제하신 금액은 전액 환불해 드려요.",
                    "Sorry, the café could not take your order because " + why.en +
                        ". You will get a full refund."};
        }
        case Template::cancel_refused:
            return {"이미 음료를 만들기 시작해서 취소할 수 없어요. 조금만 기다려 주세요.",
                    "Your drinks are already being made, so the order can no longer be canceled."};
        case Template::canceled: {
            const auto why = why_canceled(words.detail);
            return {why.ko + " 주문이 취소됐어요. 결제하신 금액은 전액 환불해 드려요.",
                    "Your order was canceled " + why.en + ". You will get a full refund."};
        }
        case Template::making:
            return {"음료를 만들기 시작했어요. 이제는 취소할 수 없어요.",
                    "Your drinks are being made now. The order can no longer be canceled."};
        case Template::ready:
            return {"음료가 준비됐어요! 매장에서 호출 번호 " + number + "번으로 찾아가 주세요.",
                    "Your drinks are ready! Please pick them up with call number " + number + "."};
        case Template::on_the_way:
            return {
                "라이더가 음료를 받아 출발했어요. 음료를 받을 때 주문 화면의 PIN 네 자리를 라이더에게 "
                "알려 주세요.",
                "The rider has picked up your drinks and is on the way. Please tell the rider the "
                "four-digit PIN from your order page at the door."};
        case Template::delivered:
            return {"배달이 완료됐어요. 맛있게 드세요!", "Your drinks were delivered. Enjoy!"};
        case Template::not_collected:
            return {"준비된 음료를 아직 찾아가지 않으셨어요. 늦게 오셔도 매장에 호출 번호 " + number +
                        "번을 말씀하시면 받을 수 있어요.",
                    "Your drinks are still waiting. Even if you are late, please ask for call number " +
                        number + " at the café."};
        case Template::refunded:
            return {
                words.detail + " 환불이 완료됐어요. 카드사에 따라 며칠 뒤에 보일 수 있어요.",
                "Your refund of " + words.detail + " is done. It may take some days to show at your bank."};
        case Template::refund_delayed:
            return {
                "환불이 늦어지고 있어요. 담당자가 확인하고 있으며 반드시 환불해 드려요.",
                "Your refund is taking longer than usual. Someone is looking into it, and you will get it."};
        case Template::cafe_new_order:
            return {"새 주문이 들어왔어요. 호출 번호 " + number + "번, " + kind.ko + ", " + qty +
                        "개예요. 접수해 주세요.",
                    "New order " + number + ": " + kind.en + ", " + qty + " items. Please answer."};
        case Template::cafe_canceled: {
            const auto why = why_cafe_canceled(words.detail);
            return {number + "번 주문이 " + why.ko + " 취소됐어요. 만들지 말아 주세요.",
                    "Order " + number + " was canceled " + why.en + ". Do not make it."};
        }
        case Template::rider_claimed:
            return {number + "번 배달이 배차됐어요. 음료가 준비되면 알려드려요.",
                    "Delivery " + number + " is yours. We will tell you when it is ready."};
        case Template::rider_released:
            return {number + "번 배달의 배차가 취소됐어요. 이 배달은 다른 라이더에게 넘어가요.",
                    "Delivery " + number + " is no longer yours. It goes to another rider."};
        case Template::rider_ready:
            return {number + "번 음료가 준비됐어요. 매장에서 받아 출발해 주세요.",
                    "The drinks of delivery " + number + " are ready. Please pick them up at the café."};
        case Template::rider_canceled:
            return {number + "번 배달이 취소됐어요. 가지 않으셔도 돼요.",
                    "Delivery " + number + " was canceled. You need not go."};
        case Template::rider_recalled:
            return {number + "번 배달이 취소됐어요. 음료를 매장으로 돌려주세요.",
                    "Delivery " + number + " was canceled. Please bring the drinks back to the café."};
        case Template::undelivered:
            if (words.detail == by_house) {
                return {
                    "죄송해요. 문제가 생겨 음료를 전해 드리지 못했어요. 결제하신 금액은 전액 환불해 드려요.",
                    "Sorry, something went wrong on the way and your drinks could not be delivered. You "
                    "will get a full refund."};
            }
            return {
                "라이더가 고객님을 만나지 못해 배달을 마치지 못했어요. 음료는 매장으로 돌아가요. 매장에 "
                "연락해 주세요.",
                "The rider could not find you, so your drinks were not delivered. They go back to the "
                "café. Please call the café."};
        case Template::cafe_undelivered:
            if (words.detail == returning) {
                return {number +
                            "번 배달을 전하지 못했어요. 라이더가 음료를 가지고 돌아와요. 받으면 받았다고 "
                            "표시해 주세요.",
                        "Delivery " + number +
                            " failed. The rider brings the drinks back. Mark them as received when they "
                            "are there."};
            }
            return {number + "번 배달을 전하지 못했어요. 돌아오는 음료는 없고, 고객에게 환불돼요.",
                    "Delivery " + number + " failed. Nothing comes back, and the customer is refunded."};
        case Template::rider_failed:
            if (words.detail == returning) {
                return {number + "번 배달이 전하지 못한 것으로 끝났어요. 음료를 매장으로 돌려주세요.",
                        "Delivery " + number + " ended as failed. Please bring the drinks back to the café."};
            }
            return {number + "번 배달이 전하지 못한 것으로 끝났어요. 돌려줄 음료는 없어요.",
                    "Delivery " + number + " ended as failed. There is nothing to bring back."};
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

}  // namespace dangol::notification
