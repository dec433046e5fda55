#pragma once

#include <string_view>

namespace dangol::adapters {

/// Makes the calling thread one that works on what others have taken in: where the processor is short, those
/// that speak with clients go first. `name` is what top -H shows, its first 15 bytes.
void become_worker(std::string_view name);

}  // namespace dangol::adapters
