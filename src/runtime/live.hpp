#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/event.hpp"
#include "core/ids.hpp"
#include "core/time.hpp"

/// Live streams: a context's events table as one subject (an aggregate) or one scope (an account, a branch)
/// sees it.
namespace dangol::runtime {

/// One Server-Sent Event. An empty id does not move the client's Last-Event-ID.
struct Frame {
    std::string id;
    std::string event;
    std::string data;
};

/// One open stream. Frames are pushed by the writer and taken by the connection. If the connection does not
/// keep up, the watch overflows: it is closed, and the client resumes by Last-Event-ID. Thread-safe.
class Watch {
  public:
    explicit Watch(std::size_t frames_max = 1024) : frames_max_(frames_max) {}
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// False when the watch is closed.
    bool push(Frame frame);
    /// All frames since the last call; those pushed before a close can still be taken after it.
    [[nodiscard]] std::vector<Frame> take();
    void close();
    /// Closes with a last frame, "StreamEnded" with the reason: what the client is to do is more than to come
    /// again, namely to show a new token.
    void end(std::string_view reason);
    [[nodiscard]] bool closed() const;
    /// How long after its opening the connection is to `end` it: as long as the viewer's token is accepted.
    /// Set before the connection has it; nullopt: no end.
    std::optional<Duration> lifetime;
    /// `wake` is called (from any thread, possibly at once) when there is something to take or the watch was
    /// closed. It must not block. A null function ends the calls, except for one that may be running just
    /// now.
    void on_ready(std::function<void()> wake);

  private:
    using Wake = std::shared_ptr<const std::function<void()>>;

    mutable std::mutex mutex_;
    std::size_t frames_max_;
    std::vector<Frame> frames_;
    Wake wake_;  ///< called outside the lock
    bool closed_ = false;
};

/// What a stream shows of an event; nullopt leaves it out. Runs on the writer's thread; a stream whose render
/// throws is closed.
using Render = std::function<std::optional<Frame>(const EventRecord&)>;

/// The open streams of one context. Thread-safe.
class Live {
  public:
    /// The scope of a stream of all events. No id and no event has it, so nobody gets such a stream by
    /// chance.
    static constexpr std::string_view everything = "*";

    /// Opens a stream of everything with this subject or scope (the other one empty). Frames of live events
    /// are held back until `resume` is called with the missed ones, so that none is lost or shown twice:
    ///
    ///     auto watch = live.watch(subject, {}, render);
    ///     reads.read([…](Result<Reader*> reader) { live.resume(watch, (*reader)->events(query), seen); });
    ///
    /// `viewer`: the account that watches, for `end_streams_of`; empty: nobody in particular.
    [[nodiscard]] std::shared_ptr<Watch> watch(std::string subject, std::string scope, Render render,
                                               AccountId viewer = {});
    /// Shows `missed` (ascending, all those after the client's Last-Event-ID), then what came meanwhile, then
    /// live. Skips events up to `seen`: another replica may already have sent them. Once for each watch,
    /// and only for one that this object opened.
    void resume(const std::shared_ptr<Watch>& watch, std::span<const EventRecord> missed,
                std::uint64_t seen = 0);

    /// Called by the writer after each commit. Costs next to nothing while no stream is open.
    void committed(std::span<const std::shared_ptr<const EventRecord>> events);
    /// Pushes a frame without an id to every stream of the subject: derived, ever-changing figures such as a
    /// queue position.
    void push(const std::string& subject, const Frame& frame);
    [[nodiscard]] bool watched(const std::string& subject);
    /// How many streams are open.
    [[nodiscard]] std::size_t open();
    void close_all();
    /// Ends all streams that this account watches: what it may see has changed.
    void end_streams_of(const AccountId& viewer, std::string_view reason);

  private:
    /// A watch with what feeds it. Forgotten when the connection lets go of the watch or closes it.
    struct Stream final : Watch {
        Stream(std::string stream_subject, std::string stream_scope, Render stream_render,
               AccountId stream_viewer);
        void show(const EventRecord& event);

        const std::string subject;
        const std::string scope;
        const Render render;
        const AccountId viewer;
        std::uint64_t last =
            0;  ///< position of the last event shown; the resuming thread's, then guarded by mutex_
        // Guarded by Live::mutex_:
        bool live = false;
        std::vector<std::shared_ptr<const EventRecord>> held;  ///< until resume
        std::vector<Frame> held_figures;                       ///< until resume; the latest of each kind
    };
    using Streams = std::unordered_multimap<std::string, std::weak_ptr<Stream>>;

    template <class Use>
    static void each(const Streams& streams, const std::string& key, Use use);
    static void offer(Stream& stream, const std::shared_ptr<const EventRecord>& event);
    void sweep();

    std::mutex mutex_;
    Streams by_subject_;
    Streams by_scope_;
    std::size_t sweep_at_ = 64;
    std::atomic<std::size_t> known_{0};  ///< streams in the tables, those to be forgotten included
};

}  // namespace dangol::runtime
