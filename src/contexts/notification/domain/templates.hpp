#pragma once

#include <string>

#include "contexts/notification/events.hpp"
#include "core/money.hpp"
#include "core/text.hpp"

/// Every sentence that Dangol sends, in both languages. Pure; nothing personal is in any of them.
namespace dangol::notification {

/// What the sentences name.
struct Words {
    Text cafe_name;
    std::string call_number;
    bool delivery = false;
    int qty = 0;
    std::string detail;  ///< by template: minutes, an amount (amount_words), a reason; may be empty
};

[[nodiscard]] Text text_of(Template message, const Words& words);

/// As it is said in a sentence, for Words::detail: "9,000원"; of other currencies in minor units, "USD
/// 1,250".
[[nodiscard]] std::string amount_words(const Money& money);

}  // namespace dangol::notification
