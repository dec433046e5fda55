#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// JSON that is only read. A Document owns a parsed text; a Value points into it, is copied freely, and must
/// not outlive it. What is changed is a tree (core/json_tree.hpp).
///
/// Numbers are exact: an integer is one of 64 bits, a fraction the nearest double. A number beyond these
/// makes the whole text invalid, also where nobody reads it.
namespace dangol::json {

class Array;
class Object;

/// simdjson's tape (its doc/tape.md): a word for each value, its kind in the highest byte.
struct Tape {
    const std::uint64_t* words;
    const char* strings;
};

class Value {
  public:
    Value(const Tape& tape, std::size_t index) : tape_(&tape), index_(index) {}

    [[nodiscard]] bool is_null() const { return kind() == 'n'; }
    [[nodiscard]] bool is_number() const { return kind() == 'l' || kind() == 'u' || kind() == 'd'; }

    // Nothing where the value is of another kind.
    [[nodiscard]] std::optional<bool> boolean() const {
        if (kind() != 't' && kind() != 'f') return std::nullopt;
        return kind() == 't';
    }
    [[nodiscard]] std::optional<std::int64_t> integer() const {
        if (kind() != 'l') return std::nullopt;
        return std::bit_cast<std::int64_t>(tape_->words[index_ + 1]);
    }
    /// An integer above the greatest int64.
    [[nodiscard]] std::optional<std::uint64_t> great_integer() const {
        if (kind() != 'u') return std::nullopt;
        return tape_->words[index_ + 1];
    }
    [[nodiscard]] std::optional<double> fraction() const {
        if (kind() != 'd') return std::nullopt;
        return std::bit_cast<double>(tape_->words[index_ + 1]);
    }
    [[nodiscard]] std::optional<std::string_view> text() const {
        if (kind() != '"') return std::nullopt;
        return string();
    }
    [[nodiscard]] std::optional<Array> array() const;
    [[nodiscard]] std::optional<Object> object() const;

  private:
    friend class Array;
    friend class Object;

    [[nodiscard]] char kind() const { return static_cast<char>(tape_->words[index_] >> 56U); }
    [[nodiscard]] std::uint64_t payload() const { return tape_->words[index_] & 0x00ff'ffff'ffff'ffffU; }
    [[nodiscard]] std::string_view string() const;
    /// Of an array or an object: where it is closed.
    [[nodiscard]] std::size_t end() const { return (payload() & 0xffff'ffffU) - 1; }
    [[nodiscard]] std::size_t next() const {
        if (kind() == '[' || kind() == '{') return end() + 1;
        return index_ + (is_number() ? 2 : 1);
    }

    const Tape* tape_;
    std::size_t index_;
};

class Array {
  public:
    class Iterator {
      public:
        explicit Iterator(Value at) : at_(at) {}
        Value operator*() const { return at_; }
        Iterator& operator++() {
            at_.index_ = at_.next();
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_.index_ == other.at_.index_; }

      private:
        Value at_;
    };

    explicit Array(Value value) : value_(value) {}
    [[nodiscard]] Iterator begin() const { return Iterator({*value_.tape_, value_.index_ + 1}); }
    [[nodiscard]] Iterator end() const { return Iterator({*value_.tape_, value_.end()}); }

  private:
    Value value_;
};

struct Member {
    std::string_view name;
    Value value;
};

/// The members in their order in the text; a name may be there twice.
class Object {
  public:
    class Iterator {
      public:
        explicit Iterator(Value name) : name_(name) {}
        Member operator*() const { return {name_.string(), {*name_.tape_, name_.index_ + 1}}; }
        Iterator& operator++() {
            name_.index_ = Value(*name_.tape_, name_.index_ + 1).next();
            return *this;
        }
        bool operator==(const Iterator& other) const { return name_.index_ == other.name_.index_; }

      private:
        Value name_;
    };

    explicit Object(Value value) : value_(value) {}
    [[nodiscard]] Iterator begin() const { return Iterator({*value_.tape_, value_.index_ + 1}); }
    [[nodiscard]] Iterator end() const { return Iterator({*value_.tape_, value_.end()}); }
    /// The first of this name, or end().
    [[nodiscard]] Iterator find(std::string_view name) const;

  private:
    Value value_;
};

class Document {
  public:
    /// Values lie at most 32 arrays or objects deep. The text is UTF-8 without a byte order mark. The error
    /// says in English what is wrong.
    [[nodiscard]] static std::expected<Document, std::string> parse(std::string_view text);

    [[nodiscard]] Value root() const { return {*tape_, 1}; }

  private:
    struct Parser;
    struct Return {
        void operator()(Parser* parser) const;
    };

    explicit Document(std::unique_ptr<Parser, Return> parser);

    std::unique_ptr<Parser, Return> parser_;
    const Tape* tape_;  ///< the parser's
};

}  // namespace dangol::json
