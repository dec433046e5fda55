#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dangol::adapters::web {

/// "png", "jpg" or "webp", as the first bytes say; empty for everything else.
[[nodiscard]] std::string_view picture_kind(std::string_view bytes);
struct PictureSize {
    std::uint32_t width = 0;  ///< pixels
    std::uint32_t height = 0;
};
/// As the header of the picture says; nothing if it has none that is whole.
[[nodiscard]] std::optional<PictureSize> picture_size(std::string_view bytes);
/// "image/jpeg" for "jpg" …
[[nodiscard]] std::string_view picture_type(std::string_view kind);

/// Pictures that the cafés have uploaded, one file each, named after its content: the same picture is kept
/// once, and a name never comes to mean another picture. The folder of a café, "of/<id>", has an empty file
/// for each picture that it has uploaded. Any number of processes may share the folder. All functions block,
/// and throw std::runtime_error when the disk fails.
class PictureStore {
  public:
    static constexpr std::size_t pictures_of_a_cafe_max = 1000;

    explicit PictureStore(std::string folder, std::size_t of_a_cafe_max = pictures_of_a_cafe_max)
        : folder_(std::move(folder)), of_a_cafe_max_(of_a_cafe_max) {}

    /// `bytes` have a picture_kind. Durable when it returns; gives the name, "1f2e3d4c5b6a7988.webp". Nothing
    /// if the café, an id, has uploaded as many others as it may.
    [[nodiscard]] std::optional<std::string> keep(const std::string& cafe, std::string_view bytes) const;
    /// Nothing for a name that this store has not given.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

  private:
    std::string folder_;
    std::size_t of_a_cafe_max_;
};

}  // namespace dangol::adapters::web
