#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/http.hpp"
#include "runtime/unit.hpp"

namespace dangol::runtime {

class Writer;
class Reads;
class Live;

/// What a context's API works with. References live as long as the process.
struct Host {
    Writer& writer;  ///< decides commands
    Reads& reads;    ///< answers questions from committed state
    Live& live;      ///< open streams of this context's events
    Environment environment;
};

/// Records what came of an effect: the work runs in the writer like any command, in the transaction that also
/// ends the effect. To try again later, `perform` the same effect id with a later `due` and a higher
/// `attempt`. A rejection is logged and the effect ends. Callable once, from any thread.
using FinishEffectWith = std::move_only_function<void(std::function<Result<void>(Unit&)>)>;

/// One bounded context, as the runtime drives it. All `on_…` functions run on the writer's thread, must not
/// block, and see the world only through their arguments and ports.
class Context {
  public:
    virtual ~Context() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;

    /// The contexts whose events this one reacts to.
    [[nodiscard]] virtual std::vector<std::string> sources() const = 0;

    /// Policies: what a foreign event leads to here. A rejection means "nothing to do here" (a late or
    /// repeated fact) and is logged at debug level; an exception parks the event as a dead letter. Unknown
    /// event types are ignored.
    virtual Result<void> on_event(Unit& unit, const EventRecord& event) = 0;

    /// A deadline has come; its row is already deleted in this unit.
    virtual Result<void> on_deadline(Unit& unit, const Deadline& deadline) = 0;

    /// Starts the call that `effect` asks for. `finish` may be called at once or later. If the process dies
    /// before that, the effect comes again with `resumed` set.
    virtual void on_effect(const Effect& effect, FinishEffectWith finish) = 0;

    /// The HTTP API. Called once, after the writer exists.
    [[nodiscard]] virtual std::vector<Route> routes(Host host) = 0;

    /// After each commit of this context, on the writer's thread: keep in-memory views up to date. Must not
    /// fail.
    virtual void committed(std::span<const std::shared_ptr<const EventRecord>> events) {
        static_cast<void>(events);
    }

    /// What is stored was repaired past the writer (Writer::amend): read in-memory views anew. On the
    /// writer's thread. Must not fail.
    virtual void amended(Reader& stored) { static_cast<void>(stored); }
};

}  // namespace dangol::runtime
