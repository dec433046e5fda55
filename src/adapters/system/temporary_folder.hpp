#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace dangol::adapters {

/// A fresh folder that goes away with this object.
class TemporaryFolder {
  public:
    /// Throws std::runtime_error.
    explicit TemporaryFolder(const std::filesystem::path& parent = std::filesystem::temp_directory_path()) {
        auto pattern = (parent / "dangol-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw std::runtime_error("cannot make a folder in " + parent.string());
        path_ = std::move(pattern);
    }
    ~TemporaryFolder() {
        std::error_code ignored;  // what is left there is in nobody's way
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace dangol::adapters
