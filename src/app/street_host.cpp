#include "app/street_host.hpp"

#include "contexts/identity/identity.hpp"

namespace dangol::app {
namespace {

using traffic::demo::Newcomer;

Result<std::string> code_of(const Newcomer& newcomer, const identity::Codes& codes, runtime::Unit& unit) {
    switch (newcomer.job) {
        case Newcomer::Job::staff:
            return codes.staff_code(unit, newcomer.login_name, newcomer.display_name,
                                    {CafeId{newcomer.cafe}});
        case Newcomer::Job::rider: return codes.rider_code(unit, newcomer.login_name, newcomer.display_name);
        case Newcomer::Job::operator_: return codes.operator_code(unit, newcomer.login_name);
    }
    std::unreachable();
}

}  // namespace

Result<std::vector<std::string>> InstalledStreet::one_time_codes(const std::vector<Newcomer>& newcomers) {
    std::vector<std::string> codes;
    const auto done = installation_.with_identity(
        [&](const identity::Codes& issuer, runtime::Unit& unit) -> Result<std::string> {
            codes.clear();  // the unit may be tried again
            for (const auto& newcomer : newcomers) {
                auto code = code_of(newcomer, issuer, unit);
                if (!code) return code;
                codes.push_back(std::move(*code));
            }
            return std::string{};
        });
    if (!done) return std::unexpected(done.error());
    return codes;
}

}  // namespace dangol::app
