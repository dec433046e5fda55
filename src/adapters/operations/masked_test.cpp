#include "adapters/operations/masked.hpp"

#include <gtest/gtest.h>

namespace dangol::adapters {
namespace {

TEST(Masked, hides_where_somebody_lives_down_to_the_place_on_the_map) {
    EXPECT_EQ(masked(R"({"order":{"callNumber":"4821","destination":{"address":"을지로 1","detail":"",)"
                     R"("place":{"latitude":37.5,"longitude":127},"pin":"4242"},"note":"덜 달게"}})"),
              R"({"order":{"callNumber":"4821","destination":{"address":"•••","detail":"",)"
              R"("place":{"latitude":0,"longitude":0},"pin":"•••"},"note":"덜 달게"}})");
}

TEST(Masked, hides_secrets_wherever_they_stand) {
    EXPECT_EQ(masked(R"([{"facts":{"order":{"pin":"4242"}}},{"tokenHash":"abc","account":"kim"}])"),
              R"([{"facts":{"order":{"pin":"•••"}}},{"tokenHash":"•••","account":"kim"}])");
}

TEST(Masked, hides_secrets_in_the_data_of_a_parked_effect) {
    EXPECT_EQ(masked(R"({"kind":"charge","data":"{\"orderId\":\"o1\",\"token\":\"tok_1\"}"})"),
              R"({"kind":"charge","data":"{\"orderId\":\"o1\",\"token\":\"•••\"}"})");
    EXPECT_EQ(masked(R"({"data":"{not json"})"), R"({"data":"\"•••\""})");
}

TEST(Masked, leaves_the_rest_as_it_is_and_shows_nothing_of_what_it_cannot_read) {
    EXPECT_EQ(masked(R"({"orderId":"o1","qty":2,"refund":null})"),
              R"({"orderId":"o1","qty":2,"refund":null})");
    EXPECT_EQ(masked("010-5550-1234 {"), R"("•••")");
}

}  // namespace
}  // namespace dangol::adapters
