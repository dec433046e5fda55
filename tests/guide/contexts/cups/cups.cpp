// The context on one page.
#include "tests/guide/contexts/cups/cups.hpp"

#include "tests/guide/contexts/cups/aggregates.hpp"

namespace dangol::cups {
namespace {

using runtime::Context, runtime::NoBody, runtime::Request, runtime::Response, runtime::Unit;

constexpr Access staff{.staff = true};

struct LendBody {
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(LendBody, (), (customer_id))

struct CupAnswer {
    CupId id;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CupAnswer, (), (id, version))

/// A command to the cup in the path, made from a Body by `make(cup, body, now)`.
template <class Body, class Make>
auto on_cup(Make make) {
    return [make](Unit& unit, const Request& request) -> Result<Response> {
        DANGOL_TRY(auto body, runtime::body_of<Body>(request));
        const CupId cup{request.params.at(0)};
        DANGOL_TRY(const auto version, unit.execute<Cup>(cup, make(cup, std::move(body), unit.now())));
        return runtime::respond_with(200, CupAnswer{cup, version});
    };
}

}  // namespace

Context make() {
    Context cups(std::type_identity<Contract>{});
    cups.aggregate(Cup{});

    cups.post("/cups/{id}/lend", staff, on_cup<LendBody>([](CupId cup, LendBody body, Timestamp) {
                  return LendCup{std::move(cup), std::move(body.customer_id)};
              }));
    cups.post("/cups/{id}/return", staff,
              on_cup<NoBody>([](const CupId&, NoBody, Timestamp now) { return ReturnCup{now}; }));
    return cups;
}

}  // namespace dangol::cups
