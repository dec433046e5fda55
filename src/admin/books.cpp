// Read-only checks that may run beside the services: the ledger and the dead letters.
#include <memory>
#include <string>

#include <fmt/format.h>

#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "app/readers.hpp"
#include "app/setting_flags.hpp"
#include "contexts/payment/figures.hpp"
#include "core/time.hpp"

namespace dangol::admin {
namespace {

int check_ledger(const app::Config& config) {
    const auto summary = payment::sum_of_ledger(*app::reader_of(config, "payment"));
    for (const auto& account : summary.accounts) {
        fmt::print("{:<40} {:>16} {}\n", account.account, account.balance.amount, account.balance.currency);
    }
    bool balanced = true;
    for (const auto& total : summary.total) balanced = balanced && total.amount == 0;
    fmt::print("{}\n", balanced ? "the ledger sums to zero" : "THE LEDGER DOES NOT SUM TO ZERO");
    return balanced ? 0 : 1;
}

int list_dead_letters(const app::Config& config) {
    constexpr std::size_t listed_max = 1000;
    std::size_t found = 0;
    for (const auto& [context, reader] : app::readers_of(config)) {
        for (const auto& letter : reader->dead_letters(listed_max)) {
            fmt::print("{} failed to handle {} {} of {} ({}): {}\n", context, letter.source,
                       letter.event.type, letter.subject, format_time(letter.parked_at), letter.reason);
            ++found;
        }
    }
    fmt::print("{} dead letters\n", found);
    return 0;
}

}  // namespace

void add_ledger(CLI::App& admin, int& status) {
    const auto flags = std::make_shared<app::SettingFlags>();
    Command command(admin, "ledger",
                    "sum the settlement ledger and check that it balances\n\n"
                    "Examples:\n"
                    "  dangol admin ledger --data ./data\n"
                    "  dangol admin ledger --database postgresql://dangol@db/dangol");
    flags->add_to(command.app(), {"data", "database"});
    command.runs([flags] { return check_ledger(flags->config()); }, status);
}

void add_dead_letters(CLI::App& admin, int& status) {
    const auto flags = std::make_shared<app::SettingFlags>();
    Command command(admin, "dead-letters",
                    "list dead letters: events that a context failed to handle, with the reason\n\n"
                    "Examples:\n"
                    "  dangol admin dead-letters --data ./data\n"
                    "  dangol admin dead-letters --database postgresql://dangol@db/dangol");
    flags->add_to(command.app(), {"data", "database"});
    add_ending_dead_letters(command.app(), status);
    command.runs([flags] { return list_dead_letters(flags->config()); }, status);
}

}  // namespace dangol::admin
