#include "app/client/url.hpp"

#include <stdexcept>

#include <boost/url/parse.hpp>

namespace dangol::app::client {

Url parse_url(std::string_view text) {
    const auto url = boost::urls::parse_uri({text.data(), text.size()});
    const bool plain = url && url->scheme_id() == boost::urls::scheme::http && !url->encoded_host().empty() &&
                       (url->encoded_path().empty() || url->encoded_path() == "/");
    if (!plain) {
        throw std::invalid_argument("'" + std::string(text) +
                                    "' is not the address of a server; give it like http://127.0.0.1:8088");
    }
    return {url->host_address(), url->has_port() ? std::string(url->port()) : "80"};
}

}  // namespace dangol::app::client
