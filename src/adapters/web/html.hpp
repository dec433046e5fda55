#pragma once

#include <string>
#include <string_view>

namespace dangol::adapters::web {

/// Somebody's words as they may stand in HTML, between tags or in a quoted attribute.
[[nodiscard]] inline std::string escaped(std::string_view words) {
    std::string html;
    html.reserve(words.size());
    for (const char c : words) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            default: html += c;
        }
    }
    return html;
}

/// JSON as it may stand in a <script>: nothing in it can end the script.
[[nodiscard]] inline std::string json_in_script(std::string_view json) {
    std::string safe;
    safe.reserve(json.size());
    for (const char c : json) {
        if (c == '<') {
            safe += "\\u003c";
        } else {
            safe += c;
        }
    }
    return safe;
}

}  // namespace dangol::adapters::web
