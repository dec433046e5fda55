#include "adapters/operations/rebuild.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <future>
#include <utility>

#include "adapters/local_bus/local_bus.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/system/thread_role.hpp"
#include "adapters/telemetry/log.hpp"

namespace dangol::adapters {
namespace {

using namespace runtime;
using namespace std::chrono_literals;

/// How long what the live read model has not taken yet may look like a difference.
constexpr auto lag_max = 5s;
constexpr std::size_t repairs_per_commit = 500;

class TemporaryStore {
  public:
    TemporaryStore(std::filesystem::path folder, std::string context) : folder_(std::move(folder)) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        store_ = adapters::open_sqlite_store({folder_ / (context + ".db"), context});
    }
    ~TemporaryStore() {
        store_.reset();
        std::error_code ignored;  // what is left there goes at the next rebuild
        std::filesystem::remove_all(folder_, ignored);
    }
    TemporaryStore(const TemporaryStore&) = delete;
    TemporaryStore& operator=(const TemporaryStore&) = delete;

    [[nodiscard]] Store& store() { return *store_; }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<Store> store_;
};

std::uint64_t events_of(const Rebuild::OpenReader& open_reader, const std::vector<std::string>& sources) {
    std::uint64_t events = 0;
    for (const auto& source : sources) {
        if (const auto reader = open_reader(source)) events += reader->last_position();
    }
    return events;
}

std::vector<std::string> examples_of(const Differences& differences) {
    constexpr std::size_t examples_max = 10;
    std::vector<std::string> examples;
    for (const auto* keys : {&differences.documents, &differences.rows}) {
        for (const auto& [space, id] : *keys) {
            if (examples.size() < examples_max) examples.push_back(space + " " + id);
        }
    }
    return examples;
}

}  // namespace

Rebuild::Rebuild(OpenReader open_reader, Environment environment, std::string folder)
    : open_reader_(std::move(open_reader)), environment_(environment), folder_(std::move(folder)) {}

Rebuild::~Rebuild() { stop(); }

void Rebuild::stop() {
    stopping_ = true;
    const std::lock_guard lock(thread_mutex_);
    if (thread_.joinable()) thread_.join();
}

RebuildStatus Rebuild::status() {
    return status_.with([](const RebuildStatus& status) { return status; });
}

bool Rebuild::start(bool repairs, const MakeContext& make, Live live) {
    auto fresh = std::make_shared<Context>(make());
    const std::lock_guard lock(thread_mutex_);
    if (stopping_ || running_.exchange(true)) return false;
    if (thread_.joinable()) thread_.join();
    status_.with([&](RebuildStatus& status) {
        status = RebuildStatus{};
        status.state = "reading";
        status.repairs = repairs;
    });
    thread_ = std::thread([this, repairs, live, fresh = std::move(fresh)] {
        become_worker("rebuild");
        std::string failure;
        try {
            run(repairs, *fresh, live);
            if (stopping_) failure = "the server was stopped";
        } catch (const std::exception& error) {
            adapters::log(adapters::LogLevel::error, "a rebuild failed", {{"why", error.what()}});
            failure = error.what();
        }
        // Whoever sees that it is over may begin the next one.
        status_.with([&](RebuildStatus& status) {
            status.state = failure.empty() ? "done" : "failed";
            status.failure = failure;
            running_ = false;
        });
    });
    return true;
}

void Rebuild::run(bool repairs, Context& fresh, Live live) {
    const std::string name(fresh.name());
    status_.with([events = events_of(open_reader_, fresh.sources())](RebuildStatus& status) {
        status.events = events;
    });
    TemporaryStore temporary(std::filesystem::path(folder_) / "rebuild", name);
    adapters::LocalBus history({.open = open_reader_});
    FreshCopy copy(fresh, temporary.store(), history, environment_);
    const auto catch_up = [&] {
        history.poll_foreign_sources();
        read_all(copy);
    };
    catch_up();
    status_.with([](RebuildStatus& status) { status.state = "comparing"; });
    const auto reader = live.store.reader();
    auto found = copy.differences(*reader);
    for (const auto until = std::chrono::steady_clock::now() + lag_max;
         found.size() > 0 && !stopping_ && std::chrono::steady_clock::now() < until;) {
        std::this_thread::sleep_for(200ms);
        catch_up();
        found = copy.remaining(found, *reader);
    }
    status_.with([&](RebuildStatus& status) {
        status.compared = found.compared;
        status.different = found.size();
        status.examples = examples_of(found);
    });
    if (repairs) repair(copy, found, live);
}

void Rebuild::read_all(FreshCopy& copy) {
    while (!stopping_ && copy.read()) {
        status_.with([&](RebuildStatus& status) { status.events_read = copy.events_read(); });
    }
}

void Rebuild::repair(FreshCopy& copy, const Differences& differences, Live live) {
    auto left = differences;
    while (left.size() > 0 && !stopping_) {
        Differences some;
        const auto take = [&](auto& from, auto& to) {
            while (!from.empty() && some.size() < repairs_per_commit) to.insert(from.extract(from.begin()));
        };
        take(left.documents, some.documents);
        take(left.rows, some.rows);
        std::promise<Result<std::size_t>> written;
        auto answer = written.get_future();
        live.writer.amend(
            [&] {
                while (copy.read()) {
                }
                return copy.repair(some, live.store);
            },
            [&](Result<std::size_t> count) { written.set_value(std::move(count)); });
        const auto count = answer.get();
        if (!count) throw std::runtime_error(count.error().detail.en);
        status_.with([&](RebuildStatus& status) { status.repaired += *count; });
    }
}

}  // namespace dangol::adapters
