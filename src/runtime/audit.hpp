#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "core/event.hpp"
#include "core/time.hpp"
#include "runtime/figures.hpp"
#include "runtime/store.hpp"

namespace dangol::runtime {

/// Follows the committed events of one context and checks every subject that they concern against rules that
/// must hold. It checks what is stored, not what was intended. If more happens than it can check, it leaves
/// out the oldest. Used by one thread at a time.
class Audit {
  public:
    /// What to check.
    struct Rules {
        std::string_view context;                      ///< whose events these are
        std::string_view topic;                        ///< "money": the word in the names of the figures
        std::span<const std::string_view> rules = {};  ///< the names of all rules
        /// Whether the event's subject is to be checked.
        std::function<bool(const EventRecord&)> concerns;
        /// The name of the first rule that the subject breaks.
        std::function<std::optional<std::string_view>(Reader&, const std::string& subject)> broken;
        /// How long a rule may look broken while events are still on their way between contexts.
        Duration patience{0};
    };
    explicit Audit(Rules rules) : rules_(std::move(rules)) {}

    /// Checks what has happened since the last call. Exports dangol_<topic>_invariant_violations{rule} and
    /// dangol_<topic>_audits_total{context}, and reports each subject that is wrong once.
    void run(Reader& reader, Timestamp now, Figures& figures);

    /// Subjects that break the rule, as far as they were checked since the start.
    [[nodiscard]] std::uint64_t broken(std::string_view rule) const;

    /// Events read in one run.
    static constexpr std::size_t events_max = 500;

  private:
    [[nodiscard]] std::set<std::string> concerned(Reader& reader);
    void check(Reader& reader, const std::string& subject, Timestamp now, Figures& figures);

    Rules rules_;
    std::optional<std::uint64_t> cursor_;
    std::map<std::string, Timestamp> suspects_;  ///< subjects that break a rule now, and since when
    std::map<std::string, std::string_view> broken_;
    std::uint64_t checked_ = 0;
};

}  // namespace dangol::runtime
