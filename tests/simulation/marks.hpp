#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace dangol::simulation {

/// How often each kind of trouble was really met: a run that never met it proves nothing about it.
class Marks {
  public:
    void reach(std::string_view mark) {
        const auto at = counts_.find(mark);
        if (at == counts_.end()) {
            counts_.emplace(mark, 1);
        } else {
            ++at->second;
        }
    }
    void add(const Marks& others) {
        for (const auto& [mark, count] : others.counts_) counts_[mark] += count;
    }
    [[nodiscard]] const std::map<std::string, std::uint64_t, std::less<>>& counts() const { return counts_; }

  private:
    std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace dangol::simulation
