#include "runtime/fresh_copy.hpp"

#include <functional>
#include <optional>

#include "runtime/context.hpp"

namespace dangol::runtime {
namespace {

constexpr std::size_t page_max = 512;
using Key = std::pair<std::string, std::string>;

Key key_of(const Document& document) { return {document.kind, document.id}; }
Key key_of(const Row& row) { return {row.view, row.key}; }

/// Whether they say the same. The copy is written by this version; what serves may be older, and then it says
/// the same in other words.
struct Same {
    const Aggregates& aggregates;

    bool operator()(const Document& copied, const Document& live) const {
        return copied.data == live.data || copied.data == aggregates.rewritten(live.kind, live.data);
    }
    bool operator()(const Row& copied, const Row& live) const { return copied == live; }

    template <class Item>
    bool operator()(const std::optional<Item>& copied, const std::optional<Item>& live) const {
        return copied.has_value() == live.has_value() && (!copied || (*this)(*copied, *live));
    }
};

/// All of a table, in order, a page at a time.
template <class Item>
class Scan {
  public:
    using Page = std::function<std::vector<Item>(const Key& after)>;
    explicit Scan(Page page) : page_(std::move(page)) { turn({}); }
    [[nodiscard]] const Item* item() const { return at_ < items_.size() ? &items_[at_] : nullptr; }
    void next() {
        if (++at_ < items_.size()) return;
        turn(key_of(items_.back()));
    }

  private:
    void turn(const Key& after) {
        items_ = page_(after);
        at_ = 0;
    }
    Page page_;
    std::vector<Item> items_;
    std::size_t at_ = 0;
};

template <class Item>
std::uint64_t compare(const Same& same, Scan<Item> ours, Scan<Item> theirs, std::set<Key>& different) {
    std::uint64_t compared = 0;
    for (; ours.item() != nullptr || theirs.item() != nullptr; ++compared) {
        const auto* mine = ours.item();
        const auto* other = theirs.item();
        const bool only_mine = other == nullptr || (mine != nullptr && key_of(*mine) < key_of(*other));
        const bool only_other = !only_mine && (mine == nullptr || key_of(*other) < key_of(*mine));
        const auto& one = only_other ? *other : *mine;
        if (only_mine || only_other || !same(*mine, *other)) different.insert(key_of(one));
        if (!only_other) ours.next();
        if (!only_mine) theirs.next();
    }
    return compared;
}

Scan<Document> documents_of(Reader& reader) {
    return Scan<Document>(
        [&reader](const Key& after) { return reader.scan_documents(after.first, after.second, page_max); });
}

Scan<Row> rows_of(Reader& reader) {
    return Scan<Row>(
        [&reader](const Key& after) { return reader.scan_rows(after.first, after.second, page_max); });
}

}  // namespace

FreshCopy::FreshCopy(Context& context, Store& store, EventBus& history, Environment environment)
    : aggregates_(context.aggregates()), store_(store), writer_(context, store, history, environment) {}

Differences FreshCopy::differences(Reader& live) {
    Differences found;
    const Same same{aggregates_};
    found.compared = compare(same, documents_of(store_), documents_of(live), found.documents);
    found.compared += compare(same, rows_of(store_), rows_of(live), found.rows);
    return found;
}

Differences FreshCopy::remaining(const Differences& among, Reader& live) {
    Differences found;
    found.compared = among.compared;
    const Same same{aggregates_};
    for (const auto& [kind, id] : among.documents) {
        if (!same(store_.document(kind, id), live.document(kind, id))) found.documents.emplace(kind, id);
    }
    for (const auto& [view, key] : among.rows) {
        if (!same(store_.row(view, key), live.row(view, key))) found.rows.emplace(view, key);
    }
    return found;
}

Changes FreshCopy::repair(const Differences& among, Reader& live) {
    Changes changes;
    const Same same{aggregates_};
    for (const auto& [kind, id] : among.documents) {
        auto right = store_.document(kind, id);
        const auto wrong = live.document(kind, id);
        if (!right || same(right, wrong)) continue;
        right->expected_version = wrong ? wrong->version : 0;
        if (wrong) right->version = wrong->version + 1;  // for clients it never goes back
        changes.documents.push_back(std::move(*right));
    }
    for (const auto& [view, key] : among.rows) {
        auto right = store_.row(view, key);
        if (same(right, live.row(view, key))) continue;
        changes.rows.push_back(right ? RowChange{std::move(*right)} : RowChange{DropRow{view, key}});
    }
    return changes;
}

}  // namespace dangol::runtime
