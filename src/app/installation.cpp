// The composition root: every adapter meets every context here, and nowhere else.
#include "app/installation.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <future>
#include <map>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/http/client.hpp"
#include "adapters/kafka/kafka_bus.hpp"
#include "adapters/local_bus/local_bus.hpp"
#include "adapters/operations/operations.hpp"
#include "adapters/operations/rebuild.hpp"
#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "adapters/system/clock.hpp"
#include "adapters/system/data_folder.hpp"
#include "adapters/system/ids.hpp"
#include "adapters/system/read_pool.hpp"
#include "adapters/system/thread_timers.hpp"
#include "adapters/system/writer_thread.hpp"
#include "adapters/telemetry/event_log.hpp"
#include "adapters/telemetry/log.hpp"
#include "app/broker.hpp"
#include "app/context_set.hpp"
#include "app/figures.hpp"
#include "app/listeners.hpp"
#include "app/payment_binding.hpp"
#include "app/positions.hpp"
#include "app/storage.hpp"
#include "app/system_routes.hpp"
#include "app/tracing.hpp"
#include "app/web_apps.hpp"
#include "core/trace_context.hpp"
#include "runtime/admission.hpp"
#include "runtime/live.hpp"
#include "runtime/published_outbox.hpp"

namespace dangol::app {
namespace {

using namespace runtime;
using adapters::log;
using adapters::LogLevel;
using namespace std::chrono_literals;

}  // namespace

/// One context as it runs.
struct Running {
    explicit Running(Context made) : context(std::move(made)) {}

    Context context;
    Store* store = nullptr;
    std::unique_ptr<Reads> reads;
    std::unique_ptr<Writer> writer;
    Live live;
    std::unique_ptr<adapters::WriterThread> thread;
    std::unique_ptr<adapters::OperatedContext> operated;

    [[nodiscard]] Host host(const Environment& environment) { return {*writer, *reads, live, environment}; }
};

struct Installation::Parts {
    explicit Parts(const Config& wanted)
        : config(wanted),
          folder(adapters::open_data_folder(config.data)),
          storage(config),
          local_bus({.open = [this](std::string_view source) { return open_reader(source); },
                     .on_trouble =
                         [](std::string_view source, std::string_view why) {
                             log(LogLevel::error, "trouble with the events of a source",
                                 {{"source", source}, {"why", why}});
                         }}),
          contexts(config, folder, environment) {
        if (config.kafka.empty()) return;
        if (!storage.on_server()) {
            throw std::runtime_error(
                "--kafka needs --database: a SQLite file has no replicas to share topics with");
        }
        auto options = broker_of(config, [](std::string_view what) {
            log(LogLevel::error, "trouble with the broker", {{"what", what}});
        });
        options.tracer = tracing.tracer();
        kafka = std::make_unique<adapters::KafkaBus>(std::move(options));
    }

    Config config;
    std::string folder;
    adapters::SystemClock clock{[](adapters::PacedTime::Jump jump) {
        const auto seconds = [](Duration time) {
            return std::to_string(std::chrono::floor<std::chrono::seconds>(time).count());
        };
        log(LogLevel::warn,
            jump.followed ? "the machine's clock was set; followed at once, since it was far away"
                          : "the machine's clock was set; time goes on and makes up for it",
            {{"seconds", seconds(jump.by)}, {"made_up_in_seconds", seconds(jump.made_up)}});
    }};
    adapters::SystemIds ids;
    adapters::ThreadTimers timers{
        [](std::string_view why) { log(LogLevel::error, "a timer's call failed", {{"why", why}}); }};
    Tracing tracing{config, ids};  ///< outlives whoever may still end a span
    Environment environment{clock, ids, timers, tracing.tracer()};
    bool stopped = false;
    std::atomic<bool> ready{false};
    Figures figures{clock, timers};
    adapters::ReadPool pool{{.threads = 2, .on_trouble = [](std::string_view context, std::string_view why) {
                                 log(LogLevel::error, "a query failed", {{"context", context}, {"why", why}});
                             }}};
    Storage storage;
    std::map<std::string, std::unique_ptr<Store>, std::less<>>
        stores;  ///< outlive the buses, which read them
    adapters::LocalBus local_bus;
    std::unique_ptr<adapters::KafkaBus> kafka;
    ContextSet contexts;
    std::vector<std::unique_ptr<Running>> running;
    adapters::Rebuild rebuild{[this](std::string_view source) { return storage.open_reader(source); },
                              environment, folder};
    WebApps web{config};
    Limiter limiter{clock};
    Router router;        ///< of the customers' port
    Router admin_router;  ///< of the administrators' port
    std::unique_ptr<Listeners> listeners;

    [[nodiscard]] EventBus& bus() { return kafka ? static_cast<EventBus&>(*kafka) : local_bus; }
    [[nodiscard]] std::unique_ptr<Reader> open_reader(std::string_view source) const {
        if (const auto found = stores.find(source); found != stores.end()) return found->second->reader();
        return storage.open_reader(source);
    }

    void open_stores();
    void build_writers();
    void build_routes();
    void build_web_routes();
    [[nodiscard]] adapters::HttpHooks hooks();
    void watch_foreign_sources();
    [[nodiscard]] Running* find(std::string_view name) {
        for (const auto& one : running) {
            if (one->context.name() == name) return one.get();
        }
        return nullptr;
    }
};

void Installation::Parts::open_stores() {
    // Each costs a few syncs on its first start, so they are opened side by side.
    std::vector<std::future<std::unique_ptr<Store>>> opening;
    auto made = contexts.make();
    for (auto& context : made) {
        opening.push_back(
            std::async(std::launch::async, [this, name = context.name()] { return storage.open(name); }));
    }
    for (std::size_t i = 0; i < made.size(); ++i) {
        auto one = std::make_unique<Running>(std::move(made[i]));
        auto& store = stores[one->context.name()];
        store = opening[i].get();
        one->store = store.get();
        one->reads = pool.add(one->context.name(), [&store = *one->store] { return store.reader(); });
        running.push_back(std::move(one));
    }
}

void Installation::Parts::build_writers() {
    WriterLimits limits;
    limits.cache_bytes = (config.cache_mib << 20U) / std::max<std::size_t>(running.size(), 1);
    for (auto& one : running) {
        one->writer = std::make_unique<Writer>(one->context, *one->store, bus(), environment, limits);
        if (one->store->shared()) one->writer->follow(local_bus);
        if (kafka && !one->context.published().empty()) {
            kafka->publish(std::make_unique<PublishedOutbox>(
                storage.open_outbox(one->context.name()),
                [&context = one->context](std::string_view type) { return context.publishes(type); }));
        }
        one->writer->on_trouble([name = one->context.name()](std::string_view what) {
            log(LogLevel::error, "trouble", {{"context", name}, {"what", what}});
        });
        one->writer->on_committed([&live = one->live](auto events) { live.committed(events); });
        one->writer->on_recorded(
            [name = one->context.name()](auto events) { adapters::log_events(name, events); });
        one->thread =
            std::make_unique<adapters::WriterThread>(*one->writer, clock, [](std::string_view last_words) {
                log(LogLevel::error, last_words);
                adapters::flush_log();
            });
        figures.add(one->context, *one->writer, *one->reads, one->live);
    }
    if (auto* payment = find("payment")) contexts.bind_payment(payment->host(environment));
}

void Installation::Parts::build_routes() {
    router.on_error([](const Router::HandlerError& error) {
        log(LogLevel::error, "a request failed",
            {{"route", error.route}, {"requestId", error.request_id}, {"why", error.what}});
    });
    contexts.on_rights_ended([this](const AccountId& account) {
        for (auto& one : running) one->live.end_streams_of(account, "rights-ended");
    });
    if (config.limits) router.limit(limiter);
    for (auto& one : running) {
        router.add(one->context.start(one->host(environment)));
    }
    router.add(contexts.extra_routes());
    for (auto& one : running) {
        one->operated =
            std::make_unique<adapters::OperatedContext>(one->context, one->host(environment), *one->store,
                                                        ContextSet::fresh_read_model(one->context.name()));
    }
    router.add(adapters::operation_routes(
        [this](std::string_view name) {
            auto* one = find(name);
            return one == nullptr ? nullptr : one->operated.get();
        },
        rebuild));
    figures.add(local_bus, kafka.get());
    contexts.add_figures(figures.metrics());
    tracing.add_figures(figures.metrics());
    router.add(health_routes(ready));
    router.add(contract_routes());
    admin_router.add(health_routes(ready));
    admin_router.add(metrics_routes([this] { return figures.metrics().text(); }));
    admin_router.add(figures.routes());
    figures.metrics().add_counter("dangol_shed_queries_total", "Queries refused because too much was waiting",
                                  [this] { return static_cast<double>(pool.shed()); });
    build_web_routes();
}

void Installation::Parts::build_web_routes() {
    if (running.empty()) return;  // the payment sandbox alone shows nothing to anybody
    auto* cafe = find("cafe");
    auto& reads = *(cafe == nullptr ? running.front().get() : cafe)->reads;
    const adapters::web::OffThread off_thread = [&reads](std::move_only_function<void()> work) {
        reads.read([work = std::move(work)](const Result<Reader*>& reader) mutable {
            // Refused, on this very thread: the work is dropped, and its request fails.
            if (reader) work();
        });
    };
    router.add(web.routes(router, off_thread, cafe != nullptr));
    router.show_if_not_found(web.not_found_page());
}

/// Another process may write a context that this one reads, or another replica one that this one writes: its
/// customers watch their orders here.
void Installation::Parts::watch_foreign_sources() {
    timers.after(storage.on_server() ? 50ms : 200ms, [this] {
        local_bus.poll_foreign_sources();
        watch_foreign_sources();
    });
}

Installation::Installation(const Config& config) : parts_(std::make_unique<Parts>(config)) {
    // A file that is lost must not be made anew before that is noticed; a server's tables must be there
    // first.
    if (!parts_->storage.on_server()) refuse_positions_ahead(config, parts_->storage);
    parts_->open_stores();
    if (parts_->storage.on_server()) refuse_positions_ahead(config, parts_->storage);
    parts_->build_writers();
    parts_->build_routes();
}

Installation::~Installation() { stop(); }

adapters::HttpHooks Installation::Parts::hooks() {
    const auto access = [this](const adapters::AccessLine& line) {
        figures.metrics().request(line.method, line.route, line.status,
                                  static_cast<double>(line.micros) / 1e6);
        tracing.request(line);
        // A 503 is no news: in overload there are thousands a second, and whatever else makes one is logged.
        const bool failed = line.status >= 500 && line.status != 503;
        const auto level = failed ? LogLevel::warn : LogLevel::debug;
        if (!adapters::logs(level)) return;
        log(level, "request",
            {{"method", line.method},
             {"route", line.route},
             {"status", std::to_string(line.status)},
             {"micros", std::to_string(line.micros)},
             {"requestId", line.request_id},
             {"traceId", trace_context::trace_id(line.traceparent)},
             {"spanId", trace_context::span_id(line.traceparent)}});
    };
    return {access, [](std::string_view what) { log(LogLevel::error, "server error", {{"what", what}}); }};
}

void Installation::start() {
    auto& parts = *parts_;
    for (auto& one : parts.running) one->thread->start();
    parts.watch_foreign_sources();
    parts.listeners = std::make_unique<Listeners>(parts.config, parts.router, parts.admin_router, parts.ids,
                                                  parts.contexts.authenticate(parts.clock), parts.hooks());
    parts.figures.watch(&parts.listeners->customers());
    parts.figures.start();
    parts.ready = true;
}

void Installation::stop() {
    auto& parts = *parts_;
    if (std::exchange(parts.stopped, true)) return;
    parts.ready = false;
    if (parts.listeners) parts.listeners->customers().lame_duck(parts.config.lame_duck);
    // Only now: their clients come back at once, and find another replica.
    for (auto& one : parts.running) one->live.close_all();
    parts.contexts.hang_up();
    parts.rebuild.stop();
    // Requests that wait longer than the server will are answered while they can still be.
    const auto release = [&parts] {
        for (auto& one : parts.running) one->writer->waiting().stop();
    };
    parts.timers.after(std::max<Duration>(parts.config.drain - 500ms, Duration::zero()), release);
    if (parts.listeners) parts.listeners->stop(parts.config.drain);
    parts.figures.watch(nullptr);
    parts.contexts.stop();
    for (auto& one : parts.running) {
        if (one->thread) one->thread->stop();
    }
    parts.pool.stop();
    parts.timers.stop();  // nobody may be called back while the rest goes away
}

std::uint16_t Installation::port() const { return parts_->listeners->customers().port(); }
std::uint16_t Installation::admin_port() const { return parts_->listeners->admin().port(); }

std::vector<std::string> Installation::route_lines() const {
    using enum Role;
    std::vector<std::string> lines;
    for (const auto& route : parts_->router.routes()) {
        if (!route.in_contract) continue;
        std::string allowed;
        for (const auto role : {anonymous, customer, staff, rider, operator_, service}) {
            if (!route.access.allows(role)) continue;
            allowed += allowed.empty() ? "" : ",";
            allowed += name_of(role);
        }
        auto& line =
            lines.emplace_back(fmt::format("{} {} {}", name_of(route.method), route.pattern, allowed));
        if (!route.limits.empty()) line += fmt::format(" {}", fmt::join(refusals_of(route.limits), ","));
    }
    std::ranges::sort(lines);
    return lines;
}

Result<std::string> Installation::with_identity(
    std::function<Result<std::string>(const identity::Codes&, Unit&)> work) {
    auto* identity = parts_->find("identity");
    if (identity == nullptr) {
        return refuse(
            Refusal::unavailable, "identity-not-here",
            {"이 프로세스에는 identity가 없어요.", "The identity context does not run in this process."});
    }
    std::promise<Result<std::string>> answer;
    auto answered = answer.get_future();
    identity->writer->submit(
        RequestContext{.id = "startup"},
        [work = std::move(work), codes = parts_->contexts.codes()](Unit& unit) { return work(codes, unit); },
        [&answer](Result<std::string> result) { answer.set_value(std::move(result)); });
    return answered.get();
}

Result<std::string> Installation::as_operator(const std::string& method, const std::string& path,
                                              const std::string& body) {
    Request request;
    request.method = method == "PUT" ? Method::put : method == "GET" ? Method::get : Method::post;
    request.path = path;
    request.body = body;
    request.content_type = "application/json";
    request.principal.role = Role::operator_;
    request.principal.account = {"operator"};
    request.id = "startup";
    std::promise<Response> answer;
    auto answered = answer.get_future();
    parts_->router.dispatch(std::move(request),
                            [&answer](Response response) { answer.set_value(std::move(response)); });
    auto response = answered.get();
    if (response.status < 300) return response.body;
    return refuse(Refusal::unprocessable, "startup-command", {response.body, response.body});
}

}  // namespace dangol::app
