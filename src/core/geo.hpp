#pragma once

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

namespace dangol {

/// WGS 84, degrees.
struct Place {
    double latitude = 0;
    double longitude = 0;
    bool operator==(const Place&) const = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (latitude, longitude))

[[nodiscard]] bool is_place(const Place& place);

/// Great-circle distance in metres by the haversine formula on a sphere of radius 6,371,008.8 m
/// (IUGG mean radius); within 0.6 % of the ellipsoid.
[[nodiscard]] double distance_metres(const Place& a, const Place& b);

/// The name of the grid cell (0.02° on each side, about 2 km) that holds `place`: an index key for "near".
[[nodiscard]] std::string cell_of(const Place& place);

/// The names of all cells that a circle around `centre` may touch. `radius_metres` at most 50,000.
[[nodiscard]] std::vector<std::string> cells_near(const Place& centre, double radius_metres);

}  // namespace dangol
