// What a branch sold on a day, added up from its sales when somebody asks.
#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/api.hpp"
#include "runtime/day.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::mypage {
namespace {

using namespace runtime;

/// More than any bar can make in a day.
constexpr std::size_t sales_max = 20'000;

struct SalesView {
    CafeId cafe_id;
    std::string day;
    int orders = 0;
    int qty = 0;
    Money sales;
    int canceled = 0;
    Refunds refunds;
    std::vector<SoldItem> items;
    std::vector<SoldHour> hours;
};
BOOST_DESCRIBE_STRUCT(SalesView, (), (cafe_id, day, orders, qty, sales, canceled, refunds, items, hours))

template <class T>
T decoded(const std::string& data, const std::string& what) {
    auto value = codec::from_json<T>(data);
    if (!value) throw StoreBroken(what + ": " + value.error().message);
    return std::move(*value);
}

/// A branch that never told has Korea's time.
std::chrono::minutes offset_of(Reader& reader, const CafeId& cafe) {
    const auto document = reader.document(CafePaceAggregate::name, cafe.value);
    if (!document) return usual_offset;
    return std::chrono::minutes(
        decoded<CafePace>(document->data, "pace of " + cafe.value).utc_offset_minutes);
}

Result<Response> sales_of_day(Reader& reader, const Request& request, Clock& clock) {
    const CafeId cafe{request.params.at(0)};
    if (!request.principal.works_for(cafe)) return not_yours();
    const auto offset = offset_of(reader, cafe);
    const auto day = day_of(request, clock.now(), offset);
    if (!day) return std::unexpected(day.error());
    DaySum sum(offset);
    for (const auto& row : reader.rows({.view = std::string(view::sales),
                                        .scope = cafe.value,
                                        .rank_min = rank_of(day->begins),
                                        .rank_max = rank_of(day->ends) - 1,
                                        .limit = sales_max})) {
        sum.add(Timestamp{Duration{row.rank}}, decoded<Sale>(row.data, "sale " + row.key));
    }
    auto total = std::move(sum).day();
    return respond_with(200, SalesView{.cafe_id = cafe,
                                       .day = day->name,
                                       .orders = total.orders,
                                       .qty = total.qty,
                                       .sales = std::move(total.sales),
                                       .canceled = total.canceled,
                                       .refunds = std::move(total.refunds),
                                       .items = std::move(total.items),
                                       .hours = std::move(total.hours)});
}

}  // namespace

Route sales_route(const Host& host) {
    return {Method::get,
            "/myPages/sales/{cafeId}",
            {.staff = true, .operator_ = true},
            [host](Request request, Respond respond) {
                run_query(host, std::move(request), std::move(respond),
                          [&clock = host.environment.clock](Reader& reader, const Request& asked) {
                              return sales_of_day(reader, asked, clock);
                          });
            }};
}

}  // namespace dangol::mypage
