#include "contexts/notification/webhook_url.hpp"

#include <string>

#include <gtest/gtest.h>

namespace dangol::notification {
namespace {

TEST(WebhookUrl, takes_public_https_addresses) {
    for (const std::string_view url : {"https://pos.example.com/hook",
                                       "https://pos.example.com:8443/hook?cafe=1", "https://example.com"}) {
        EXPECT_TRUE(is_webhook_url(url, false)) << url;
    }
}

TEST(WebhookUrl, refuses_whatever_else) {
    const std::string long_url = "https://example.com/" + std::string(2'100, 'a');
    for (const std::string_view url : std::initializer_list<std::string_view>{
             "http://example.com/hook", "ftp://example.com", "https://", "https://localhost/hook",
             "https://intranet/hook", "https://user:secret@example.com", "https://example.com/#part",
             "https://exa mple.com", "https://[::1]/", "https://example.com:port/",
             "https://example.com\\@evil.com", std::string_view(long_url)}) {
        EXPECT_FALSE(is_webhook_url(url, true)) << url;
    }
}

TEST(WebhookUrl, plain_http_only_to_this_machine_and_only_when_allowed) {
    for (const std::string_view url : std::initializer_list<std::string_view>{
             "http://127.0.0.1:9000/hook", "http://localhost/hook", "http://[::1]/hook"}) {
        EXPECT_TRUE(is_webhook_url(url, true)) << url;
        EXPECT_FALSE(is_webhook_url(url, false)) << url;
    }
    EXPECT_FALSE(is_webhook_url("http://localhost.example.com/hook", true));
}

}  // namespace
}  // namespace dangol::notification
