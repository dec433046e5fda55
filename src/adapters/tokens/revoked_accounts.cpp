#include "adapters/tokens/revoked_accounts.hpp"

namespace dangol::adapters {

void RevokedAccounts::revoke(const AccountId& account, Timestamp until) {
    const std::scoped_lock lock(mutex_);
    until_.insert_or_assign(account.value, until);
}

Result<Principal> RevokedAccounts::admit(Result<Principal> verified, Timestamp now) {
    if (!verified) return verified;
    {
        const std::scoped_lock lock(mutex_);
        if (until_.empty()) return verified;
        std::erase_if(until_, [&](const auto& one) { return one.second <= now; });
        if (!until_.contains(verified->account.value)) return verified;
    }
    return refuse(Refusal::unauthenticated, "token-invalid",
                  {"로그인 정보가 올바르지 않거나 만료됐어요. 다시 로그인해 주세요.",
                   "The access token is not valid or has expired. Refresh it or sign in again."});
}

}  // namespace dangol::adapters
