#pragma once

namespace dangol {

/// Reports a broken invariant on stderr and aborts. A crash loses nothing that was acknowledged; going on
/// with a broken invariant might.
[[noreturn]] void invariant_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace dangol

/// An invariant that must hold in every build, release too.
#define DANGOL_INVARIANT(condition) \
    ((condition) ? static_cast<void>(0) : ::dangol::invariant_failed(#condition, __FILE__, __LINE__))
