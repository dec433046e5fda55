#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dangol::adapters::web {

/// "png", "jpg" or "webp", as the first bytes say; empty for everything else.
[[nodiscard]] std::string_view picture_kind(std::string_view bytes);
/// "image/jpeg" for "jpg" …
[[nodiscard]] std::string_view picture_type(std::string_view kind);

/// Pictures that the cafés have uploaded, one file each, named after its content: the same picture is kept
/// once, and a name never comes to mean another picture. Any number of processes may share the folder. All
/// functions block, and throw std::runtime_error when the disk fails.
class PictureStore {
  public:
    explicit PictureStore(std::string folder) : folder_(std::move(folder)) {}

    /// `bytes` have a picture_kind. Durable when it returns; gives the name, "1f2e3d4c5b6a7988.webp".
    [[nodiscard]] std::string keep(std::string_view bytes) const;
    /// Nothing for a name that this store has not given.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

  private:
    std::string folder_;
};

}  // namespace dangol::adapters::web
