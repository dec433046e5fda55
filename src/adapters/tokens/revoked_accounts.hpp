#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "core/access.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

namespace dangol::adapters {

/// Accounts whose access tokens this process no longer accepts, although they are signed and not expired.
/// Holds what was revoked within the life of a token. Thread-safe.
class RevokedAccounts {
  public:
    /// No token of `account` that is shown before `until` is admitted; after it, none is left.
    void revoke(const AccountId& account, Timestamp until);

    /// `verified`, or 401 if its account was revoked.
    [[nodiscard]] Result<Principal> admit(Result<Principal> verified, Timestamp now);

  private:
    std::mutex mutex_;
    std::unordered_map<std::string, Timestamp> until_;
};

}  // namespace dangol::adapters
