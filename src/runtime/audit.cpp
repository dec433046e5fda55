#include "runtime/audit.hpp"

#include <algorithm>

namespace dangol::runtime {
namespace {

/// Beyond this number of wrong subjects an exact count helps nobody.
constexpr std::size_t remembered_max = 10'000;

}  // namespace

std::set<std::string> Audit::concerned(Reader& reader) {
    const auto last = reader.last_position();
    const auto oldest = last - std::min<std::uint64_t>(last, events_max);
    // A source that was created again counts from the start.
    cursor_ = std::clamp(cursor_.value_or(oldest), oldest, last);
    std::set<std::string> found;
    for (const auto& event : reader.events({.after = *cursor_, .limit = events_max})) {
        if (rules_.concerns(event)) found.insert(event.subject);
        cursor_ = event.position;
    }
    return found;
}

void Audit::run(Reader& reader, Timestamp now, Figures& figures) {
    const auto subjects = concerned(reader);
    for (const auto& subject : subjects) check(reader, subject, now, figures);
    checked_ += subjects.size();
    // What mends a subject is an event; so a suspect is checked again only when its time is over.
    const auto suspects = suspects_;
    for (const auto& [subject, since] : suspects) {
        if (now - since >= rules_.patience && !subjects.contains(subject))
            check(reader, subject, now, figures);
    }
    const auto prefix = "dangol_" + std::string(rules_.topic);
    for (const auto rule : rules_.rules) {
        figures.gauge(prefix + "_invariant_violations", "Subjects that break a rule of the audit; must be 0",
                      static_cast<double>(broken(rule)), {{"rule", std::string(rule)}});
    }
    figures.counter(prefix + "_audits_total", "Subjects that were audited", static_cast<double>(checked_),
                    {{"context", std::string(rules_.context)}});
}

void Audit::check(Reader& reader, const std::string& subject, Timestamp now, Figures& figures) {
    const auto rule = rules_.broken(reader, subject);
    if (!rule) {
        suspects_.erase(subject);
        return;
    }
    if (suspects_.size() >= remembered_max && !suspects_.contains(subject)) return;
    if (now - suspects_.try_emplace(subject, now).first->second < rules_.patience) return;
    suspects_.erase(subject);
    if (broken_.size() >= remembered_max || !broken_.emplace(subject, *rule).second) return;
    figures.violated(*rule, subject);
}

std::uint64_t Audit::broken(std::string_view rule) const {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(broken_, [&](const auto& one) { return one.second == rule; }));
}

}  // namespace dangol::runtime
