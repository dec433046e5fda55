#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

/// For the tests of this folder.
namespace dangol::adapters::web {

struct PackedFile {
    std::string path;
    std::string content_type;
    std::string encoding;
    std::string bytes;
};

/// A pack of a few files, as web/scripts/pack makes it of many.
[[nodiscard]] inline std::string packed(const std::vector<PackedFile>& files) {
    std::string list;
    std::string bytes;
    for (const auto& file : files) {
        list += fmt::format("{}\t{}\t{}\t{}\t{}\tetag{}\n", file.path, file.content_type, file.encoding,
                            bytes.size(), file.bytes.size(), file.path.size());
        bytes += file.bytes;
    }
    list += '\n';
    return fmt::format("dangol-web 1 {}\n{}{}", list.size(), list, bytes);
}

}  // namespace dangol::adapters::web
