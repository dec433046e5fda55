#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "adapters/postgres/parameters.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters {

/// The rows that a statement gave. Columns are text, bigint, integer or timestamptz, in binary.
class PgRows {
  public:
    explicit PgRows(PGresult* result) : result_(result) {}

    [[nodiscard]] int size() const { return PQntuples(result_.get()); }
    [[nodiscard]] bool is_null(int row, int column) const {
        return PQgetisnull(result_.get(), row, column) != 0;
    }
    [[nodiscard]] std::string text(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const;
    [[nodiscard]] std::uint64_t count(int row, int column) const {
        return static_cast<std::uint64_t>(integer(row, column));
    }
    [[nodiscard]] Timestamp time(int row, int column) const { return from_pg_time(integer(row, column)); }

  private:
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> result_;
};

/// A statement was refused by the server; the transaction is rolled back.
class PgError : public std::exception {
  public:
    PgError(std::string state, std::string message)
        : state_(std::move(state)), message_(std::move(message)) {}
    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
    [[nodiscard]] const std::string& state() const { return state_; }  ///< SQLSTATE
    /// Another writer was first.
    [[nodiscard]] bool is_conflict() const;
    /// It has to do with the server's condition, not with the statement: shutting down, out of room, too
    /// slow.
    [[nodiscard]] bool may_pass() const;

  private:
    std::string state_;
    std::string message_;
};

/// A statement with its parameters. `sql` must be a literal: it is the name under which it is prepared.
struct PgStatement {
    const char* sql = nullptr;
    PgParameters parameters = {};
};

/// One connection, with its statements prepared as they are first used. It connects when it is first needed
/// and again after it was lost. One thread. Every call waits for the server for a bounded time.
///
/// Throws StoreUnavailable when there is no server or it has gone away; PgError when it refuses a statement.
class PgConnection {
  public:
    /// The SQLSTATE of our own refusals (schema.cpp).
    static constexpr std::string_view conflict_state = "DG409";

    /// `url`: as libpq takes it; `settings`: "-c name=value …" on top of ours.
    PgConnection(std::string url, const std::string& schema, const std::string& settings = {});
    ~PgConnection();
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    /// One statement in a transaction of its own. `again`: if the connection turns out to be lost, it is
    /// asked once more on a new one; only for statements that may run twice.
    enum class IfLost { give_up, again };
    PgRows run(const PgStatement& statement, IfLost if_lost = IfLost::give_up);
    /// Simple SQL without parameters; several statements by ';'.
    void script(const std::string& sql);

    /// All statements as one transaction, in one round trip. If the connection is lost before the outcome is
    /// known, `OutcomeUnknown` is thrown.
    class OutcomeUnknown : public std::exception {
      public:
        [[nodiscard]] const char* what() const noexcept override {
            return "the connection was lost before the outcome of the transaction was known";
        }
    };
    [[nodiscard]] std::vector<PgRows> transact(std::span<const PgStatement> statements);

    [[nodiscard]] bool is_open() const { return connection_ != nullptr; }
    void close();

  private:
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };

    void open();
    const std::string& prepared(const PgStatement& statement);
    void send(const PgStatement& statement);
    PGresult* next_result();
    void flush();
    void wait(bool to_write);
    [[noreturn]] void lost();
    static void check(PGresult* result);

    std::string url_;
    std::string options_;
    std::unique_ptr<PGconn, Finish> connection_;
    std::map<const char*, std::string> prepared_;  ///< by the literal's address
};

}  // namespace dangol::adapters
