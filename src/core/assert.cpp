#include "core/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace dangol {

void invariant_failed(const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "dangol: broken invariant: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace dangol
