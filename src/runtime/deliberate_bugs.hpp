#pragma once

/// Faults that can be built in on purpose, to prove that the simulation would find them. Off in every product
/// build; `dangol-simulate-bug-…` are built with one each (CMake option DANGOL_DELIBERATE_BUGS).
namespace dangol::runtime::deliberate_bug {

/// A consumer's position is not stored with what the event led to.
#ifdef DANGOL_BUG_EFFECT_WITHOUT_POSITION
inline constexpr bool effect_without_position = true;
#else
inline constexpr bool effect_without_position = false;
#endif

/// A caller is answered before the commit.
#ifdef DANGOL_BUG_REPLY_BEFORE_COMMIT
inline constexpr bool reply_before_commit = true;
#else
inline constexpr bool reply_before_commit = false;
#endif

/// Two commands to one ticket in the same batch are both decided on the version before the batch.
#ifdef DANGOL_BUG_CANCEL_WITHOUT_VERSION_CHECK
inline constexpr bool cancel_without_version_check = true;
#else
inline constexpr bool cancel_without_version_check = false;
#endif

}  // namespace dangol::runtime::deliberate_bug
