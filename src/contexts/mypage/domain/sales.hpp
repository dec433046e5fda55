#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/mypage/domain/my_page.hpp"

/// What a branch has sold: each paid order as a sale, and a day's sales added up. Pure.
namespace dangol::mypage {

struct SoldLine {
    Text name;
    int quantity = 1;
    Money price;  ///< of the whole line
};
BOOST_DESCRIBE_STRUCT(SoldLine, (), (name, quantity, price))

/// A paid order as a sale.
struct Sale {
    std::vector<SoldLine> lines;
    int qty = 0;
    Money total;
    bool canceled = false;        ///< or declined: it is not fulfilled
    std::optional<Money> refund;  ///< requested or done
    bool repaid = false;          ///< in whole, because the order came to nothing
};
BOOST_DESCRIBE_STRUCT(Sale, (), (lines, qty, total, canceled, refund, repaid))

/// Nothing for an order that was never placed.
[[nodiscard]] std::optional<Sale> sale_of(const Page& page);

struct SoldItem {
    Text name;
    int quantity = 0;
    Money sales;
};
BOOST_DESCRIBE_STRUCT(SoldItem, (), (name, quantity, sales))

struct SoldHour {
    int hour = 0;  ///< of the branch's own time
    int orders = 0;
    int qty = 0;
};
BOOST_DESCRIBE_STRUCT(SoldHour, (), (hour, orders, qty))

struct Refunds {
    int count = 0;
    Money total;
};
BOOST_DESCRIBE_STRUCT(Refunds, (), (count, total))

/// Sold is what was neither canceled nor repaid; refunds of completed orders do not lessen it.
struct DaySales {
    int orders = 0;
    int qty = 0;
    Money sales;
    int canceled = 0;
    Refunds refunds;
    std::vector<SoldItem> items;  ///< the most sold first
    std::vector<SoldHour> hours;  ///< the hours that something was sold in, as they came
};

/// Adds up one day, sale by sale, in the order of their times.
class DaySum {
  public:
    /// `time_zone`: the branch's.
    explicit DaySum(std::string time_zone) : time_zone_(std::move(time_zone)) {}
    void add(Timestamp ordered, const Sale& sale);
    [[nodiscard]] DaySales day() &&;

  private:
    void count_hour(Timestamp ordered, const Sale& sale);
    void count_lines(const Sale& sale);

    std::string time_zone_;
    DaySales day_;
};

}  // namespace dangol::mypage
