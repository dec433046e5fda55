#include "runtime/event_in.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>

namespace dangol::runtime {
namespace {

struct Lent {
    std::string reader;
};
BOOST_DESCRIBE_STRUCT(Lent, (), (reader))
struct Returned {
    std::string reader;
};
BOOST_DESCRIBE_STRUCT(Returned, (), (reader))

EventRecord record_of(const std::string& json) {
    EventRecord record;
    record.type = "Lent";
    record.data = json;
    return record;
}

TEST(EventIn, what_the_publisher_had_in_hand_is_not_read_again) {
    const auto lent = std::make_shared<const Lent>("mina");
    auto record = record_of("{}");
    record.decoded = {lent, *lent};
    const EventIn<Lent> event(record);
    EXPECT_EQ(&*event, lent.get());
    EXPECT_EQ(event_in<Lent>(record).reader, "mina");
}

TEST(EventIn, it_outlives_the_one_who_recorded_it) {
    auto lent = std::make_shared<const Lent>("mina");
    auto record = record_of("{}");
    record.decoded = {lent, *lent};
    lent.reset();
    EXPECT_EQ(EventIn<Lent>(record)->reader, "mina");
}

TEST(EventIn, what_comes_from_a_store_is_read_from_its_json) {
    EXPECT_EQ(EventIn<Lent>(record_of(R"({"reader":"jun"})"))->reader, "jun");
    EXPECT_THROW(EventIn<Lent>(record_of("{")), std::runtime_error);
}

TEST(EventIn, another_type_of_the_same_shape_is_read_too) {
    const auto returned = std::make_shared<const Returned>("mina");
    auto record = record_of(R"({"reader":"jun"})");
    record.decoded = {returned, *returned};
    EXPECT_EQ(EventIn<Lent>(record)->reader, "jun");
}

}  // namespace
}  // namespace dangol::runtime
