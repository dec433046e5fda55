#pragma once

#include <string>

namespace dangol::app {
class Installation;
}

namespace dangol::app::demo {

/// `serve --demo`: brings three cafés in Seoul with their menus, opens them, registers their staff and some riders, and
/// prints one-time sign-in links. A second start finds them there and changes nothing.
void open_street(Installation& installation, const std::string& url);

}  // namespace dangol::app::demo
