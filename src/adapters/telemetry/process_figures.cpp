// From /proc and the kernel's accounts, at each scrape.
#include "adapters/telemetry/process_figures.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace dangol::adapters {
namespace {

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpu_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double pages = 0;
    double resident = 0;
    file >> pages >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double open_files() {
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    return error ? 0 : static_cast<double>(std::distance(begin(files), end(files)));
}

double open_files_max() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<double>(limit.rlim_cur);
}

/// Seconds since 1970. The process's own start, in ticks since the machine's, is the 22nd word of its stat;
/// the second is its name in parentheses, which may hold anything.
double start_time() {
    std::string stat;
    std::getline(std::ifstream("/proc/self/stat"), stat);
    std::istringstream words(stat.substr(stat.rfind(')') + 1));
    std::string word;
    for (int field = 3; field <= 22; ++field) words >> word;
    double booted = 0;
    std::ifstream machine("/proc/stat");
    for (std::string key; machine >> key;) {
        if (key == "btime") machine >> booted;
    }
    return booted + std::strtod(word.c_str(), nullptr) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace

void add_process_figures(Metrics& metrics) {
    metrics.add_counter("process_cpu_seconds_total", "Processor time used, in seconds", cpu_seconds);
    metrics.add_gauge("process_resident_memory_bytes", "Memory held, in bytes", resident_bytes);
    metrics.add_gauge("process_open_fds", "Open files and sockets", open_files);
    metrics.add_gauge("process_max_fds", "How many files and sockets may be open", open_files_max);
    metrics.add_gauge("process_start_time_seconds", "When the process began, in seconds since 1970",
                      [began = start_time()] { return began; });
}

}  // namespace dangol::adapters
