#include "adapters/system/thread_role.hpp"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <string>

namespace dangol::adapters {

namespace {

/// Half the weight of a thread that is not nice. A thread for connections competes with seven writers; with
/// equal weights it gets less than it needs to refuse what is too much, and then everybody waits unread.
constexpr int nice = 3;

}  // namespace

void become_worker(std::string_view name) {
    constexpr std::size_t name_max = 15;
    ::pthread_setname_np(::pthread_self(), std::string(name.substr(0, name_max)).c_str());
    // Linux keeps it per thread. What cannot be had is gone without: it only decides who is first.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
}

}  // namespace dangol::adapters
