// The writer under more than it can do: who comes first, who is refused, and that nothing grows without end.
#include <atomic>
#include <memory>

#include "tests/conformance/counting_context.hpp"

namespace dangol::conformance {
namespace {

constexpr WriterLimits limits;

class WriterOverload : public WriterPromises {
  protected:
    static Caller sheddable() { return {Criticality::sheddable, {}}; }

    void add_as(Process& process, Caller caller, const std::string& id = "a") {
        process.writer.submit(
            RequestContext{.id = "request", .caller = std::move(caller)},
            [id](Unit& unit) { return unit.execute<Counter>(id, Add{1}); },
            [this](Result<std::uint64_t> version) {
                answers.push_back(version ? std::to_string(*version) : version.error().code);
            });
    }
    [[nodiscard]] long count(std::string_view answer) const { return std::ranges::count(answers, answer); }
};

TEST_F(WriterOverload, a_critical_command_overtakes_the_sheddable_ones) {
    Process process(*this);
    for (std::size_t i = 0; i < 4 * limits.sheddable_per_commit; ++i) add_as(process, sheddable());
    add(process, "urgent", 1);
    process.writer.step();
    EXPECT_EQ(value("urgent"), 1);
    EXPECT_EQ(answers.size(), 1 + limits.sheddable_per_commit) << "and its round is short";
    EXPECT_EQ(answers.back(), std::to_string(limits.sheddable_per_commit)) << "it is decided first";
    process.settle();
    EXPECT_EQ(answers.size(), 1 + 4 * limits.sheddable_per_commit);
    EXPECT_EQ(process.writer.figures().shed, 0U);
}

TEST_F(WriterOverload, a_sheddable_command_that_has_waited_too_long_is_refused) {
    Process process(*this);
    add_as(process, sheddable());
    add(process, "b", 1);
    clock.advance(limits.queue.patience);
    process.settle();
    EXPECT_EQ(answers, (Words{"overloaded", "1"}));
    EXPECT_EQ(value("a"), 0);
    EXPECT_EQ(process.writer.figures().shed, 1U);
    EXPECT_EQ(process.writer.figures().units, 1U) << "it was not decided";
}

TEST_F(WriterOverload, while_the_oldest_waits_long_newcomers_are_refused_at_once) {
    Process process(*this);
    add_as(process, sheddable());
    clock.advance(limits.queue.patience / 2 - 1ms);
    add_as(process, sheddable());
    EXPECT_EQ(answers, Words{});
    clock.advance(1ms);
    add_as(process, sheddable());
    add(process, "a", 1);
    EXPECT_EQ(answers, Words{"overloaded"});
    EXPECT_EQ(process.writer.figures().shed, 1U);
    process.settle();
    EXPECT_EQ(value("a"), 3) << "those before it and the critical one";
    add_as(process, sheddable());
    process.settle();
    EXPECT_EQ(value("a"), 4) << "and it takes them again";
}

TEST_F(WriterOverload, says_before_a_request_is_read_that_it_would_be_refused) {
    Process process(*this);
    EXPECT_FALSE(process.writer.turns_away(sheddable()));
    add_as(process, sheddable());
    clock.advance(limits.queue.patience / 2 - 1ms);
    EXPECT_FALSE(process.writer.turns_away(sheddable()));
    clock.advance(1ms);
    EXPECT_TRUE(process.writer.turns_away(sheddable()));
    EXPECT_FALSE(process.writer.turns_away({}));
    EXPECT_EQ(process.writer.figures().shed, 1U) << "it was counted, and only it";
    process.settle();
    EXPECT_EQ(answers, Words{"1"});
    clock.advance(limits.queue.patience);
    EXPECT_FALSE(process.writer.turns_away(sheddable())) << "nothing waits any more";
}

TEST_F(WriterOverload, a_sheddable_command_whose_client_has_left_is_not_decided) {
    Process process(*this);
    const auto gone = std::make_shared<std::atomic<bool>>(false);
    add_as(process, {Criticality::sheddable, gone});
    add_as(process, {Criticality::critical, gone}, "b");
    add_as(process, sheddable());
    *gone = true;
    process.settle();
    EXPECT_EQ(answers, (Words{"client-gone", "1", "1"}));
    EXPECT_EQ(value("a"), 1);
    EXPECT_EQ(value("b"), 1) << "what is critical is done all the same";
    EXPECT_EQ(process.writer.figures().abandoned, 1U);
}

TEST_F(WriterOverload, what_waits_is_bounded_and_critical_commands_have_half_of_it_for_themselves) {
    Process process(*this);
    for (std::size_t i = 0; i < limits.queue.max; ++i) add_as(process, sheddable());
    EXPECT_EQ(process.writer.figures().queued, limits.queue.max / 2);
    for (std::size_t i = 0; i < limits.queue.max; ++i) add(process, "b", 1);
    EXPECT_EQ(process.writer.figures().queued, limits.queue.max);
    EXPECT_EQ(count("overloaded"), static_cast<long>(limits.queue.max));
}

TEST_F(WriterOverload, after_a_long_silence_of_the_store_nothing_old_is_done) {
    Process process(*this);
    for (int i = 0; i < 1'000; ++i) add_as(process, sheddable());
    clock.advance(30s);
    add_as(process, sheddable());
    process.settle();
    EXPECT_EQ(count("overloaded"), 1'001) << "the last one too: the queue stood when it came";
    add_as(process, sheddable());
    process.settle();
    EXPECT_EQ(answers.back(), "1");
}

}  // namespace
}  // namespace dangol::conformance
