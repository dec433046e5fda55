#pragma once

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

/// How simulated people get in. `serve --demo` writes fresh one-time codes into its data folder at each
/// start; `dangol demo` and `dangol bench` redeem them, and keep in their place what signs in next time.
namespace dangol::traffic::client {

struct Key {
    std::string login_name;
    std::string cafe;           ///< for staff: the branch
    std::string code;           ///< one-time code, or empty once it is redeemed
    std::string refresh_token;  ///< of the last sign-in, or empty
};
BOOST_DESCRIBE_STRUCT(Key, (), (login_name, cafe, code, refresh_token))

struct KeyRing {
    std::vector<Key> staff;
    std::vector<Key> riders;
    Key operator_;
};
BOOST_DESCRIBE_STRUCT(KeyRing, (), (staff, riders, operator_))

/// Where a data folder keeps it.
[[nodiscard]] std::string key_file_in(const std::string& data);

/// Throws std::runtime_error, saying what to do, if the file is not there or broken.
[[nodiscard]] KeyRing load_keys(const std::string& path);

/// Replaces the file at once; only its owner can read it. Throws std::system_error.
void save_keys(const std::string& path, const KeyRing& keys);

}  // namespace dangol::traffic::client
