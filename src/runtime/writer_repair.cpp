// What an operator does to a context: ending dead letters, and repairing what is stored.
#include <stdexcept>

#include "runtime/unavailable.hpp"
#include "runtime/writer.hpp"

namespace dangol::runtime {
namespace {

std::unexpected<Rejection> still_failing(const DeadLetter& letter, const std::string& why) {
    return refuse(Refusal::conflict, "dead-letter-fails-again",
                  {letter.event.type +
                       " 이벤트를 여전히 처리할 수 없어 아무것도 바꾸지 않았습니다. 원인을 "
                       "해결한 뒤 다시 시도하거나 포기해 주세요. (" +
                       why + ")",
                   "The event " + letter.event.type +
                       " still cannot be handled, so nothing was changed. Remove the "
                       "cause and try again, or drop it. (" +
                       why + ")"});
}

}  // namespace

void Writer::retry_dead_letters(std::string source, std::string subject,
                                std::function<void(Result<int>)> reply) {
    end_dead_letters(
        std::move(source), std::move(subject),
        [this](Unit& unit, const DeadLetter& letter) {
            if (letter.event.type == unreadable) throw std::runtime_error("it cannot be read");
            static_cast<void>(context_.on_event(unit, letter.event));
        },
        std::move(reply));
}

void Writer::drop_dead_letters(std::string source, std::string subject,
                               std::function<void(Result<int>)> reply) {
    end_dead_letters(
        std::move(source), std::move(subject), [](Unit&, const DeadLetter&) {}, std::move(reply));
}

void Writer::end_dead_letters(std::string source, std::string subject,
                              std::function<void(Unit&, const DeadLetter&)> handle,
                              std::function<void(Result<int>)> reply) {
    submit<int>(
        {"dead-letters:" + source + "/" + subject, {}, subject},
        [this, source, subject, handle = std::move(handle)](Unit& unit) -> Result<int> {
            int ended = 0;
            for (const auto& letter : store_.dead_letters(100'000)) {
                if (letter.source != source || letter.subject != subject) continue;
                try {
                    handle(unit, letter);
                } catch (const StoreBroken&) {
                    throw;
                } catch (const std::exception& error) {
                    return still_failing(letter, error.what());
                }
                unit.changes().dead_letters.emplace_back(
                    DropDeadLetter{source, letter.partition, letter.offset});
                ++ended;
            }
            return ended;
        },
        [this, source, subject, reply = std::move(reply)](Result<int> ended) {
            if (ended) parked_.erase({source, subject});
            reply(std::move(ended));
        });
}

void Writer::amend(std::function<Changes()> make, std::function<void(Result<std::size_t>)> reply) {
    {
        const std::lock_guard lock(queue_mutex_);
        amendments_.push_back({std::move(make), std::move(reply)});
    }
    if (wake_) wake_();
}

void Writer::amend_now() {
    Amendment amendment;
    {
        const std::lock_guard lock(queue_mutex_);
        if (amendments_.empty()) return;
        amendment = std::move(amendments_.front());
        amendments_.pop_front();
    }
    constexpr int attempts_max = 20;
    Result<std::size_t> outcome = std::unexpected(store_unavailable());
    try {
        for (int attempt = 0; attempt < attempts_max && !outcome; ++attempt) {
            auto changes = amendment.make();
            const auto written = changes.documents.size() + changes.rows.size();
            const auto committed = store_.commit(changes);
            if (committed) outcome = written;
            if (!committed && committed.error().kind != CommitError::Kind::conflict) break;
        }
        cache_.clear();
        context_.amended(store_);
    } catch (const StoreUnavailable&) {
        amendment.reply(std::move(outcome));
        throw;
    }
    amendment.reply(std::move(outcome));
}

}  // namespace dangol::runtime
