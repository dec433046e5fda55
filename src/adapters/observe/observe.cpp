#include "adapters/observe/observe.hpp"

#include <mutex>

#include "adapters/observe/assets.hpp"
#include "adapters/observe/page.hpp"
#include "adapters/web/page.hpp"

namespace dangol::adapters::observe {
namespace {

using namespace runtime;

Route style(std::string path, std::string_view css) {
    return {Method::get,
            std::move(path),
            Access::anyone(),
            [css](const Request&) {
                Response response;
                response.body = css;
                response.content_type = "text/css; charset=utf-8";
                response.headers = {{"Cache-Control", "no-cache"}};
                return response;
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
    Parts(About about_process, const Metrics& from, Clock& to_clock, Timers& to_timers)
        : about(std::move(about_process)), metrics(from), clock(to_clock), timers(to_timers) {}

    About about;
    const Metrics& metrics;
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
        about.up = clock.now() - began;
        return page(history, about, language);
    }
};

Observe::Observe(std::string process, std::string version, const Metrics& metrics, Clock& clock,
                 Timers& timers)
    : parts_(std::make_unique<Parts>(About{std::move(process), std::move(version), {}}, metrics, clock,
                                     timers)) {}
Observe::~Observe() = default;

void Observe::start() { parts_->remember(); }

std::vector<Route> Observe::routes() {
    return {{Method::get,
             "/observe",
             Access::anyone(),
             [&parts = *parts_](const Request& request) {
                 return web::page_response(request, 200, parts.drawn(language_of(request)));
             },
             {},
             false},
            style("/observe/style.css", assets::observe_css()),
            style("/observe/tokens.css", assets::tokens_css())};
}

}  // namespace dangol::adapters::observe
