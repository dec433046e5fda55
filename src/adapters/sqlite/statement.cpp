#include "adapters/sqlite/statement.hpp"

#include <limits>
#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

namespace dangol::adapters {
namespace {

/// Without memory statistics SQLite's allocations need no global lock, so that seven writers and their
/// readers do not wait for each other.
void configure_library() {
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

/// Small allocations that a connection keeps for itself; SQLite's default is 120 KiB for each.
constexpr int lookaside_slot_bytes = 256;
constexpr int lookaside_slots = 64;

int flags_of(SqliteConnection::Mode mode) {
    // A read connection is opened for writing too: it must be able to make the -shm file and to recover a WAL
    // that a crashed process left. `query_only` keeps it from writing.
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == SqliteConnection::Mode::create) flags |= SQLITE_OPEN_CREATE;
    return flags;
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Mode mode) : path_(path) {
    configure_library();
    if (const int code = sqlite3_open_v2(path.c_str(), &handle_, flags_of(mode), nullptr);
        code != SQLITE_OK) {
        const SqliteError error(code, fmt::format("{}: cannot be opened: {}", path, sqlite3_errstr(code)));
        sqlite3_close_v2(handle_);
        throw error;
    }
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_LOOKASIDE, nullptr, lookaside_slot_bytes, lookaside_slots);
}

SqliteConnection::~SqliteConnection() { sqlite3_close_v2(handle_); }

void SqliteConnection::execute(const char* sql) {
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code, sql);
}

std::int64_t SqliteConnection::integer(const char* sql) {
    Statement statement(*this, sql);
    auto rows = statement.query();
    return rows.next() ? rows.integer(0) : 0;
}

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::int64_t SqliteConnection::last_rowid() const { return sqlite3_last_insert_rowid(handle_); }

void SqliteConnection::fail(int code, std::string_view doing) const {
    constexpr std::size_t shown = 80;
    throw SqliteError(code, fmt::format("{}: {} (SQLite {}): {}", path_, sqlite3_errmsg(handle_), code,
                                        doing.substr(0, shown)));
}

Rows::~Rows() { sqlite3_reset(statement_); }

bool Rows::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(code, sqlite3_sql(statement_));
    return false;
}

std::string Rows::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string{} : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_, column); }

bool Rows::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      sql_(std::move(other.sql_)),
      statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::prepare() {
    if (statement_ != nullptr) return;
    const int code = sqlite3_prepare_v3(connection_.handle(), sql_.c_str(), static_cast<int>(sql_.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) connection_.fail(code, sql_);
}

void Statement::bind(int index, std::string_view text) {
    // An empty view may have a null pointer, which SQLite would bind as NULL.
    const char* bytes = text.empty() ? "" : text.data();
    const int code = sqlite3_bind_text64(statement_, index, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) connection_.fail(code, sql_);
}

void Statement::bind(int index, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(statement_, index, value); code != SQLITE_OK) {
        connection_.fail(code, sql_);
    }
}

void Statement::bind(int index, std::uint64_t value) {
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    bind(index, std::cmp_greater(value, largest) ? largest : static_cast<std::int64_t>(value));
}

int Statement::run_bound() {
    int code = sqlite3_step(statement_);
    while (code == SQLITE_ROW) code = sqlite3_step(statement_);
    if (code != SQLITE_DONE) {
        // The message must be taken before the reset.
        try {
            connection_.fail(code, sql_);
        } catch (...) {
            sqlite3_reset(statement_);
            throw;
        }
    }
    sqlite3_reset(statement_);
    return sqlite3_changes(connection_.handle());
}

}  // namespace dangol::adapters
