#include "adapters/memory/memory_store.hpp"

#include <utility>

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

/// The questions of a Reader (`Port`), or the Reader's part of a Store.
template <class Port>
class Questions : public Port {
  public:
    explicit Questions(const MemoryDisk& disk) : disk_(disk) {}

    std::optional<Document> document(std::string_view kind, std::string_view id) override {
        return disk_.document(kind, id);
    }
    std::optional<Row> row(std::string_view view, std::string_view key) override {
        return disk_.row(view, key);
    }
    std::vector<Row> rows(const RowQuery& query) override { return disk_.rows(query); }
    std::vector<EventRecord> events(const EventQuery& query) override { return disk_.events(query); }
    std::uint64_t last_position() override { return disk_.last_position(); }
    std::optional<Answer> answer(std::string_view key) override { return disk_.answer(key); }
    std::vector<DeadLetter> dead_letters(std::size_t limit) override { return disk_.dead_letters(limit); }
    std::vector<Position> positions() override { return disk_.positions(); }
    std::vector<std::string> handled(std::span<const std::string> event_ids) override {
        return disk_.handled(event_ids);
    }
    std::vector<Document> scan_documents(const std::string& kind, const std::string& id,
                                         std::size_t limit) override {
        return disk_.scan_documents(kind, id, limit);
    }
    std::vector<Row> scan_rows(const std::string& view, const std::string& key, std::size_t limit) override {
        return disk_.scan_rows(view, key, limit);
    }

  private:
    const MemoryDisk& disk_;
};

class MemoryStore final : public Questions<Store> {
  public:
    /// Alone, if `clock` is null.
    MemoryStore(MemoryDisk& disk, std::string replica, Clock* clock, CommitFaults faults)
        : Questions<Store>(disk),
          disk_(disk),
          replica_(std::move(replica)),
          clock_(clock),
          faults_(std::move(faults)) {
        if (!disk_.attach(shared()))
            throw StoreBroken("this memory disk is already being written by another store");
    }
    ~MemoryStore() override { disk_.detach(); }
    MemoryStore(const MemoryStore&) = delete;
    MemoryStore& operator=(const MemoryStore&) = delete;

    std::unique_ptr<Reader> reader() override { return std::make_unique<Questions<Reader>>(disk_); }
    [[nodiscard]] bool shared() const override { return clock_ != nullptr; }
    std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) override {
        return disk_.due_deadlines(now, limit);
    }
    std::optional<Timestamp> next_deadline() override { return disk_.next_deadline(); }
    std::vector<Effect> due_effects(Timestamp now, std::size_t limit) override {
        return disk_.due_effects(now, limit, as_replica());
    }
    std::optional<Timestamp> next_effect() override { return disk_.next_effect(as_replica()); }

    std::expected<void, CommitError> commit(Changes& changes) override {
        const auto fault = faults_ ? faults_(changes) : CommitFault::none;
        switch (fault) {
            case CommitFault::fail_before: return failed(CommitError::Kind::unavailable);
            case CommitFault::crash_before: throw SimulatedCrash();
            case CommitFault::unknown_not_applied: return failed(CommitError::Kind::unknown);
            case CommitFault::none:
            case CommitFault::crash_after:
            case CommitFault::unknown_applied: break;
        }
        if (auto applied = disk_.apply(changes, as_replica()); !applied) return applied;
        if (fault == CommitFault::crash_after) throw SimulatedCrash();
        if (fault == CommitFault::unknown_applied) return failed(CommitError::Kind::unknown);
        return {};
    }

  private:
    static std::unexpected<CommitError> failed(CommitError::Kind kind) {
        return std::unexpected(CommitError{kind, "simulated failure"});
    }

    [[nodiscard]] MemoryReplica as_replica() const {
        return clock_ == nullptr ? MemoryReplica{} : MemoryReplica{replica_, clock_->now()};
    }

    MemoryDisk& disk_;
    std::string replica_;
    Clock* clock_;
    CommitFaults faults_;
};

}  // namespace

std::unique_ptr<Store> open_memory_store(MemoryDisk& disk, CommitFaults faults) {
    return std::make_unique<MemoryStore>(disk, std::string{}, nullptr, std::move(faults));
}

std::unique_ptr<Store> open_shared_memory_store(MemoryDisk& disk, std::string replica, Clock& clock,
                                                CommitFaults faults) {
    return std::make_unique<MemoryStore>(disk, std::move(replica), &clock, std::move(faults));
}

std::unique_ptr<Reader> open_memory_reader(const MemoryDisk& disk) {
    return std::make_unique<Questions<Reader>>(disk);
}

}  // namespace dangol::adapters
