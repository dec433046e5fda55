#include "traffic/client/server_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dangol::traffic::client {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;
constexpr auto ready_within = 30s;
constexpr auto end_within = 20s;
constexpr std::string_view ready_words = "dangol ready on ";

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become_server(char* const* arguments, int output) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::dup2(output, STDOUT_FILENO);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execv("/proc/self/exe", arguments);
    ::_exit(127);
}

}  // namespace

ServerProcess::ServerProcess(std::vector<std::string> serve_arguments) {
    try {
        const auto begin = Clock::now();
        start(std::move(serve_arguments));
        wait_until_ready();
        ready_after_ = std::chrono::round<std::chrono::milliseconds>(Clock::now() - begin);
    } catch (...) {
        end();
        throw;
    }
}

ServerProcess::~ServerProcess() { end(); }

void ServerProcess::start(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"dangol", "serve"});
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail("pipe");
    pid_ = ::fork();
    if (pid_ == 0) become_server(argv.data(), pipe[1]);
    ::close(pipe[1]);
    output_ = pipe[0];
    if (pid_ < 0) fail("fork");
}

void ServerProcess::wait_until_ready() {
    const auto give_up = Clock::now() + ready_within;
    for (;;) {
        if (const auto at = greeting_.find(ready_words); at != std::string::npos) {
            const auto url = at + ready_words.size();
            if (const auto end = greeting_.find('\n', url); end != std::string::npos) {
                url_ = greeting_.substr(url, end - url);
                greeting_.resize(at);
                return;
            }
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(give_up - Clock::now());
        pollfd readable{output_, POLLIN, 0};
        if (left <= 0ms || ::poll(&readable, 1, static_cast<int>(left.count())) == 0) {
            throw std::runtime_error("the server was not ready in time; it said: " + greeting_);
        }
        std::array<char, 4096> chunk{};
        const auto size = ::read(output_, chunk.data(), chunk.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) throw std::runtime_error("the server did not start; it said: " + greeting_);
        greeting_.append(chunk.data(), static_cast<std::size_t>(size));
    }
}

void ServerProcess::end() {
    if (pid_ > 0) {
        ::kill(pid_, SIGTERM);
        const auto give_up = Clock::now() + end_within;
        while (::waitpid(pid_, nullptr, WNOHANG) == 0) {
            if (Clock::now() > give_up) ::kill(pid_, SIGKILL);
            std::this_thread::sleep_for(5ms);
        }
        pid_ = -1;
    }
    if (output_ >= 0) ::close(output_);
    output_ = -1;
}

double ServerProcess::resident_mib() const {
    std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

double ServerProcess::cpu_seconds() const {
    std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
    std::string line;
    std::getline(file, line);
    // The second field, the name, may contain anything but ends with the last ')'.
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string skipped;
    for (int i = 3; i < 14; ++i) fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace dangol::traffic::client
