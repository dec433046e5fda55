#include "adapters/kafka/figures.hpp"

namespace dangol::adapters {

std::vector<KafkaLag> KafkaFigures::lags() const {
    const std::scoped_lock lock(mutex_);
    std::vector<KafkaLag> lags;
    lags.reserve(lags_.size());
    for (const auto& [of, events] : lags_) {
        const auto& [consumer, source, partition] = of;
        lags.push_back({consumer, source, partition, events});
    }
    return lags;
}

void KafkaFigures::set_lag(const std::string& consumer, const std::string& source, int partition,
                           std::uint64_t events) {
    const std::scoped_lock lock(mutex_);
    lags_[{consumer, source, partition}] = events;
}

void KafkaFigures::drop_lags(const std::string& consumer) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(lags_, [&](const auto& lag) { return std::get<0>(lag.first) == consumer; });
}

runtime::Backlog KafkaFigures::backlog(const std::string& source) const {
    const std::scoped_lock lock(mutex_);
    const auto found = backlogs_.find(source);
    return found == backlogs_.end() ? runtime::Backlog{} : found->second;
}

void KafkaFigures::set_backlog(const std::string& source, runtime::Backlog backlog) {
    const std::scoped_lock lock(mutex_);
    backlogs_[source] = backlog;
}

}  // namespace dangol::adapters
