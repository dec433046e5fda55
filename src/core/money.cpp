#include "core/money.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dangol {

int decimals_of(std::string_view currency) {
    static constexpr std::array<std::string_view, 16> none{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                           "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
                                                           "VUV", "XAF", "XOF", "XPF"};
    static constexpr std::array<std::string_view, 7> three{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (std::ranges::find(none, currency) != none.end()) return 0;
    if (std::ranges::find(three, currency) != three.end()) return 3;
    return 2;
}

Text money_words(const Money& money) {
    const auto decimals = static_cast<std::size_t>(decimals_of(money.currency));
    const auto amount = static_cast<std::uint64_t>(money.amount);  // the least one has no positive twin
    auto digits = std::to_string(money.amount < 0 ? 0 - amount : amount);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    std::string fraction = decimals == 0 ? "" : "." + digits.substr(digits.size() - decimals);
    digits.resize(digits.size() - decimals);
    for (auto at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    const auto number = (money.amount < 0 ? "-" : "") + digits + fraction;
    const auto with_code = money.currency + " " + number;
    return {money.currency == "KRW" ? number + "원" : with_code, with_code};
}

}  // namespace dangol
