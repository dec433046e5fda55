// Asio and Beast, compiled once for the whole program (BOOST_ASIO_SEPARATE_COMPILATION,
// cmake/toolchain.cmake).
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
