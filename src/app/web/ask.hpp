#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "runtime/http.hpp"

namespace dangol::app::web {

/// What this process itself answers to a GET.
struct OwnAnswer {
    int status = 0;  ///< 0: this process has no such route
    std::string body;

    [[nodiscard]] bool ok() const { return status == 200; }
};
using OwnAnswers = std::vector<OwnAnswer>;

/// Asks this process's own router for each path, as an anonymous reader on behalf of `asker`. `done` is
/// called once, with the answers in the order of the paths, on the thread that gave the last of them.
void ask_own(const runtime::Router& router, const runtime::Request& asker,
             const std::vector<std::string>& paths, std::move_only_function<void(OwnAnswers)> done);

}  // namespace dangol::app::web
