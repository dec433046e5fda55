#include "adapters/sqlite/sqlite_store.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <utility>

#include "adapters/sqlite/change_writer.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/sqlite_reader.hpp"
#include "adapters/sqlite/writer_lock.hpp"
#include "runtime/reading_store.hpp"

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

/// A connection that is set up. A base, so that it is there before the statements and after them.
struct Opened {
    Opened(const std::string& path, SqliteConnection::Mode mode) : connection(path, mode) {
        prepare_connection(connection, mode, path);
    }
    SqliteConnection connection;
};

/// A reader with a connection of its own.
class OwnReader final : private Opened, public SqliteReader {
  public:
    explicit OwnReader(const SqliteOptions& options)
        : Opened(options.path, SqliteConnection::Mode::read), SqliteReader(connection, options.context) {}
};

/// These leave the file as it was and may pass: a full disk, a device error, another process that holds the
/// lock too long. Any other error means that the database itself is not what it should be.
bool may_pass(const SqliteError& error) {
    switch (error.primary_code()) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_BUSY:
        case SQLITE_NOMEM:
        case SQLITE_READONLY: return true;
        default: return false;
    }
}

class SqliteStore final : public ReadingStore {
  public:
    explicit SqliteStore(SqliteOptions options)
        : options_(std::move(options)),
          lock_(options_.path),
          opened_(made_if_missing(options_.path), SqliteConnection::Mode::write),
          reader_(opened_.connection, options_.context),
          writer_(opened_.connection),
          begin_(opened_.connection, "BEGIN IMMEDIATE"),
          commit_(opened_.connection, "COMMIT"),
          rollback_(opened_.connection, "ROLLBACK"),
          due_deadlines_(
              opened_.connection,
              "SELECT key, due, kind, data FROM deadlines WHERE due <= ?1 ORDER BY due, key LIMIT ?2"),
          next_deadline_(opened_.connection, "SELECT due FROM deadlines ORDER BY due LIMIT 1"),
          due_effects_(opened_.connection,
                       "SELECT id, kind, subject, attempt, due, data FROM effects WHERE due <= ?1 "
                       "ORDER BY due, id LIMIT ?2"),
          next_effect_(opened_.connection, "SELECT due FROM effects ORDER BY due LIMIT 1") {}

    std::unique_ptr<Reader> reader() override { return std::make_unique<OwnReader>(options_); }

    std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) override {
        auto rows = due_deadlines_.query(now, std::uint64_t{limit});
        std::vector<Deadline> due;
        while (rows.next()) due.push_back({rows.text(0), rows.time(1), rows.text(2), rows.text(3)});
        return due;
    }
    std::optional<Timestamp> next_deadline() override { return earliest(next_deadline_); }

    std::vector<Effect> due_effects(Timestamp now, std::size_t limit) override {
        auto rows = due_effects_.query(now, std::uint64_t{limit});
        std::vector<Effect> due;
        while (rows.next()) {
            due.push_back({.id = rows.text(0),
                           .kind = rows.text(1),
                           .subject = rows.text(2),
                           .attempt = rows.small(3),
                           .due = rows.time(4),
                           .data = rows.text(5)});
        }
        return due;
    }
    std::optional<Timestamp> next_effect() override { return earliest(next_effect_); }

    std::expected<void, CommitError> commit(Changes& changes) override {
        if (changes.empty()) return {};
        try {
            begin_.run();
            if (!writer_.write_expecting(changes)) {
                roll_back();
                return std::unexpected(
                    CommitError{CommitError::Kind::conflict,
                                options_.path + ": something is not as expected: another writer was first"});
            }
            writer_.write_rest(changes);
        } catch (const SqliteError& error) {
            roll_back();
            if (!may_pass(error)) throw;
            return std::unexpected(CommitError{CommitError::Kind::unavailable, error.what()});
        }
        return end();
    }

  protected:
    Reader& questions() override { return reader_; }

  private:
    static std::string made_if_missing(std::string path) {
        if (!std::filesystem::exists(path)) create_store_file(path);
        return path;
    }

    static std::optional<Timestamp> earliest(Statement& statement) {
        auto rows = statement.query();
        if (!rows.next()) return std::nullopt;
        return rows.time(0);
    }

    /// COMMIT. If it fails while the transaction is still open, or for want of room (then the last frame,
    /// which would have made it count, was not written whole), nothing was written. After a device error
    /// nobody knows: the frames may have reached the disk although the flush says that it failed.
    std::expected<void, CommitError> end() {
        try {
            commit_.run();
            return {};
        } catch (const SqliteError& error) {
            const bool open = opened_.connection.in_transaction();
            roll_back();
            if (!may_pass(error)) throw;
            const bool nothing_written = open || error.primary_code() != SQLITE_IOERR;
            return std::unexpected(CommitError{
                nothing_written ? CommitError::Kind::unavailable : CommitError::Kind::unknown, error.what()});
        }
    }

    /// SQLite itself rolls back after some errors; then there is nothing left to do.
    void roll_back() {
        if (opened_.connection.in_transaction()) rollback_.run();
    }

    SqliteOptions options_;
    WriterLock lock_;
    Opened opened_;
    SqliteReader reader_;
    ChangeWriter writer_;
    Statement begin_;
    Statement commit_;
    Statement rollback_;
    Statement due_deadlines_;
    Statement next_deadline_;
    Statement due_effects_;
    Statement next_effect_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(SqliteOptions options) {
    return std::make_unique<SqliteStore>(std::move(options));
}

std::unique_ptr<Reader> open_sqlite_reader(const SqliteOptions& options) {
    if (!std::filesystem::exists(options.path)) return nullptr;
    return std::make_unique<OwnReader>(options);
}

}  // namespace dangol::adapters
