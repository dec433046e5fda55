// What nearly every file of core, runtime and contexts includes anyway. Precompiled for speed only: each file
// still includes what it uses. Nothing here does input or output, so that a domain library gains nothing it
// may not have.
#pragma once

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/json/fwd.hpp>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
