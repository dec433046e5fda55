#include "contexts/identity/domain/account.hpp"

#include <algorithm>
#include <utility>

#include "contexts/identity/domain/rules.hpp"
#include "core/overloaded.hpp"

namespace dangol::identity {
namespace {

using Events = Result<std::vector<AccountEvent>>;

constexpr std::size_t cafes_max = 50;  // they travel in every token of the account

Events one(AccountEvent event) { return std::vector<AccountEvent>{std::move(event)}; }

std::unexpected<Rejection> not_active(const Account& account) {
    if (account.status == AccountStatus::none) {
        return refuse(Refusal::not_found, "account-unknown",
                      {"그런 계정이 없습니다. 계정 목록을 다시 확인해 주세요.",
                       "There is no such account. Look it up in the list of accounts."});
    }
    return refuse_transition("account-disabled",
                             {"사용이 중지된 계정입니다. 필요하면 새 계정을 등록해 주세요.",
                              "This account is disabled. Register a new one if the person is back."},
                             "disabled", {});
}

Result<void> check_cafes(AccountRole role, const std::vector<CafeId>& cafes) {
    if (role != AccountRole::staff && !cafes.empty()) {
        return refuse(Refusal::unprocessable, "cafes-only-for-staff",
                      {"매장은 직원에게만 지정할 수 있습니다. cafes를 비워 주세요.",
                       "Only staff belong to branches. Leave cafes empty."});
    }
    const bool ids = std::ranges::all_of(cafes, [](const CafeId& cafe) { return is_id(cafe.value); });
    if (!ids || cafes.size() > cafes_max) {
        return refuse(Refusal::invalid, "cafes-invalid",
                      {"매장 ID 목록이 올바르지 않습니다. 50개 이하의 매장 ID를 보내 주세요.",
                       "The list of branches is not valid. Send at most 50 branch ids."});
    }
    return {};
}

std::vector<CafeId> without_repeats(std::vector<CafeId> cafes) {
    std::ranges::sort(cafes);
    const auto repeats = std::ranges::unique(cafes);
    cafes.erase(repeats.begin(), repeats.end());
    return cafes;
}

Events register_account(const Account& account, const RegisterAccount& command) {
    if (account.status != AccountStatus::none) {
        return refuse(Refusal::conflict, "account-exists",
                      {"이미 등록된 계정입니다.", "This account is registered already."});
    }
    if (auto ok = check_login_name(command.login_name); !ok) return std::unexpected(ok.error());
    if (auto ok = check_display_name(command.display_name); !ok) return std::unexpected(ok.error());
    if (auto ok = check_cafes(command.role, command.cafes); !ok) return std::unexpected(ok.error());
    return one(AccountRegistered{command.account, command.login_name, command.display_name,
                                 std::string(name_of(command.role)), without_repeats(command.cafes),
                                 command.number, command.at});
}

Events assign_cafes(const Account& account, const AssignCafes& command) {
    if (account.status != AccountStatus::active) return not_active(account);
    if (account.role != AccountRole::staff) {
        return refuse(Refusal::unprocessable, "cafes-only-for-staff",
                      {"매장은 직원에게만 지정할 수 있습니다.", "Only staff can be assigned to branches."});
    }
    if (auto ok = check_cafes(account.role, command.cafes); !ok) return std::unexpected(ok.error());
    auto cafes = without_repeats(command.cafes);
    if (cafes == account.cafes) return std::vector<AccountEvent>{};
    return one(StaffAssigned{command.account, std::move(cafes)});
}

Events redeem_link(const Account& account, const RedeemLink& command) {
    const bool valid = account.status == AccountStatus::active && account.link &&
                       account.link->code_hash == command.code_hash && command.at < account.link->expires;
    if (!valid) return std::unexpected(link_invalid());
    std::vector<AccountEvent> events{LinkRedeemed{command.account, command.code_hash}};
    if (command.sets_password) events.emplace_back(PasswordChanged{command.account});
    return events;
}

/// Counts for the right password too: otherwise guessing could go on at full speed until a hit.
Result<void> check_sign_in(const Account& account, Timestamp at) {
    if (account.status != AccountStatus::active) return std::unexpected(sign_in_failed());
    if (backoff_left(account.failures, at) > Duration::zero()) return std::unexpected(too_many_failures());
    return {};
}

Events disable(const Account& account, const DisableAccount& command) {
    if (account.status != AccountStatus::active) return not_active(account);
    if (command.account == command.by) {
        return refuse(Refusal::unprocessable, "own-account",
                      {"자기 계정은 중지할 수 없습니다. 다른 운영자에게 부탁해 주세요.",
                       "Nobody can disable their own account, so that an operator always remains. Ask "
                       "another operator."});
    }
    return one(AccountDisabled{command.account, command.by});
}

}  // namespace

std::string_view name_of(AccountRole role) {
    switch (role) {
        case AccountRole::staff: return "staff";
        case AccountRole::rider: return "rider";
        case AccountRole::operator_: return "operator";
    }
    std::unreachable();
}

std::optional<AccountRole> role_named(std::string_view name) {
    for (const auto role : {AccountRole::staff, AccountRole::rider, AccountRole::operator_}) {
        if (name == name_of(role)) return role;
    }
    return std::nullopt;
}

Rejection sign_in_failed() {
    return {Refusal::unauthenticated,
            "sign-in-failed",
            {"로그인 이름이나 비밀번호가 맞지 않습니다. 다시 확인해 주세요.",
             "The login name or the password is wrong. Check both and try again."},
            {},
            {}};
}

Rejection link_invalid() {
    return {Refusal::unauthenticated,
            "link-invalid",
            {"이미 사용했거나 기한이 지난 로그인 링크입니다. 운영자에게 새 링크를 요청해 주세요.",
             "This sign-in link was used already or has expired. Ask the operator for a new one."},
            {},
            {}};
}

Rejection too_many_failures() {
    return {Refusal::too_many,
            "too-many-sign-ins",
            {"로그인에 여러 번 실패했습니다. 잠시 뒤에 다시 시도해 주세요.",
             "There were too many failed sign-ins. Wait a moment and try again."},
            {},
            {}};
}

Result<std::vector<AccountEvent>> decide(const Account& account, const AccountCommand& command) {
    return std::visit(Overloaded{
                          [&](const RegisterAccount& c) { return register_account(account, c); },
                          [&](const AssignCafes& c) { return assign_cafes(account, c); },
                          [&](const IssueLink& c) -> Events {
                              if (account.status != AccountStatus::active) return not_active(account);
                              return one(LinkIssued{c.account, c.code_hash, c.expires});
                          },
                          [&](const RedeemLink& c) { return redeem_link(account, c); },
                          [&](const ChangePassword& c) -> Events {
                              if (account.status != AccountStatus::active) return not_active(account);
                              return one(PasswordChanged{c.account});
                          },
                          [&](const SignIn& c) -> Events {
                              if (auto ok = check_sign_in(account, c.at); !ok)
                                  return std::unexpected(ok.error());
                              return one(SignedIn{c.account});
                          },
                          [&](const FailSignIn& c) -> Events {
                              if (auto ok = check_sign_in(account, c.at); !ok)
                                  return std::unexpected(ok.error());
                              return one(SignInFailed{c.account, c.at});
                          },
                          [&](const DisableAccount& c) { return disable(account, c); },
                      },
                      command);
}

Account evolve(Account account, const AccountEvent& event) {
    std::visit(Overloaded{
                   [&](const AccountRegistered& e) {
                       account.status = AccountStatus::active;
                       account.login_name = e.login_name;
                       account.display_name = e.display_name;
                       account.role = role_named(e.role).value();
                       account.cafes = e.cafes;
                       account.number = e.number;
                       account.registered_at = e.at;
                   },
                   [&](const StaffAssigned& e) { account.cafes = e.cafes; },
                   [&](const LinkIssued& e) { account.link = SignInLink{e.code_hash, e.expires}; },
                   [&](const LinkRedeemed&) {
                       account.link.reset();
                       account.has_signed_in = true;
                       account.failures = {};
                   },
                   [&](const PasswordChanged&) {
                       account.has_password = true;
                       ++account.epoch;
                   },
                   [&](const SignedIn&) {
                       account.has_signed_in = true;
                       account.failures = {};
                   },
                   [&](const SignInFailed& e) { account.failures = failed_again(account.failures, e.at); },
                   [&](const AccountDisabled&) {
                       account.status = AccountStatus::disabled;
                       account.link.reset();
                       ++account.epoch;
                   },
               },
               event);
    return account;
}

}  // namespace dangol::identity
