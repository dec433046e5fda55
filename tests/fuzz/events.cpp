// Stored and received events, published or private, and the states of all aggregates: what an older or a
// newer version may have written, what another process may send, what a damaged file may hold.
#include <type_traits>
#include <variant>
#include <vector>

#include "contexts/cafe/aggregates.hpp"
#include "contexts/delivery/aggregates.hpp"
#include "contexts/identity/aggregates.hpp"
#include "contexts/mypage/aggregates.hpp"
#include "contexts/notification/aggregates.hpp"
#include "contexts/order/aggregates.hpp"
#include "contexts/payment/aggregates.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/identity.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"
#include "tests/fuzz/decoded.hpp"

namespace {

using namespace dangol;
using Decoders = std::vector<fuzz::Decoder>;

template <class... Events>
void add_events(Decoders& all, std::string_view context, std::type_identity<std::variant<Events...>>) {
    (all.push_back(fuzz::decoder<Events>(context)), ...);
}
template <ContextName Name, class... Events>
void add_contract(Decoders& all, std::type_identity<Contract<Name, Events...>>) {
    (all.push_back(fuzz::decoder<Events>(Name.view())), ...);
}
/// Its state is called after it: "Cafe/State".
template <class Aggregate>
void add(Decoders& all, std::string_view context) {
    add_events(all, context, std::type_identity<typename Aggregate::Event>{});
    all.push_back({std::string(Aggregate::name) + "/State", &fuzz::decode<typename Aggregate::State>});
}

Decoders make() {
    Decoders all;
    add<cafe::Cafe>(all, "cafe");
    add<cafe::CafeOrder>(all, "cafe");
    add<delivery::Delivery>(all, "delivery");
    add<delivery::Rider>(all, "delivery");
    add<identity::Account>(all, "identity");
    add<identity::Session>(all, "identity");
    add<mypage::MyPage>(all, "mypage");
    add<mypage::CafePace>(all, "mypage");
    add<notification::Channels>(all, "notification");
    add<notification::OrderMessages>(all, "notification");
    add<order::Order>(all, "order");
    add<payment::Payment>(all, "payment");
    add_contract(all, std::type_identity<cafe::Contract>{});
    add_contract(all, std::type_identity<delivery::Contract>{});
    add_contract(all, std::type_identity<identity::Contract>{});
    add_contract(all, std::type_identity<order::Contract>{});
    add_contract(all, std::type_identity<payment::Contract>{});
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto all = make();
    fuzz::decode_named(all, fuzz::text_of(data, size), codec::Reading::lenient);
    return 0;
}
