#pragma once

#include <string>

#include "runtime/http.hpp"

namespace dangol::adapters::web {

/// `html` as the answer to `asked`, compressed if it may be, 304 if it is known there already; with the
/// headers that let a page do no more than the apps need.
[[nodiscard]] runtime::Response page_response(const runtime::Request& asked, int status, std::string html);

}  // namespace dangol::adapters::web
