#include "traffic/bench/machine.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <sched.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace dangol::traffic::bench {
namespace {

std::string cpu_name() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
    }
    return "unknown";
}

unsigned usable_cores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) != 0) return 0;
    return static_cast<unsigned>(CPU_COUNT(&set));
}

/// The type of the deepest mount that holds the folder.
std::string file_system_of(const std::string& folder) {
    const auto path = std::filesystem::weakly_canonical(folder).string() + "/";
    std::ifstream mounts("/proc/mounts");
    std::string deepest;
    std::string found = "unknown";
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields(line);
        std::string device;
        std::string at;
        std::string type;
        fields >> device >> at >> type;
        const auto prefix = at == "/" ? at : at + "/";
        if (!path.starts_with(prefix) || prefix.size() < deepest.size()) continue;
        deepest = prefix;
        found = type;
    }
    return found;
}

}  // namespace

Machine look_at_machine(const std::string& folder) {
    utsname system{};
    ::uname(&system);
    const auto bytes =
        static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
    return {.cpu = cpu_name(),
            .cores = usable_cores(),
            .memory_gib = bytes / (1024.0 * 1024 * 1024),
            .kernel = system.release,
            .disk = file_system_of(folder)};
}

Processors::Processors() {
    CPU_ZERO(&load_);
    CPU_ZERO(&server_);
    if (::sched_getaffinity(0, sizeof server_, &server_) != 0) return;
    if (CPU_COUNT(&server_) < 2) {
        load_ = server_;
        return;
    }
    int last = CPU_SETSIZE - 1;
    while (!CPU_ISSET(last, &server_)) --last;
    CPU_CLR(last, &server_);
    CPU_SET(last, &load_);
}

void Processors::use_for_server() const { ::sched_setaffinity(0, sizeof server_, &server_); }
void Processors::use_for_load() const { ::sched_setaffinity(0, sizeof load_, &load_); }

double own_cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + (static_cast<double>(time.tv_usec) / 1e6);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace dangol::traffic::bench
