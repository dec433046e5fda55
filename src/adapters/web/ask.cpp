#include "adapters/web/ask.hpp"

#include <atomic>
#include <memory>
#include <utility>

namespace dangol::adapters::web {
namespace {

using runtime::Callback;
using runtime::Request;
using runtime::Response;

struct Asked {
    Asked(std::size_t count, Callback<OwnAnswers> when_done)
        : answers(count), missing(count + 1), done(std::move(when_done)) {}

    void one_came() {
        if (missing.fetch_sub(1, std::memory_order_acq_rel) == 1) done(std::move(answers));
    }

    OwnAnswers answers;
    std::atomic<std::size_t> missing;  ///< one more than answers, for the loop that asks
    Callback<OwnAnswers> done;
};

}  // namespace

runtime::Task<OwnAnswers> ask_own(const runtime::Router& router, const Request& asker,
                                  std::vector<std::string> paths) {
    co_return co_await runtime::call<OwnAnswers>(
        [&router, &asker, paths = std::move(paths)](Callback<OwnAnswers> done) {
            const auto asked = std::make_shared<Asked>(paths.size(), std::move(done));
            for (std::size_t i = 0; i < paths.size(); ++i) {
                if (router.route_for(runtime::Method::get, paths[i]) == nullptr) {
                    asked->one_came();
                    continue;
                }
                Request request;
                request.path = paths[i];
                request.language = asker.language;
                request.traceparent = asker.traceparent;
                request.id = asker.id;
                router.dispatch(std::move(request), [asked, i](Response response) {
                    asked->answers[i] = {response.status, std::move(response.body)};
                    asked->one_came();
                });
            }
            asked->one_came();
        });
}

}  // namespace dangol::adapters::web
