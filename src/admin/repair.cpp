// Repairs on a running system: retry or drop dead letters, compare or rebuild the read model.
#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include <unistd.h>

#include <fmt/format.h>

#include "adapters/operations/rebuild.hpp"
#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "admin/running_system.hpp"
#include "app/setting_flags.hpp"
#include "core/codec.hpp"

namespace dangol::admin {
namespace {

/// The running system, and the settings that locate its signing key.
struct Target {
    app::SettingFlags flags;
    std::string url = "http://127.0.0.1:8088";

    void add_to(Command& command) {
        command.option("--url", url, "URL of the running system", {.shows_default = true});
        flags.add_to(command.app(), {"data", "token-key"});
    }
    [[nodiscard]] RunningSystem open() const { return {url, flags.config()}; }
};

struct Letters : Target {
    std::string context;
    std::string source;
    std::string subject;
};

struct SubjectBody {
    std::string source;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(SubjectBody, (), (source, subject))
struct Ended {
    int ended = 0;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (ended))

void add_end(CLI::App& letters, int& status, const std::string& verb, const std::string& what) {
    const auto wanted = std::make_shared<Letters>();
    Command command(
        letters, verb,
        fmt::format("{0}\n\nExamples:\n"
                    "  dangol admin dead-letters {1} --context mypage --source order --subject 06dq3v…",
                    what, verb));
    command.option("--context", wanted->context, "context that failed to handle the events",
                   {.required = true});
    command.option("--source", wanted->source, "context that published the events", {.required = true});
    command.option("--subject", wanted->subject, "id of the aggregate, e.g. an order id", {.required = true});
    wanted->add_to(command);
    command.runs(
        [wanted, verb] {
            auto system = wanted->open();
            const auto body = system.post(fmt::format("/contexts/{}/deadLetters/{}", wanted->context, verb),
                                          codec::to_json(SubjectBody{wanted->source, wanted->subject}));
            const auto ended = codec::from_json<Ended>(body);
            fmt::print("{} dead letters of {} {}\n", ended ? ended->ended : 0, wanted->subject,
                       verb == "retry" ? "handled" : "dropped");
            return ended && ended->ended > 0 ? 0 : 2;
        },
        status);
}

adapters::RebuildStatus status_in(const std::string& body) {
    auto status = codec::from_json<adapters::RebuildStatus>(body);
    if (!status) throw std::runtime_error("invalid response: " + status.error().message);
    return std::move(*status);
}

adapters::RebuildStatus waited_for(RunningSystem& system) {
    const bool shows = ::isatty(STDERR_FILENO) != 0;
    for (;;) {
        auto status = status_in(system.get("/contexts/mypage/rebuild"));
        if (shows) {
            fmt::print(stderr, "\r{:<10} {:>10} of {} events   ", status.state, status.events_read,
                       status.events);
        }
        if (status.state == "done" || status.state == "failed" || status.state == "none") {
            if (shows) fmt::print(stderr, "\n");
            return status;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
    }
}

int make_anew(const Target& target, bool repairs) {
    auto system = target.open();
    static_cast<void>(
        system.post("/contexts/mypage/rebuild", repairs ? R"({"repairs":true})" : R"({"repairs":false})"));
    const auto status = waited_for(system);
    if (status.state != "done") {
        fmt::print(stderr, "not completed: {}\n", status.failure.empty() ? status.state : status.failure);
        return 1;
    }
    fmt::print("{} events, {} documents and rows compared, {} different, {} repaired\n", status.events_read,
               status.compared, status.different, status.repaired);
    for (const auto& example : status.examples) fmt::print("  {}\n", example);
    return status.different == status.repaired ? 0 : 1;
}

void add_rebuilding(CLI::App& admin, int& status, const std::string& name, const std::string& what,
                    bool repairs) {
    const auto target = std::make_shared<Target>();
    Command command(admin, name,
                    fmt::format("{}\n\nExamples:\n"
                                "  dangol admin {} --data ./data\n"
                                "  dangol admin {} --url https://cafe.example --token-key tokens.pem",
                                what, name, name));
    target->add_to(command);
    command.runs([target, repairs] { return make_anew(*target, repairs); }, status);
}

}  // namespace

void add_ending_dead_letters(CLI::App& letters, int& status) {
    add_end(letters, status, "retry", "handle the dead letters of a subject again, in order");
    add_end(letters, status, "drop", "discard the dead letters of a subject; its later events are handled");
}

void add_rebuild(CLI::App& admin, int& status) {
    add_rebuilding(admin, status, "rebuild", "rebuild MyPage from all events without downtime", true);
}

void add_compare(CLI::App& admin, int& status) {
    add_rebuilding(admin, status, "compare", "compare MyPage with all events; exit status 1 if they differ",
                   false);
}

}  // namespace dangol::admin
