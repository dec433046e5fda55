#include "contexts/notification/domain/channels.hpp"

#include <algorithm>
#include <array>

#include "core/overloaded.hpp"

namespace dangol::notification {
namespace {

using Events = Result<std::vector<ChannelEvent>>;

Events link(const Channels& state, const LinkChannel& command) {
    std::vector<ChannelEvent> events;
    const auto same_kind = [&](const LinkedChannel& linked) { return linked.channel == command.channel; };
    if (command.channel == Channel::webhook &&
        std::ranges::count_if(state.linked, same_kind) >= std::ptrdiff_t{webhooks_max}) {
        return refuse(Refusal::conflict, "too-many-webhooks",
                      {"웹훅은 다섯 개까지 연결할 수 있습니다. 쓰지 않는 것을 먼저 지워 주세요.",
                       "At most five webhooks can be linked. Please remove one that you do not use first."});
    }
    if (command.channel == Channel::telegram) {
        for (const auto& linked : state.linked) {
            if (!same_kind(linked)) continue;
            events.emplace_back(ChannelUnlinked{command.recipient, linked.id, linked.channel,
                                                UnlinkReason::replaced, command.at});
        }
    }
    events.emplace_back(ChannelLinked{command.recipient, command.channel_id, command.channel, command.at});
    return events;
}

Events unlink(const Channels& state, const UnlinkChannel& command) {
    const auto found = std::ranges::find(state.linked, command.channel_id, &LinkedChannel::id);
    if (found == state.linked.end()) {
        return refuse(Refusal::not_found, "not-found",
                      {"이 채널은 연결되어 있지 않습니다. 채널 목록을 다시 확인해 주세요.",
                       "This channel is not linked. Please look at the list of channels again."});
    }
    return std::vector<ChannelEvent>{
        ChannelUnlinked{command.recipient, found->id, found->channel, command.reason, command.at}};
}

}  // namespace

Result<std::vector<ChannelEvent>> decide(const Channels& state, const ChannelCommand& command) {
    return std::visit(Overloaded{[&](const LinkChannel& wanted) { return link(state, wanted); },
                                 [&](const UnlinkChannel& wanted) { return unlink(state, wanted); }},
                      command);
}

Channels evolve(Channels state, const ChannelEvent& event) {
    std::visit(Overloaded{[&](const ChannelLinked& linked) {
                              state.linked.push_back({linked.channel_id, linked.channel});
                          },
                          [&](const ChannelUnlinked& unlinked) {
                              std::erase_if(state.linked, [&](const auto& known) {
                                  return known.id == unlinked.channel_id;
                              });
                          }},
               event);
    return state;
}

std::optional<Duration> pause_after(int attempt) {
    using namespace std::chrono_literals;
    static constexpr std::array<Duration, attempts_max - 1> pauses{5s, 1min, 5min, 30min, 1h, 2h, 4h, 8h, 8h};
    if (attempt < 1 || attempt >= attempts_max) return std::nullopt;
    return pauses.at(static_cast<std::size_t>(attempt - 1));
}

}  // namespace dangol::notification
