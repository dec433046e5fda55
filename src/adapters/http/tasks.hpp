#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

/// Coroutines and sockets bound to an io_context itself rather than to any executor: no type erasure on the
/// hot path.
namespace dangol::adapters {

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
template <class T>
using Task = boost::asio::awaitable<T, Executor>;
using UseTask = boost::asio::use_awaitable_t<Executor>;

inline constexpr UseTask use_task{};
/// Awaiting gives a tuple that begins with the error code.
inline constexpr boost::asio::as_tuple_t<UseTask> use_result{use_task};

}  // namespace dangol::adapters
