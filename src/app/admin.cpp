// The operator's commands on the machine itself.
#include "app/admin.hpp"

#include <map>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "adapters/sqlite/sqlite_store.hpp"
#include "app/config.hpp"
#include "app/installation.hpp"
#include "contexts/identity/identity.hpp"
#include "contexts/payment/views.hpp"

namespace dangol::app {
namespace {

Config offline(const std::string& data, std::vector<std::string> only) {
    auto config = config_from(resolve({{"data", data}, {"port", "0"}, {"log-level", "warn"}}, {},
                                      [](const char*) { return static_cast<const char*>(nullptr); }));
    config.only = std::move(only);
    return config;
}

std::unique_ptr<runtime::Reader> reader_of(const std::string& data, const std::string& context) {
    auto reader = adapters::open_sqlite_reader({data + "/" + context + ".db", context});
    if (!reader) throw std::runtime_error("no data of " + context + " in " + data + "; is --data right?");
    return reader;
}

int operator_link(const std::string& data, const std::string& login) {
    Installation installation(offline(data, {"identity"}));
    installation.start();
    const auto code =
        installation.with_identity([&](identity::IdentityContext& context, runtime::Unit& unit) {
            return context.operator_code(unit, login);
        });
    installation.stop();
    if (!code) {
        fmt::print(stderr, "{}\n{}\n", code.error().detail.ko, code.error().detail.en);
        return 1;
    }
    fmt::print(
        "one-time code for operator '{}', good for 24 h:\n  {}\nredeem it: POST /sessions/link "
        "{{\"code\":\"…\"}}\n",
        login, *code);
    return 0;
}

int check_ledger(const std::string& data) {
    const auto summary = payment::sum_of_ledger(*reader_of(data, "payment"));
    for (const auto& account : summary.accounts) {
        fmt::print("{:<40} {:>16} {}\n", account.account, account.balance.amount, account.balance.currency);
    }
    bool balanced = true;
    for (const auto& total : summary.total) balanced = balanced && total.amount == 0;
    fmt::print("{}\n", balanced ? "the ledger sums to zero" : "THE LEDGER DOES NOT SUM TO ZERO");
    return balanced ? 0 : 1;
}

int list_dead_letters(const std::string& data) {
    std::size_t found = 0;
    for (const auto* context :
         {"identity", "cafe", "order", "payment", "delivery", "mypage", "notification"}) {
        const auto reader = adapters::open_sqlite_reader({fmt::format("{}/{}.db", data, context), context});
        if (!reader) continue;
        for (const auto& letter : reader->dead_letters(1000)) {
            fmt::print("{} could not handle {} {} of {} ({}): {}\n", context, letter.source,
                       letter.event.type, letter.subject, format_time(letter.parked_at), letter.reason);
            ++found;
        }
    }
    fmt::print("{} dead letters\n", found);
    return 0;
}

}  // namespace

void add_admin_command(CLI::App& app, int& status) {
    auto* admin = app.add_subcommand("admin", "what an operator does on the machine itself");
    admin->require_subcommand(1);
    static std::string data = "data";
    static std::string login = "operator";

    auto* link = admin->add_subcommand("operator", "a one-time sign-in link for the operator");
    link->add_option("--data", data, "folder that holds all data");
    link->add_option("--login", login, "the operator's login name");
    link->callback([&status] { status = operator_link(data, login); });

    auto* ledger = admin->add_subcommand("ledger", "sum the settlement ledger");
    ledger->add_option("--data", data, "folder that holds all data");
    ledger->callback([&status] { status = check_ledger(data); });

    auto* letters = admin->add_subcommand("dead-letters", "what could not be handled, and why");
    letters->add_option("--data", data, "folder that holds all data");
    letters->callback([&status] { status = list_dead_letters(data); });
}

}  // namespace dangol::app
