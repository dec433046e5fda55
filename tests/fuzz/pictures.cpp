// The heads of uploaded pictures, and the names by which pictures are asked for.
#include <unistd.h>
#include <filesystem>
#include <fstream>

#include "adapters/web/picture_store.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

/// A folder with one picture, and something beside it that nobody may get.
class Folder {
  public:
    Folder() {
        std::filesystem::create_directories(path_ / "pictures");
        std::ofstream(path_ / "secret.png") << "a secret";
        std::ofstream(path_ / "pictures/0123456789abcdef.png") << "a picture";
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string pictures() const { return path_ / "pictures"; }

  private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("dangol-fuzz-" + std::to_string(::getpid()));
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dangol;
    namespace web = adapters::web;
    static const Folder folder;
    static const web::PictureStore store(folder.pictures());
    const auto text = fuzz::text_of(data, size);
    const auto kind = web::picture_kind(text);
    fuzz::require(kind.empty() || web::picture_type(kind).starts_with("image/"), "each kind has a type");
    (void)web::picture_size(text);
    const auto found = store.find(text);
    fuzz::require(!found || text == "0123456789abcdef.png", "only pictures are found, by their names");
    return 0;
}
