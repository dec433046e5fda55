#include "runtime/admission.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace dangol::runtime {
namespace {

constexpr std::string_view too_many_requests = "too-many-requests";
constexpr std::string_view too_many_attempts = "too-many-attempts";

/// Of whom it is counted; empty: this limit does not hold for this request.
std::string_view counted_for(Per per, const Request& request) {
    switch (per) {
        case Per::client: return request.client;
        case Per::account: return request.principal.account.value;
        case Per::target: return request.params.empty() ? std::string_view{} : request.params.front();
    }
    return {};
}

std::string_view code_of(const Limit& limit) {
    return limit.failure.empty() ? too_many_requests : too_many_attempts;
}

/// Rounded up, so that nobody comes too early.
Text words(Duration wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    if (seconds < std::chrono::minutes{2}) {
        return {fmt::format("{}초", seconds.count()),
                fmt::format("{} second{}", seconds.count(), seconds.count() == 1 ? "" : "s")};
    }
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
    return {fmt::format("{}분", minutes.count()), fmt::format("{} minutes", minutes.count())};
}

Text advice(const Limit& limit, Duration wait) {
    const auto after = words(wait);
    const bool shared = limit.per == Per::client;
    if (!limit.failure.empty() && shared) {
        return {"같은 네트워크에서 여러 번 실패해서 잠시 막혔어요. " + after.ko +
                    " 뒤에 다시 시도하거나 다른 네트워크를 이용해 주세요.",
                "Too many failed attempts from your network. Try again in " + after.en +
                    ", or use another network."};
    }
    if (!limit.failure.empty()) {
        return {"여러 번 실패해서 잠시 막혔어요. " + after.ko + " 뒤에 다시 시도해 주세요.",
                "Too many failed attempts. Try again in " + after.en + "."};
    }
    if (shared) {
        return {
            "같은 네트워크에서 요청이 너무 많이 왔어요. " + after.ko +
                " 뒤에 다시 시도하거나 다른 네트워크를 이용해 주세요.",
            "Too many requests from your network. Try again in " + after.en + ", or use another network."};
    }
    return {"짧은 시간에 요청이 너무 많았어요. " + after.ko + " 뒤에 다시 시도해 주세요.",
            "Too many requests in a short time. Try again in " + after.en + "."};
}

}  // namespace

Admission::Admission(Limiter& limiter, const std::vector<Limit>& limits, const Request& request)
    : limiter_(&limiter) {
    std::vector<Limiter::Share> shares;
    std::vector<const Limit*> taken;
    for (const auto& limit : limits) {
        const auto counted = counted_for(limit.per, request);
        if (counted.empty()) continue;
        taken.push_back(&limit);
        shares.push_back(
            {fmt::format("{}\n{}\n{}", limit.name, static_cast<int>(limit.per), counted), limit.rate});
    }
    const auto [wait, first] = limiter.take(shares);
    if (wait > Duration::zero()) {
        const auto& limit = *taken[first];
        refusal_ = problem({Refusal::too_many, std::string(code_of(limit)), advice(limit, wait), {}, {}},
                           wait, request.language);
        return;
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i]->failure.empty()) held_.push_back({taken[i], std::move(shares[i])});
    }
}

void Admission::settle(const Response& response) const {
    for (const auto& held : held_) {
        if (!is_problem(response, held.limit->failure)) limiter_->give_back(held.share);
    }
}

std::vector<std::string_view> refusals_of(const std::vector<Limit>& limits) {
    std::vector<std::string_view> codes;
    for (const auto& limit : limits) {
        if (std::ranges::find(codes, code_of(limit)) == codes.end()) codes.push_back(code_of(limit));
    }
    std::ranges::sort(codes);
    return codes;
}

}  // namespace dangol::runtime
