#include "adapters/system/read_pool.hpp"

#include <chrono>
#include <cstdio>
#include <exception>
#include <utility>

#include "adapters/system/thread_role.hpp"
#include "runtime/http.hpp"
#include "runtime/unavailable.hpp"

namespace dangol::adapters {

class ReadPool::Door final : public runtime::Reads {
  public:
    Door(ReadPool& pool, std::size_t lane) : pool_(pool), lane_(lane) {}
    void read(Question question, Caller caller) override {
        pool_.ask(lane_, std::move(question), std::move(caller));
    }

  private:
    ReadPool& pool_;
    std::size_t lane_;
};

namespace {

Duration steady_now() {
    return std::chrono::floor<Duration>(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

ReadPool::ReadPool(ReadPoolOptions options) : options_(std::move(options)) {
    for (std::size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run(); });
}

ReadPool::~ReadPool() { stop(); }

std::unique_ptr<runtime::Reads> ReadPool::add(std::string context, OpenReader open) {
    const std::scoped_lock lock(mutex_);
    lanes_.push_back({std::move(context), std::move(open), runtime::SheddingQueue<Question>(options_.queue)});
    return std::make_unique<Door>(*this, lanes_.size() - 1);
}

void ReadPool::stop() {
    std::deque<Question> refused;  // answered without the lock
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        for (auto& lane : lanes_) {
            for (auto& question : lane.questions.take_all()) refused.push_back(std::move(question));
        }
        queued_ = 0;
    }
    asked_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    for (auto& question : refused) question(std::unexpected(runtime::stopping()));
}

void ReadPool::ask(std::size_t number, Question question, Caller caller) {
    bool ending = false;
    {
        const std::scoped_lock lock(mutex_);
        ending = stopping_;
        if (!ending && lanes_[number].questions.push(question, std::move(caller), steady_now())) {
            ++queued_;
            return asked_.notify_one();
        }
    }
    if (!ending) shed_.fetch_add(1, std::memory_order_relaxed);
    question(std::unexpected(ending ? runtime::stopping() : runtime::overloaded()));
}

void ReadPool::run() {
    become_worker("reads");
    // This thread's readers, by lane. They go before the thread ends, so before the stores.
    std::vector<std::unique_ptr<runtime::Reader>> readers;
    std::unique_lock lock(mutex_);
    for (;;) {
        asked_.wait(lock, [this] { return stopping_ || queued_ > 0; });
        if (stopping_) return;
        served_ = next_lane();
        const auto number = served_;
        auto& lane = lanes_[number];
        std::vector<Question> shed;
        auto question = lane.questions.pop_critical();
        if (!question) question = lane.questions.pop_sheddable(steady_now(), shed);
        queued_ -= shed.size() + (question ? 1 : 0);
        lock.unlock();
        refuse(shed);
        if (readers.size() <= number) readers.resize(number + 1);
        if (question) answer(lane, readers[number], std::move(*question));
        lock.lock();
    }
}

std::size_t ReadPool::next_lane() {
    auto lane = (served_ + 1) % lanes_.size();
    while (lanes_[lane].questions.empty()) lane = (lane + 1) % lanes_.size();
    return lane;
}

void ReadPool::refuse(std::vector<Question>& shed) {
    shed_.fetch_add(shed.size(), std::memory_order_relaxed);
    for (auto& question : shed) question(std::unexpected(runtime::overloaded()));
}

void ReadPool::answer(const Lane& lane, std::unique_ptr<runtime::Reader>& reader, Question question) {
    try {
        if (!reader) reader = lane.open();
        if (!reader) throw runtime::StoreBroken("its store is not there");
    } catch (const std::exception& error) {
        reader.reset();
        report(lane.context, error.what());
        return question(std::unexpected(runtime::store_unavailable()));
    }
    try {
        question(reader.get());
    } catch (const runtime::StoreBroken& error) {
        reader.reset();  // the next question tries a new one
        report(lane.context, error.what());
    } catch (const std::exception& error) {
        report(lane.context, error.what());
    }
}

void ReadPool::report(std::string_view context, std::string_view why) const {
    if (options_.on_trouble) {
        options_.on_trouble(context, why);
    } else {
        std::fprintf(stderr, "reads of %.*s: %.*s\n", static_cast<int>(context.size()), context.data(),
                     static_cast<int>(why.size()), why.data());
    }
}

}  // namespace dangol::adapters
