// Request bodies: what each route decodes from JSON that anyone may send.
#include <vector>

#include "contexts/cafe/api.hpp"
#include "contexts/delivery/api.hpp"
#include "contexts/identity/api.hpp"
#include "contexts/notification/api.hpp"
#include "contexts/order/api.hpp"
#include "contexts/payment/api.hpp"
#include "tests/fuzz/decoded.hpp"

namespace {

using namespace dangol;
using fuzz::decoder;

const std::vector<fuzz::Decoder>& bodies() {
    static const std::vector<fuzz::Decoder> all{
        decoder<identity::GuestBody>("identity"),
        decoder<identity::SignInBody>("identity"),
        decoder<identity::RefreshBody>("identity"),
        decoder<identity::LinkBody>("identity"),
        decoder<identity::RegisterBody>("identity"),
        decoder<identity::CafesBody>("identity"),
        decoder<identity::PasswordBody>("identity"),
        decoder<cafe::CafeProfile>("cafe"),
        decoder<cafe::MenuBody>("cafe"),
        decoder<cafe::HoursBody>("cafe"),
        decoder<cafe::PauseBody>("cafe"),
        decoder<cafe::SoldOutBody>("cafe"),
        decoder<cafe::ApproveBody>("cafe"),
        decoder<cafe::RefuseBody>("cafe"),
        decoder<cafe::HandOverBody>("cafe"),
        decoder<order::Basket>("order"),
        decoder<order::PlaceOrder>("order"),
        decoder<order::ForceCancelBody>("order"),
        decoder<payment::RefundBody>("payment"),
        decoder<payment::StartPaymentBody>("payment"),
        decoder<payment::ChargeRequest>("payment"),
        decoder<delivery::ShiftBody>("delivery"),
        decoder<delivery::StartBody>("delivery"),
        decoder<delivery::ConfirmBody>("delivery"),
        decoder<notification::TelegramBody>("notification"),
        decoder<notification::WebhookBody>("notification"),
    };
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::decode_named(bodies(), fuzz::text_of(data, size), codec::Reading::strict);
    return 0;
}
