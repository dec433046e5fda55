#include "adapters/http/ask.hpp"

#include <boost/asio/async_result.hpp>
#include <utility>

namespace dangol::adapters {

Task<HttpOutcome> ask(HttpClient& client, HttpCall call) {
    co_return co_await boost::asio::async_initiate<const UseTask, void(HttpOutcome)>(
        [&client](auto resume, HttpCall asked) {
            client.send(std::move(asked), [resume = std::move(resume)](HttpOutcome outcome) mutable {
                std::move(resume)(std::move(outcome));
            });
        },
        use_task, std::move(call));
}

}  // namespace dangol::adapters
