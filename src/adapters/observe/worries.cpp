#include "adapters/observe/worries.hpp"

#include <fmt/format.h>

#include "adapters/observe/html.hpp"
#include "adapters/observe/thresholds.hpp"

namespace dangol::adapters::observe {
namespace {

/// The same words with a figure in both.
template <class... Figures>
Text words(fmt::format_string<const Figures&...> ko, fmt::format_string<const Figures&...> en,
           const Figures&... figures) {
    return {fmt::format(ko, figures...), fmt::format(en, figures...)};
}

/// One worry for each label whose figure is above `limit`.
template <class Say>
void above(std::vector<Worry>& found, const Moment& now, std::string_view figure, double limit,
           std::string_view alert, Say say) {
    for (const auto& [label, value] : now.figures(figure)) {
        if (value > limit) found.push_back({std::string(alert), say(label, value)});
    }
}

void about_requests(std::vector<Worry>& found, const History& history) {
    const auto& now = history.now().all();
    const auto& before = history.minute_ago().all();
    const auto times = now.times.since(before.times);
    if (times.count < 1) return;
    if (const auto share = (now.failed - before.failed) / times.count; share > alerts::DangolHighErrorRate) {
        found.push_back({"DangolHighErrorRate", words("요청의 {}%가 5xx로 끝나요",
                                                      "{}% of requests end in 5xx", number(share * 100))});
    }
    if (const auto slow = times.quantile(1 - alerts::DangolSlowRequests); slow > alerts::slow_seconds) {
        found.push_back(
            {"DangolSlowRequests", words("요청 100개 중 하나는 {}초 넘게 걸려요",
                                         "One request in a hundred takes over {} s", number(slow))});
    }
}

}  // namespace

std::vector<Worry> worries(const History& history) {
    std::vector<Worry> found;
    const auto& now = history.now();
    above(found, now, "dangol_money_invariant_violations", alerts::DangolMoneyWrong, "DangolMoneyWrong",
          [](const std::string& rule, double orders) {
              return words("주문 {}건의 금액이 맞지 않아요 ({})", "The money of {} orders is wrong ({})",
                           number(orders), rule);
          });
    above(found, now, "dangol_stuck_sagas", alerts::DangolSagasStuck, "DangolSagasStuck",
          [](const std::string& stage, double orders) {
              return words("주문 {}건이 {} 단계에 멈춰 있어요", "{} orders are stuck in {}", number(orders),
                           stage);
          });
    if (now.figure("dangol_circuit_breaker_state", "payment open") > alerts::DangolBreakerOpen) {
        found.push_back(
            {"DangolBreakerOpen", {"결제 호출이 차단되어 있어요", "Calls to payment are cut off"}});
    }
    above(found, now, "dangol_dead_letters", alerts::DangolDeadLetters, "DangolDeadLetters",
          [](const std::string& context, double events) {
              return words("{}가 처리하지 못한 이벤트 {}건", "{} could not handle {} events", context,
                           number(events));
          });
    above(found, now, "dangol_outbox_oldest_age_seconds", alerts::DangolOutboxStuck, "DangolOutboxStuck",
          [](const std::string& context, double seconds) {
              return words("{}의 이벤트가 {}초째 나가지 못해요", "Events of {} have waited for {} s", context,
                           number(seconds));
          });
    above(found, now, "dangol_consumer_lag_events", alerts::DangolConsumerLag, "DangolConsumerLag",
          [](const std::string& context, double events) {
              return words("{}가 이벤트 {}건 뒤처져 있어요", "{} is {} events behind", context,
                           number(events));
          });
    above(found, now, "dangol_queued_commands", alerts::DangolCommandsPileUp, "DangolCommandsPileUp",
          [](const std::string& context, double commands) {
              return words("{} 앞에 명령 {}개가 밀려 있어요", "{} has {} commands waiting", context,
                           number(commands));
          });
    const auto shed = [](const Moment& at) {
        return at.sum("dangol_shed_commands_total") + at.sum("dangol_shed_queries_total");
    };
    const auto& before = history.minute_ago();
    const auto refused = shed(now) - shed(before);
    if (refused > alerts::DangolLoadShed * History::seconds_between(before, now)) {
        found.push_back({"DangolLoadShed",
                         words("과부하로 최근 1분 동안 요청 {}건을 거절했어요",
                               "Overload: {} requests were refused in the last minute", number(refused))});
    }
    const auto failed = now.sum("dangol_failed_commits_total") - before.sum("dangol_failed_commits_total");
    if (failed > alerts::DangolCommitsFail) {
        found.push_back({"DangolCommitsFail", {"저장이 실패하고 있어요", "Commits fail"}});
    }
    about_requests(found, history);
    return found;
}

}  // namespace dangol::adapters::observe
