#include "core/geo.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>

namespace dangol {
namespace {

const Place city_hall{37.5663, 126.9779};
const Place gangnam{37.4979, 127.0276};

TEST(Geo, great_circle_distances_are_right) {
    EXPECT_NEAR(distance_metres(city_hall, gangnam), 8'780, 30);
    EXPECT_NEAR(distance_metres({0, 0}, {0, 1}), 111'195, 1);
    EXPECT_NEAR(distance_metres({0, 179.5}, {0, -179.5}), 111'195, 1);
    EXPECT_DOUBLE_EQ(distance_metres(city_hall, city_hall), 0);
}

TEST(Geo, places_off_the_globe_are_no_places) {
    EXPECT_TRUE(is_place(city_hall));
    EXPECT_FALSE(is_place({90.1, 0}));
    EXPECT_FALSE(is_place({0, -180.1}));
    EXPECT_FALSE(is_place({std::numeric_limits<double>::quiet_NaN(), 0}));
}

RC_GTEST_PROP(Geo, whatever_is_within_the_radius_is_in_one_of_the_cells, ()) {
    const auto degrees = [](int low, int high) {
        return *rc::gen::inRange(low * 10'000, high * 10'000) / 10'000.0;
    };
    const Place centre{degrees(-60, 60), degrees(-170, 170)};
    const Place other{centre.latitude + degrees(-1, 1) / 20, centre.longitude + degrees(-1, 1) / 20};
    const auto cells = cells_near(centre, distance_metres(centre, other) + 1);
    RC_ASSERT(std::ranges::find(cells, cell_of(other)) != cells.end());
}

}  // namespace
}  // namespace dangol
