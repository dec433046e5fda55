#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace dangol::adapters {

/// A file of lines that are only ever appended, each by one write(): what was appended survives the end of
/// this process at any instant. Not synced to disk. One thread at a time.
class SandboxJournal {
  public:
    /// Opens or creates the file and calls `replay` with each whole line in it; a torn last line is cut off.
    /// Throws std::runtime_error when the file cannot be opened or read.
    SandboxJournal(const std::string& path, const std::function<void(std::string_view)>& replay);
    ~SandboxJournal();
    SandboxJournal(const SandboxJournal&) = delete;
    SandboxJournal& operator=(const SandboxJournal&) = delete;

    /// `line` without its end. Throws std::runtime_error when it cannot be written; then nothing of it is in
    /// the file.
    void append(std::string line);

  private:
    void cut();

    std::string path_;
    int file_ = -1;
    std::size_t size_ = 0;  ///< of the whole lines
    bool torn_ = false;     ///< there is a part of a line behind them
};

}  // namespace dangol::adapters
