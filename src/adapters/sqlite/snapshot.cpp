#include "adapters/sqlite/snapshot.hpp"

#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "adapters/sqlite/schema.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Writers wait two seconds for a lock (see prepare_connection), then refuse their requests.
constexpr auto held_max = 1s;
constexpr auto patience = 60s;
constexpr int pages_at_once = 256;

/// The write lock of one file; given back at the end. It writes nothing.
class Held {
  public:
    explicit Held(SqliteConnection& connection) : connection_(connection) {}
    ~Held() {
        // Nothing was written, so there is nothing that could fail to be rolled back.
        if (connection_.in_transaction())
            sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    /// False if somebody else had it until `deadline`.
    [[nodiscard]] bool take(Clock::time_point deadline) {
        for (;;) {
            try {
                connection_.execute("BEGIN IMMEDIATE");
                return true;
            } catch (const SqliteError& error) {
                if (error.primary_code() != SQLITE_BUSY) throw;
                if (Clock::now() > deadline) return false;
                std::this_thread::sleep_for(200us);
            }
        }
    }

  private:
    SqliteConnection& connection_;
};

/// Runs `work` while all the files are locked. False if they could not be had together in time.
bool with_all_held(std::vector<std::unique_ptr<SqliteConnection>>& lockers,
                   const std::function<void()>& work) {
    std::vector<std::unique_ptr<Held>> held;
    const auto deadline = Clock::now() + held_max;
    for (auto& locker : lockers) {
        held.push_back(std::make_unique<Held>(*locker));
        if (!held.back()->take(deadline)) return false;
    }
    work();
    return true;
}

void copy_pages(SqliteConnection& from, const std::string& target, const SqliteSnapshot::Progress& progress) {
    SqliteConnection to(target, SqliteConnection::Mode::create);
    to.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> copying(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"), sqlite3_backup_finish);
    if (!copying) to.fail(sqlite3_extended_errcode(to.handle()), "copying");
    for (int code = SQLITE_OK; code != SQLITE_DONE;) {
        code = sqlite3_backup_step(copying.get(), pages_at_once);
        if (code != SQLITE_OK && code != SQLITE_DONE) {
            throw SqliteError(code, target + ": cannot be written: " + sqlite3_errstr(code));
        }
        const auto pages = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copying.get()));
        progress(pages - static_cast<std::uint64_t>(sqlite3_backup_remaining(copying.get())), pages);
    }
}

}  // namespace

SqliteSnapshot::SqliteSnapshot(const std::vector<SqliteOptions>& stores,
                               const std::function<void()>& at_the_instant) {
    std::vector<std::unique_ptr<SqliteConnection>> lockers;
    for (const auto& store : stores) {
        readers_.push_back(std::make_unique<SqliteConnection>(store.path, SqliteConnection::Mode::read));
        prepare_connection(*readers_.back(), SqliteConnection::Mode::read, store.path);
        lockers.push_back(std::make_unique<SqliteConnection>(store.path, SqliteConnection::Mode::write));
    }
    const auto until = Clock::now() + patience;
    while (!with_all_held(lockers, [&] {
        for (auto& reader : readers_) {
            reader->execute("BEGIN");
            // A read transaction begins with the first question.
            static_cast<void>(reader->integer("SELECT count(*) FROM sqlite_schema"));
        }
        at_the_instant();
    })) {
        if (Clock::now() > until) {
            throw runtime::StoreBroken(
                "the databases are never at rest together for an instant; try again when there is less to "
                "do");
        }
        std::this_thread::sleep_for(50ms);
    }
}

SqliteSnapshot::~SqliteSnapshot() = default;

void SqliteSnapshot::copy(std::size_t store, const std::string& target, const Progress& progress) {
    copy_pages(*readers_.at(store), target, progress);
    // As the live file it says that it has a -wal beside it, and whoever reads it would make one.
    SqliteConnection copy(target, SqliteConnection::Mode::write);
    copy.execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE");
}

std::string damage_in(const std::string& path) {
    try {
        SqliteConnection connection(path, SqliteConnection::Mode::read);
        prepare_connection(connection, SqliteConnection::Mode::read, path);
        Statement check(connection, "PRAGMA integrity_check(1)");
        auto rows = check.query();
        const auto found = rows.next() ? rows.text(0) : std::string("integrity_check gives no answer");
        return found == "ok" ? std::string{} : path + ": " + found;
    } catch (const runtime::StoreBroken& broken) {
        return broken.what();
    }
}

}  // namespace dangol::adapters
