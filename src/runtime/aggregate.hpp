#pragma once

#include <algorithm>
#include <concepts>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/codec.hpp"
#include "core/result.hpp"
#include "runtime/changes.hpp"

namespace dangol::runtime {

class Unit;

/// An aggregate as the runtime stores and drives it: a value with the context's settings in it.
///
///     struct Loan {
///         static constexpr std::string_view name = "Loan";   // the document's kind
///         using State = …;    // default-constructible, codec-able: a struct or a variant of structs
///         using Command = …;  // variants of structs
///         using Event = …;
///     };
///
/// The pure core is found beside State and Command by argument-dependent lookup:
///
///     Result<std::vector<Event>> decide(const State&, const Command&);
///     State evolve(State, const Event&);
///
/// Optional members:
///
///     static constexpr std::string_view correlation = "loan";
///
///         Its id is the correlation of all that happens to it, in whatever context: one trace, in which
///         spans have the attribute `dangol.loan.id`.
///
///     std::string scope(state) const
///
///         The live streams that show its events: an account's id, a branch's.
///
///     static constexpr bool shows_state = true;
///
///         Streams and views in memory show more than its events say: each event that they get has the state
///         with it (`state_in`).
///
///     std::vector<Row> index(id, state) const
///
///         The rows by which it is found; a pure function of the state. The runtime writes the difference
///         between before and after.
///
///     void after(unit, id, event, state) const
///
///         What else follows from a recorded event in the same transaction: deadlines, effects, commands to
///         other aggregates. `state` is the one after the event.
template <class A>
concept Aggregate = requires(const typename A::State& state, const typename A::Command& command,
                             const typename A::Event& event) {
    { A::name } -> std::convertible_to<std::string_view>;
    { decide(state, command) } -> std::same_as<Result<std::vector<typename A::Event>>>;
    { evolve(typename A::State{}, event) } -> std::same_as<typename A::State>;
};

/// The aggregates of one context, by type. Built once, then only read.
class Aggregates {
  public:
    template <Aggregate A>
    void add(A aggregate) {
        members_.push_back({tag_of<A>(), std::make_shared<A>(std::move(aggregate)), A::name, &rewrite<A>});
    }

    /// The data of a document of this kind as this version writes it; as it is if this version cannot read
    /// it, or has no such kind.
    [[nodiscard]] std::string rewritten(std::string_view kind, const std::string& data) const {
        for (const auto& member : members_) {
            if (member.kind == kind) return member.rewrite(data);
        }
        return data;
    }

    /// Throws std::logic_error if the context has no such aggregate.
    template <Aggregate A>
    [[nodiscard]] const A& get() const {
        for (const auto& member : members_) {
            if (member.tag == tag_of<A>()) return *static_cast<const A*>(member.aggregate.get());
        }
        throw std::logic_error("the context has no aggregate " + std::string(A::name));
    }

  private:
    template <class A>
    static const void* tag_of() {
        static const char tag = 0;
        return &tag;
    }
    template <class A>
    static std::string rewrite(const std::string& data) {
        const auto state = codec::from_json<typename A::State>(data);
        return state ? codec::to_json(*state) : data;
    }
    struct Member {
        const void* tag;
        std::shared_ptr<const void> aggregate;
        std::string_view kind;
        std::string (*rewrite)(const std::string& data);
    };
    std::vector<Member> members_;
};

template <class A>
[[nodiscard]] std::string scope_of(const A& aggregate, const typename A::State& state) {
    if constexpr (requires { aggregate.scope(state); }) return aggregate.scope(state);
    return {};
}

template <class A>
[[nodiscard]] std::vector<Row> index_of(const A& aggregate, const std::string& id,
                                        const typename A::State& state) {
    if constexpr (requires { aggregate.index(id, state); }) return aggregate.index(id, state);
    return {};
}

}  // namespace dangol::runtime
