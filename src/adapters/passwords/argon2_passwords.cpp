#include "adapters/passwords/argon2_passwords.hpp"

#include <array>
#include <charconv>
#include <memory>
#include <stdexcept>

#include <argon2.h>
#include <malloc.h>
#include <sys/random.h>

#include <fmt/format.h>

#include "adapters/system/thread_role.hpp"

namespace dangol::adapters {
namespace {

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;
constexpr Argon2Cost cost_max{1'048'576, 16, 4};

template <std::size_t size>
std::array<std::uint8_t, size> random_bytes() {
    std::array<std::uint8_t, size> bytes{};
    // Up to 256 bytes come whole or not at all once the system has its entropy (getrandom(2)).
    if (::getrandom(bytes.data(), size, 0) != static_cast<ssize_t>(size)) {
        throw std::runtime_error("The system gives no random bytes.");
    }
    return bytes;
}

/// Standard base64 without padding, as PHC strings have it.
template <std::size_t size>
std::string base64(const std::array<std::uint8_t, size>& bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const auto byte : bytes) {
        bits = (bits << 8U) | byte;
        for (count += 8; count >= 6;) {
            count -= 6;
            text += alphabet[(bits >> count) & 0x3FU];
        }
    }
    if (count > 0) text += alphabet[(bits << (6U - count)) & 0x3FU];
    return text;
}

std::string argon2id(const std::string& password, const Argon2Cost& cost) {
    const auto salt = random_bytes<salt_bytes>();
    std::array<char, 256> phc{};
    const int failed =
        argon2id_hash_encoded(cost.passes, cost.memory_kib, cost.lanes, password.data(), password.size(),
                              salt.data(), salt.size(), hash_bytes, phc.data(), phc.size());
    if (failed != ARGON2_OK) throw std::runtime_error(std::string("argon2: ") + argon2_error_message(failed));
    return phc.data();
}

/// The working memory goes back to the system and is not kept for a sign-in that may come tomorrow.
void return_memory() { ::malloc_trim(0); }

bool read_number(std::string_view& text, std::string_view label, std::uint32_t& into) {
    if (!text.starts_with(label)) return false;
    text.remove_prefix(label.size());
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    if (error != std::errc{} || into == 0) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

template <class T>
Result<T> too_busy() {
    return refuse(Refusal::too_many, "too-many-sign-ins",
                  {"지금 로그인하려는 사람이 너무 많아요. 잠시 뒤에 다시 시도해 주세요.",
                   "Too many people are signing in just now. Wait a moment and try again."});
}

}  // namespace

std::optional<Argon2Cost> argon2_cost(std::string_view phc) {
    Argon2Cost cost;
    if (!read_number(phc, "$argon2id$v=19$m=", cost.memory_kib)) return std::nullopt;
    if (!read_number(phc, ",t=", cost.passes) || !read_number(phc, ",p=", cost.lanes)) return std::nullopt;
    const auto hash = phc.find('$', 1);
    if (!phc.starts_with('$') || hash == std::string_view::npos || hash == 1 || hash + 1 == phc.size()) {
        return std::nullopt;
    }
    if (cost.memory_kib > cost_max.memory_kib || cost.passes > cost_max.passes ||
        cost.lanes > cost_max.lanes) {
        return std::nullopt;
    }
    return cost;
}

Argon2Passwords::Argon2Passwords(Argon2Cost cost, PoolLimits limits) : cost_(cost), limits_(limits) {}

Argon2Passwords::~Argon2Passwords() {
    for (auto& thread : threads_) thread.request_stop();
}

void Argon2Passwords::hash(std::string password, std::move_only_function<void(Result<std::string>)> done) {
    // `done` is shared with the task, so that a refused task still leaves it to be called.
    auto reply = std::make_shared<decltype(done)>(std::move(done));
    Task task = [cost = cost_, password = std::move(password), reply] {
        auto phc = argon2id(password, cost);
        return_memory();
        (*reply)(std::move(phc));
    };
    if (!enqueue(task)) (*reply)(too_busy<std::string>());
}

void Argon2Passwords::verify(std::string password, std::string phc,
                             std::move_only_function<void(Result<bool>)> done) {
    auto reply = std::make_shared<decltype(done)>(std::move(done));
    Task task = [password = std::move(password), phc = std::move(phc), reply] {
        const bool readable = argon2_cost(phc).has_value();
        const bool matches =
            readable && argon2id_verify(phc.c_str(), password.data(), password.size()) == ARGON2_OK;
        return_memory();
        (*reply)(matches);
    };
    if (!enqueue(task)) (*reply)(too_busy<bool>());
}

std::string Argon2Passwords::decoy() const {
    return fmt::format("$argon2id$v=19$m={},t={},p={}${}${}", cost_.memory_kib, cost_.passes, cost_.lanes,
                       base64(random_bytes<salt_bytes>()), base64(random_bytes<hash_bytes>()));
}

bool Argon2Passwords::needs_rehash(std::string_view phc) const { return argon2_cost(phc) != cost_; }

bool Argon2Passwords::enqueue(Task& task) {
    {
        const std::scoped_lock lock(mutex_);
        if (queue_.size() >= limits_.queued_max) return false;
        queue_.push_back(std::move(task));
        if (threads_.size() < limits_.threads) {
            threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
        }
    }
    ready_.notify_one();
    return true;
}

void Argon2Passwords::work(const std::stop_token& stop) {
    become_worker("passwords");
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            if (!ready_.wait(lock, stop, [this] { return !queue_.empty(); })) return;
            if (stop.stop_requested()) return;
            task = std::move(queue_.front());
            queue_.pop_front();
        }
        task();
    }
}

}  // namespace dangol::adapters
