// Whose path is it?
#include "app/gateway.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace dangol::app {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> owners{{
    {"sessions", "identity"},
    {"accounts", "identity"},
    {"cafes", "cafe"},
    {"pictures", "cafe"},
    {"cafeOrders", "cafe"},
    {"orders", "order"},
    {"payments", "payment"},
    {"deliveries", "delivery"},
    {"myPages", "mypage"},
    {"notifications", "notification"},
    {"sandbox", "sandbox"},
}};

}  // namespace

std::string_view context_of(std::string_view path) {
    if (!path.starts_with('/')) return {};
    const auto first = [](std::string_view rest) { return rest.substr(0, rest.find('/')); };
    const auto collection = first(path.substr(1));
    if (collection == "contexts") return first(path.substr(std::min(path.size(), collection.size() + 2)));
    for (const auto& [name, context] : owners) {
        if (name == collection) return context;
    }
    return {};
}

std::function<const adapters::Peer*(std::string_view path)> elsewhere(const Config& config) {
    const auto peers = std::make_shared<std::map<std::string, adapters::Peer, std::less<>>>();
    for (const auto& [context, url] : config.peers) {
        const bool here = context == "sandbox" ? config.runs_sandbox() : config.runs(context);
        if (!here) peers->emplace(context, adapters::Peer{"to " + context, url});
    }
    if (peers->empty()) return {};
    return [peers](std::string_view path) -> const adapters::Peer* {
        const auto found = peers->find(context_of(path));
        return found == peers->end() ? nullptr : &found->second;
    };
}

}  // namespace dangol::app
