#include "core/geo.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace dangol {
namespace {

constexpr double cell_degrees = 0.02;
constexpr double metres_per_degree = 111'195.0;

double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }
int cell_index(double degrees) { return static_cast<int>(std::floor(degrees / cell_degrees)); }
std::string cell_name(int latitude, int longitude) { return fmt::format("{}_{}", latitude, longitude); }

}  // namespace

bool is_place(const Place& place) {
    return std::isfinite(place.latitude) && std::isfinite(place.longitude) &&
           std::abs(place.latitude) <= 90.0 && std::abs(place.longitude) <= 180.0;
}

double distance_metres(const Place& a, const Place& b) {
    const double latitude = std::sin(radians(b.latitude - a.latitude) / 2);
    const double longitude = std::sin(radians(b.longitude - a.longitude) / 2);
    const double h = latitude * latitude +
                     std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * longitude * longitude;
    return 2 * 6'371'008.8 * std::asin(std::min(1.0, std::sqrt(h)));
}

std::string cell_of(const Place& place) {
    return cell_name(cell_index(place.latitude), cell_index(place.longitude));
}

std::vector<std::string> cells_near(const Place& centre, double radius_metres) {
    const double height = std::min(radius_metres, 50'000.0) / metres_per_degree;
    const double width = height / std::max(0.1, std::cos(radians(centre.latitude)));
    std::vector<std::string> cells;
    for (int y = cell_index(centre.latitude - height); y <= cell_index(centre.latitude + height); ++y) {
        for (int x = cell_index(centre.longitude - width); x <= cell_index(centre.longitude + width); ++x) {
            cells.push_back(cell_name(y, x));
        }
    }
    return cells;
}

}  // namespace dangol
