#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/codec.hpp"
#include "core/type_name.hpp"
#include "tests/fuzz/fuzz.hpp"

/// Named types whose JSON is decoded, and what holds for each that can be.
namespace dangol::fuzz {

/// What was read is written and read again as the same.
template <class T>
void decode(std::string_view json, codec::Reading reading) {
    const auto value = codec::from_json<T>(json, reading);
    if (!value) {
        require(!value.error().message.empty(), "an error says what is wrong");
        return;
    }
    const auto written = codec::to_json(*value);
    const auto again = codec::from_json<T>(written, codec::Reading::strict);
    require(again.has_value(), "what the codec writes it can read");
    require(codec::to_json(*again) == written, "what is read again is the same");
}

struct Decoder {
    std::string name;
    void (*decode)(std::string_view json, codec::Reading reading);
};

template <class T>
Decoder decoder(std::string_view context) {
    return {std::string(context) + "/" + std::string(type_name<T>()), &decode<T>};
}

/// The first line names the type, the rest is its JSON. An unknown name stands for all types.
template <class Decoders>
void decode_named(const Decoders& decoders, std::string_view input, codec::Reading reading) {
    const auto name = next_line(input);
    bool known = false;
    for (const auto& one : decoders) {
        if (one.name != name) continue;
        one.decode(input, reading);
        known = true;
    }
    if (known) return;
    for (const auto& one : decoders) one.decode(input, reading);
}

}  // namespace dangol::fuzz
