#pragma once

#include <cstdint>

#include <boost/describe/class.hpp>

/// Call numbers: four digits that a branch calls out. Nobody can tell the next one from those before, and an
/// order shares its number with none of the 4,500 orders of its branch before and after it.
///
/// Numbers are dealt like cards. There are two decks, the even numbers and the odd ones, which take turns. A
/// round deals one whole deck, shuffled by a secret key that is drawn at its start: between two rounds of
/// the same deck lies one of the other. What a round has still to deal follows from nothing but the key; all
/// that its earlier numbers tell is that they do not come again.
namespace dangol::order {

inline constexpr std::int64_t call_numbers_in_round = 4'500;

/// The secret of one round of one branch: 128 random bits. It is stored and never shown.
struct CallNumberKey {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
};
BOOST_DESCRIBE_STRUCT(CallNumberKey, (), (first, second))

/// The number of the order before which the branch had `drawn` orders: 1000 to 9999. `key` is that of the
/// round, which is new whenever `drawn` is a multiple of `call_numbers_in_round`.
[[nodiscard]] std::int64_t call_number(const CallNumberKey& key, std::int64_t drawn);

}  // namespace dangol::order
