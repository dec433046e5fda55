#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <list>

namespace dangol::adapters {

class Connection;

/// The connections of one thread, ordered by who goes first when there is no room for a newcomer: those that
/// have never sent a whole request, then those that wait for another one, of each the one that does so
/// longest. Those that work never go.
class Roster {
  public:
    enum class Rank : std::uint8_t { silent, idle, working };
    struct Entry {
        Connection* connection = nullptr;
        Rank rank = Rank::silent;
    };
    /// Valid until `remove`.
    using Place = std::list<Entry>::iterator;

    Place add(Connection& connection) {
        auto& rank = of(Rank::silent);
        return rank.insert(rank.end(), {&connection, Rank::silent});
    }
    /// As the last of that rank.
    void move(Place place, Rank rank) {
        of(rank).splice(of(rank).end(), of(place->rank), place);
        place->rank = rank;
    }
    void remove(Place place) { of(place->rank).erase(place); }

    /// Null if all of them work.
    [[nodiscard]] Connection* first_to_go() const {
        for (const auto rank : {Rank::silent, Rank::idle}) {
            if (const auto& all = of(rank); !all.empty()) return all.front().connection;
        }
        return nullptr;
    }
    [[nodiscard]] bool empty() const {
        return of(Rank::silent).empty() && of(Rank::idle).empty() && of(Rank::working).empty();
    }
    /// `visit` must neither add nor move nor remove.
    void for_each(const std::function<void(Connection&)>& visit) const {
        for (const auto& rank : ranks_) {
            for (const auto& entry : rank) visit(*entry.connection);
        }
    }

  private:
    [[nodiscard]] std::list<Entry>& of(Rank rank) { return ranks_.at(static_cast<std::size_t>(rank)); }
    [[nodiscard]] const std::list<Entry>& of(Rank rank) const {
        return ranks_.at(static_cast<std::size_t>(rank));
    }

    std::array<std::list<Entry>, 3> ranks_;
};

}  // namespace dangol::adapters
