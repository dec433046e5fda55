#include "contexts/identity/domain/rules.hpp"

#include <algorithm>
#include <array>

namespace dangol::identity {
namespace {

constexpr std::size_t password_characters_min = 10;
constexpr std::size_t password_bytes_max = 128;

/// Common ones that are long enough to pass the rule of length.
constexpr std::array<std::string_view, 30> common_passwords{
    "1234567890",   "0123456789",    "0987654321",  "12345678910",  "123456789a",  "1q2w3e4r5t",
    "1q2w3e4r5t6y", "qwertyuiop",    "qwerty12345", "qwerty123456", "asdfghjkl1",  "asdfghjkl;",
    "zaq12wsxcde3", "password12",    "password123", "password1234", "password!23", "passw0rd12",
    "passw0rd123",  "iloveyou12",    "iloveyou123", "letmein123",   "welcome123",  "welcome1234",
    "admin12345",   "administrator", "changeme123", "dangol1234",   "coffee1234",  "abcdefghij"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string normal_login_name(std::string_view login_name) {
    std::string normal(login_name);
    std::ranges::transform(normal, normal.begin(), lower);
    return normal;
}

Result<void> check_login_name(std::string_view login_name) {
    const bool characters_fit = std::ranges::all_of(login_name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("._@+-").contains(c);
    });
    if (login_name.size() >= 3 && login_name.size() <= 64 && characters_fit) return {};
    return refuse(Refusal::invalid, "login-name-invalid",
                  {"로그인 이름은 영문 소문자, 숫자, . _ @ + - 로 3~64자여야 합니다.",
                   "Choose a login name of 3 to 64 characters: letters, digits and . _ @ + - only."});
}

Result<void> check_display_name(std::string_view display_name) {
    const bool printable = std::ranges::none_of(
        display_name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (!display_name.empty() && display_name.size() <= 80 && printable) return {};
    return refuse(Refusal::invalid, "display-name-invalid",
                  {"표시 이름은 1~80바이트의 보이는 글자여야 합니다.",
                   "Give a display name of 1 to 80 bytes without control characters."});
}

Result<void> check_password(std::string_view password, std::string_view login_name) {
    if (characters(password) < password_characters_min || password.size() > password_bytes_max) {
        return refuse(Refusal::unprocessable, "password-length",
                      {"비밀번호는 10자 이상, 128바이트 이하여야 합니다. 문장처럼 길게 지어 보세요.",
                       "Choose a password of at least 10 characters and at most 128 bytes; a short sentence "
                       "works well."});
    }
    const std::string plain = normal_login_name(password);
    const bool one_character = std::ranges::all_of(plain, [&](char c) { return c == plain.front(); });
    if (one_character ||
        std::ranges::find(common_passwords, std::string_view(plain)) != common_passwords.end() ||
        plain == normal_login_name(login_name)) {
        return refuse(Refusal::unprocessable, "password-too-common",
                      {"너무 흔하거나 로그인 이름과 같은 비밀번호입니다. 다른 비밀번호를 골라 주세요.",
                       "This password is among the first that anyone would guess. Choose another one."});
    }
    return {};
}

}  // namespace dangol::identity
