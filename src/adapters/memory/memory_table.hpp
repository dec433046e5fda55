#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// Containers of a MemoryDisk: found by hash, without making strings of the question. Never list them
/// unsorted: their own order differs between machines.
namespace dangol::adapters {

struct MemoryHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    template <class First, class Second>
    std::size_t operator()(const std::pair<First, Second>& key) const {
        return (*this)(key.first) * 31 + (*this)(key.second);
    }
};
struct MemoryEqual {
    using is_transparent = void;
    bool operator()(std::string_view one, std::string_view other) const { return one == other; }
    template <class A, class B, class C, class D>
    bool operator()(const std::pair<A, B>& one, const std::pair<C, D>& other) const {
        return one.second == other.second && one.first == other.first;
    }
};

template <class Value>
using MemoryMap = std::unordered_map<std::string, Value, MemoryHash, MemoryEqual>;
/// By two texts.
template <class Value>
using MemoryTable = std::unordered_map<std::pair<std::string, std::string>, Value, MemoryHash, MemoryEqual>;

/// The values of the keys after `key`, in their order, at most `limit`. O(table): for repairs and copies.
template <class Value>
[[nodiscard]] std::vector<Value> page_of(const MemoryTable<Value>& table,
                                         const std::pair<std::string, std::string>& key, std::size_t limit) {
    std::vector<const std::pair<const std::pair<std::string, std::string>, Value>*> later;
    for (const auto& entry : table) {
        if (entry.first > key) later.push_back(&entry);
    }
    const auto end = later.begin() + static_cast<std::ptrdiff_t>(std::min(limit, later.size()));
    std::partial_sort(later.begin(), end, later.end(),
                      [](const auto* one, const auto* other) { return one->first < other->first; });
    std::vector<Value> page;
    for (auto at = later.begin(); at != end; ++at) page.push_back((*at)->second);
    return page;
}

}  // namespace dangol::adapters
