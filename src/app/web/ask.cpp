#include "app/web/ask.hpp"

#include <atomic>
#include <memory>
#include <utility>

namespace dangol::app::web {

void ask_own(const runtime::Router& router, const runtime::Request& asker,
             const std::vector<std::string>& paths, std::move_only_function<void(OwnAnswers)> done) {
    struct Asked {
        OwnAnswers answers;
        std::atomic<std::size_t> missing;
        std::move_only_function<void(OwnAnswers)> done;
        void one_came() {
            if (missing.fetch_sub(1, std::memory_order_acq_rel) == 1) done(std::move(answers));
        }
    };
    const auto asked = std::make_shared<Asked>();
    asked->answers.resize(paths.size());
    asked->missing = paths.size() + 1;  // one more for this loop: `done` comes after it at the earliest
    asked->done = std::move(done);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (router.route_for(runtime::Method::get, paths[i]) == nullptr) {
            asked->one_came();
            continue;
        }
        runtime::Request request;
        request.path = paths[i];
        request.language = asker.language;
        request.traceparent = asker.traceparent;
        request.id = asker.id;
        router.dispatch(std::move(request), [asked, i](runtime::Response response) {
            asked->answers[i] = {response.status, std::move(response.body)};
            asked->one_came();
        });
    }
    asked->one_came();
}

}  // namespace dangol::app::web
