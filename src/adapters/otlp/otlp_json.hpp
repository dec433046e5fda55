#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "runtime/tracing.hpp"

namespace dangol::adapters {

/// What all spans of this process have in common.
struct OtlpResource {
    std::string service = "dangol";  ///< of spans that name none
    std::string version = {};
    std::string instance = {};  ///< this process among its replicas
    std::vector<std::pair<std::string, std::string>> attributes =
        {};  ///< further ones: "deployment.environment"
};

/// The body of a POST to /v1/traces: an ExportTraceServiceRequest in OTLP's JSON, in which ids are hex and
/// 64-bit numbers text. https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
[[nodiscard]] std::string otlp_json(std::span<const runtime::Span> spans, const OtlpResource& resource);

}  // namespace dangol::adapters
