// The figures of /metrics as somebody reads them who has no Grafana.
#include "adapters/observe/page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "adapters/observe/html.hpp"
#include "adapters/observe/worries.hpp"
#include "adapters/web/html.hpp"

namespace dangol::adapters::observe {
namespace {

using web::escaped;

constexpr std::size_t routes_shown = 15;
constexpr auto stages = "dangol_order_stage_seconds";

/// What the parts of the page share.
struct Shown {
    const History& history;
    const Moment& now;
    const Moment& before;  ///< a minute ago
    Language language;
    double seconds;  ///< between the two

    [[nodiscard]] std::string say(std::string_view ko, std::string_view en) const {
        return std::string(language == Language::ko ? ko : en);
    }
    [[nodiscard]] std::string time(double value) const { return time_words(value, language); }
};

double stage_count(const Moment& moment, const std::string& stage) {
    const auto& all = moment.times(stages);
    const auto found = all.find(stage);
    return found == all.end() ? 0 : found->second.count;
}

std::string cards(const Shown& shown) {
    const auto& [history, now, before, language, seconds] = shown;
    const auto recent = now.all().times.since(before.all().times);
    const auto failed = now.all().failed - before.all().failed;
    const auto share = recent.count > 0 ? failed / recent.count * 100 : 0;
    const auto rates = history.series([](const Moment& a, const Moment& b, double s) {
        return b.all().times.since(a.all().times).count / s;
    });
    const auto failures = history.series(
        [](const Moment& a, const Moment& b, double s) { return (b.all().failed - a.all().failed) / s; });
    const auto slow = history.series([](const Moment& a, const Moment& b, double) {
        return b.all().times.since(a.all().times).quantile(0.95);
    });
    const auto orders = history.series([](const Moment& a, const Moment& b, double s) {
        return (stage_count(b, "placed") - stage_count(a, "placed")) / s * 60;
    });
    const auto last = [&](std::string_view ko, std::string_view en) {
        return shown.say(ko, en) + shown.say(", 지난 10분", ", the last 10 minutes");
    };
    const auto placed = stage_count(now, "placed") - stage_count(before, "placed");
    std::string html = R"(<dl class="cards">)";
    html += card(shown.say("주문", "Orders"), number(placed / seconds * 60), shown.say("1분에", "a minute"),
                 sparkline(orders, last("주문", "Orders")));
    html += card(shown.say("요청", "Requests"), number(recent.count / seconds),
                 shown.say("1초에", "a second"), sparkline(rates, last("요청", "Requests")));
    html += card(shown.say("실패", "Errors"), number(share) + "%",
                 shown.say("5xx로 끝난 요청", "requests that end in 5xx"),
                 sparkline(failures, last("실패", "Errors")), share > 2 ? Mood::bad : Mood::plain);
    html += card(shown.say("응답 시간", "Response time"), shown.time(recent.quantile(0.95)),
                 shown.say("요청의 95%가 이 안에", "95 of 100 within"),
                 sparkline(slow, last("응답 시간", "Response time")));
    html += card(shown.say("진행 중인 주문", "Open orders"), number(now.figure("dangol_open_sagas")),
                 shown.say("가장 오래된 것 ", "the oldest ") +
                     shown.time(now.figure("dangol_oldest_open_saga_seconds")));
    html += card(shown.say("열린 화면", "Open screens"), number(now.figure("dangol_open_streams")),
                 shown.say("실시간 연결", "live connections"));
    return html + "</dl>";
}

std::string worry_list(const Shown& shown) {
    const auto found = worries(shown.history);
    if (found.empty()) {
        return fmt::format(R"(<p class="all-well">{}</p>)", shown.say("문제가 없어요.", "All is well."));
    }
    std::string html = R"(<ul class="worries">)";
    for (const auto& worry : found) {
        html += fmt::format("<li>{} <span>{}</span></li>", escaped(worry.words.in(shown.language)),
                            escaped(worry.alert));
    }
    return html + "</ul>";
}

std::string contexts(const Shown& shown) {
    Table table{
        shown.say("컨텍스트", "Contexts"),
        {shown.say("이름", "Name"), shown.say("이벤트/초", "Events/s"), shown.say("대기 명령", "Waiting"),
         shown.say("뒤처짐", "Lag"), shown.say("발행 대기", "Outbox"), shown.say("가장 오래된 것", "Oldest"),
         shown.say("처리 실패", "Dead letters"), shown.say("외부 호출", "Outside")},
        {},
        shown.say("이 프로세스에는 컨텍스트가 없어요.", "No context runs in this process.")};
    for (const auto& [name, events] : shown.now.figures("dangol_events_total")) {
        const auto figure = [&](std::string_view of) { return shown.now.figure(of, name); };
        const auto age = figure("dangol_outbox_oldest_age_seconds");
        table.rows.push_back(
            {{name},
             {number((events - shown.before.figure("dangol_events_total", name)) / shown.seconds)},
             {number(figure("dangol_queued_commands"))},
             {number(figure("dangol_consumer_lag_events")), figure("dangol_consumer_lag_events") > 1000},
             {number(figure("dangol_outbox_pending_events"))},
             {shown.time(age), age > 30},
             {number(figure("dangol_dead_letters")), figure("dangol_dead_letters") > 0},
             {number(figure("dangol_effects_in_flight"))}});
    }
    return section(table);
}

std::string routes(const Shown& shown) {
    Table table{shown.say("요청별, 지난 1분", "Requests by route, the last minute"),
                {shown.say("요청", "Route"), shown.say("1분에", "A minute"), shown.say("실패", "Errors"),
                 shown.say("절반은", "Half within"), shown.say("95%는", "95% within")},
                {},
                shown.say("지난 1분 동안 요청이 없었어요.", "No requests in the last minute.")};
    struct Line {
        std::string route;
        Times times;
        double failed = 0;
    };
    std::vector<Line> lines;
    for (const auto& [route, requests] : shown.now.routes()) {
        const auto found = shown.before.routes().find(route);
        const auto earlier = found == shown.before.routes().end() ? Requests{} : found->second;
        Line line{route, requests.times.since(earlier.times), requests.failed - earlier.failed};
        if (line.times.count > 0) lines.push_back(std::move(line));
    }
    std::ranges::sort(lines, std::greater{}, [](const Line& line) { return line.times.count; });
    for (const auto& line : lines) {
        if (table.rows.size() == routes_shown) break;
        table.rows.push_back({{line.route},
                              {number(line.times.count / shown.seconds * 60)},
                              {number(line.failed), line.failed > 0},
                              {shown.time(line.times.quantile(0.5))},
                              {shown.time(line.times.quantile(0.95))}});
    }
    return section(table);
}

std::string sagas(const Shown& shown) {
    static const std::vector<std::pair<std::string, Text>> steps{
        {"requested", {"주문됨", "Asked for"}},        {"paid", {"결제됨", "Paid"}},
        {"placed", {"매장에 전달됨", "Placed"}},       {"accepted", {"접수됨", "Accepted"}},
        {"making", {"제조 시작", "Making"}},           {"ready", {"준비 완료", "Ready"}},
        {"handed_over", {"전달 완료", "Handed over"}}, {"picked_up", {"라이더 픽업", "Picked up"}},
        {"delivered", {"배달 완료", "Delivered"}},     {"refunded", {"환불됨", "Refunded"}}};
    Table table{shown.say("주문 단계", "An order's steps"),
                {shown.say("단계", "Step"), shown.say("주문", "Orders"), shown.say("절반은", "Half within"),
                 shown.say("95%는", "95% within")},
                {},
                shown.say("아직 주문이 없어요.", "No orders yet.")};
    for (const auto& [name, words] : steps) {
        const auto& all = shown.now.times(stages);
        const auto found = all.find(name);
        if (found == all.end() || found->second.count == 0) continue;
        table.rows.push_back({{words.in(shown.language)},
                              {number(found->second.count)},
                              {shown.time(found->second.quantile(0.5))},
                              {shown.time(found->second.quantile(0.95))}});
    }
    return section(table);
}

std::string outcomes(const Shown& shown) {
    static const std::vector<std::pair<std::string, Text>> ends{
        {"completed", {"완료", "Completed"}},
        {"unclaimed", {"미수령", "Not collected"}},
        {"undelivered", {"배달 실패", "Not delivered"}},
        {"canceled", {"취소", "Cancelled"}},
        {"rejected", {"매장 거절", "Rejected by the café"}},
        {"unanswered", {"매장 응답 없음", "Unanswered by the café"}},
        {"make_aborted", {"제조 중단", "Given up by the café"}},
        {"no_rider", {"라이더 없음", "No rider"}},
        {"payment_failed", {"결제 실패", "Payment failed"}},
        {"expired", {"결제 시간 초과", "Not paid in time"}}};
    Table table{
        shown.say("끝난 주문", "How orders ended"),
        {shown.say("결과", "Outcome"), shown.say("주문", "Orders"), shown.say("절반은", "Half within")},
        {},
        shown.say("아직 끝난 주문이 없어요.", "No order has ended yet.")};
    const auto& all = shown.now.times("dangol_saga_duration_seconds");
    for (const auto& [name, words] : ends) {
        const auto found = all.find(name);
        if (found == all.end() || found->second.count == 0) continue;
        table.rows.push_back({{words.in(shown.language)},
                              {number(found->second.count)},
                              {shown.time(found->second.quantile(0.5))}});
    }
    return section(table);
}

std::string money(const Shown& shown) {
    const auto& now = shown.now;
    const auto moved = [&](std::string_view what) {
        return number(now.figure(fmt::format("dangol_money_{}_minor_units_total", what), "KRW"));
    };
    const auto wrong = now.sum("dangol_money_invariant_violations");
    return section(
        {shown.say("금액", "Money"),
         {shown.say("시작한 뒤로", "Since the start"), shown.say("원", "KRW")},
         {{{shown.say("결제", "Captured")}, {moved("captured")}},
          {{shown.say("환불", "Refunded")}, {moved("refunded")}},
          {{shown.say("매장·라이더 정산", "Settled to cafés and riders")}, {moved("settled")}},
          {{shown.say("다시 확인한 주문", "Orders looked at again")},
           {number(now.sum("dangol_money_audits_total"))}},
          {{shown.say("맞지 않는 주문", "Orders that are wrong"), wrong > 0}, {number(wrong), wrong > 0}}},
         {}});
}

std::string process(const Shown& shown) {
    const auto& now = shown.now;
    const auto cpu =
        (now.figure("process_cpu_seconds_total") - shown.before.figure("process_cpu_seconds_total")) /
        shown.seconds * 100;
    Table table{shown.say("프로세스", "Process"),
                {shown.say("항목", "What"), shown.say("지금", "Now")},
                {{{"CPU"}, {number(cpu) + "%"}},
                 {{shown.say("메모리", "Memory")}, {bytes(now.figure("process_resident_memory_bytes"))}},
                 {{shown.say("열린 파일", "Open files")}, {number(now.figure("process_open_fds"))}},
                 {{shown.say("연결", "Connections")}, {number(now.figure("dangol_http_connections"))}},
                 {{shown.say("처리 중인 요청", "Requests in flight")},
                  {number(now.figure("dangol_http_requests_in_flight"))}}},
                {}};
    for (const auto& [state, is] : now.figures("dangol_circuit_breaker_state")) {
        if (is > 0)
            table.rows.push_back(
                {{shown.say("차단기", "Circuit breaker")}, {state, !state.ends_with("closed")}});
    }
    return section(table);
}

std::string head(const Shown& shown, const About& about) {
    const bool korean = shown.language == Language::ko;
    return fmt::format(
        R"(<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title>)"
        R"(<meta name="viewport" content="width=device-width, initial-scale=1">)"
        R"(<meta name="robots" content="noindex"><meta http-equiv="refresh" content="5">)"
        R"(<link rel="stylesheet" href="/observe/tokens.css"><link rel="stylesheet" href="/observe/style.css">)"
        R"(</head><body><header><h1>{}</h1><p>{} · {} {} · {} {}</p><nav><a href="/observe?lang=ko"{}>한국어</a>)"
        R"(<a href="/observe?lang=en"{}>English</a></nav></header><main>)",
        korean ? "ko" : "en", shown.say("단골 – 지금", "Dangol – now"), shown.say("단골 지금", "Dangol now"),
        escaped(about.process), shown.say("버전", "version"), escaped(about.version),
        shown.say("켜진 지", "up for"), shown.time(std::chrono::duration<double>(about.up).count()),
        korean ? R"( aria-current="true")" : "", korean ? "" : R"( aria-current="true")");
}

}  // namespace

std::string page(const History& history, const About& about, Language language) {
    const auto& before = history.minute_ago();
    const Shown shown{history, history.now(), before, language,
                      History::seconds_between(before, history.now())};
    return head(shown, about) + worry_list(shown) + cards(shown) + R"(<div class="columns">)" + sagas(shown) +
           outcomes(shown) + money(shown) + process(shown) + "</div>" + contexts(shown) + routes(shown) +
           fmt::format(
               "<footer>{}</footer></main></body></html>",
               shown.say("5초마다 새로 고쳐요. 같은 숫자가 <a href=\"/metrics\">/metrics</a>에 있어요.",
                         "Drawn anew every 5 seconds. The same figures are at <a "
                         "href=\"/metrics\">/metrics</a>."));
}

}  // namespace dangol::adapters::observe
