#include "traffic/bench/load.hpp"

#include <csignal>
#include <memory>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "contexts/mypage/api.hpp"
#include "traffic/bench/machine.hpp"
#include "traffic/bench/player.hpp"
#include "traffic/client/server_process.hpp"

namespace dangol::traffic::bench {
namespace {

using namespace std::chrono_literals;
constexpr auto finish_within = 30s;     ///< after the measured time: the stories that have begun
constexpr auto completed_within = 10s;  ///< after the last step: until MyPage shows it

/// An exception in any coroutine ends the run.
constexpr auto or_throw = [](const std::exception_ptr& error) {
    if (error) std::rethrow_exception(error);
};

/// Ctrl-C: the run ends within a second, and takes its server and its store with it.
volatile std::sig_atomic_t interrupted = 0;

class Load {
  public:
    Load(const Options& options, const std::string& url, client::KeyRing& keys,
         const client::ServerProcess* server, Recorder& recorder)
        : options_(options), keys_(keys), server_(server), recorder_(recorder), api_(io_, url) {}

    LoadFigures run() {
        in_turn(gather_cast());
        for (int i = 0; i < options_.connections; ++i) {
            players_.push_back(
                std::make_unique<Player>(api_, static_cast<std::size_t>(i), options_, cast_, recorder_));
        }
        for (auto& player : players_) asio::co_spawn(io_, player->prepare(), or_throw);
        drain();
        for (auto& player : players_) asio::co_spawn(io_, play(*player), or_throw);
        asio::co_spawn(io_, keep_time(), or_throw);
        drain();
        in_turn(look_at_finished());
        return figures_;
    }

  private:
    void drain() {
        io_.restart();
        io_.run();
    }
    void in_turn(Task<void> work) {
        asio::co_spawn(io_, std::move(work), or_throw);
        drain();
    }

    Task<void> gather_cast() { cast_ = co_await gather(api_, keys_, random_); }

    Task<void> play(Player& player) {
        ++playing_;
        co_await player.play(over_);
        --playing_;
    }

    Task<void> keep_time() {
        co_await count_down(options_.warmup, "warming up");
        const auto begin = Clock::now();
        const double own_before = own_cpu_seconds();
        const double server_before = server_ != nullptr ? server_->cpu_seconds() : 0;
        recorder_.open();
        co_await count_down(options_.duration, "measuring");
        recorder_.close();
        figures_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        figures_.generator_cpu_seconds = own_cpu_seconds() - own_before;
        if (server_ != nullptr) figures_.server_cpu_seconds = server_->cpu_seconds() - server_before;
        over_ = true;
        const auto give_up = Clock::now() + finish_within;
        while (playing_ > 0 && Clock::now() < give_up) co_await client::pause_for(10ms);
        if (playing_ == 0) co_return;
        recorder_.error(fmt::format("{} connections got no answer any more", playing_));
        io_.stop();
    }

    Task<void> count_down(Duration time, std::string_view what) {
        const bool watched = ::isatty(STDERR_FILENO) == 1;
        const auto end = Clock::now() + time;
        auto before = recorder_.stories();
        while (Clock::now() < end) {
            const auto left = std::chrono::ceil<std::chrono::microseconds>(end - Clock::now());
            co_await client::pause_for(std::min<std::chrono::microseconds>(1s, left));
            if (interrupted != 0) throw std::runtime_error("interrupted");
            if (!watched) continue;
            const auto now = recorder_.stories();
            fmt::print(stderr, "\r{:<11}{:>4} s left  {:>7}/s  {} errors \x1b[K", what,
                       std::chrono::ceil<std::chrono::seconds>(end - Clock::now()).count(), now - before,
                       recorder_.errors());
            before = now;
        }
        if (watched) fmt::print(stderr, "\r\x1b[K");
    }

    Task<void> look_at_finished() {
        const auto give_up = Clock::now() + completed_within;
        for (const auto& order : recorder_.last_orders()) {
            const auto target = "/myPages/" + order.order_id;
            for (;;) {
                const auto reply = co_await api_.send(
                    {.method = "GET", .target = target, .token = cast_.guest_tokens[order.guest]});
                const auto page = reply.as<mypage::PageView>();
                const auto status = page ? page->order_status : std::string{};
                if (status == "COMPLETED") break;
                if (Clock::now() > give_up) {
                    recorder_.error(fmt::format("a finished order shows {} {}", reply.status, status));
                    break;
                }
                co_await client::pause_for(5ms);
            }
        }
    }

    const Options& options_;
    client::KeyRing& keys_;
    const client::ServerProcess* server_;
    Recorder& recorder_;
    client::Random random_{std::random_device{}()};
    Cast cast_;
    bool over_ = false;
    int playing_ = 0;
    LoadFigures figures_;
    asio::io_context io_{1};
    client::Api api_;
    std::vector<std::unique_ptr<Player>> players_;
};

}  // namespace

LoadFigures put_load(const Options& options, const std::string& url, client::KeyRing& keys,
                     const client::ServerProcess* server, Recorder& recorder) {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { interrupted = 1; });
    return Load(options, url, keys, server, recorder).run();
}

}  // namespace dangol::traffic::bench
