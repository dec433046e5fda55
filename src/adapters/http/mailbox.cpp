// From any thread to the one that owns a connection.
#include "adapters/http/mailbox.hpp"

#include <boost/asio/post.hpp>
#include <utility>

#include "adapters/http/connection.hpp"

namespace dangol::adapters {

void Mailbox::deliver(const std::weak_ptr<Connection>& connection) {
    const std::scoped_lock lock(mutex_);
    if (io_ == nullptr) return;
    waiting_.push_back(connection);
    if (waiting_.size() > 1) return;  // the I/O thread is already on its way
    boost::asio::post(*io_, [self = shared_from_this()] { self->empty(); });
}

void Mailbox::close() {
    const std::scoped_lock lock(mutex_);
    io_ = nullptr;
    waiting_.clear();
}

void Mailbox::empty() {
    std::vector<std::weak_ptr<Connection>> woken;
    {
        const std::scoped_lock lock(mutex_);
        woken.swap(waiting_);
    }
    for (const auto& weak : woken) {
        if (const auto connection = weak.lock()) connection->wake();
    }
}

}  // namespace dangol::adapters
