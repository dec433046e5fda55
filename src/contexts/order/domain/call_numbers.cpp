#include "contexts/order/domain/call_numbers.hpp"

#include <array>
#include <bit>

namespace dangol::order {
namespace {

/// SipHash-2-4 of one word: a pseudorandom function of it (Aumasson, Bernstein: SipHash, a fast short-input
/// PRF, 2012).
class SipHash {
  public:
    explicit SipHash(const CallNumberKey& key)
        : state_{key.first ^ 0x736f6d6570736575ULL, key.second ^ 0x646f72616e646f6dULL,
                 key.first ^ 0x6c7967656e657261ULL, key.second ^ 0x7465646279746573ULL} {}

    [[nodiscard]] std::uint64_t of(std::uint64_t word) {
        absorb(word);
        constexpr std::uint64_t eight_bytes = 8ULL << 56U;
        absorb(eight_bytes);
        state_[2] ^= 0xffU;
        for (int round = 0; round < 4; ++round) mix();
        return state_[0] ^ state_[1] ^ state_[2] ^ state_[3];
    }

  private:
    void absorb(std::uint64_t word) {
        state_[3] ^= word;
        mix();
        mix();
        state_[0] ^= word;
    }
    void mix() {
        auto& [a, b, c, d] = state_;
        a += b;
        c += d;
        b = std::rotl(b, 13) ^ a;
        d = std::rotl(d, 16) ^ c;
        a = std::rotl(a, 32);
        c += b;
        a += d;
        b = std::rotl(b, 17) ^ c;
        d = std::rotl(d, 21) ^ a;
        c = std::rotl(c, 32);
    }

    std::array<std::uint64_t, 4> state_;
};

/// A permutation of 0 … 4,499 that nobody without the key can tell from a random one: a Feistel network whose
/// halves are numbers below 60 and 75 (Black, Rogaway: Ciphers with Arbitrary Finite Domains, 2002), with as
/// many rounds as NIST SP 800-38G wants for domains this small.
std::uint64_t shuffled(const CallNumberKey& key, std::uint64_t place) {
    constexpr std::uint64_t rows = 60;
    constexpr std::uint64_t columns = 75;
    static_assert(rows * columns == call_numbers_in_round);
    constexpr std::uint64_t rounds = 10;
    auto row = place / columns;
    auto column = place % columns;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        const bool even = round % 2 == 0;
        const auto noise = SipHash(key).of((round << 32U) | (even ? column : row));
        if (even) {
            row = (row + noise) % rows;
        } else {
            column = (column + noise) % columns;
        }
    }
    return (row * columns) + column;
}

}  // namespace

std::int64_t call_number(const CallNumberKey& key, std::int64_t drawn) {
    constexpr std::int64_t first = 1'000;
    const auto deck = (drawn / call_numbers_in_round) % 2;
    const auto card = shuffled(key, static_cast<std::uint64_t>(drawn % call_numbers_in_round));
    return first + (2 * static_cast<std::int64_t>(card)) + deck;
}

}  // namespace dangol::order
