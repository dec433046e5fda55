#include "adapters/observe/html.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "adapters/web/html.hpp"

namespace dangol::adapters::observe {
namespace {

using web::escaped;

std::string with_commas(double value) {
    auto digits = fmt::format("{:.0f}", value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (auto at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string_view class_of(Mood mood) {
    switch (mood) {
        case Mood::plain: return "";
        case Mood::good: return " is-good";
        case Mood::bad: return " is-bad";
    }
    return "";
}

}  // namespace

std::string number(double value) {
    if (value == 0 || std::abs(value) >= 100 || value == std::floor(value)) return with_commas(value);
    return std::abs(value) >= 10 ? fmt::format("{:.1f}", value) : fmt::format("{:.2f}", value);
}

std::string time_words(double seconds, Language language) {
    const bool korean = language == Language::ko;
    if (seconds <= 0) return "–";
    if (seconds < 0.0995) return fmt::format("{:.1f} ms", seconds * 1e3);
    if (seconds < 0.9995) return fmt::format("{:.0f} ms", seconds * 1e3);
    if (seconds < 60) return fmt::format(fmt::runtime(korean ? "{:.1f}초" : "{:.1f} s"), seconds);
    const auto whole = static_cast<long>(seconds);
    if (whole < 3600) {
        return fmt::format(fmt::runtime(korean ? "{}분 {}초" : "{} min {} s"), whole / 60, whole % 60);
    }
    if (whole < 86400) {
        return fmt::format(fmt::runtime(korean ? "{}시간 {}분" : "{} h {} min"), whole / 3600,
                           whole / 60 % 60);
    }
    return fmt::format(fmt::runtime(korean ? "{}일 {}시간" : "{} d {} h"), whole / 86400, whole / 3600 % 24);
}

std::string bytes(double value) { return fmt::format("{:.0f} MiB", value / (1024 * 1024)); }

std::string sparkline(const std::vector<double>& values, std::string_view label) {
    constexpr double width = 240;
    constexpr double height = 44;
    constexpr double margin = 2;  // for the line's own thickness
    if (values.size() < 2) return {};
    const auto greatest = std::max(1e-9, *std::ranges::max_element(values));
    const auto step = width / static_cast<double>(values.size() - 1);
    std::string points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        points += fmt::format("{:.1f},{:.1f} ", static_cast<double>(i) * step,
                              height - margin - (height - 2 * margin) * values[i] / greatest);
    }
    return fmt::format(
        R"(<svg class="spark" viewBox="0 0 {0} {1}" preserveAspectRatio="none" role="img" aria-label="{2}">)"
        R"(<polygon points="0,{1} {3}{0},{1}"/><polyline points="{3}"/></svg>)",
        width, height, escaped(label), points);
}

std::string card(std::string_view name, std::string_view figure, std::string_view note,
                 const std::string& line, Mood mood) {
    return fmt::format(
        R"(<div class="card{}"><dt>{}</dt><dd><strong>{}</strong><span>{}</span></dd>{}</div>)",
        class_of(mood), escaped(name), escaped(figure), escaped(note), line);
}

std::string section(const Table& table) {
    auto html = fmt::format(R"(<section><h2>{}</h2>)", escaped(table.title));
    if (table.rows.empty())
        return html + fmt::format("<p class=\"none\">{}</p></section>", escaped(table.empty));
    html += R"(<div class="scroll"><table><thead><tr>)";
    for (const auto& column : table.columns) html += "<th scope=\"col\">" + escaped(column) + "</th>";
    html += "</tr></thead><tbody>";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string_view tag = i == 0 ? "th scope=\"row\"" : "td";
            html += fmt::format("<{}{}>{}</{}>", tag, row[i].wrong ? " class=\"wrong\"" : "",
                                escaped(row[i].text), i == 0 ? "th" : "td");
        }
        html += "</tr>";
    }
    return html + "</tbody></table></div></section>";
}

}  // namespace dangol::adapters::observe
