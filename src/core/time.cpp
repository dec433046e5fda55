#include "core/time.hpp"

#include <cstring>

namespace dangol {
namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// The last two decimal digits of `value`.
void put_two(char* into, unsigned value) {
    into[0] = static_cast<char>('0' + value / 10 % 10);
    into[1] = static_cast<char>('0' + value % 10);
}

}  // namespace

// By hand: a page of an order has ten of them, and it is written after each of its steps.
void write_time(Timestamp time, char* into) {
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const auto in_day = static_cast<unsigned>((time - day).count());
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    std::memcpy(into, "0000-00-00T00:00:00.000Z", time_length);
    put_two(into, year / 100);
    put_two(into + 2, year);
    put_two(into + 5, static_cast<unsigned>(date.month()));
    put_two(into + 8, static_cast<unsigned>(date.day()));
    put_two(into + 11, in_day / 3'600'000);
    put_two(into + 14, in_day / 60'000 % 60);
    put_two(into + 17, in_day / 1'000 % 60);
    into[20] = static_cast<char>('0' + in_day / 100 % 10);
    put_two(into + 21, in_day % 100);
}

std::string format_time(Timestamp time) {
    std::string text(time_length, '0');
    write_time(time, text.data());
    return text;
}

std::optional<Timestamp> parse_time(std::string_view text) {
    const auto year_ = digits(text, 0, 4), month_ = digits(text, 5, 2), day_ = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year_ || !month_ || !day_ || !hour || !minute || !second) return std::nullopt;
    if (text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':') {
        return std::nullopt;
    }
    const year_month_day date{year{*year_}, month{static_cast<unsigned>(*month_)},
                              day{static_cast<unsigned>(*day_)}};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;

    std::size_t at = 19;
    int millis = 0;
    if (at < text.size() && text[at] == '.') {
        int scale = 100;
        const std::size_t first = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10) {
            millis += (text[at] - '0') * scale;
        }
        if (at == first || at - first > 9) return std::nullopt;
    }
    minutes offset{0};
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        ++at;
    } else if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
        const auto h = digits(text, at + 1, 2), m = digits(text, at + 4, 2);
        if (!h || !m || text[at + 3] != ':' || *h > 23 || *m > 59) return std::nullopt;
        offset = hours{*h} + minutes{*m};
        if (text[at] == '-') offset = -offset;
        at += 6;
    } else {
        return std::nullopt;
    }
    if (at != text.size()) return std::nullopt;
    const Timestamp time{sys_days{date} + hours{*hour} + minutes{*minute} + seconds{*second} +
                         milliseconds{millis} - offset};
    // The offset or a leap second can lead out of the years that four digits write.
    constexpr sys_days begin{year{0} / January / 1};
    constexpr sys_days end{year{9999} / December / 31};
    if (time < begin || time >= end + days{1}) return std::nullopt;
    return time;
}

}  // namespace dangol
