#include "contexts/identity/domain/account.hpp"

#include <gtest/gtest.h>

namespace dangol::identity {
namespace {

std::string code(const Result<void>& result) { return result ? "" : result.error().code; }

TEST(PasswordRule, wants_ten_characters_of_any_kind) {
    EXPECT_EQ(code(account::check_password("short pw!", "mina")), "password-length");
    EXPECT_EQ(code(account::check_password("all lower case", "mina")), "");
    EXPECT_EQ(code(account::check_password("아메리카노두잔주세요", "mina")),
              "");  // ten characters, thirty bytes
    EXPECT_EQ(code(account::check_password("아메리카노두잔", "mina")), "password-length");
}

TEST(PasswordRule, takes_128_bytes_and_no_more) {
    std::string password = "begin ";
    password.resize(128, 'x');
    EXPECT_EQ(code(account::check_password(password, "mina")), "");
    EXPECT_EQ(code(account::check_password(password + "x", "mina")), "password-length");
}

TEST(PasswordRule, refuses_what_everyone_would_guess) {
    EXPECT_EQ(code(account::check_password("Password123", "mina")), "password-too-common");
    EXPECT_EQ(code(account::check_password("aaaaaaaaaaaa", "mina")), "password-too-common");
    EXPECT_EQ(code(account::check_password("Mina.Barista", "mina.barista")), "password-too-common");
}

TEST(LoginNameRule, takes_lower_case_names_and_addresses) {
    EXPECT_EQ(account::normal_login_name("Mina@Dangol.KR"), "mina@dangol.kr");
    EXPECT_EQ(code(account::check_login_name("mina@dangol.kr")), "");
    EXPECT_EQ(code(account::check_login_name("mi")), "login-name-invalid");
    EXPECT_EQ(code(account::check_login_name("Mina")), "login-name-invalid");
    EXPECT_EQ(code(account::check_login_name("mina lee")), "login-name-invalid");
    EXPECT_EQ(code(account::check_login_name(std::string(65, 'a'))), "login-name-invalid");
}

TEST(DisplayNameRule, takes_any_script_but_no_control_characters) {
    EXPECT_EQ(code(account::check_display_name("이미나")), "");
    EXPECT_EQ(code(account::check_display_name("")), "display-name-invalid");
    EXPECT_EQ(code(account::check_display_name("a\nb")), "display-name-invalid");
    EXPECT_EQ(code(account::check_display_name(" \u3164")), "display-name-invalid") << "nothing to be seen";
}

}  // namespace
}  // namespace dangol::identity
