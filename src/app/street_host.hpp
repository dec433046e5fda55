#pragma once

#include "app/installation.hpp"
#include "traffic/demo/street.hpp"

namespace dangol::app {

/// Opens the demo's street in an installation that runs.
class InstalledStreet final : public traffic::demo::StreetHost {
  public:
    explicit InstalledStreet(Installation& installation) : installation_(installation) {}

    Result<std::string> ask(const std::string& method, const std::string& path,
                            const std::string& body) override {
        return installation_.as_operator(method, path, body);
    }
    Result<std::vector<std::string>> one_time_codes(
        const std::vector<traffic::demo::Newcomer>& newcomers) override;

  private:
    Installation& installation_;
};

}  // namespace dangol::app
