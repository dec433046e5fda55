#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "contexts/identity/identity.hpp"

namespace dangol::adapters {

/// OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane; about 20 ms on a server core.
struct Argon2Cost {
    std::uint32_t memory_kib = 19'456;
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;
    bool operator==(const Argon2Cost&) const = default;
};

struct PoolLimits {
    std::size_t threads = 1;  ///< each takes `memory_kib` while it hashes
    std::size_t queued_max = 32;
};

/// The cost in a PHC string "$argon2id$v=19$m=…,t=…,p=…$salt$hash"; nullopt if it is not one. Bounded, so
/// that no stored text can make us take gigabytes: memory up to 1 GiB, 16 passes, 4 lanes.
[[nodiscard]] std::optional<Argon2Cost> argon2_cost(std::string_view phc);

/// argon2id by libargon2, on a few threads of its own that start with the first password and not before.
/// What is queued at destruction is dropped; its `done` is destroyed uncalled.
class Argon2Passwords final : public identity::PasswordHasher {
  public:
    explicit Argon2Passwords(Argon2Cost cost = {}, PoolLimits limits = {});
    ~Argon2Passwords() override;
    Argon2Passwords(const Argon2Passwords&) = delete;
    Argon2Passwords& operator=(const Argon2Passwords&) = delete;

    void hash(std::string password, std::move_only_function<void(Result<std::string>)> done) override;
    void verify(std::string password, std::string phc,
                std::move_only_function<void(Result<bool>)> done) override;
    [[nodiscard]] std::string decoy() const override;
    [[nodiscard]] bool needs_rehash(std::string_view phc) const override;

  private:
    using Task = std::move_only_function<void()>;

    /// False if too many are waiting; then `task` is untouched.
    bool enqueue(Task& task);
    void work(const std::stop_token& stop);

    Argon2Cost cost_;
    PoolLimits limits_;
    std::mutex mutex_;
    std::condition_variable_any ready_;
    std::deque<Task> queue_;
    std::vector<std::jthread> threads_;  ///< last: they stop before the rest goes
};

}  // namespace dangol::adapters
