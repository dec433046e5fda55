#include "runtime/context.hpp"

#include <algorithm>

namespace dangol::runtime {

Context::Context(std::string name) : Context(std::move(name), {}) {}
Context::Context(std::string name, std::vector<std::string_view> published)
    : name_(std::move(name)), published_(std::move(published)) {}

void Context::effect(std::string_view kind, Perform perform) { add_once(effects_, kind, std::move(perform)); }

std::string Context::policy_key(std::string_view source, std::string_view type) {
    std::string key;
    key.reserve(source.size() + type.size() + 1);
    key.append(source).append(1, '/').append(type);
    return key;
}

void Context::add_source(std::string_view source) {
    if (std::ranges::find(sources_, source) == sources_.end()) sources_.emplace_back(source);
}

void Context::around_policies(const Around& around) {
    for (auto& [key, policy] : policies_) {
        policy = [around, watched = std::move(policy)](Unit& unit, const EventRecord& event) {
            return around(unit, event, watched);
        };
    }
}

bool Context::publishes(std::string_view type) const {
    return std::ranges::find(published_, type) != published_.end();
}

bool Context::audits(const EventRecord& event) const {
    const bool accountable = event.actor.starts_with("staff:") || event.actor.starts_with("operator:");
    return accountable && std::ranges::find(audited_, event.type) != audited_.end();
}

const Context::Policy* Context::policy_for(const EventRecord& event) const {
    const auto found = policies_.find(policy_key(event.source, event.type));
    return found == policies_.end() ? nullptr : &found->second;
}

const std::function<Result<void>(Unit&, const std::string&)>* Context::deadline_of(
    const std::string& kind) const {
    const auto found = deadlines_.find(kind);
    return found == deadlines_.end() ? nullptr : &found->second;
}

const Context::ShownState* Context::shown_state(std::string_view event_type) const {
    const auto found = shown_states_.find(event_type);
    return found == shown_states_.end() ? nullptr : &found->second;
}

void Context::add_states(std::span<EventRecord> events, Reader& stored) const {
    std::map<std::pair<std::string_view, std::string_view>, Decoded> known;  // many are about the same ones
    for (auto& event : events) {
        const auto* shown = shown_state(event.type);
        if (shown == nullptr || !event.state.empty()) continue;
        auto& state = known[{shown->kind, event.subject}];
        if (state.empty())
            state = shown->as_decoded(shown->decode(stored.document(shown->kind, event.subject)));
        event.state = state;
    }
}

const Context::Perform* Context::effect_of(const std::string& kind) const {
    const auto found = effects_.find(kind);
    return found == effects_.end() ? nullptr : &found->second;
}

std::vector<Route> Context::start(const Host& host) {
    for (const auto& begin : starts_) begin(host);
    std::vector<Route> routes;
    for (auto& [route, make] : routes_) {
        routes.push_back(route);
        routes.back().handler = make(host);
    }
    return routes;
}

void Context::measure(Reader& stored, Timestamp now, Figures& figures) const {
    for (const auto& measure : measures_) measure(stored, now, figures);
}

}  // namespace dangol::runtime
