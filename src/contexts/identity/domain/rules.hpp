#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

/// What people may choose: login names, display names, passwords.
namespace dangol::identity {

/// The form in which login names are kept and compared: ASCII letters in lower case.
[[nodiscard]] std::string normal_login_name(std::string_view login_name);

/// 3 to 64 characters of [a-z0-9._@+-], in the normal form.
[[nodiscard]] Result<void> check_login_name(std::string_view login_name);

/// 1 to 80 bytes, no control characters.
[[nodiscard]] Result<void> check_display_name(std::string_view display_name);

/// At least 10 characters, at most 128 bytes, not one of the most common ones, not one repeated character and
/// not the login name. No rule of composition: those make passwords worse (NIST SP 800-63B §5.1.1.2).
[[nodiscard]] Result<void> check_password(std::string_view password, std::string_view login_name);

}  // namespace dangol::identity
