#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/event.hpp"

/// Live streams: a context's events table as one subject (an order) or one scope (a café, a customer) sees it.
namespace dangol::runtime {

/// One Server-Sent Event. An empty id does not move the client's Last-Event-ID.
struct Frame {
    std::string id;
    std::string event;
    std::string data;
};

/// One open stream. Frames are pushed by the writer and taken by the connection. If the connection does not keep up,
/// the watch overflows: it is closed, and the client resumes by Last-Event-ID. Thread-safe.
class Watch {
  public:
    explicit Watch(std::size_t frames_max = 1024) : frames_max_(frames_max) {}

    /// False when the watch is closed.
    bool push(Frame frame);
    [[nodiscard]] std::vector<Frame> take();
    void close();
    [[nodiscard]] bool closed() const;
    /// `wake` is called (from any thread, possibly at once) when there is something to take or the watch was closed.
    void on_ready(std::function<void()> wake);

  private:
    mutable std::mutex mutex_;
    std::size_t frames_max_;
    std::vector<Frame> frames_;
    std::function<void()> wake_;
    bool closed_ = false;
};

/// What a stream shows of an event; nullopt leaves it out.
using Render = std::function<std::optional<Frame>(const EventRecord&)>;

/// The open streams of one context. Thread-safe.
class Live {
  public:
    /// Opens a stream of everything with this subject or scope (the other one empty). Frames of live events
    /// are held back until `resume` is called with the missed ones, so that none is lost or shown twice:
    ///   auto watch = live.watch(…);  reads.read([…](Reader& reader) { live.resume(watch, reader.events(…)); });
    [[nodiscard]] std::shared_ptr<Watch> watch(std::string subject, std::string scope, Render render);
    /// Shows `missed` (ascending, all those after the client's Last-Event-ID), then what came meanwhile, then live.
    void resume(const std::shared_ptr<Watch>& watch, std::span<const EventRecord> missed);

    /// Called by the writer after each commit.
    void committed(std::span<const std::shared_ptr<const EventRecord>> events);
    /// Pushes a frame without an id to every stream of the subject: derived, ever-changing figures such as a queue position.
    void push(const std::string& subject, const Frame& frame);
    [[nodiscard]] bool watched(const std::string& subject);
    [[nodiscard]] std::size_t open();
    void close_all();

  private:
    struct Stream {
        std::weak_ptr<Watch> watch;
        Render render;
        bool live = false;
        std::uint64_t last = 0;                                 ///< position of the last event shown
        std::vector<std::shared_ptr<const EventRecord>> held;   ///< until resume
    };
    static void show(Stream& stream, const EventRecord& event);

    std::mutex mutex_;
    std::unordered_multimap<std::string, std::shared_ptr<Stream>> by_subject_;
    std::unordered_multimap<std::string, std::shared_ptr<Stream>> by_scope_;
};

}  // namespace dangol::runtime
