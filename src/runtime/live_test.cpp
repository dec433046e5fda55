#include "runtime/live.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace dangol::runtime {
namespace {

EventRecord event(std::uint64_t position, std::string subject = "order1", std::string scope = "cafe1") {
    EventRecord record;
    record.position = position;
    record.subject = std::move(subject);
    record.scope = std::move(scope);
    return record;
}

void commit(Live& live, const EventRecord& record) {
    const std::vector events{std::make_shared<const EventRecord>(record)};
    live.committed(events);
}

std::optional<Frame> by_position(const EventRecord& record) {
    return Frame{std::to_string(record.position), record.type, record.data};
}

/// What can be taken now: "1 2 3".
std::string taken(Watch& watch) {
    std::string ids;
    for (const auto& frame : watch.take())
        ids += (ids.empty() ? "" : " ") + (frame.id.empty() ? frame.event : frame.id);
    return ids;
}

TEST(Live, shows_what_was_missed_then_what_was_held_then_what_comes) {
    Live live;
    const auto watch = live.watch("order1", "", by_position);
    commit(live, event(2));
    commit(live, event(3));
    EXPECT_EQ(taken(*watch), "");
    live.resume(watch, std::vector{event(1), event(2)});
    EXPECT_EQ(taken(*watch), "1 2 3");
    commit(live, event(4));
    EXPECT_EQ(taken(*watch), "4");
}

TEST(Live, does_not_show_again_what_another_replica_has_shown) {
    Live live;
    const auto watch = live.watch("order1", "", by_position);
    commit(live, event(1));
    live.resume(watch, {}, 2);
    commit(live, event(2));
    commit(live, event(3));
    EXPECT_EQ(taken(*watch), "3");
}

TEST(Live, shows_only_the_subject_or_the_scope_that_is_watched) {
    Live live;
    const auto order = live.watch("order1", "", by_position);
    const auto cafe = live.watch("", "cafe1", by_position);
    live.resume(order, {});
    live.resume(cafe, {});
    commit(live, event(1, "order1", "cafe2"));
    commit(live, event(2, "order2", "cafe1"));
    commit(live, event(3, "order3", ""));
    EXPECT_EQ(taken(*order), "1");
    EXPECT_EQ(taken(*cafe), "2");
}

TEST(Live, shows_everything_to_whoever_asks_for_everything) {
    Live live;
    const auto all = live.watch("", std::string(Live::everything), by_position);
    const auto nobodys = live.watch("", "", by_position);
    live.resume(all, {});
    live.resume(nobodys, {});
    commit(live, event(1, "order1", "cafe1"));
    commit(live, event(2, "order2", ""));
    EXPECT_EQ(taken(*all), "1 2");
    EXPECT_EQ(taken(*nobodys), "");
}

TEST(Live, leaves_out_what_the_render_leaves_out) {
    Live live;
    const auto watch = live.watch("order1", "", [](const EventRecord& record) {
        return record.position == 1 ? std::nullopt : by_position(record);
    });
    live.resume(watch, std::vector{event(1), event(2)});
    EXPECT_EQ(taken(*watch), "2");
}

TEST(Live, closes_a_stream_whose_render_throws) {
    Live live;
    const auto watch = live.watch(
        "order1", "", [](const EventRecord&) -> std::optional<Frame> { throw std::runtime_error("broken"); });
    live.resume(watch, {});
    commit(live, event(1));
    EXPECT_TRUE(watch->closed());
}

TEST(Live, holds_figures_back_until_resume_and_keeps_the_latest_of_each_kind) {
    Live live;
    const auto watch = live.watch("order1", "", by_position);
    live.push("order1", {"", "queue", "5"});
    live.push("order1", {"", "pace", "quick"});
    live.push("order1", {"", "queue", "4"});
    live.push("order2", {"", "queue", "9"});
    live.resume(watch, std::vector{event(1)});
    const auto frames = watch->take();
    ASSERT_EQ(frames.size(), 3U);
    EXPECT_EQ(frames[0].id, "1");
    EXPECT_EQ(frames[1].data, "quick");
    EXPECT_EQ(frames[2].data, "4");
    live.push("order1", {"", "queue", "3"});
    EXPECT_EQ(taken(*watch), "queue");
}

TEST(Live, forgets_a_stream_that_is_dropped_or_closed) {
    Live live;
    auto dropped = live.watch("order1", "", by_position);
    const auto closed = live.watch("order2", "", by_position);
    EXPECT_TRUE(live.watched("order1"));
    EXPECT_TRUE(live.watched("order2"));
    EXPECT_EQ(live.open(), 2U);
    dropped.reset();
    closed->close();
    EXPECT_FALSE(live.watched("order1"));
    EXPECT_FALSE(live.watched("order2"));
    EXPECT_EQ(live.open(), 0U);
}

TEST(Live, ends_every_stream_at_close_all) {
    Live live;
    const auto order = live.watch("order1", "", by_position);
    const auto cafe = live.watch("", "cafe1", by_position);
    live.close_all();
    EXPECT_TRUE(order->closed());
    EXPECT_TRUE(cafe->closed());
    EXPECT_EQ(live.open(), 0U);
}

TEST(Live, ends_the_streams_of_one_viewer_and_says_why) {
    Live live;
    const auto order = live.watch("order1", "", by_position, {"kim"});
    const auto cafe = live.watch("", "cafe1", by_position, {"kim"});
    const auto others = live.watch("order1", "", by_position, {"lee"});
    const auto nobodys = live.watch("order1", "", by_position);
    live.resume(order, std::vector{event(1)});

    live.end_streams_of({"kim"}, "rights-ended");
    live.end_streams_of({}, "rights-ended");

    EXPECT_EQ(taken(*order), "1 StreamEnded");
    EXPECT_TRUE(order->closed());
    const auto frames = cafe->take();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].data, R"({"reason":"rights-ended"})");
    EXPECT_FALSE(others->closed());
    EXPECT_FALSE(nobodys->closed());
}

TEST(Live, says_why_it_ends_even_to_whoever_does_not_keep_up) {
    Watch watch(1);
    EXPECT_TRUE(watch.push({"1", "x", ""}));
    watch.end("token-expired");
    EXPECT_EQ(taken(watch), "1 StreamEnded");
    EXPECT_FALSE(watch.push({"2", "x", ""}));
}

TEST(Live, closes_a_stream_that_is_never_resumed) {
    Live live;
    const auto watch = live.watch("order1", "", by_position);
    for (std::uint64_t position = 1; position <= 4097; ++position) commit(live, event(position));
    EXPECT_TRUE(watch->closed());
}

TEST(Live, neither_loses_nor_repeats_an_event_while_streams_open_under_load) {
    Live live;
    std::atomic<std::uint64_t> stored{0};
    std::jthread writer([&](const std::stop_token& stop) {
        for (std::uint64_t position = 1; !stop.stop_requested(); ++position) {
            stored = position;
            commit(live, event(position));
        }
    });
    int followed = 0;
    for (int stream = 0; stream < 200; ++stream) {
        const auto watch = live.watch("order1", "", by_position);
        const std::uint64_t to = stored;
        std::uint64_t next = to > 10 ? to - 10 : 1;
        std::vector<EventRecord> missed;
        for (auto position = next; position <= to; ++position) missed.push_back(event(position));
        live.resume(watch, missed);
        // A stream that overflows still gives all that it took in.
        for (bool last_look = false; next < to + 100 && !last_look;) {
            last_look = watch->closed();
            for (const auto& frame : watch->take())
                ASSERT_EQ(frame.id, std::to_string(next++)) << "stream " << stream;
        }
        // One that had to wait too long for its resume is closed: its client comes again.
        EXPECT_TRUE(next > to || watch->closed()) << "stream " << stream;
        if (next > to) ++followed;
    }
    EXPECT_GT(followed, 0);
}

TEST(Watch, is_closed_when_it_is_not_kept_up_with_and_gives_what_it_has) {
    Watch watch(2);
    EXPECT_TRUE(watch.push({"1", "", ""}));
    EXPECT_TRUE(watch.push({"2", "", ""}));
    EXPECT_FALSE(watch.push({"3", "", ""}));
    EXPECT_TRUE(watch.closed());
    EXPECT_EQ(taken(watch), "1 2");
    EXPECT_FALSE(watch.push({"4", "", ""}));
    EXPECT_EQ(taken(watch), "");
}

TEST(Watch, wakes_once_for_all_frames_until_they_are_taken) {
    Watch watch;
    int wakes = 0;
    static_cast<void>(watch.push({"1", "", ""}));
    watch.on_ready([&] { ++wakes; });
    EXPECT_EQ(wakes, 1);
    static_cast<void>(watch.push({"2", "", ""}));
    EXPECT_EQ(wakes, 1);
    EXPECT_EQ(taken(watch), "1 2");
    static_cast<void>(watch.push({"3", "", ""}));
    EXPECT_EQ(wakes, 2);
    watch.close();
    watch.close();
    EXPECT_EQ(wakes, 3);
    watch.on_ready(nullptr);
}

}  // namespace
}  // namespace dangol::runtime
