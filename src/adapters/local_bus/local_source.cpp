#include "adapters/local_bus/local_source.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace dangol::adapters {

using namespace dangol::runtime;

LocalSource::Cursors::iterator LocalSource::join(const std::string& consumer, std::uint64_t at,
                                                 std::function<void()> wake) {
    const auto last = read_last_position();
    const bool ahead = last && at > *last;
    if (ahead) report_ahead(consumer, at, *last);
    const std::scoped_lock lock(mutex_);
    known_last_ = std::max(known_last_, last.value_or(0));
    if (ahead) told_last_ = *last;
    return cursors_.insert(cursors_.end(), {consumer, at, std::move(wake), ahead});
}

void LocalSource::leave(Cursors::iterator cursor) {
    const std::scoped_lock lock(mutex_);
    cursors_.erase(cursor);
    trim();
}

void LocalSource::rewind(Cursors::iterator cursor, std::uint64_t at) {
    const std::scoped_lock lock(mutex_);
    cursor->at = at;
    cursor->halted = false;  // the next look tells again
}

void LocalSource::poll(Cursors::iterator cursor, std::size_t max, std::vector<Delivered>& into) {
    while (into.size() < max) {
        std::uint64_t after = 0;
        {
            const std::scoped_lock lock(mutex_);
            if (cursor->halted || take_from_tail(*cursor, max, into)) return;
            after = cursor->at;
        }
        // Only this consumer moves its cursor, so it may be read without the lock in between.
        auto page = read_page(after, std::min(max - into.size(), options_.page));
        if (page.empty()) return;
        for (auto& event : page) {
            const auto position = event.position;
            into.push_back({std::make_shared<const EventRecord>(std::move(event)), 0, position});
        }
        const std::scoped_lock lock(mutex_);
        cursor->at = into.back().offset;
        trim();
    }
}

bool LocalSource::take_from_tail(LocalCursor& cursor, std::size_t max, std::vector<Delivered>& into) {
    if (cursor.at >= floor_ && cursor.at < tail_end()) {
        const auto first = cursor.at - floor_;
        const auto count = std::min<std::uint64_t>(tail_.size() - first, max - into.size());
        for (auto i = first; i < first + count; ++i) into.push_back({tail_[i], 0, tail_[i]->position});
        cursor.at += count;
        trim();
    }
    return into.size() == max || cursor.at >= known_last_;
}

void LocalSource::committed(std::span<const Event> events) {
    const std::scoped_lock lock(mutex_);
    for (const auto& event : events) append(event);
    trim();
    for (const auto& cursor : cursors_) {
        if (cursor.wake) cursor.wake();
    }
}

/// An event that does not follow the tail's last one begins a new tail: what lies between may be in the
/// store, and consumers will read it there.
void LocalSource::append(const Event& event) {
    if (event->position != tail_end() + 1) {
        tail_.clear();
        floor_ = event->position - 1;
    }
    tail_.push_back(event);
    known_last_ = std::max(known_last_, event->position);
}

/// Forgets what every consumer has polled, and whatever is more than the limit.
void LocalSource::trim() {
    std::uint64_t needed_after = tail_end();
    for (const auto& cursor : cursors_) needed_after = std::min(needed_after, std::max(cursor.at, floor_));
    while (!tail_.empty() && (floor_ < needed_after || tail_.size() > options_.tail_max)) {
        tail_.pop_front();
        ++floor_;
    }
}

void LocalSource::look() {
    // Before the question: a source only grows, so whoever was ahead of what it answers is so for good.
    std::vector<std::pair<LocalCursor*, std::uint64_t>> before;
    {
        const std::scoped_lock lock(mutex_);
        for (auto& cursor : cursors_) before.emplace_back(&cursor, cursor.at);
    }
    const auto last = read_last_position();
    if (!last) return;
    std::vector<std::pair<std::string, std::uint64_t>> ahead;
    {
        const std::scoped_lock lock(mutex_);
        known_last_ = std::max(known_last_, *last);
        for (auto& cursor : cursors_) {
            const auto found = std::ranges::find(before, &cursor, &decltype(before)::value_type::first);
            if (found != before.end() && halt(cursor, found->second, *last))
                ahead.emplace_back(cursor.consumer, cursor.at);
            if (cursor.at < known_last_ && cursor.wake) cursor.wake();
        }
        if (!ahead.empty()) told_last_ = *last;
    }
    for (const auto& [consumer, at] : ahead) report_ahead(consumer, at, *last);
    date_the_oldest();
}

bool LocalSource::halt(LocalCursor& cursor, std::uint64_t at, std::uint64_t last) {
    const bool ahead = at > last && cursor.at == at;
    const bool known = std::exchange(cursor.halted, cursor.halted || ahead);
    // Told again whenever events are added that the consumer does not get.
    return cursor.halted && (!known || last != told_last_);
}

void LocalSource::report_ahead(const std::string& consumer, std::uint64_t at, std::uint64_t last) const {
    if (!options_.on_trouble) return;
    options_.on_trouble(name_, fmt::format("{0} has read {1} up to position {2}, but {1} ends at {3}: it was "
                                           "put back to an older copy. {0} gets no more of its events until "
                                           "a whole backup is restored",
                                           consumer, name_, at, last));
}

void LocalSource::lags(std::vector<LocalLag>& into) {
    const std::scoped_lock lock(mutex_);
    for (const auto& cursor : cursors_) {
        if (follows_itself(cursor)) continue;
        into.push_back({cursor.consumer, name_, known_last_ - std::min(cursor.at, known_last_)});
    }
}

Backlog LocalSource::backlog() {
    const std::scoped_lock lock(mutex_);
    const auto polled = polled_by_all();
    if (polled >= known_last_) return {};
    return {known_last_ - polled, in_tail(polled) ? tail_[polled - floor_]->time : dated_};
}

std::uint64_t LocalSource::polled_by_all() const {
    auto polled = known_last_;
    for (const auto& cursor : cursors_) {
        if (!follows_itself(cursor)) polled = std::min(polled, cursor.at);
    }
    return polled;
}

void LocalSource::date_the_oldest() {
    std::uint64_t polled = 0;
    {
        const std::scoped_lock lock(mutex_);
        polled = polled_by_all();
        if (polled >= known_last_ || in_tail(polled) || (dated_ && dated_after_ == polled)) return;
    }
    const auto page = read_page(polled, 1);
    if (page.empty()) return;
    const std::scoped_lock lock(mutex_);
    dated_after_ = polled;
    dated_ = page.front().time;
}

std::vector<EventRecord> LocalSource::read_page(std::uint64_t after, std::size_t limit) {
    return ask([&](Reader& reader) { return reader.events({.after = after, .limit = limit}); })
        .value_or(std::vector<EventRecord>{});
}

std::optional<std::uint64_t> LocalSource::read_last_position() {
    return ask([](Reader& reader) { return reader.last_position(); });
}

template <class Question>
auto LocalSource::ask(Question question) -> std::optional<decltype(question(std::declval<Reader&>()))> {
    const std::scoped_lock lock(reader_mutex_);
    try {
        if (!reader_ && options_.open) reader_ = options_.open(name_);
        if (!reader_) return std::nullopt;
        return question(*reader_);
    } catch (const StoreBroken& error) {
        // A new reader is opened at the next question.
        reader_.reset();
        if (options_.on_trouble) options_.on_trouble(name_, error.what());
        return std::nullopt;
    }
}

}  // namespace dangol::adapters
