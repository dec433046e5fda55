// The rules of an account, one function per command.
#include "contexts/identity/domain/account.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/overloaded.hpp"
#include "core/try.hpp"
#include "core/visible.hpp"

namespace dangol::identity {

Role role_of(AccountRole role) {
    switch (role) {
        case AccountRole::staff: return Role::staff;
        case AccountRole::rider: return Role::rider;
        case AccountRole::operator_: return Role::operator_;
    }
    std::unreachable();
}

std::string_view name_of(AccountRole role) { return dangol::name_of(role_of(role)); }

std::optional<AccountRole> role_named(std::string_view name) {
    for (const auto role : {AccountRole::staff, AccountRole::rider, AccountRole::operator_}) {
        if (name == name_of(role)) return role;
    }
    return std::nullopt;
}

}  // namespace dangol::identity

namespace dangol::identity::account {
namespace {

using Decision = Result<std::vector<Event>>;

constexpr std::size_t cafes_max = 50;  // they travel in every token of the account

std::unexpected<Rejection> not_active(const Unregistered&) {
    return refuse(Refusal::not_found, "account-unknown",
                  {"그런 계정이 없어요. 계정 목록을 다시 확인해 주세요.",
                   "There is no such account. Look it up in the list of accounts."});
}
std::unexpected<Rejection> not_active(const Disabled&) {
    return refuse_transition("account-disabled",
                             {"사용이 중지된 계정이에요. 필요하면 새 계정을 등록해 주세요.",
                              "This account is disabled. Register a new one if the person is back."},
                             "disabled", {});
}

Result<void> check_cafes(AccountRole role, const std::vector<CafeId>& cafes) {
    if (role != AccountRole::staff && !cafes.empty()) {
        return refuse(Refusal::unprocessable, "cafes-only-for-staff",
                      {"매장은 직원에게만 지정할 수 있어요. cafes를 비워 주세요.",
                       "Only staff belong to branches. Leave cafes empty."});
    }
    const bool ids = std::ranges::all_of(cafes, [](const CafeId& cafe) { return is_id(cafe.value); });
    if (!ids || cafes.size() > cafes_max) {
        return refuse(Refusal::invalid, "cafes-invalid",
                      {"매장 ID 목록이 올바르지 않아요. 50개 이하의 매장 ID를 보내 주세요.",
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

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const RegisterAccount& command) {
    if (!std::holds_alternative<Unregistered>(state)) {
        return refuse(Refusal::conflict, "account-exists",
                      {"이미 등록된 계정이에요.", "This account is registered already."});
    }
    DANGOL_CHECK(check_login_name(command.login_name));
    DANGOL_CHECK(check_display_name(command.display_name));
    DANGOL_CHECK(check_cafes(command.role, command.cafes));
    return recorded(AccountRegistered{command.account, command.login_name, command.display_name,
                                      std::string(name_of(command.role)), without_repeats(command.cafes),
                                      command.number, command.at});
}

Decision decide_in(const State& state, const AssignCafes& command) {
    return std::visit(
        Overloaded{
            [&](const Active& active) -> Decision {
                if (active.details.role != AccountRole::staff) {
                    return refuse(
                        Refusal::unprocessable, "cafes-only-for-staff",
                        {"매장은 직원에게만 지정할 수 있어요.", "Only staff can be assigned to branches."});
                }
                DANGOL_CHECK(check_cafes(active.details.role, command.cafes));
                auto cafes = without_repeats(command.cafes);
                if (cafes == active.details.cafes) return already_so();
                return recorded(StaffAssigned{command.account, std::move(cafes)});
            },
            [](const OneOf<Unregistered, Disabled> auto& in) -> Decision { return not_active(in); },
        },
        state);
}

Decision decide_in(const State& state, const IssueLink& command) {
    return std::visit(
        Overloaded{
            [&](const Active&) -> Decision {
                return recorded(LinkIssued{command.account, command.code_hash, command.expires});
            },
            [](const OneOf<Unregistered, Disabled> auto& in) -> Decision { return not_active(in); },
        },
        state);
}

Decision decide_in(const State& state, const RedeemLink& command) {
    return std::visit(
        Overloaded{
            [&](const Active& active) -> Decision {
                const auto& link = active.link;
                if (!link || link->code_hash != command.code_hash || command.at >= link->expires) {
                    return link_invalid();
                }
                LinkRedeemed redeemed{command.account, command.code_hash};
                if (!command.sets_password) return recorded(std::move(redeemed));
                return recorded(std::move(redeemed), PasswordChanged{command.account});
            },
            [](const OneOf<Unregistered, Disabled> auto&) -> Decision { return link_invalid(); },
        },
        state);
}

Decision decide_in(const State& state, const ChangePassword& command) {
    return std::visit(
        Overloaded{
            [&](const Active&) -> Decision { return recorded(PasswordChanged{command.account}); },
            [](const OneOf<Unregistered, Disabled> auto& in) -> Decision { return not_active(in); },
        },
        state);
}

Decision decide_in(const State& state, const SignIn& command) {
    return std::visit(
        Overloaded{
            [&](const Active&) -> Decision { return recorded(SignedIn{command.account}); },
            [](const OneOf<Unregistered, Disabled> auto&) -> Decision { return sign_in_failed(); },
        },
        state);
}

Decision decide_in(const State& state, const DisableAccount& command) {
    return std::visit(
        Overloaded{
            [&](const Active&) -> Decision {
                if (command.account == command.by) {
                    return refuse(Refusal::unprocessable, "own-account",
                                  {"자기 계정은 중지할 수 없어요. 다른 운영자에게 부탁해 주세요.",
                                   "You cannot disable your own account, so that an operator always "
                                   "remains. Ask another operator."});
                }
                return recorded(AccountDisabled{command.account, command.by});
            },
            [](const OneOf<Unregistered, Disabled> auto& in) -> Decision { return not_active(in); },
        },
        state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    const auto active = [&]() -> Active& { return std::get<Active>(state); };
    std::visit(Overloaded{
                   [&](const AccountRegistered& e) {
                       state = Active{.details = {e.login_name, e.display_name, role_named(e.role).value(),
                                                  e.cafes, e.number, e.at, false, 0},
                                      .link = {},
                                      .has_password = false};
                   },
                   [&](const StaffAssigned& e) { active().details.cafes = e.cafes; },
                   [&](const LinkIssued& e) { active().link = SignInLink{e.code_hash, e.expires}; },
                   [&](const LinkRedeemed&) {
                       active().link.reset();
                       active().details.has_signed_in = true;
                   },
                   [&](const PasswordChanged&) {
                       active().has_password = true;
                       ++active().details.epoch;
                   },
                   [&](const SignedIn&) { active().details.has_signed_in = true; },
                   [&](const AccountDisabled&) {
                       auto details = std::move(active().details);
                       ++details.epoch;
                       state = Disabled{std::move(details)};
                   },
               },
               event);
    return state;
}

const Details* details_of(const State& state) {
    return std::visit(Overloaded{
                          [](const Unregistered&) -> const Details* { return nullptr; },
                          [](const OneOf<Active, Disabled> auto& in) { return &in.details; },
                      },
                      state);
}

// ── Refusals ───────────────────────────────────────────────────────────────────────────────────────

std::unexpected<Rejection> sign_in_failed() {
    return refuse(Refusal::unauthenticated, "sign-in-failed",
                  {"아이디나 비밀번호가 맞지 않아요. 다시 확인해 주세요.",
                   "The login name or the password is wrong. Check both and try again."});
}

std::unexpected<Rejection> link_invalid() {
    return refuse(Refusal::unauthenticated, "link-invalid",
                  {"이미 사용했거나 기한이 지난 로그인 링크예요. 운영자에게 새 링크를 요청해 주세요.",
                   "This sign-in link was used already or has expired. Ask the operator for a new one."});
}

std::unexpected<Rejection> too_many_failures() {
    return refuse(Refusal::too_many, "too-many-sign-ins",
                  {"로그인에 여러 번 실패했어요. 잠시 뒤에 다시 시도해 주세요.",
                   "There were too many failed sign-ins. Wait a moment and try again."});
}

// ── What people may choose ─────────────────────────────────────────────────────────────────────────

namespace {

constexpr std::size_t password_characters_min = 10;
constexpr std::size_t password_characters_max = 128;

/// Common ones that are long enough to pass the rule of length.
constexpr std::array<std::string_view, 30> common_passwords{
    "1234567890",   "0123456789",    "0987654321",  "12345678910",  "123456789a",  "1q2w3e4r5t",
    "1q2w3e4r5t6y", "qwertyuiop",    "qwerty12345", "qwerty123456", "asdfghjkl1",  "asdfghjkl;",
    "zaq12wsxcde3", "password12",    "password123", "password1234", "password!23", "passw0rd12",
    "passw0rd123",  "iloveyou12",    "iloveyou123", "letmein123",   "welcome123",  "welcome1234",
    "admin12345",   "administrator", "changeme123", "dangol1234",   "coffee1234",  "abcdefghij"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string normal_login_name(std::string_view login_name) {
    std::string normal(login_name);
    std::ranges::transform(normal, normal.begin(), lower);
    return normal;
}

Result<void> check_login_name(std::string_view login_name) {
    const bool characters_fit = std::ranges::all_of(login_name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("._@+-").contains(c);
    });
    if (login_name.size() >= 3 && login_name.size() <= 64 && characters_fit) return {};
    return refuse(Refusal::invalid, "login-name-invalid",
                  {"아이디는 영문 소문자, 숫자, . _ @ + - 로 3~64자로 정해 주세요.",
                   "Choose a login name of 3 to 64 characters: letters, digits and . _ @ + - only."});
}

Result<void> check_display_name(std::string_view display_name) {
    const bool printable = std::ranges::none_of(
        display_name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (!visible_part(display_name).empty() && characters(display_name) <= 80 && printable) return {};
    return refuse(Refusal::invalid, "display-name-invalid",
                  {"표시 이름은 보이는 글자로 1~80자로 적어 주세요.",
                   "Give a display name of 1 to 80 characters without control characters."});
}

Result<void> check_password(std::string_view password, std::string_view login_name) {
    if (characters(password) < password_characters_min || characters(password) > password_characters_max) {
        return refuse(Refusal::unprocessable, "password-length",
                      {"비밀번호는 10자 이상, 128자 이하로 정해 주세요. 짧은 문장도 좋아요.",
                       "Choose a password of at least 10 characters and at most 128; a short sentence "
                       "works well."});
    }
    const std::string plain = normal_login_name(password);
    const bool one_character = std::ranges::all_of(plain, [&](char c) { return c == plain.front(); });
    if (one_character ||
        std::ranges::find(common_passwords, std::string_view(plain)) != common_passwords.end() ||
        plain == normal_login_name(login_name)) {
        return refuse(Refusal::unprocessable, "password-too-common",
                      {"너무 흔하거나 아이디와 같은 비밀번호예요. 다른 비밀번호를 정해 주세요.",
                       "This password is too common. Choose another one."});
    }
    return {};
}

}  // namespace dangol::identity::account
