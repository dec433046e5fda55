#include "adapters/observe/moment.hpp"

#include <algorithm>
#include <cmath>

namespace dangol::adapters::observe {
namespace {

using adapters::Metrics;

/// What watches the program is no visitor.
bool is_watching(std::string_view route) {
    return route == "/metrics" || route == "/livez" || route == "/readyz" || route.starts_with("/observe");
}

std::string label_of(const Metrics::Sample& sample, std::string_view name) {
    for (const auto& [label, value] : sample.labels) {
        if (label == name) return value;
    }
    return {};
}

std::string key_of(const Metrics::Sample& sample) {
    std::string key;
    for (const auto& [_, value] : sample.labels) key += (key.empty() ? "" : " ") + value;
    return key;
}

}  // namespace

void Times::add(const Metrics::Sample& sample) {
    if (buckets.empty()) {
        buckets = sample.buckets;
    } else {
        for (std::size_t i = 0; i < std::min(buckets.size(), sample.buckets.size()); ++i) {
            buckets[i].second += sample.buckets[i].second;
        }
    }
    count += sample.value;
}

Times Times::since(const Times& earlier) const {
    Times since = *this;
    for (std::size_t i = 0; i < std::min(buckets.size(), earlier.buckets.size()); ++i) {
        since.buckets[i].second -= std::min(since.buckets[i].second, earlier.buckets[i].second);
    }
    since.count = std::max(0.0, count - earlier.count);
    return since;
}

double Times::quantile(double quantile) const {
    const auto rank = quantile * count;
    double below = 0;
    double bound_below = 0;
    for (const auto& [bound, up_to] : buckets) {
        const auto reached = static_cast<double>(up_to);
        if (reached >= rank && reached > below) {
            if (std::isinf(bound)) return bound_below;
            return bound_below + (bound - bound_below) * (rank - below) / (reached - below);
        }
        below = reached;
        bound_below = bound;
    }
    return 0;
}

Moment::Moment(const std::vector<Metrics::Family>& families, Timestamp at) : at_(at) {
    for (const auto& family : families) {
        if (family.name == "dangol_http_request_duration_seconds") {
            read_requests(family);
            continue;
        }
        for (const auto& sample : family.samples) {
            if (sample.buckets.empty()) {
                figures_[family.name][key_of(sample)] += sample.value;
            } else {
                times_[family.name][key_of(sample)].add(sample);
            }
        }
    }
}

void Moment::read_requests(const Metrics::Family& family) {
    for (const auto& sample : family.samples) {
        const auto route = label_of(sample, "route");
        if (is_watching(route)) continue;
        const bool failed = label_of(sample, "status").starts_with('5');
        for (auto* requests : {&all_, &routes_[label_of(sample, "method") + " " + route]}) {
            requests->times.add(sample);
            if (failed) requests->failed += sample.value;
        }
    }
}

const std::map<std::string, double>& Moment::figures(std::string_view name) const {
    static const std::map<std::string, double> none;
    const auto found = figures_.find(name);
    return found == figures_.end() ? none : found->second;
}

const std::map<std::string, Times>& Moment::times(std::string_view name) const {
    static const std::map<std::string, Times> none;
    const auto found = times_.find(name);
    return found == times_.end() ? none : found->second;
}

double Moment::sum(std::string_view name) const {
    double sum = 0;
    for (const auto& [_, value] : figures(name)) sum += value;
    return sum;
}

double Moment::figure(std::string_view name, const std::string& label) const {
    const auto& all = figures(name);
    const auto found = all.find(label);
    return found == all.end() ? 0 : found->second;
}

void History::add(Moment moment) {
    if (moments_.size() == kept) moments_.erase(moments_.begin());
    moments_.push_back(std::move(moment));
}

const Moment& History::minute_ago() const {
    constexpr std::size_t steps = std::chrono::minutes{1} / step;
    return moments_[moments_.size() > steps ? moments_.size() - 1 - steps : 0];
}

double History::seconds_between(const Moment& earlier, const Moment& later) {
    return std::max(0.001, std::chrono::duration<double>(later.at() - earlier.at()).count());
}

}  // namespace dangol::adapters::observe
