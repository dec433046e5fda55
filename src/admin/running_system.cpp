#include "admin/running_system.hpp"

#include <filesystem>
#include <future>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "adapters/system/clock.hpp"
#include "adapters/tokens/signing_key.hpp"
#include "core/codec.hpp"

namespace dangol::admin {
namespace {

using namespace std::chrono_literals;

adapters::SigningKey key_of(const app::Config& config) {
    const auto path = config.token_key.empty() ? std::filesystem::path(config.data) / "keys" / "tokens.pem"
                                               : std::filesystem::path(config.token_key);
    if (!std::filesystem::exists(path)) {
        throw std::runtime_error("no token signing key at " + path.string() +
                                 "; give its folder by --data or the file by --token-key");
    }
    auto key = adapters::SigningKey::load(path);
    if (!key.can_sign()) {
        throw std::runtime_error(
            path.string() +
            " holds only the public key; signing needs the private key, which the identity process has");
    }
    return key;
}

struct Problem {
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (detail))

std::string words_of(const adapters::HttpReply& reply) {
    const auto problem = codec::from_json<Problem>(reply.body);
    return problem && !problem->detail.empty() ? problem->detail
                                               : fmt::format("HTTP status {}", reply.status);
}

}  // namespace

RunningSystem::RunningSystem(std::string url, const app::Config& config)
    : url_(std::move(url)), tokens_(key_of(config)) {
    while (url_.ends_with('/')) url_.pop_back();
}

std::string RunningSystem::ask(const std::string& method, const std::string& path, std::string body) {
    Principal me;
    me.account = {"admin"};
    me.role = Role::operator_;
    const auto token =
        tokens_.issue(identity::TokenUse::access, me, adapters::SystemClock().now(), std::chrono::minutes{1});
    std::promise<adapters::HttpOutcome> answer;
    auto answered = answer.get_future();
    adapters::HttpCall call;
    call.method = method;
    call.url = url_ + path;
    call.headers = {{"Authorization", "Bearer " + token},
                    {"Content-Type", "application/json"},
                    {"Accept-Language", "en"}};
    call.body = std::move(body);
    call.deadline = 30s;
    http_.send(std::move(call),
               [&answer](adapters::HttpOutcome outcome) { answer.set_value(std::move(outcome)); });
    const auto outcome = answered.get();
    if (!outcome) throw std::runtime_error(url_ + " is not reachable: " + outcome.error().message);
    if (outcome->status >= 300) throw std::runtime_error(words_of(*outcome));
    return outcome->body;
}

}  // namespace dangol::admin
