#pragma once

#include <cstddef>
#include <string>

namespace dangol::simulation {

/// A file without a name, in memory: what the sandbox provider writes survives its program there.
class Books {
  public:
    /// Throws std::runtime_error if there is no such file to be had.
    Books();
    ~Books();
    Books(const Books&) = delete;
    Books& operator=(const Books&) = delete;

    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::size_t size() const;
    /// Only the first `size` bytes have reached the disk.
    void cut(std::size_t size);
    void append(char character);

  private:
    int file_;
};

}  // namespace dangol::simulation
