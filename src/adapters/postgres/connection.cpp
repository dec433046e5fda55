// libpq without blocking for longer than the deadline. Pitfalls of its pipeline mode: the manual,
// chapter 34.5.
#include "adapters/postgres/connection.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace dangol::adapters {
namespace {

using runtime::StoreUnavailable;

constexpr int answer_deadline_ms =
    15'000;  ///< beyond statement_timeout: then the network or the machine is gone
constexpr const char* connect_timeout_s = "3";

/// Every statement of ours finds its rows by an index; the planner, which knows nothing of a young table,
/// must not scan it. A statement that waits long is better refused: its caller has a deadline of its own.
constexpr const char* session_settings =
    "-c statement_timeout=10000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=10000 "
    "-c synchronous_commit=on -c jit=off -c enable_seqscan=off -c enable_hashjoin=off -c "
    "enable_mergejoin=off "
    "-c client_min_messages=warning";

std::string message_of(const char* text) {
    std::string message(text == nullptr ? "" : text);
    while (!message.empty() && message.back() == '\n') message.pop_back();
    return message;
}

void say_nothing(void*, const PGresult*) {}

}  // namespace

std::string PgRows::text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t PgRows::integer(int row, int column) const {
    const auto* bytes = PQgetvalue(result_.get(), row, column);
    const int length = PQgetlength(result_.get(), row, column);
    std::uint64_t bits = 0;
    for (int i = 0; i < length; ++i) bits = (bits << 8U) | static_cast<unsigned char>(bytes[i]);
    return length == 4 ? static_cast<std::int32_t>(bits) : static_cast<std::int64_t>(bits);
}

bool PgError::is_conflict() const {
    constexpr std::array<std::string_view, 4> conflicts{PgConnection::conflict_state,
                                                        "40001" /* serialization */, "40P01" /* deadlock */,
                                                        "23505" /* unique: two inserted the same */};
    return std::ranges::find(conflicts, state_) != conflicts.end();
}

bool PgError::may_pass() const {
    const auto of_class = [&](std::string_view prefix) { return state_.starts_with(prefix); };
    return of_class("08") || of_class("53") || of_class("57") || of_class("58") || state_ == "55P03" ||
           state_ == "25006";
}

PgConnection::PgConnection(std::string url, const std::string& schema, const std::string& settings)
    : url_(std::move(url)),
      options_(fmt::format("{} -c search_path=\"{}\" {}", session_settings, schema, settings)) {}

PgConnection::~PgConnection() = default;

void PgConnection::close() {
    prepared_.clear();
    connection_.reset();
}

void PgConnection::open() {
    if (connection_) return;
    constexpr std::array keywords{"dbname",
                                  "connect_timeout",
                                  "options",
                                  "application_name",
                                  "tcp_user_timeout",
                                  "keepalives_idle",
                                  static_cast<const char*>(nullptr)};
    const std::array values{url_.c_str(),
                            connect_timeout_s,
                            options_.c_str(),
                            "dangol",
                            "10000",
                            "10",
                            static_cast<const char*>(nullptr)};
    connection_.reset(PQconnectdbParams(keywords.data(), values.data(), /*expand_dbname=*/1));
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        auto why = message_of(PQerrorMessage(connection_.get()));
        close();
        throw StoreUnavailable("cannot connect to PostgreSQL: " + why);
    }
    PQsetNoticeReceiver(connection_.get(), say_nothing, nullptr);
    PQsetnonblocking(connection_.get(), 1);
}

void PgConnection::lost() {
    auto why = connection_ ? message_of(PQerrorMessage(connection_.get())) : std::string{};
    close();
    throw StoreUnavailable("the connection to PostgreSQL was lost: " + why);
}

void PgConnection::wait(bool to_write) {
    pollfd waiting{PQsocket(connection_.get()), static_cast<short>(POLLIN | (to_write ? POLLOUT : 0)), 0};
    int ready = 0;
    do {
        ready = ::poll(&waiting, 1, answer_deadline_ms);
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) {
        close();
        throw StoreUnavailable("PostgreSQL does not answer");
    }
    if ((waiting.revents & ~POLLOUT) != 0 && PQconsumeInput(connection_.get()) == 0) lost();
}

void PgConnection::flush() {
    for (;;) {
        const int left = PQflush(connection_.get());
        if (left == 0) return;
        if (left < 0) lost();
        wait(true);
    }
}

PGresult* PgConnection::next_result() {
    while (PQisBusy(connection_.get()) != 0) wait(false);
    return PQgetResult(connection_.get());
}

void PgConnection::check(PGresult* result) {
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    PgError error(state == nullptr ? "" : state,
                  text == nullptr ? message_of(PQresultErrorMessage(result)) : message_of(text));
    PQclear(result);
    throw error;
}

const std::string& PgConnection::prepared(const PgStatement& statement) {
    const auto known = prepared_.find(statement.sql);
    if (known != prepared_.end()) return known->second;
    auto name = fmt::format("s{}", prepared_.size());
    if (PQsendPrepare(connection_.get(), name.c_str(), statement.sql, 0, nullptr) == 0) lost();
    flush();
    auto* result = next_result();
    if (result == nullptr) lost();
    while (auto* more = next_result()) PQclear(more);
    check(result);
    PQclear(result);
    return prepared_.emplace(statement.sql, std::move(name)).first->second;
}

void PgConnection::send(const PgStatement& statement) {
    const auto& values = statement.parameters.values();
    std::vector<const char*> texts;
    std::vector<int> lengths;
    for (const auto& value : values) {
        texts.push_back(value.data());
        lengths.push_back(static_cast<int>(value.size()));
    }
    const std::vector<int> formats(values.size(), 1);
    const auto& name = prepared_.at(statement.sql);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(values.size()), texts.data(),
                            lengths.data(), formats.data(), 1) == 0) {
        lost();
    }
}

PgRows PgConnection::run(const PgStatement& statement, IfLost if_lost) {
    const bool was_open = is_open();
    try {
        open();
        prepared(statement);
        send(statement);
        flush();
        auto* result = next_result();
        while (result != nullptr) {
            auto* more = next_result();
            if (more == nullptr) break;
            PQclear(std::exchange(result, more));
        }
        if (result == nullptr || PQstatus(connection_.get()) != CONNECTION_OK) {
            PQclear(result);
            lost();
        }
        check(result);
        return PgRows(result);
    } catch (const StoreUnavailable&) {
        if (!was_open || if_lost == IfLost::give_up) throw;
    } catch (const PgError& error) {
        if (error.may_pass()) throw StoreUnavailable(error.what());
        throw;
    }
    return run(statement, IfLost::give_up);
}

void PgConnection::script(const std::string& sql) {
    open();
    if (PQsendQuery(connection_.get(), sql.c_str()) == 0) lost();
    flush();
    PGresult* failed = nullptr;
    while (auto* result = next_result()) {
        const auto status = PQresultStatus(result);
        const bool fine =
            status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
        if (fine || failed != nullptr) {
            PQclear(result);
        } else {
            failed = result;
        }
    }
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        PQclear(failed);
        lost();
    }
    if (failed != nullptr) check(failed);
}

std::vector<PgRows> PgConnection::transact(std::span<const PgStatement> statements) {
    open();
    for (const auto& statement : statements) prepared(statement);
    if (PQenterPipelineMode(connection_.get()) == 0) lost();
    bool sent = false;
    try {
        for (const auto& statement : statements) send(statement);
        if (PQpipelineSync(connection_.get()) == 0) lost();
        sent = true;
        flush();
        std::vector<PgRows> rows;
        std::unique_ptr<PgError> refused;
        // For each statement its result and a null, then the sync, with no null after it.
        for (std::size_t nulls = 0;;) {
            auto* result = next_result();
            if (result == nullptr) {
                if (++nulls > statements.size() + 2) lost();
                continue;
            }
            const auto status = PQresultStatus(result);
            if (status == PGRES_PIPELINE_SYNC) {
                PQclear(result);
                break;
            }
            if (PQstatus(connection_.get()) != CONNECTION_OK) {
                PQclear(result);
                lost();
            }
            if (status == PGRES_PIPELINE_ABORTED) {
                PQclear(result);
                continue;
            }
            try {
                check(result);
                rows.emplace_back(result);
            } catch (const PgError& error) {
                if (!refused) refused = std::make_unique<PgError>(error);
            }
        }
        if (PQexitPipelineMode(connection_.get()) == 0) lost();
        if (refused) throw PgError(*refused);
        return rows;
    } catch (const StoreUnavailable&) {
        close();
        if (sent) throw OutcomeUnknown();
        throw;
    }
}

}  // namespace dangol::adapters
