#include "runtime/day.hpp"

namespace dangol::runtime {

Result<Day> day_of(const Request& request, Timestamp now, std::chrono::minutes offset) {
    constexpr std::size_t name_size = 10;
    const auto asked = request.query.find("day");
    const auto midnight = asked == request.query.end()
                              ? std::optional<Timestamp>(std::chrono::floor<std::chrono::days>(now + offset))
                          : asked->second.size() == name_size ? parse_time(asked->second + "T00:00:00Z")
                                                              : std::nullopt;
    if (!midnight) {
        return refuse(Refusal::invalid, "invalid-day",
                      {"day는 2026-11-23처럼 적어 주세요.", "Write day like 2026-11-23."});
    }
    return Day{format_time(*midnight).substr(0, name_size), *midnight - offset,
               *midnight - offset + std::chrono::days{1}};
}

}  // namespace dangol::runtime
