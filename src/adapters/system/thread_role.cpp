#include "adapters/system/thread_role.hpp"

#include <pthread.h>
#include <unistd.h>

#include <string>

namespace dangol::adapters {

namespace {

/// Half the weight. A thread for connections competes with seven writers; with equal weights it gets less
/// than it needs to refuse what is too much, and then everybody waits unread.
constexpr int half_the_weight = 3;

}  // namespace

void become_worker(std::string_view name) {
    constexpr std::size_t name_max = 15;
    ::pthread_setname_np(::pthread_self(), std::string(name.substr(0, name_max)).c_str());
    // Of this thread only, on Linux; and more than the process itself is nice.
    static_cast<void>(::nice(half_the_weight));
}

}  // namespace dangol::adapters
