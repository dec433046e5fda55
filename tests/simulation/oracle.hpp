#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "adapters/memory/memory_store.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "contexts/mypage/domain/my_page.hpp"
#include "life.hpp"
#include "message_oracle.hpp"
#include "runtime/ports.hpp"

namespace dangol::simulation {

/// Holds the promises of the README against what is on the disks. Every check throws a Violation.
class Oracle {
  public:
    Oracle(std::map<std::string, adapters::MemoryDisk>& disks, runtime::Clock& clock);

    /// After each commit: versions without gaps, each step in its turn, nothing made without money, no work
    /// on an order that ended more than a minute ago.
    void look_at_new_events();
    /// A client was told 201: the order must be there, placed, now and at the end.
    void acknowledged(const std::string& order_id);
    /// As far as was committed.
    [[nodiscard]] bool is_paid(const std::string& order_id) const;
    /// How many orders wait at the same bar before this one, by the pages on the disk.
    [[nodiscard]] int orders_ahead(const std::string& order_id) const;
    /// When all is quiet: every order, ticket and delivery has ended, every captured payment is fulfilled or
    /// refunded once and agrees with the provider, every account of the ledger agrees with the events, MyPage
    /// shows what they say, the order context's copies of the branches are right, nothing is parked.
    void check_end(adapters::SandboxProvider& provider);

    [[nodiscard]] MessageOracle& messages() { return messages_; }

    /// Each event as a line, in the order of commits, from now on.
    void tell(std::function<void(const std::string&)> line) { tell_ = std::move(line); }
    /// Of every event, in the order of commits.
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] std::uint64_t events() const { return events_; }

  private:
    using Handler = std::function<void(Life&, const EventRecord&)>;
    /// `see` takes a Life&, the event unless it does not care, and its EventRecord.
    template <class Event, class See>
    void on(See see);
    template <class Event>
    void shows(std::optional<Timestamp> mypage::Facts::* fact);
    struct Watched {
        const std::string& context;
        const adapters::MemoryDisk& disk;
        std::uint64_t seen = 0;
        std::unordered_map<std::string, std::uint64_t> versions = {};  ///< by subject
    };
    void look_at(Watched& from, const EventRecord& event);
    /// Into the hash.
    void note(std::uint64_t number);
    void note(std::string_view text);
    void watch_orders();
    void watch_bar();
    void watch_money();
    void watch_deliveries();
    void watch_pages();
    void no_longer(const Life& life, const EventRecord& event) const;

    // check_end, one subject each
    void check_order(const std::string& id, const Life& life,
                     const adapters::SandboxTransaction* money) const;
    void check_money(const std::string& id, const Life& life,
                     const adapters::SandboxTransaction* money) const;
    void check_page(const std::string& id, const Life& life, const mypage::Page& shown) const;
    /// As it is stored. Valid until the next call.
    const mypage::Page& page_of(const std::string& order_id) const;
    void check_ledger(const std::map<std::string, adapters::SandboxTransaction>& money) const;
    void check_replicas() const;
    void check_riders() const;

    std::map<std::string, adapters::MemoryDisk>& disks_;
    runtime::Clock& clock_;  ///< the true time; what events say is as the clocks of their writers were
    std::unordered_map<std::string_view, std::vector<Handler>> handlers_;  ///< by type
    std::vector<Watched> watched_;
    std::unordered_map<std::string, Life> lives_;             ///< by order
    std::unordered_map<std::string, std::string> placed_by_;  ///< request → order
    std::set<std::string> acknowledged_;
    std::set<std::string> branches_;
    std::set<std::string> riders_;
    MessageOracle messages_;
    struct ReadPage {
        std::string data;
        mypage::Page page;
    };
    mutable std::unordered_map<std::string, ReadPage> pages_;  ///< of which each is looked at many times
    std::function<void(const std::string&)> tell_;
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
    std::uint64_t events_ = 0;
};

}  // namespace dangol::simulation
