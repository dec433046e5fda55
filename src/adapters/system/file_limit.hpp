#pragma once

#include <cstddef>

namespace dangol::adapters {

/// Raises this process's soft limit of open files to the hard one. Gives the limit that holds from now on;
/// the former one, if it could not be raised.
std::size_t raise_file_limit();

}  // namespace dangol::adapters
