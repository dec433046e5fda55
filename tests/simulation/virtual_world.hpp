#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "random.hpp"
#include "runtime/ports.hpp"

/// The ports to the world, under a virtual clock and a seed.
namespace dangol::simulation {

class VirtualClock final : public runtime::Clock {
  public:
    Timestamp now() override { return now_; }
    void advance_to(Timestamp time) {
        if (time > now_) now_ = time;
    }

  private:
    Timestamp now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{1}};
};

/// What a machine takes for the time: it may be off, and be set.
class SkewedClock final : public runtime::Clock {
  public:
    explicit SkewedClock(VirtualClock& truth) : truth_(truth) {}
    Timestamp now() override { return truth_.now() + off_; }
    Duration steady() override { return truth_.steady(); }
    void set(Duration off) { off_ = off; }
    [[nodiscard]] Duration off() const { return off_; }
    /// When it will show `time`.
    [[nodiscard]] Timestamp true_time_of(Timestamp time) const { return time - off_; }

  private:
    VirtualClock& truth_;
    Duration off_{0};
};

class SeededIds final : public runtime::Ids {
  public:
    explicit SeededIds(std::uint64_t seed) : random_(seed, "ids") {}
    /// Shorter than those of an installation: these need no heap, of which ids took a third.
    std::string next() override { return letters(15); }
    std::uint64_t random(unsigned bits) override {
        return bits >= 64 ? random_.next() : random_.next() >> (64 - bits);
    }
    std::string secret() override { return letters(32); }

  private:
    std::string letters(int count) {
        static constexpr std::string_view alphabet = "0123456789abcdefghijklmnopqrstuv";
        constexpr int bits = 5;
        std::string text(static_cast<std::size_t>(count), '0');
        std::uint64_t drawn = 0;
        int left = 0;
        for (auto& letter : text) {
            if (left < bits) {
                drawn = random_.next();
                left = 64;
            }
            letter = alphabet[drawn & (alphabet.size() - 1)];
            drawn >>= bits;
            left -= bits;
        }
        return text;
    }
    Random random_;
};

/// What is to happen, in the order of virtual time; what falls on the same instant happens in an order drawn
/// from the seed.
class Agenda {
  public:
    Agenda(VirtualClock& clock, Random random) : clock_(clock), random_(random) {}

    void after(Duration delay, std::move_only_function<void()> call) {
        calls_.emplace(std::pair{clock_.now() + delay, random_.next()}, std::move(call));
    }
    [[nodiscard]] bool empty() const { return calls_.empty(); }
    [[nodiscard]] Timestamp next() const { return calls_.begin()->first.first; }
    /// Runs the next call; the clock is at its time or later.
    void run_next() {
        auto first = calls_.extract(calls_.begin());
        first.mapped()();
    }
    void clear() { calls_.clear(); }

  private:
    VirtualClock& clock_;
    Random random_;
    std::multimap<std::pair<Timestamp, std::uint64_t>, std::move_only_function<void()>> calls_;
};

class VirtualTimers final : public runtime::Timers {
  public:
    explicit VirtualTimers(Agenda& agenda) : agenda_(agenda) {}
    void after(Duration delay, std::move_only_function<void()> call) override {
        agenda_.after(delay, std::move(call));
    }

  private:
    Agenda& agenda_;
};

}  // namespace dangol::simulation
