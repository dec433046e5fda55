#pragma once

#include <memory>

namespace dangol {

/// An event as its publisher had it in hand. Whoever gets it in the same process need not read it from the
/// record's JSON, which says the same. Immutable: any thread.
class Decoded {
  public:
    Decoded() = default;
    /// `event` lives as long as `owner`.
    template <class Event>
    Decoded(const std::shared_ptr<const void>& owner, const Event& event)
        : event_(owner, &event), type_(tag<Event>()) {}

    /// Null if it is no such event, or was not decoded here.
    template <class Event>
    [[nodiscard]] const Event* as() const {
        return type_ == tag<Event>() ? static_cast<const Event*>(event_.get()) : nullptr;
    }

  private:
    template <class Event>
    static const void* tag() {
        static const char of_this_type = 0;
        return &of_this_type;
    }

    std::shared_ptr<const void> event_;
    const void* type_ = nullptr;
};

}  // namespace dangol
