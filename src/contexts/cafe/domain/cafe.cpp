// The branch's rules, one function per command.
#include "contexts/cafe/domain/cafe.hpp"

#include <algorithm>
#include <utility>

#include "core/overloaded.hpp"
#include "core/try.hpp"

namespace dangol::cafe::branch {
namespace {

constexpr int pause_minutes_max = 25 * 60;
constexpr std::size_t reason_max = 200;

using Decision = Result<std::vector<Event>>;

bool is_about(const SoldOut& sold_out, const MenuId& item, std::string_view option) {
    return sold_out.menu_id == item && sold_out.option_id == option;
}

bool is_on_menu(const std::vector<MenuItem>& menu, const MenuId& id, std::string_view option_id) {
    const auto item = std::ranges::find(menu, id, &MenuItem::id);
    if (item == menu.end()) return false;
    if (option_id.empty()) return true;
    return std::ranges::any_of(item->groups, [&](const OptionGroup& group) {
        return std::ranges::find(group.options, option_id, &MenuOption::id) != group.options.end();
    });
}

std::unexpected<Rejection> unregistered() {
    return refuse(Refusal::not_found, "not-found",
                  {"등록되지 않은 매장이에요. 매장 번호를 확인해 주세요.",
                   "There is no such café. Please check its id."});
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const RegisterCafe& command) {
    return std::visit(Overloaded{
                          [&](const Unregistered&) -> Decision {
                              DANGOL_CHECK(check_profile(command.profile));
                              return recorded(CafeRegistered{command.id, command.profile});
                          },
                          [&](const Branch& branch) -> Decision {
                              if (branch.profile == command.profile) return already_so();
                              return refuse(
                                  Refusal::conflict, "cafe-exists",
                                  {"이미 등록된 매장이에요. 정보를 바꾸려면 매장 정보 수정을 이용해 주세요.",
                                   "This café is already registered. To change it, change its profile."});
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const ChangeProfile& command) {
    return std::visit(
        Overloaded{
            [](const Unregistered&) -> Decision { return unregistered(); },
            [&](const Branch& branch) -> Decision {
                DANGOL_CHECK(check_profile(command.profile));
                DANGOL_CHECK(check_shifts(branch.hours, command.profile.business_day_starts));
                if (!branch.menu.empty() &&
                    branch.menu.front().price.currency != command.profile.delivery.fee.currency) {
                    return refuse(
                        Refusal::unprocessable, "currency-mismatch",
                        {"배달비의 통화가 메뉴의 통화와 달라요. 같은 통화로 맞춰 주세요.",
                         "The delivery fee is in another currency than the menu. Use the same one."});
                }
                if (branch.profile == command.profile) return already_so();
                return recorded(CafeProfileChanged{branch.id, command.profile});
            },
        },
        state);
}

Decision decide_in(const State& state, const PublishMenu& command) {
    return std::visit(Overloaded{
                          [](const Unregistered&) -> Decision { return unregistered(); },
                          [&](const Branch& branch) -> Decision {
                              DANGOL_CHECK(check_menu(command.items, branch.profile.delivery.fee.currency));
                              if (branch.menu == command.items) return already_so();
                              return recorded(MenuPublished{branch.id, command.items});
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const ChangeHours& command) {
    return std::visit(Overloaded{
                          [](const Unregistered&) -> Decision { return unregistered(); },
                          [&](const Branch& branch) -> Decision {
                              DANGOL_CHECK(check_hours(command.hours));
                              DANGOL_CHECK(check_shifts(command.hours, branch.profile.business_day_starts));
                              if (branch.hours == command.hours) return already_so();
                              return recorded(HoursChanged{branch.id, command.hours});
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const OpenCafe& command) {
    return std::visit(Overloaded{
                          [](const Unregistered&) -> Decision { return unregistered(); },
                          [&](const Branch& branch) -> Decision {
                              if (std::holds_alternative<Open>(opening_at(branch.opening, command.at)))
                                  return already_so();
                              return recorded(CafeOpened{branch.id});
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const PauseCafe& command) {
    return std::visit(
        Overloaded{
            [](const Unregistered&) -> Decision { return unregistered(); },
            [&](const Branch& branch) -> Decision {
                if (command.minutes < 1 || command.minutes > pause_minutes_max ||
                    characters(command.reason) > reason_max) {
                    return refuse(
                        Refusal::invalid, "pause-out-of-range",
                        {"일시 중지는 1분에서 1500분까지, 사유는 200자까지 쓸 수 있어요.",
                         "A pause lasts 1 to 1500 minutes, and its reason has at most 200 characters."});
                }
                if (std::holds_alternative<Closed>(branch.opening)) {
                    return refuse_transition(
                        "cafe-closed",
                        {"영업이 끝난 매장이라 일시 중지할 수 없어요. 먼저 매장을 열어 주세요.",
                         "A closed café cannot be paused. Open it first."},
                        std::string(status_of(branch.opening)), {"open"});
                }
                return recorded(CafePaused{branch.id, command.at + std::chrono::minutes{command.minutes},
                                           command.reason});
            },
        },
        state);
}

Decision decide_in(const State& state, const CloseCafe&) {
    return std::visit(Overloaded{
                          [](const Unregistered&) -> Decision { return unregistered(); },
                          [](const Branch& branch) -> Decision {
                              if (std::holds_alternative<Closed>(branch.opening)) return already_so();
                              return recorded(CafeClosed{branch.id});
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const SetSoldOut& command) {
    return std::visit(
        Overloaded{
            [](const Unregistered&) -> Decision { return unregistered(); },
            [&](const Branch& branch) -> Decision {
                if (!is_on_menu(branch.menu, command.menu_id, command.option_id)) {
                    return refuse(Refusal::unprocessable, "not-on-menu",
                                  {"메뉴판에 없는 메뉴나 옵션이에요. menuId와 optionId를 확인해 주세요.",
                                   "The menu has no such item or option. Check menuId and optionId."});
                }
                if (command.until && (!command.sold_out || *command.until <= command.at)) {
                    return refuse(
                        Refusal::invalid, "until-not-ahead",
                        {"until은 품절로 표시할 때만, 지금보다 뒤의 시각으로 보내 주세요.",
                         "Send `until` only with soldOut true, and as a time that is still ahead."});
                }
                const auto known = std::ranges::find_if(branch.sold_out, [&](const SoldOut& one) {
                    return is_about(one, command.menu_id, command.option_id);
                });
                const bool is_out = is_sold_out(branch, command.menu_id, command.option_id, command.at);
                if (is_out == command.sold_out && (!is_out || known->until == command.until))
                    return already_so();
                return recorded(SoldOutChanged{branch.id, command.menu_id, command.option_id,
                                               command.sold_out, command.until});
            },
        },
        state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    if (const auto* registered = std::get_if<CafeRegistered>(&event)) {
        return Branch{registered->cafe_id, registered->profile, {}, Closed{}, {}, {}, 0, 0};
    }
    auto& branch = std::get<Branch>(state);
    std::visit(Overloaded{
                   [](const CafeRegistered&) {},  // above
                   [&](const CafeProfileChanged& changed) {
                       branch.profile = changed.profile;
                       ++branch.revision;
                   },
                   [&](const MenuPublished& published) {
                       branch.menu = published.items;
                       ++branch.menu_revision;
                       std::erase_if(branch.sold_out, [&](const SoldOut& one) {
                           return !is_on_menu(branch.menu, one.menu_id, one.option_id);
                       });
                   },
                   [&](const HoursChanged& changed) {
                       branch.hours = changed.hours;
                       ++branch.revision;
                   },
                   [&](const CafeOpened&) { branch.opening = Open{}; },
                   [&](const CafePaused& paused) { branch.opening = Paused{paused.until, paused.reason}; },
                   [&](const CafeClosed&) { branch.opening = Closed{}; },
                   [&](const SoldOutChanged& changed) {
                       std::erase_if(branch.sold_out, [&](const SoldOut& one) {
                           return is_about(one, changed.menu_id, changed.option_id);
                       });
                       if (changed.sold_out) {
                           branch.sold_out.push_back({changed.menu_id, changed.option_id, changed.until});
                       }
                   },
               },
               event);
    return state;
}

Opening opening_at(const Opening& recorded, Timestamp now) {
    const auto* paused = std::get_if<Paused>(&recorded);
    if (paused != nullptr && paused->until <= now) return Open{};
    return recorded;
}

std::string_view status_of(const Opening& opening) {
    return std::visit(Overloaded{
                          [](const Closed&) { return "CLOSED"; },
                          [](const Open&) { return "OPEN"; },
                          [](const Paused&) { return "PAUSED"; },
                      },
                      opening);
}

const SoldOut* sold_out_now(const Branch& branch, const MenuId& item, std::string_view option,
                            Timestamp now) {
    const auto found = std::ranges::find_if(branch.sold_out, [&](const SoldOut& one) {
        return is_about(one, item, option) && (!one.until || *one.until > now);
    });
    return found == branch.sold_out.end() ? nullptr : &*found;
}

bool is_sold_out(const Branch& branch, const MenuId& item, std::string_view option, Timestamp now) {
    return sold_out_now(branch, item, option, now) != nullptr;
}

}  // namespace dangol::cafe::branch
