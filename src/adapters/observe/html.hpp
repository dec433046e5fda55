#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"

/// The few shapes that the page is made of. All of it is safe to stand in a page; no style or script within.
namespace dangol::adapters::observe {

/// "12,345", "0.42", "1.2k" … with as many digits as are worth reading.
[[nodiscard]] std::string number(double value);
/// "850 ms", "1.2 s", "3분 5초" / "3 min 5 s".
[[nodiscard]] std::string time_words(double seconds, Language language);
[[nodiscard]] std::string bytes(double value);

/// A line of values, the newest on the right, on a ground from 0 to the greatest. `label` is for those who do
/// not see it.
[[nodiscard]] std::string sparkline(const std::vector<double>& values, std::string_view label);

enum class Mood { plain, good, bad };
/// A figure in large, with its name, a line below and a sparkline.
[[nodiscard]] std::string card(std::string_view name, std::string_view figure, std::string_view note,
                               const std::string& line = {}, Mood mood = Mood::plain);

/// Rows of cells; the first column is a heading, the others figures. What is wrong is marked.
struct Cell {
    std::string text;  ///< plain words
    bool wrong = false;
};
struct Table {
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
    std::string empty;  ///< said instead of no rows
};
[[nodiscard]] std::string section(const Table& table);

}  // namespace dangol::adapters::observe
