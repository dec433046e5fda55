// A request's address, its percent-encoding, and the query parameters that several routes take.
#include <algorithm>

#include "adapters/http/target.hpp"
#include "runtime/query.hpp"
#include "tests/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dangol;
    using fuzz::require;
    const auto target = adapters::parse_target(fuzz::text_of(data, size));
    if (!target) return 0;
    require(target->path.starts_with('/'), "a path begins with a slash");
    require(std::ranges::none_of(target->path,
                                 [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }),
            "a path has no control characters");
    runtime::Request request;
    request.query = target->query;
    if (const auto limit = runtime::limit_of(request)) {
        require(*limit >= 1 && *limit <= 100, "a page has 1 to 100 items");
    }
    if (const auto after = runtime::number_of(request, "after", 0, INT64_MAX, 0)) {
        require(*after >= 0, "a number keeps its bounds");
    }
    (void)runtime::before_of(request);
    if (const auto place = runtime::place_of(request); place && *place) {
        require(is_place(**place), "a place is one on earth");
        require(cells_near(**place, 3'000).size() < 200, "a circle touches few cells");
    }
    for (const auto hours : {-12, 0, 9, 14}) {
        const auto day =
            runtime::day_of(request, parse_time("2026-11-23T01:02:03Z").value(), std::chrono::hours(hours));
        if (!day) continue;
        require(day->ends > day->begins && day->ends - day->begins <= std::chrono::hours(25), "a day is one");
        require(day->name.size() == 10, "a day has a name");
    }
    return 0;
}
