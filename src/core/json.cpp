#include "core/json.hpp"

#include <cstring>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace dangol::json {

namespace {

constexpr std::size_t depth_max = 32;
/// A parser keeps its buffers, some 15 bytes for each byte of its longest text. Those for long texts are not
/// kept.
constexpr std::size_t kept_text_max = 8192;
constexpr std::size_t kept_parsers_max = 2;

}  // namespace

struct Document::Parser {
    simdjson::dom::parser parser;
    Tape tape{};
};

namespace {

/// Making a parser costs more than parsing an event with it.
template <class Parser>
std::vector<std::unique_ptr<Parser>>& kept_parsers() {
    thread_local std::vector<std::unique_ptr<Parser>> kept;
    return kept;
}

}  // namespace

std::string_view Value::string() const {
    const char* at = tape_->strings + payload();
    std::uint32_t length = 0;
    std::memcpy(&length, at, sizeof length);
    return {at + sizeof length, length};
}

std::optional<Array> Value::array() const {
    if (kind() != '[') return std::nullopt;
    return Array(*this);
}

std::optional<Object> Value::object() const {
    if (kind() != '{') return std::nullopt;
    return Object(*this);
}

Object::Iterator Object::find(std::string_view name) const {
    auto at = begin();
    const auto none = end();
    while (at != none && (*at).name != name) ++at;
    return at;
}

void Document::Return::operator()(Parser* parser) const {
    std::unique_ptr<Parser> owned(parser);
    auto& kept = kept_parsers<Parser>();
    if (kept.size() < kept_parsers_max && owned->parser.capacity() <= kept_text_max)
        kept.push_back(std::move(owned));
}

Document::Document(std::unique_ptr<Parser, Return> parser)
    : parser_(std::move(parser)), tape_(&parser_->tape) {}

std::expected<Document, std::string> Document::parse(std::string_view text) {
    auto& kept = kept_parsers<Parser>();
    std::unique_ptr<Parser, Return> owned;
    if (kept.empty()) {
        owned.reset(new Parser);
    } else {
        owned.reset(kept.back().release());
        kept.pop_back();
    }
    auto& parser = owned->parser;
    if (parser.capacity() < text.size() || parser.max_depth() != depth_max) {
        const auto capacity = std::max<std::size_t>(text.size(), 1024);
        if (const auto error = parser.allocate(capacity, depth_max))
            return std::unexpected(std::string(simdjson::error_message(error)));
    }
    // true: it copies the text, for it reads some bytes beyond the end.
    if (const auto error = parser.parse(text.data(), text.size(), true).error()) {
        if (error == simdjson::NUMBER_ERROR) return std::unexpected("a number is malformed or out of range");
        return std::unexpected(std::string(simdjson::error_message(error)));
    }
    owned->tape = {parser.doc.tape.get(), reinterpret_cast<const char*>(parser.doc.string_buf.get())};
    return Document(std::move(owned));
}

}  // namespace dangol::json
