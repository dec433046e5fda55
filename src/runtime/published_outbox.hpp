#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/outbox.hpp"

namespace dangol::runtime {

/// An outbox without its context's private events: they stay at home. The stored cursor moves over them, so
/// that they count as no backlog for longer than a moment.
class PublishedOutbox final : public Outbox {
  public:
    /// `publishes`: whether events of a type leave the context.
    PublishedOutbox(std::unique_ptr<Outbox> all, std::function<bool(std::string_view type)> publishes)
        : all_(std::move(all)), publishes_(std::move(publishes)) {}

    [[nodiscard]] std::string_view source() const override { return all_->source(); }
    [[nodiscard]] bool acquire() override { return all_->acquire(); }
    [[nodiscard]] Backlog backlog() override { return all_->backlog(); }

    [[nodiscard]] std::vector<EventRecord> next(std::size_t limit) override {
        std::vector<EventRecord> published;
        while (published.empty()) {
            auto events = all_->next(limit);
            if (events.empty()) break;
            for (auto& event : events) {
                if (publishes_(event.type)) {
                    last_ = event.id;
                    skipped_.reset();
                    published.push_back(std::move(event));
                } else {
                    skipped_ = std::move(event);
                }
            }
            // Nothing is under way to the broker: only the cursor moves.
            if (published.empty() && last_.empty() && !all_->published(*skipped_)) break;
        }
        return published;
    }
    [[nodiscard]] bool published(const EventRecord& last) override {
        const bool all_arrived = last.id == last_;
        if (all_arrived) last_.clear();
        return all_->published(all_arrived && skipped_ ? *skipped_ : last);
    }
    void rewind() override {
        last_.clear();
        skipped_.reset();
        all_->rewind();
    }

  private:
    std::unique_ptr<Outbox> all_;
    std::function<bool(std::string_view)> publishes_;
    std::string last_;                    ///< id of the last event given that the broker does not have yet
    std::optional<EventRecord> skipped_;  ///< the last private event after it
};

}  // namespace dangol::runtime
