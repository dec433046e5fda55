#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/rebuild.hpp"
#include "runtime/http.hpp"
#include "runtime/reads.hpp"
#include "runtime/writer.hpp"

namespace dangol::app {

/// A context as an operator looks after it.
struct OperatedContext {
    runtime::Writer& writer;
    runtime::Reads& reads;
    runtime::Store& store;
    Rebuild::MakeContext make_fresh;  ///< empty unless the context is a read model
};

/// What an operator sees of and does to a running context: /contexts/{context}/events, …/deadLetters…,
/// …/rebuild.
/// `find` gives nullptr for a context that does not run in this process. All outlive the routes.
[[nodiscard]] std::vector<runtime::Route> operation_routes(
    std::function<OperatedContext*(std::string_view context)> find, Rebuild& rebuild);

}  // namespace dangol::app
