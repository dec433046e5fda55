#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "adapters/memory/memory_store.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"

namespace dangol::simulation {

/// Holds DESIGN §1 against what is on the disks. Every check throws a Violation.
class Oracle {
  public:
    explicit Oracle(std::map<std::string, adapters::MemoryDisk>& disks) : disks_(disks) {}

    /// After each commit: versions without gaps, no ticket before its payment, never both made and cancelled.
    void look_at_new_events();
    /// A client was told 201: from now on the order must be there, placed.
    void acknowledged(const std::string& order_id) { acknowledged_.insert(order_id); }
    /// After each crash: what was acknowledged is on the disk.
    void check_acknowledged();
    /// When all is quiet: every order has ended, every captured payment is fulfilled or refunded once and
    /// agrees with the provider, the ledger sums to zero, MyPage agrees, nothing is parked.
    void check_end(adapters::SandboxProvider& provider);

    /// Of every event, in the order of commits.
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] std::uint64_t events() const { return events_; }

  private:
    void look_at(const std::string& context, const EventRecord& event);
    void check_order(const std::string& id, const adapters::SandboxTransaction* money);

    std::map<std::string, adapters::MemoryDisk>& disks_;
    std::map<std::string, std::uint64_t> seen_;      ///< by context
    std::map<std::string, std::uint64_t> versions_;  ///< by context, subject
    std::set<std::string> paid_;
    std::set<std::string> making_;
    std::set<std::string> void_;
    std::set<std::string> acknowledged_;
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
    std::uint64_t events_ = 0;
};

}  // namespace dangol::simulation
