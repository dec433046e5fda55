#pragma once

#include <boost/describe/class.hpp>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "runtime/context.hpp"
#include "runtime/fresh_copy.hpp"
#include "runtime/guarded.hpp"

namespace dangol::adapters {

/// How far a rebuild or a comparison is.
struct RebuildStatus {
    std::string state = "none";  ///< none, reading, comparing, done, failed
    bool repairs = false;        ///< false: it only compares
    std::uint64_t events_read = 0;
    std::uint64_t events = 0;  ///< that there were when it began
    std::uint64_t compared = 0;
    std::uint64_t different = 0;
    std::uint64_t repaired = 0;
    std::vector<std::string> examples;  ///< of what differs, at most 10: "MyPage 01j…"
    std::string failure;
};
BOOST_DESCRIBE_STRUCT(RebuildStatus, (),
                      (state, repairs, events_read, events, compared, different, repaired, examples, failure))

/// Makes a read model anew from all events, in a temporary store beside the one that serves, on a thread of
/// its own. Meanwhile the old one answers and goes on; when the new one has caught up, what differs is put
/// right in one commit – or only counted. One at a time.
class Rebuild {
  public:
    /// The read model that serves.
    struct Live {
        runtime::Writer& writer;
        runtime::Store& store;  ///< its writer's
    };
    using MakeContext = std::function<runtime::Context()>;

    /// Opens a context's events for reading; nullptr if it has none yet. Called on the rebuild's thread.
    using OpenReader = std::function<std::unique_ptr<runtime::Reader>(std::string_view context)>;

    /// `folder` holds the temporary store while a rebuild runs.
    Rebuild(OpenReader open_reader, runtime::Environment environment, std::string folder);
    ~Rebuild();  ///< gives up what is under way
    Rebuild(const Rebuild&) = delete;
    Rebuild& operator=(const Rebuild&) = delete;

    /// False if one is under way.
    bool start(bool repairs, const MakeContext& make, Live live);
    [[nodiscard]] RebuildStatus status();
    void stop();

  private:
    void run(bool repairs, runtime::Context& fresh, Live live);
    void read_all(runtime::FreshCopy& copy);
    void repair(runtime::FreshCopy& copy, const runtime::Differences& differences, Live live);

    OpenReader open_reader_;
    runtime::Environment environment_;
    std::string folder_;
    runtime::Guarded<RebuildStatus> status_;
    std::atomic<bool> running_{false};
    std::atomic<bool> stopping_{false};
    std::mutex thread_mutex_;  ///< a request starts it, the end of the process stops it
    std::thread thread_;
};

}  // namespace dangol::adapters
