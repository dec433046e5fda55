#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/codec.hpp"
#include "core/event.hpp"
#include "core/type_name.hpp"
#include "runtime/unit.hpp"

namespace dangol::runtime {

/// A context's policies as a table: (source, event type) → what to do. Events that are not in the table are
/// ignored; one that is in it but cannot be decoded throws, which parks it.
template <class... Extra>
class PolicyTable {
  public:
    using Policy = std::function<Result<void>(Unit&, const EventRecord&, Extra...)>;
    using Entry = std::pair<std::string, Policy>;  ///< key: "source/Type"

    PolicyTable(std::initializer_list<Entry> entries) : policies_(entries.begin(), entries.end()) {}

    Result<void> react(Unit& unit, const EventRecord& event, Extra... extra) const {
        const auto found = policies_.find(event.source + "/" + event.type);
        if (found == policies_.end()) return {};
        return found->second(unit, event, extra...);
    }

  private:
    std::unordered_map<std::string, Policy> policies_;
};

/// One row of the table: whenever `source` publishes an Event, then `policy(unit, event, extra…)`.
template <class Event, class... Extra, class Function>
typename PolicyTable<Extra...>::Entry on(std::string_view source, Function policy) {
    auto key = std::string(source) + "/" + std::string(type_name<Event>());
    return {std::move(key), [policy](Unit& unit, const EventRecord& record, Extra... extra) -> Result<void> {
                auto event = codec::from_json<Event>(record.data);
                if (!event) {
                    throw std::runtime_error(record.type + " " + record.id + ": " + event.error().path + " " +
                                             event.error().message);
                }
                return policy(unit, *event, extra...);
            }};
}

}  // namespace dangol::runtime
