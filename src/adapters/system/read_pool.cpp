#include "adapters/system/read_pool.hpp"

#include <cstdio>
#include <exception>
#include <utility>

#include "runtime/http.hpp"
#include "runtime/unavailable.hpp"

namespace dangol::adapters {

class ReadPool::Door final : public runtime::Reads {
  public:
    Door(ReadPool& pool, std::size_t lane) : pool_(pool), lane_(lane) {}
    void read(Question question) override { pool_.ask(lane_, std::move(question)); }

  private:
    ReadPool& pool_;
    std::size_t lane_;
};

ReadPool::ReadPool(ReadPoolOptions options) : options_(std::move(options)) {
    for (std::size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run(); });
}

ReadPool::~ReadPool() { stop(); }

std::unique_ptr<runtime::Reads> ReadPool::add(std::string context, OpenReader open) {
    const std::scoped_lock lock(mutex_);
    lanes_.push_back({std::move(context), std::move(open), {}});
    return std::make_unique<Door>(*this, lanes_.size() - 1);
}

void ReadPool::stop() {
    std::deque<Question> refused;  // answered without the lock
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        for (auto& lane : lanes_) {
            for (auto& question : lane.questions) refused.push_back(std::move(question));
            lane.questions.clear();
        }
        queued_ = 0;
    }
    asked_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
    for (auto& question : refused) question(std::unexpected(runtime::stopping()));
}

void ReadPool::ask(std::size_t number, Question question) {
    bool ending = false;
    {
        const std::scoped_lock lock(mutex_);
        ending = stopping_;
        auto& lane = lanes_[number];
        if (!ending && lane.questions.size() < options_.queued_max) {
            lane.questions.push_back(std::move(question));
            ++queued_;
            question = nullptr;
        }
    }
    if (!question) return asked_.notify_one();
    if (!ending) report(lanes_[number].context, "a question was refused: too many are waiting");
    question(std::unexpected(ending ? runtime::stopping() : runtime::overloaded()));
}

void ReadPool::run() {
    // This thread's readers, by lane. They go before the thread ends, so before the stores.
    std::vector<std::unique_ptr<runtime::Reader>> readers;
    std::unique_lock lock(mutex_);
    for (;;) {
        asked_.wait(lock, [this] { return stopping_ || queued_ > 0; });
        if (stopping_) return;
        served_ = next_lane();
        const auto number = served_;
        auto& lane = lanes_[number];
        auto question = std::move(lane.questions.front());
        lane.questions.pop_front();
        --queued_;
        lock.unlock();
        if (readers.size() <= number) readers.resize(number + 1);
        answer(lane, readers[number], std::move(question));
        lock.lock();
    }
}

std::size_t ReadPool::next_lane() {
    auto lane = (served_ + 1) % lanes_.size();
    while (lanes_[lane].questions.empty()) lane = (lane + 1) % lanes_.size();
    return lane;
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
