#pragma once

#include <string>

namespace dangol::adapters {

/// The right to write one store: held by one process at a time, and given back by the kernel when that
/// process ends, however it ends. It locks a file of its own, because closing a descriptor of the database
/// would drop SQLite's locks.
class WriterLock {
  public:
    /// Throws StoreBroken if another process (or another store of this one) has it.
    explicit WriterLock(const std::string& store_path);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    int file_ = -1;
};

}  // namespace dangol::adapters
