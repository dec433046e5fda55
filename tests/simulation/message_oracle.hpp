#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "adapters/memory/memory_store.hpp"
#include "contexts/notification/notification.hpp"
#include "core/event.hpp"

namespace dangol::simulation {

/// What notification owes to linked channels, what the messenger was given, and what is recorded of it: each
/// copy goes to whom it was promised, is delivered or given up as the rules say, and not sent once that is
/// recorded. Throws a Violation where this does not hold.
class MessageOracle {
  public:
    explicit MessageOracle(const std::map<std::string, adapters::MemoryDisk>& disks) : disks_(disks) {}

    /// The events of notification, in the order of commits.
    void look_at(const EventRecord& event);
    /// When all is quiet.
    void check_end();

    /// The messenger is given a copy. Only noted: it is called inside the program, and judged with the next
    /// event that is looked at, or at the end.
    void attempted(const notification::OutgoingMessage& message);
    /// The receiver has it, whatever the messenger answers.
    void reached(const notification::OutgoingMessage& message);
    /// The messenger answers that no attempt will ever succeed.
    void refused(const notification::OutgoingMessage& message);

    /// What an address of this recipient begins with.
    [[nodiscard]] static std::string address_of(const std::string& recipient);
    /// What the address of a receiver that never works ends with.
    static constexpr std::string_view broken_end = "broken";

  private:
    struct Copy {
        int attempts = 0;
        bool reached = false;
        bool refused = false;
    };
    struct Promise {
        std::string recipient;
        std::set<std::string> channels;
        std::size_t sent = 0;
        std::size_t failed = 0;
    };
    struct Attempt {
        notification::OutgoingMessage message;
        std::uint64_t after = 0;  ///< the last event that was committed then
    };
    void link(const notification::ChannelLinked& event);
    void unlink(const notification::ChannelUnlinked& event);
    void promise(const notification::MessageSent& message);
    void sent(const notification::MessageSent& message);
    void failed(const notification::MessageFailed& message, const EventRecord& record);
    void judge_attempts(std::uint64_t position);
    void judge(const notification::OutgoingMessage& message) const;
    [[nodiscard]] bool concerns(const std::string& recipient, const notification::MessageSent& message) const;
    [[nodiscard]] Promise& promise_of(const std::string& message_id);
    Copy& copy_of(const notification::OutgoingMessage& message);
    template <class Wanted>
    [[nodiscard]] std::size_t count(const std::string& message_id, Wanted wanted) const;

    const std::map<std::string, adapters::MemoryDisk>& disks_;
    std::map<std::string, std::set<std::string>> linked_;                  ///< channels by recipient
    std::unordered_map<std::string, Promise> promises_;                    ///< by message
    std::unordered_map<std::string, std::map<std::string, Copy>> copies_;  ///< by message, channel
    std::deque<Attempt> attempts_;
};

}  // namespace dangol::simulation
