#include "app/observe/observe.hpp"

#include <mutex>

#include "app/assets.hpp"
#include "app/observe/page.hpp"
#include "app/web/page.hpp"

namespace dangol::app::observe {
namespace {

using namespace runtime;

Route style(std::string path, std::string_view css) {
    return {Method::get,
            std::move(path),
            Access::anyone(),
            [css](const Request&, Respond respond) {
                Response response;
                response.body = css;
                response.content_type = "text/css; charset=utf-8";
                response.headers = {{"Cache-Control", "no-cache"}};
                respond(std::move(response));
            },
            {},
            false};
}

Language language_of(const Request& request) {
    const auto chosen = request.query.find("lang");
    if (chosen == request.query.end()) return request.language;
    return chosen->second == "en" ? Language::en : Language::ko;
}

}  // namespace

struct Observe::Parts {
    Parts(std::string name, const adapters::Metrics& from, Clock& to_clock, Timers& to_timers)
        : process(std::move(name)), metrics(from), clock(to_clock), timers(to_timers) {}

    std::string process;
    const adapters::Metrics& metrics;
    Clock& clock;
    Timers& timers;
    Timestamp began = clock.now();
    std::mutex mutex;
    History history;

    void remember() {
        Moment moment(metrics.families(), clock.now());
        {
            const std::scoped_lock lock(mutex);
            history.add(std::move(moment));
        }
        timers.after(History::step, [this] { remember(); });
    }
    [[nodiscard]] std::string drawn(Language language) {
        const std::scoped_lock lock(mutex);
        if (history.empty()) history.add(Moment(metrics.families(), clock.now()));
        return page(history, {process, clock.now() - began}, language);
    }
};

Observe::Observe(std::string process, const adapters::Metrics& metrics, Clock& clock, Timers& timers)
    : parts_(std::make_unique<Parts>(std::move(process), metrics, clock, timers)) {}
Observe::~Observe() = default;

void Observe::start() { parts_->remember(); }

std::vector<Route> Observe::routes() {
    return {{Method::get,
             "/observe",
             Access::anyone(),
             [&parts = *parts_](const Request& request, Respond respond) {
                 respond(web::page_response(request, 200, parts.drawn(language_of(request))));
             },
             {},
             false},
            style("/observe/style.css", assets::observe_css()),
            style("/observe/tokens.css", assets::tokens_css())};
}

}  // namespace dangol::app::observe
