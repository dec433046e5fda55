#pragma once

#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>

#include "contexts/cafe/resources.hpp"
#include "core/text.hpp"

/// The first screen of the order app as HTML, so that a customer sees it before any script has come. The app
/// draws the same with the same class names (web/apps/order), so nothing jumps when it takes over.
namespace dangol::app::web {

/// What /myPages/queues/{cafeId} answers.
struct QueueLength {
    int orders_ahead = 0;
    int units_ahead = 0;
    std::int64_t minutes_low = 0;
    std::int64_t minutes_high = 0;
};
BOOST_DESCRIBE_STRUCT(QueueLength, (), (orders_ahead, units_ahead, minutes_low, minutes_high))

/// "/": the branches, each with its state and wait. `queues` by café id; one that is not known is left out.
[[nodiscard]] std::string cafe_list_shell(const cafe::CafeList& cafes,
                                          const std::map<std::string, QueueLength>& queues,
                                          Language language);

/// "/c/{cafeId}": the branch with its wait, and its menu by category.
[[nodiscard]] std::string menu_shell(const cafe::CafeResource& cafe, const cafe::MenuResource& menu,
                                     const std::optional<QueueLength>& queue, Language language);

/// "/c/{cafeId}" of a branch that is not there.
[[nodiscard]] std::string unknown_cafe_shell(Language language);

/// "영업 중", "일시중지", "영업 종료".
[[nodiscard]] std::string state_words(const cafe::CafeResource& cafe, Language language);
/// "지금 약 4~7분 · 대기 9잔".
[[nodiscard]] std::string wait_words(const QueueLength& queue, Language language);
/// "4,300원", "₩4,300".
[[nodiscard]] std::string price_words(const Money& price, Language language);

}  // namespace dangol::app::web
