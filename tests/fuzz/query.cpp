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
    if (const auto page = runtime::page_of(request)) {
        require(page->limit >= 1 && page->limit <= 100, "a page has 1 to 100 items");
        if (page->after) {
            request.query["after"] = runtime::next_after(*page->after);
            require(runtime::page_of(request)->after == page->after,
                    "a page begins where the last one ended");
        }
    }
    if (const auto minutes = runtime::number_of(request, "minutes", 0, 1440, 0)) {
        require(*minutes >= 0 && *minutes <= 1440, "a number keeps its bounds");
    }
    if (const auto place = runtime::place_of(request); place && *place) {
        require(is_place(**place), "a place is one on earth");
        require(cells_near(**place, 3'000).size() < 200, "a circle touches few cells");
    }
    for (const auto* zone : {"Asia/Seoul", "America/New_York", "Pacific/Apia", "UTC"}) {
        const auto day =
            runtime::day_of(request, parse_time("2026-11-23T01:02:03Z").value(), {.time_zone = zone});
        if (!day) continue;
        require(day->ends > day->begins && day->ends - day->begins <= std::chrono::hours(49), "a day is one");
        require(day->name.size() == 10, "a day has a name");
    }
    return 0;
}
