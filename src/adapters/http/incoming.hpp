#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "adapters/http/server.hpp"

namespace dangol::adapters {

using Message = boost::beast::http::request<boost::beast::http::string_body>;

/// A message as the handlers see it. If `refusal` is set it must not be dispatched; `request` then holds what
/// could be read of it, at least an id and the language.
struct Incoming {
    runtime::Request request;
    std::optional<runtime::Response> refusal;
    bool head_only = false;  ///< HEAD: as GET, without the body
    std::string caller;      ///< its trace context; empty if it sent none
    std::string forwarded;   ///< all of X-Forwarded-For; whom to believe is the connection's to decide
};

/// How much of a body the route that `message` is for takes; its head must have been read.
[[nodiscard]] std::size_t body_bytes_max(const Message& message, const runtime::Router& router,
                                         std::size_t usual);

/// Takes the body out of `message`. Blocks no longer than `authenticate` does.
[[nodiscard]] Incoming read_incoming(Message& message, const Authenticate& authenticate, runtime::Ids& ids,
                                     const runtime::Router& router, std::size_t url_bytes_max);

}  // namespace dangol::adapters
