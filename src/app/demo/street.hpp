#pragma once

#include <string>

namespace dangol::app {
class Installation;
}

namespace dangol::app::demo {

/// `serve --demo`: brings three cafés in Seoul with their menus (cafes.json) and opens them. At the first
/// start it also prints one-time sign-in codes for a person at each bar and a rider. A second start finds the
/// cafés there and changes nothing of them.
///
/// Each start writes fresh codes for simulated staff, riders and an operator, who are other accounts than
/// those people's, into the data folder (client/key_ring.hpp), for `dangol demo` and `dangol bench`.
///
/// Where the cafe or the identity context does not run here, its part is left out. Throws std::runtime_error
/// if a command is refused.
void open_street(Installation& installation, const std::string& url, const std::string& data);

}  // namespace dangol::app::demo
