// Live streams: holding back, resuming, and letting go of streams that nobody reads any more.
#include "runtime/live.hpp"

#include <algorithm>
#include <utility>

namespace dangol::runtime {

namespace {

/// What a stream may hold back until it is resumed. A resume takes milliseconds, so reaching this means it
/// never comes.
constexpr std::size_t held_max = 4096;

}  // namespace

bool Watch::push(Frame frame) {
    Wake wake;
    bool taken = false;
    {
        const std::scoped_lock lock(mutex_);
        if (closed_) return false;
        if (frames_.empty()) wake = wake_;  // one wake for all frames until the next take
        if (frames_.size() < frames_max_) {
            frames_.push_back(std::move(frame));
            taken = true;
        } else {
            closed_ = true;
            wake = wake_;
        }
    }
    if (wake) (*wake)();
    return taken;
}

std::vector<Frame> Watch::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(frames_, {});
}

void Watch::close() {
    Wake wake;
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(closed_, true)) return;
        wake = wake_;
    }
    if (wake) (*wake)();
}

void Watch::end(std::string_view reason) {
    Wake wake;
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(closed_, true)) return;
        // Past frames_max_ too: it is the last one.
        frames_.push_back({{}, "StreamEnded", R"({"reason":")" + std::string(reason) + "\"}"});
        wake = wake_;
    }
    if (wake) (*wake)();
}

bool Watch::closed() const {
    const std::scoped_lock lock(mutex_);
    return closed_;
}

void Watch::on_ready(std::function<void()> wake) {
    const auto shared = wake ? std::make_shared<const std::function<void()>>(std::move(wake)) : nullptr;
    bool ready = false;
    {
        const std::scoped_lock lock(mutex_);
        wake_ = shared;
        ready = closed_ || !frames_.empty();
    }
    if (ready && shared) (*shared)();
}

Live::Stream::Stream(std::string stream_subject, std::string stream_scope, Render stream_render,
                     AccountId stream_viewer)
    : subject(std::move(stream_subject)),
      scope(std::move(stream_scope)),
      render(std::move(stream_render)),
      viewer(std::move(stream_viewer)) {}

void Live::Stream::show(const EventRecord& event) {
    if (event.position <= last) return;
    last = event.position;
    try {
        if (auto frame = render(event)) push(std::move(*frame));
    } catch (...) {
        // The writer must go on; the client sees its stream end, and asks again.
        close();
    }
}

std::shared_ptr<Watch> Live::watch(std::string subject, std::string scope, Render render, AccountId viewer) {
    auto stream =
        std::make_shared<Stream>(std::move(subject), std::move(scope), std::move(render), std::move(viewer));
    const std::scoped_lock lock(mutex_);
    if (known_ >= sweep_at_) {
        sweep();
        sweep_at_ = std::max<std::size_t>(64, known_ * 2);
    }
    if (!stream->subject.empty()) {
        by_subject_.emplace(stream->subject, stream);
    } else {
        by_scope_.emplace(stream->scope, stream);
    }
    // Before the caller reads the missed events: either it reads an event there, or `committed` sees this
    // stream.
    known_.fetch_add(1);
    return stream;
}

void Live::resume(const std::shared_ptr<Watch>& watch, std::span<const EventRecord> missed,
                  std::uint64_t seen) {
    const auto stream = std::static_pointer_cast<Stream>(watch);
    stream->last = seen;
    // Without the lock, so that a long history does not stop the writer: until `live` only this thread shows.
    for (const auto& event : missed) stream->show(event);

    const std::scoped_lock lock(mutex_);
    for (const auto& event : std::exchange(stream->held, {})) stream->show(*event);
    for (auto& figure : std::exchange(stream->held_figures, {})) stream->push(std::move(figure));
    stream->live = true;
}

template <class Use>
void Live::each(const Streams& streams, const std::string& key, Use use) {
    const auto [first, last] = streams.equal_range(key);
    for (auto entry = first; entry != last; ++entry) {
        if (const auto stream = entry->second.lock()) use(*stream);
    }
}

void Live::offer(Stream& stream, const std::shared_ptr<const EventRecord>& event) {
    if (stream.live) {
        stream.show(*event);
    } else if (stream.held.size() < held_max) {
        stream.held.push_back(event);
    } else {
        stream.held.clear();
        stream.close();
    }
}

void Live::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    // A read-modify-write rather than a load: it must not move before the commit (see `watch`).
    if (known_.fetch_add(0) == 0) return;
    const std::string all(everything);
    const std::scoped_lock lock(mutex_);
    for (const auto& event : events) {
        const auto show = [&](Stream& stream) { offer(stream, event); };
        if (!by_subject_.empty()) each(by_subject_, event->subject, show);
        if (by_scope_.empty()) continue;
        each(by_scope_, all, show);
        if (!event->scope.empty()) each(by_scope_, event->scope, show);
    }
}

void Live::push(const std::string& subject, const Frame& frame) {
    if (known_.fetch_add(0) == 0) return;
    const std::scoped_lock lock(mutex_);
    each(by_subject_, subject, [&](Stream& stream) {
        if (stream.live) {
            stream.push(frame);
            return;
        }
        std::erase_if(stream.held_figures, [&](const Frame& held) { return held.event == frame.event; });
        stream.held_figures.push_back(frame);
    });
}

bool Live::watched(const std::string& subject) {
    if (known_.fetch_add(0) == 0) return false;
    const std::scoped_lock lock(mutex_);
    bool found = false;
    each(by_subject_, subject, [&](const Stream& stream) { found = found || !stream.closed(); });
    return found;
}

std::size_t Live::open() {
    const std::scoped_lock lock(mutex_);
    sweep();
    return known_;
}

void Live::close_all() {
    const std::scoped_lock lock(mutex_);
    for (const auto* streams : {&by_subject_, &by_scope_}) {
        for (const auto& [key, weak] : *streams) {
            if (const auto stream = weak.lock()) stream->close();
        }
    }
    sweep();
}

void Live::end_streams_of(const AccountId& viewer, std::string_view reason) {
    if (viewer.empty()) return;
    const std::scoped_lock lock(mutex_);
    for (const auto* streams : {&by_subject_, &by_scope_}) {
        for (const auto& [key, weak] : *streams) {
            if (const auto stream = weak.lock(); stream && stream->viewer == viewer) stream->end(reason);
        }
    }
    sweep();
}

void Live::sweep() {
    const auto gone = [](const auto& entry) {
        const auto stream = entry.second.lock();
        return !stream || stream->closed();
    };
    std::erase_if(by_subject_, gone);
    std::erase_if(by_scope_, gone);
    known_ = by_subject_.size() + by_scope_.size();
}

}  // namespace dangol::runtime
