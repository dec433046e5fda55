#include "app/context_table.hpp"

#include <array>

namespace dangol::app {
namespace {

using Name = std::string_view;

constexpr std::array<Name, 2> of_cafe{"order", "delivery"};
constexpr std::array<Name, 3> of_order{"payment", "cafe", "delivery"};
constexpr std::array<Name, 2> of_payment{"order", "cafe"};
constexpr std::array<Name, 2> of_delivery{"order", "cafe"};
constexpr std::array<Name, 4> of_all_steps{"order", "payment", "cafe", "delivery"};

constexpr std::array<ContextEntry, 7> contexts{{{"identity", {}},
                                                {"cafe", of_cafe},
                                                {"order", of_order},
                                                {"payment", of_payment},
                                                {"delivery", of_delivery},
                                                {"mypage", of_all_steps},
                                                {"notification", of_all_steps}}};

}  // namespace

std::span<const ContextEntry> all_contexts() { return contexts; }

}  // namespace dangol::app
