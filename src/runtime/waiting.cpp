#include "runtime/waiting.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "runtime/unavailable.hpp"

namespace dangol::runtime {

struct Waiting::Table : std::enable_shared_from_this<Table> {
    struct One {
        std::uint64_t version;
        std::vector<std::string_view> types;
        Duration until;  ///< as Clock::steady tells it
        Callback<Result<Event>> done;
        Event event = nullptr;
    };
    explicit Table(const Environment& world) : environment(world) {}

    Environment environment;
    std::mutex mutex;
    std::unordered_map<std::string, std::vector<std::unique_ptr<One>>> by_subject;
    std::optional<Duration> wake_at;
    bool stopped = false;

    /// With the lock.
    void wake(Duration at) {
        if (wake_at && *wake_at <= at) return;
        wake_at = at;
        const auto delay = std::max(at - environment.clock.steady(), Duration::zero());
        environment.timers.after(delay, [weak = weak_from_this(), at] {
            if (const auto table = weak.lock()) table->expire(at);
        });
    }

    void expire(Duration woken_for) {
        std::vector<std::unique_ptr<One>> late;
        {
            const std::lock_guard lock(mutex);
            if (wake_at != woken_for) return;  // an earlier timer has taken over
            wake_at.reset();
            const auto now = environment.clock.steady();
            std::optional<Duration> next;
            for (auto entry = by_subject.begin(); entry != by_subject.end();) {
                auto& waiting = entry->second;
                for (auto& one : waiting) {
                    if (one->until <= now) {
                        late.push_back(std::move(one));
                    } else if (!next || one->until < *next) {
                        next = one->until;
                    }
                }
                std::erase(waiting, nullptr);
                entry = waiting.empty() ? by_subject.erase(entry) : std::next(entry);
            }
            if (next) wake(*next);
        }
        for (auto& one : late) one->done(Event{});
    }
};

Waiting::Waiting(const Environment& environment) : table_(std::make_shared<Table>(environment)) {}
Waiting::~Waiting() { stop(); }

void Waiting::add(std::string subject, std::uint64_t version, std::vector<std::string_view> types,
                  Duration within, Callback<Result<Event>> done) {
    const auto until = table_->environment.clock.steady() + within;
    auto one = std::make_unique<Table::One>(version, std::move(types), until, std::move(done));
    {
        const std::lock_guard lock(table_->mutex);
        if (!table_->stopped) {
            table_->by_subject[std::move(subject)].push_back(std::move(one));
            return table_->wake(until);
        }
    }
    one->done(std::unexpected(stopping()));
}

void Waiting::stop() {
    decltype(table_->by_subject) ended;
    {
        const std::lock_guard lock(table_->mutex);
        table_->stopped = true;
        ended.swap(table_->by_subject);
    }
    for (auto& [subject, waiting] : ended) {
        for (auto& one : waiting) one->done(std::unexpected(stopping()));
    }
}

void Waiting::committed(std::span<const Event> events) {
    std::vector<std::unique_ptr<Table::One>> met;
    {
        const std::lock_guard lock(table_->mutex);
        if (table_->by_subject.empty()) return;
        for (const auto& event : events) {
            const auto found = table_->by_subject.find(event->subject);
            if (found == table_->by_subject.end()) continue;
            for (auto& one : found->second) {
                if (event->version > one->version &&
                    std::ranges::find(one->types, event->type) != one->types.end())
                    one->event = event;
            }
        }
        for (const auto& event : events) {
            const auto found = table_->by_subject.find(event->subject);
            if (found == table_->by_subject.end()) continue;
            for (auto& one : found->second) {
                if (one->event) met.push_back(std::move(one));
            }
            std::erase(found->second, nullptr);
            if (found->second.empty()) table_->by_subject.erase(found);
        }
    }
    for (auto& one : met) one->done(std::move(one->event));
}

}  // namespace dangol::runtime
