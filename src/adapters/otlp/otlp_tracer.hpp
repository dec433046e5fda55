#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "adapters/http/client.hpp"
#include "adapters/otlp/otlp_json.hpp"
#include "runtime/ports.hpp"
#include "runtime/tracing.hpp"

namespace dangol::adapters {

struct OtlpOptions {
    std::string url;  ///< of the collector: "http://jaeger:4318"; /v1/traces is added unless it is there
    OtlpResource resource = {};
    std::size_t waiting_max = 20'000;  ///< spans beyond are dropped
    std::size_t per_request = 512;
    std::chrono::milliseconds every{1'000};        ///< how long a span waits for company
    std::chrono::milliseconds answer_time{5'000};  ///< for the collector, each time
    std::chrono::milliseconds pause_first{500};    ///< before the second attempt; doubles
    int attempts_max = 4;
    /// Told when the collector begins to fail, and when it is well again. Not from the caller's thread.
    std::function<void(std::string_view what)> on_trouble = {};
};

/// Sends spans to an OpenTelemetry collector, or to whatever speaks as one (Jaeger, Tempo), as JSON over
/// HTTP, on a thread of its own. What the collector does not take is dropped: nothing waits for it.
class OtlpTracer final : public runtime::Tracer {
  public:
    using Send = std::function<void(HttpCall, std::move_only_function<void(HttpOutcome)>)>;

    /// What `send` and `ids` refer to must outlive the tracer.
    OtlpTracer(OtlpOptions options, Send send, runtime::Ids& ids);
    /// Sends what is left, once, unless the collector is failing: nobody waits for it at the end either.
    ~OtlpTracer() override;
    OtlpTracer(const OtlpTracer&) = delete;
    OtlpTracer& operator=(const OtlpTracer&) = delete;

    [[nodiscard]] runtime::Span::Time now() override;
    [[nodiscard]] std::string below(std::string_view traceparent) override;
    void ended(runtime::Span span) override;

    [[nodiscard]] std::uint64_t exported() const { return exported_; }
    [[nodiscard]] std::uint64_t dropped() const { return dropped_; }

  private:
    enum class Taken { yes, no, later };
    void run();
    void deliver(const std::vector<runtime::Span>& spans);
    [[nodiscard]] Taken post(const std::string& body);
    void note(bool well, std::string_view why);
    /// False: the tracer ends.
    bool pause(std::chrono::milliseconds duration);
    [[nodiscard]] bool stopping();

    OtlpOptions options_;
    Send send_;
    runtime::Ids& ids_;
    std::atomic<std::uint64_t> exported_{0};
    std::atomic<std::uint64_t> dropped_{0};
    bool well_ = true;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<runtime::Span> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace dangol::adapters
