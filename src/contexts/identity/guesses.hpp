#pragma once

#include <string>
#include <string_view>

#include "contexts/identity/domain/guessing.hpp"
#include "contexts/identity/identity.hpp"
#include "runtime/unit.hpp"

/// Where failed sign-ins are stored. All keys are keyed hashes: nobody outside can tell which names share a
/// counter, and no row says from where a person signs in. They are cut to 18 bits, so that guessing names
/// from ever new addresses cannot fill the disk.
namespace dangol::identity {

/// One attempt to sign in.
struct Guesser {
    std::string login_name;  ///< in the normal form; may be anything that somebody typed
    std::string address;     ///< Request::client
    AccountId account;       ///< of that name; empty: there is none
};

[[nodiscard]] Guesses guesses_of(runtime::Reader& reader, const TokenSigner& tokens, const Guesser& guesser);
[[nodiscard]] Guesses guesses_of(runtime::Unit& unit, const TokenSigner& tokens, const Guesser& guesser);

void count_failure(runtime::Unit& unit, const TokenSigner& tokens, const Guesser& guesser);

/// The account has signed in: its failures at this address are forgotten, and it knows the address from now
/// on. Of 64 addresses at most.
void welcome(runtime::Unit& unit, const TokenSigner& tokens, const Guesser& guesser);

}  // namespace dangol::identity
