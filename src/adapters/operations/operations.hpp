#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/operations/rebuild.hpp"
#include "runtime/context.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters {

/// A context as an operator looks after it.
struct OperatedContext {
    const runtime::Context& context;
    runtime::Host host;
    runtime::Store& store;
    Rebuild::MakeContext make_fresh;  ///< empty unless the context is a read model
};

/// What an operator sees of and does to a running context: /contexts/{context}/events, …/auditLog,
/// …/deadLetters…, …/rebuild.
/// `find` gives nullptr for a context that does not run in this process. All outlive the routes.
[[nodiscard]] std::vector<runtime::Route> operation_routes(
    std::function<OperatedContext*(std::string_view context)> find, Rebuild& rebuild);

}  // namespace dangol::adapters
