#include "core/json.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace dangol::json {

namespace {

/// simdjson counts what is inside the innermost array as well.
constexpr std::size_t depth_max = 32 + 1;
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

/// In our words: simdjson's differ from version to version and from processor to processor.
std::string words_for(simdjson::error_code error) {
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error == simdjson::DEPTH_ERROR) return "it is nested more than 32 deep";
    if (error == simdjson::UTF8_ERROR) return "it is not UTF-8";
    if (error == simdjson::NUMBER_ERROR) return "a number is malformed or out of range";
    if (error == simdjson::STRING_ERROR || error == simdjson::UNESCAPED_CHARS ||
        error == simdjson::UNCLOSED_STRING)
        return "a string is malformed or not closed";
    return "it is incomplete or malformed";
}

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
    if (text.empty()) return std::unexpected("it is empty");
    if (text.starts_with("\xef\xbb\xbf")) return std::unexpected("it begins with a byte order mark");
    auto& kept = kept_parsers<Parser>();
    std::unique_ptr<Parser, Return> owned;
    if (kept.empty() || text.size() > kept_text_max) {
        owned.reset(new Parser);
    } else {
        owned.reset(kept.back().release());
        kept.pop_back();
    }
    auto& parser = owned->parser;
    if (parser.capacity() < text.size() || parser.max_depth() != depth_max) {
        constexpr std::size_t least = 1024;
        if (const auto error = parser.allocate(std::max(text.size(), least), depth_max))
            return std::unexpected(words_for(error));
    }
    // true: it copies the text, for it reads some bytes beyond the end.
    if (const auto error = parser.parse(text.data(), text.size(), true).error())
        return std::unexpected(words_for(error));
    owned->tape = {parser.doc.tape.get(), reinterpret_cast<const char*>(parser.doc.string_buf.get())};
    return Document(std::move(owned));
}

}  // namespace dangol::json
