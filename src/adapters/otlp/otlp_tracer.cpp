#include "adapters/otlp/otlp_tracer.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <memory>
#include <utility>

#include "core/trace_context.hpp"

namespace dangol::adapters {
namespace {

constexpr std::string_view path = "/v1/traces";

std::string address_of(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    if (!url.ends_with(path)) url += path;
    return url;
}

/// Those that OTLP names as worth another try.
bool is_passing(int status) { return status == 429 || status == 502 || status == 503 || status == 504; }

}  // namespace

OtlpTracer::OtlpTracer(OtlpOptions options, Send send, runtime::Ids& ids)
    : options_(std::move(options)), send_(std::move(send)), ids_(ids) {
    options_.url = address_of(std::move(options_.url));
    thread_ = std::thread(&OtlpTracer::run, this);
}

OtlpTracer::~OtlpTracer() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

runtime::Span::Time OtlpTracer::now() {
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

std::string OtlpTracer::below(std::string_view traceparent) {
    if (trace_context::is_valid(traceparent)) return trace_context::child(traceparent, ids_.random(64));
    return trace_context::root(ids_.random(64), ids_.random(64), ids_.random(64), true);
}

void OtlpTracer::ended(runtime::Span span) {
    if (!trace_context::sampled(span.traceparent)) return;
    bool enough = false;
    {
        const std::scoped_lock lock(mutex_);
        if (waiting_.size() >= options_.waiting_max) {
            dropped_.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        waiting_.push_back(std::move(span));
        enough = waiting_.size() == options_.per_request;
    }
    if (enough) changed_.notify_all();
}

void OtlpTracer::run() {
    for (bool last = false; !last;) {
        std::vector<runtime::Span> spans;
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, options_.every,
                              [this] { return stopping_ || waiting_.size() >= options_.per_request; });
            spans.swap(waiting_);
            last = stopping_;
        }
        while (!spans.empty()) {
            if (!well_ && stopping()) {
                dropped_.fetch_add(spans.size(), std::memory_order_relaxed);
                break;
            }
            const auto count = std::min(spans.size(), options_.per_request);
            std::vector<runtime::Span> some(
                std::make_move_iterator(spans.end() - static_cast<std::ptrdiff_t>(count)),
                std::make_move_iterator(spans.end()));
            spans.resize(spans.size() - count);
            deliver(some);
        }
    }
}

bool OtlpTracer::stopping() {
    const std::scoped_lock lock(mutex_);
    return stopping_;
}

void OtlpTracer::deliver(const std::vector<runtime::Span>& spans) {
    const auto body = otlp_json(spans, options_.resource);
    auto wait = options_.pause_first;
    for (int attempt = 1;; ++attempt) {
        const auto taken = post(body);
        if (taken == Taken::yes) {
            exported_.fetch_add(spans.size(), std::memory_order_relaxed);
            return;
        }
        if (taken == Taken::no || attempt >= options_.attempts_max || !pause(wait)) break;
        wait *= 2;
    }
    dropped_.fetch_add(spans.size(), std::memory_order_relaxed);
}

OtlpTracer::Taken OtlpTracer::post(const std::string& body) {
    // Shared, since the client answers in its own time, maybe when nobody waits any more.
    const auto answered = std::make_shared<std::promise<HttpOutcome>>();
    auto answer = answered->get_future();
    send_({.method = "POST",
           .url = options_.url,
           .headers = {{"Content-Type", "application/json"}},
           .body = body,
           .deadline = options_.answer_time},
          [answered](HttpOutcome outcome) { answered->set_value(std::move(outcome)); });
    const auto outcome = answer.get();
    if (!outcome) {
        note(false, outcome.error().message);
        return Taken::later;
    }
    const bool ok = outcome->status >= 200 && outcome->status < 300;
    note(ok, "it answered " + std::to_string(outcome->status));
    if (ok) return Taken::yes;
    return is_passing(outcome->status) ? Taken::later : Taken::no;
}

void OtlpTracer::note(bool well, std::string_view why) {
    if (std::exchange(well_, well) == well || !options_.on_trouble) return;
    options_.on_trouble(well ? "the collector takes spans again"
                             : "the collector takes no spans: " + std::string(why));
}

bool OtlpTracer::pause(std::chrono::milliseconds duration) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, duration, [this] { return stopping_; });
}

}  // namespace dangol::adapters
