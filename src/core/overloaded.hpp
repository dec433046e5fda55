#pragma once

namespace dangol {

/// Builds one visitor from several lambdas. Never give it an `auto` fallback: a new alternative must not
/// compile until every visit has answered it.
template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace dangol
