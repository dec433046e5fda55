#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/time.hpp"
#include "runtime/store.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace dangol::adapters {

/// What SQLite answered instead of doing as it was told.
class SqliteError : public runtime::StoreBroken {
  public:
    SqliteError(int code, std::string message) : StoreBroken(std::move(message)), code_(code) {}
    [[nodiscard]] int code() const { return code_; }                 ///< extended: SQLITE_IOERR_FSYNC
    [[nodiscard]] int primary_code() const { return code_ & 0xff; }  ///< SQLITE_IOERR

  private:
    int code_;
};

/// One connection to one database file. Used by one thread at a time. Everything throws SqliteError.
class SqliteConnection {
  public:
    enum class Mode {
        create,  ///< reads and writes; the file is made if there is none
        write,   ///< reads and writes
        read,    ///< writes are refused
    };
    SqliteConnection(const std::string& path, Mode mode);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    /// Runs one or more statements that give no rows worth reading.
    void execute(const char* sql);
    [[nodiscard]] std::int64_t integer(const char* sql);
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] std::int64_t last_rowid() const;
    [[nodiscard]] sqlite3* handle() const { return handle_; }
    [[noreturn]] void fail(int code, std::string_view doing) const;

  private:
    sqlite3* handle_ = nullptr;
    std::string path_;
};

/// The running query of a statement; ending it frees the read lock at once. The bound texts must outlive it.
class Rows {
  public:
    explicit Rows(sqlite3_stmt* statement, const SqliteConnection& connection)
        : statement_(statement), connection_(connection) {}
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    [[nodiscard]] bool next();
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t count(int column) const {
        return static_cast<std::uint64_t>(integer(column));
    }
    [[nodiscard]] int small(int column) const { return static_cast<int>(integer(column)); }
    [[nodiscard]] Timestamp time(int column) const { return Timestamp{Duration{integer(column)}}; }
    [[nodiscard]] bool is_null(int column) const;

  private:
    sqlite3_stmt* statement_;
    const SqliteConnection& connection_;
};

/// A statement that is compiled at its first use and kept for the connection's life. Texts are bound without
/// a copy.
class Statement {
  public:
    Statement(SqliteConnection& connection, std::string sql)
        : connection_(connection), sql_(std::move(sql)) {}
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Runs it to the end and gives the number of rows that it changed.
    template <class... Values>
    int run(const Values&... values) {
        bind_all(values...);
        return run_bound();
    }

    template <class... Values>
    [[nodiscard]] Rows query(const Values&... values) {
        bind_all(values...);
        return Rows(statement_, connection_);
    }

  private:
    template <class... Values>
    void bind_all(const Values&... values) {
        prepare();
        int index = 0;
        (bind(++index, values), ...);
    }
    void bind(int index, std::string_view text);
    void bind(int index, std::int64_t value);
    void bind(int index, Timestamp time) { bind(index, std::int64_t{time.time_since_epoch().count()}); }
    /// A uint64 beyond what SQLite holds can only be a bound: it becomes the largest integer there is.
    void bind(int index, std::uint64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, bool value) { bind(index, std::int64_t{value ? 1 : 0}); }
    void prepare();
    int run_bound();

    SqliteConnection& connection_;
    std::string sql_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace dangol::adapters
