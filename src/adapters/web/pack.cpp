// Reads the list in front of a pack.
#include "adapters/web/pack.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

#include "core/ids.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters::web {
namespace {

[[noreturn]] void broken(const std::string& why) {
    throw std::runtime_error("the pack of the web apps is broken: " + why + ". Run script/build again.");
}

std::string_view cut(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return part;
}

std::size_t number_in(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        broken(fmt::format("'{}' is not a number", text));
    }
    return number;
}

bool is_path(std::string_view path) {
    if (!path.starts_with('/')) return false;
    const auto slash = path.rfind('/');
    if (!runtime::is_file_name(path.substr(slash + 1))) return false;
    for (auto folders = path.substr(0, slash); !folders.empty();
         folders = folders.substr(0, folders.rfind('/'))) {
        if (!is_id(folders.substr(folders.rfind('/') + 1))) return false;
    }
    return true;
}

Representation representation_in(std::string_view line, std::string_view bytes, std::string_view& path) {
    const auto whole = line;
    std::array<std::string_view, 6> fields;
    for (auto& field : fields) field = cut(line, '\t');
    path = fields[0];
    const auto offset = number_in(fields[3]);
    const auto length = number_in(fields[4]);
    const bool known = fields[2] == "identity" || fields[2] == "gzip" || fields[2] == "br";
    if (!line.empty() || !is_path(path) || fields[1].empty() || !known || !is_id(fields[5])) {
        broken(fmt::format("the line '{}'", whole));
    }
    if (offset > bytes.size() || length > bytes.size() - offset) {
        broken(fmt::format("{} lies beyond its end", path));
    }
    return {fields[1], fields[2], fields[5], bytes.substr(offset, length)};
}

}  // namespace

Pack::Pack(std::string_view bytes) {
    if (bytes.empty()) return;
    constexpr std::string_view opening = "dangol-web 1 ";
    const auto first_line = cut(bytes, '\n');
    if (!first_line.starts_with(opening)) broken("it does not begin with '" + std::string(opening) + "'");
    const auto list_bytes = number_in(first_line.substr(opening.size()));
    auto list = bytes.substr(0, list_bytes);
    if (list.size() != list_bytes || !list.ends_with("\n\n")) {
        broken(fmt::format("its list has not {} bytes with a blank line at the end", list_bytes));
    }
    list.remove_suffix(1);
    while (!list.empty()) {
        std::string_view path;
        const auto representation = representation_in(cut(list, '\n'), bytes.substr(list_bytes), path);
        files_[path].push_back(representation);
    }
    for (const auto& [path, representations] : files_) {
        bool identity = false;
        for (const auto& one : representations) identity |= one.encoding == "identity";
        if (!identity) broken(fmt::format("{} has no identity representation", path));
    }
}

const std::vector<Representation>& Pack::find(std::string_view path) const {
    static const std::vector<Representation> none;
    const auto found = files_.find(path);
    return found == files_.end() ? none : found->second;
}

std::string_view Pack::page_template(std::string_view name) const {
    for (const auto& one : find(fmt::format("/pages/{}.json", name))) {
        if (one.encoding == "identity") return one.bytes;
    }
    return {};
}

std::vector<std::string_view> Pack::paths() const {
    std::vector<std::string_view> paths;
    for (const auto& [path, representations] : files_) paths.push_back(path);
    return paths;
}

}  // namespace dangol::adapters::web
