// The context on one page. It publishes nothing.
#include "tests/guide/contexts/stamps/stamps.hpp"

#include "tests/guide/contexts/stamps/aggregates.hpp"
#include "tests/guide/contracts/cups.hpp"

namespace dangol::stamps {

using runtime::Context, runtime::Unit;

Context make() {
    Context stamps("stamps");
    stamps.aggregate(Card{});

    stamps.on<cups::CupReturned>([](Unit& unit, const cups::CupReturned& e) {
        return unit.execute<Card>(e.customer_id, AddStamp{e.customer_id});
    });
    return stamps;
}

}  // namespace dangol::stamps
