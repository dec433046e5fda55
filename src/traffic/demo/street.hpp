#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"

namespace dangol::traffic::demo {

/// Somebody who gets a one-time sign-in code, and an account with it if they have none.
struct Newcomer {
    enum class Job { staff, rider, operator_ } job = Job::staff;
    std::string login_name;
    std::string display_name;  ///< not of an operator
    std::string cafe;          ///< of staff
};

/// What the street needs of the program that opens it.
class StreetHost {
  public:
    virtual ~StreetHost() = default;

    /// Sends a request as the operator, and waits. Gives the body.
    virtual Result<std::string> ask(const std::string& method, const std::string& path,
                                    const std::string& body) = 0;
    /// One code for each, in one step. Refused with Refusal::unavailable where identity does not run here.
    virtual Result<std::vector<std::string>> one_time_codes(const std::vector<Newcomer>& newcomers) = 0;
};

/// `serve --demo`: brings three cafés in Seoul with their menus (cafes.json) and opens them. At the first
/// start it also prints one-time sign-in codes for a person at each bar and a rider. A second start finds the
/// cafés there and changes nothing of them.
///
/// Each start writes fresh codes for simulated staff, riders and an operator, who are other accounts than
/// those people's, into the data folder (client/key_ring.hpp), for `dangol demo` and `dangol bench`.
///
/// Where the cafe or the identity context does not run here, its part is left out. Throws std::runtime_error
/// if a command is refused.
void open_street(StreetHost& host, const std::string& url, const std::string& data);

}  // namespace dangol::traffic::demo
