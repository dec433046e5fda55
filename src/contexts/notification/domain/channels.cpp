#include "contexts/notification/domain/channels.hpp"

#include <algorithm>
#include <array>

#include "core/overloaded.hpp"
#include "core/try.hpp"

namespace dangol::notification::channels {
namespace {

using Decision = Result<std::vector<Event>>;

Decision decide_in(const State& state, const LinkChannel& command) {
    DANGOL_CHECK(may_link(state));
    const ChannelLinked linked{command.recipient, command.channel_id, command.channel, command.at};
    const auto same_kind = [&](const LinkedChannel& known) { return known.channel == command.channel; };
    if (command.channel == Channel::webhook &&
        std::ranges::count_if(state.linked, same_kind) >= std::ptrdiff_t{webhooks_max}) {
        return refuse(Refusal::conflict, "too-many-webhooks",
                      {"웹훅은 다섯 개까지 연결할 수 있어요. 쓰지 않는 웹훅을 먼저 지워 주세요.",
                       "At most five webhooks can be linked. Please remove one that you do not use first."});
    }
    const auto chat = std::ranges::find_if(state.linked, same_kind);
    if (command.channel == Channel::telegram && chat != state.linked.end()) {
        return recorded(
            ChannelUnlinked{command.recipient, chat->id, chat->channel, UnlinkReason::replaced, command.at},
            linked);
    }
    return recorded(linked);
}

Decision decide_in(const State& state, const UnlinkChannel& command) {
    const auto found = std::ranges::find(state.linked, command.channel_id, &LinkedChannel::id);
    if (found == state.linked.end()) {
        return refuse(Refusal::not_found, "not-found",
                      {"연결되지 않은 채널이에요. 채널 목록을 다시 확인해 주세요.",
                       "This channel is not linked. Please look at the list of channels again."});
    }
    return recorded(
        ChannelUnlinked{command.recipient, found->id, found->channel, command.reason, command.at});
}

Decision decide_in(const State& state, const EndLinking& command) {
    if (state.ended) return already_so();
    std::vector<Event> events;
    for (const auto& linked : state.linked) {
        events.emplace_back(ChannelUnlinked{command.account, linked.id, linked.channel,
                                            UnlinkReason::account_disabled, command.at});
    }
    events.emplace_back(LinkingEnded{command.account, command.at});
    return events;
}

// ── Webhook addresses ──────────────────────────────────────────────────────────────────────────────

constexpr std::size_t url_max = 2'048;
constexpr std::size_t host_max = 253;
constexpr std::size_t port_digits_max = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '.';
}
bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= port_digits_max && std::ranges::all_of(text, is_digit);
}

/// Cuts "scheme" off; false if it is another one.
bool take(std::string_view& url, std::string_view scheme) {
    if (!url.starts_with(scheme)) return false;
    url.remove_prefix(scheme.size());
    return true;
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    std::visit(
        Overloaded{
            [&](const ChannelLinked& linked) { state.linked.push_back({linked.channel_id, linked.channel}); },
            [&](const ChannelUnlinked& unlinked) {
                std::erase_if(state.linked,
                              [&](const auto& known) { return known.id == unlinked.channel_id; });
            },
            [&](const LinkingEnded&) { state.ended = true; },
        },
        event);
    return state;
}

Result<void> may_link(const State& account) {
    if (!account.ended) return {};
    return refuse(Refusal::forbidden, "account-disabled",
                  {"사용이 중지된 계정이라 채널을 연결할 수 없어요. 운영자에게 문의해 주세요.",
                   "This account is disabled, so it cannot link channels. Ask the operator."});
}

std::optional<Duration> pause_after(int attempt) {
    using namespace std::chrono_literals;
    static constexpr std::array<Duration, attempts_max - 1> pauses{5s, 1min, 5min, 30min, 1h, 2h, 4h, 8h, 8h};
    if (attempt < 1 || attempt >= attempts_max) return std::nullopt;
    return pauses.at(static_cast<std::size_t>(attempt - 1));
}

bool is_webhook_url(std::string_view url, bool allow_insecure) {
    if (url.size() > url_max) return false;
    if (!std::ranges::all_of(
            url, [](char c) { return c > ' ' && c < '\x7f' && c != '#' && c != '\\' && c != '"'; })) {
        return false;
    }
    const bool secure = take(url, "https://");
    if (!secure && !(allow_insecure && take(url, "http://"))) return false;

    const auto authority = url.substr(0, url.find_first_of("/?"));
    const auto colon = authority.rfind(':');
    const bool has_port = colon != std::string_view::npos && !authority.ends_with(']');
    if (has_port && !is_port(authority.substr(colon + 1))) return false;
    const auto host = has_port ? authority.substr(0, colon) : authority;
    if (!secure) return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (host.empty() || host.size() > host_max) return false;
    return std::ranges::all_of(host, is_host_character) && host.find('.') != std::string_view::npos;
}

}  // namespace dangol::notification::channels
