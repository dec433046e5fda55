#pragma once

#include <string_view>

#ifdef DANGOL_DELIBERATE_BUGS
#include <cstdlib>
#endif

/// Faults that can be switched on on purpose, to prove that the simulation would find them. No product has
/// them: only `dangol-simulate-buggy` is compiled with them (CMake option DANGOL_DELIBERATE_BUGS), and there
/// the environment variable DANGOL_BUG names the one that is on.
///
///   effect_without_position          a consumer's position is not stored with what the event led to
///   reply_before_commit              a caller is answered before the commit
///   cancel_without_version_check     two commands of one batch are both decided on the version before it
///   failed_commit_is_acknowledged    a caller is answered although the commit failed
///   failed_commit_is_not_read_again  after a failed commit the consumer goes on behind what it had read
namespace dangol::runtime::deliberate_bug {

#ifdef DANGOL_DELIBERATE_BUGS
inline bool is_on(std::string_view name) {
    static const char* const chosen = std::getenv("DANGOL_BUG");
    return chosen != nullptr && name == chosen;
}
#else
consteval bool is_on(std::string_view) { return false; }
#endif

}  // namespace dangol::runtime::deliberate_bug
