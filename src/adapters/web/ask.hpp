#pragma once

#include <string>
#include <vector>

#include "runtime/http.hpp"

namespace dangol::adapters::web {

/// What this process itself answers to a GET.
struct OwnAnswer {
    int status = 0;  ///< 0: this process has no such route
    std::string body;

    [[nodiscard]] bool ok() const { return status == 200; }
};
using OwnAnswers = std::vector<OwnAnswer>;

/// Asks this process's own router for all `paths` at once, as an anonymous reader on behalf of `asker`. The
/// answers are in the order of the paths; the task resumes on the thread that gave the last of them.
[[nodiscard]] runtime::Task<OwnAnswers> ask_own(const runtime::Router& router, const runtime::Request& asker,
                                                std::vector<std::string> paths);

}  // namespace dangol::adapters::web
