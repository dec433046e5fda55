#include "runtime/published_outbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dangol::runtime {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

EventRecord record(std::string id, std::string type = {}) {
    EventRecord record;
    record.id = std::move(id);
    record.type = std::move(type);
    return record;
}

/// A table of events; the cursor is the number of those that the broker has.
class Table final : public Outbox {
  public:
    explicit Table(std::vector<std::string>& types, std::size_t& cursor) : types_(types), cursor_(cursor) {}
    [[nodiscard]] std::string_view source() const override { return "cafe"; }
    [[nodiscard]] bool acquire() override { return true; }
    [[nodiscard]] std::vector<EventRecord> next(std::size_t limit) override {
        std::vector<EventRecord> page;
        for (; read_ < types_.size() && page.size() < limit; ++read_) {
            page.push_back(record(std::to_string(read_ + 1), types_[read_]));
        }
        return page;
    }
    [[nodiscard]] bool published(const EventRecord& last) override {
        cursor_ = std::stoul(last.id);
        return true;
    }
    void rewind() override { read_ = cursor_; }

  private:
    std::vector<std::string>& types_;
    std::size_t& cursor_;
    std::size_t read_ = 0;
};

struct PublishedOutboxTest : testing::Test {
    std::vector<std::string> types;
    std::size_t cursor = 0;
    PublishedOutbox outbox{std::make_unique<Table>(types, cursor),
                           [](std::string_view type) { return type.starts_with("Public"); }};

    std::vector<std::string> next(std::size_t limit = 10) {
        std::vector<std::string> ids;
        for (const auto& event : outbox.next(limit)) ids.push_back(event.id);
        return ids;
    }
    bool published(const std::string& id) { return outbox.published(record(id)); }
};

TEST_F(PublishedOutboxTest, leaves_private_events_out_and_moves_the_cursor_over_them) {
    types = {"Secret", "PublicA", "Secret", "PublicB", "Secret"};
    EXPECT_THAT(next(), ElementsAre("2", "4"));
    EXPECT_TRUE(published("2"));
    EXPECT_EQ(cursor, 2U);
    EXPECT_TRUE(published("4"));
    EXPECT_EQ(cursor, 5U) << "what follows the last public event is nobody's backlog";
}

TEST_F(PublishedOutboxTest, passes_whole_pages_of_private_events) {
    types = {"Secret", "Secret", "Secret", "PublicA"};
    EXPECT_THAT(next(2), ElementsAre("4"));
    types.emplace_back("Secret");
    EXPECT_THAT(next(), IsEmpty());
    EXPECT_EQ(cursor, 2U) << "the public one is still under way";
    EXPECT_TRUE(published("4"));
    EXPECT_EQ(cursor, 5U);
    types.emplace_back("Secret");
    EXPECT_THAT(next(), IsEmpty());
    EXPECT_EQ(cursor, 6U);
}

TEST_F(PublishedOutboxTest, a_rewind_gives_again_what_the_broker_does_not_have) {
    types = {"PublicA", "Secret", "PublicB"};
    EXPECT_THAT(next(), ElementsAre("1", "3"));
    EXPECT_TRUE(published("1"));
    outbox.rewind();
    EXPECT_THAT(next(), ElementsAre("3"));
}

}  // namespace
}  // namespace dangol::runtime
