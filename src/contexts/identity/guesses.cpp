#include "contexts/identity/guesses.hpp"

#include <utility>

#include "contexts/identity/aggregates.hpp"
#include "runtime/stored.hpp"

namespace dangol::identity {
namespace {

using runtime::Reader, runtime::Row, runtime::Unit;

/// An address has no line break, so no name can pretend to be another one's address.
struct Keys {
    Keys(const TokenSigner& tokens, const Guesser& guesser)
        : here(counter(tokens, "here", guesser.address + "\n" + guesser.login_name)),
          name(counter(tokens, "name", guesser.login_name)),
          address(counter(tokens, "address", guesser.address)) {
        // For a name without an account too: it takes the same time.
        known_hash = tokens.keyed_hash("sign-in known\n" + guesser.address + "\n" + guesser.account.value);
        if (!guesser.account.empty()) known = guesser.account.value + "." + known_hash.substr(0, 1);
    }

    std::string here;
    std::string name;
    std::string address;
    std::string known;  ///< empty: there is no account that could know it
    std::string known_hash;

  private:
    static std::string counter(const TokenSigner& tokens, const std::string& kind, const std::string& of) {
        return kind + "." + tokens.keyed_hash("sign-in " + kind + "\n" + of).substr(0, 3);
    }
};

Failures failures_in(const std::optional<Row>& row) {
    return row ? runtime::data_of<Failures>(*row) : Failures{};
}

Guesses read(auto& rows, const Keys& keys) {
    Guesses guesses;
    guesses.here = failures_in(rows.row(view::failures, keys.here));
    guesses.name = failures_in(rows.row(view::failures, keys.name));
    guesses.address = failures_in(rows.row(view::failures, keys.address));
    const auto known = rows.row(view::known_addresses, keys.known);
    guesses.known = known && known->data == keys.known_hash;
    return guesses;
}

void put(Unit& unit, const std::string& key, const Failures& before, const Failures& after) {
    if (after == before) return;
    unit.put({std::string(view::failures), key, {}, 0, codec::to_json(after)});
}

}  // namespace

Guesses guesses_of(Reader& reader, const TokenSigner& tokens, const Guesser& guesser) {
    return read(reader, Keys(tokens, guesser));
}

Guesses guesses_of(Unit& unit, const TokenSigner& tokens, const Guesser& guesser) {
    return read(unit, Keys(tokens, guesser));
}

void count_failure(Unit& unit, const TokenSigner& tokens, const Guesser& guesser) {
    const Keys keys(tokens, guesser);
    const auto before = read(unit, keys);
    const auto after = failed_again(before, unit.now());
    put(unit, keys.here, before.here, after.here);
    put(unit, keys.name, before.name, after.name);
    put(unit, keys.address, before.address, after.address);
}

void welcome(Unit& unit, const TokenSigner& tokens, const Guesser& guesser) {
    const Keys keys(tokens, guesser);
    if (unit.row(view::failures, keys.here)) unit.drop_row(std::string(view::failures), keys.here);
    const auto known = unit.row(view::known_addresses, keys.known);
    if (known && known->data == keys.known_hash) return;
    unit.put({std::string(view::known_addresses), keys.known, {}, 0, keys.known_hash});
}

}  // namespace dangol::identity
