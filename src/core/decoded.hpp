#pragma once

#include <memory>

namespace dangol {

/// An event or a state as its writer had it in hand. Whoever gets it in the same process need not read it
/// from JSON, which says the same. Immutable: any thread.
class Decoded {
  public:
    Decoded() = default;
    /// `value` lives as long as `owner`.
    template <class Value>
    Decoded(const std::shared_ptr<const void>& owner, const Value& value)
        : value_(owner, &value), type_(tag<Value>()) {}

    [[nodiscard]] bool empty() const { return value_ == nullptr; }
    /// Null if it is no such value, or was not decoded here.
    template <class Value>
    [[nodiscard]] const Value* as() const {
        return type_ == tag<Value>() ? static_cast<const Value*>(value_.get()) : nullptr;
    }

  private:
    template <class Value>
    static const void* tag() {
        static const char of_this_type = 0;
        return &of_this_type;
    }

    std::shared_ptr<const void> value_;
    const void* type_ = nullptr;
};

}  // namespace dangol
