#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "contexts/notification/notification.hpp"
#include "contexts/payment/payment.hpp"
#include "core/event.hpp"
#include "runtime/changes.hpp"

namespace dangol::simulation {

/// One deliberate bug, to prove that the oracle would see it: planted where the simulation touches the
/// program, at its policies, commits, calls of the provider and requests, so that the sources stay clean.
/// `name`: one of planted_bug.cpp, or empty or unknown for none (src/runtime/deliberate_bugs.hpp has more).
class PlantedBug {
  public:
    explicit PlantedBug(std::string name = {}) : name_(std::move(name)) {}

    /// What a newer version of the program adds to the documents and events that it writes.
    static constexpr std::string_view unknown_member = R"(,"ofTheNextVersion":1)";

    /// Whether the policy of `context` does not hear of the event.
    [[nodiscard]] bool is_deaf(std::string_view context, const EventRecord& event) const;
    /// What the policy hears instead of the event.
    [[nodiscard]] std::optional<EventRecord> misheard(const EventRecord& event) const;
    /// What is committed instead.
    void spoil(std::string_view context, runtime::Changes& changes) const;
    /// The provider's calls and answers.
    void spoil(payment::ChargeRequest& request) const;
    void spoil(payment::ChargeOutcome& outcome) const;
    void spoil(payment::QueryOutcome& outcome) const;
    void spoil_refund(Money& amount, std::string& refund_id, std::uint64_t calls) const;
    [[nodiscard]] bool pays_back_with_every_answer() const { return name_ == "every_answer_pays_back"; }
    /// The messenger's messages. `last_address`: of the message before, kept by the caller.
    void spoil(notification::OutgoingMessage& message, std::string& last_address) const;
    [[nodiscard]] bool sends_messages_again() const { return name_ == "messages_are_sent_again"; }
    /// The start does not compare the stores.
    [[nodiscard]] bool serves_older_copies() const { return name_ == "older_copies_are_served"; }
    /// What is left of a line is taken for a line.
    [[nodiscard]] bool keeps_torn_lines() const { return name_ == "torn_lines_are_kept"; }
    /// Strangers are let in everywhere.
    [[nodiscard]] bool lets_strangers_in() const { return name_ == "anybody_sees_everything"; }
    /// Lists show everybody everything.
    [[nodiscard]] bool shows_all_in_lists() const { return name_ == "lists_show_everything"; }

  private:
    std::string name_;
};

}  // namespace dangol::simulation
