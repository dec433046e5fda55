// What is kept from whom: refresh tokens, rights that have ended, guessed passwords.
#include "tests/support/identity_world.hpp"

namespace dangol::identity {
namespace {

using namespace std::chrono_literals;
using runtime::Method;
using testing::IdentityApi;

TEST_F(IdentityApi, answers_unknown_names_and_wrong_passwords_alike) {
    static_cast<void>(register_mina(operator_token()));
    for (int i = 0; i < 5; ++i) {
        const int verified = passwords_.verified;
        const auto wrong = sign_in("mina", "not the password");
        const auto unknown = sign_in("nobody", "not the password");
        EXPECT_EQ(wrong.status, 401);
        EXPECT_EQ(wrong.text, unknown.text);
        EXPECT_EQ(passwords_.verified - verified, 2);
    }
    const auto wrong = sign_in("mina", "espresso please");
    const auto unknown = sign_in("nobody", "espresso please");
    EXPECT_EQ(wrong.status, 429);
    EXPECT_EQ(wrong.text, unknown.text);
    EXPECT_EQ(wrong.header("Retry-After"), "1");
    EXPECT_EQ(unknown.header("Retry-After"), "1");
    world_.run_for(1s);
    EXPECT_EQ(sign_in("mina", "espresso please").status, 201);
}

TEST_F(IdentityApi, rotates_refresh_tokens_and_ends_the_session_on_reuse) {
    static_cast<void>(register_mina(operator_token()));
    const auto first = sign_in("mina", "espresso please").at("/refreshToken");
    const auto second = refresh(first);
    EXPECT_EQ(second.status, 201);
    world_.run_for(1min);
    EXPECT_EQ(refresh(first).status, 401);
    EXPECT_EQ(refresh(second.at("/refreshToken")).status, 401);
    EXPECT_EQ(refresh("nonsense").status, 401);
    EXPECT_EQ(refresh("no.session").status, 401);
}

TEST_F(IdentityApi, gives_the_same_answer_again_to_whoever_has_lost_it) {
    static_cast<void>(register_mina(operator_token()));
    const auto first = sign_in("mina", "espresso please").at("/refreshToken");
    const auto lost = refresh(first);
    world_.restart();
    world_.run_for(59s);
    const auto again = refresh(first);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.at("/refreshToken"), lost.at("/refreshToken"));
    EXPECT_EQ(again.at("/refreshExpiresAt"), lost.at("/refreshExpiresAt"));
    EXPECT_TRUE(tokens_.verify(TokenUse::access, again.at("/accessToken"), world_.clock.now()));
    world_.run_for(10min);
    EXPECT_EQ(refresh(again.at("/refreshToken")).status, 201);  // both go on
}

TEST_F(IdentityApi, gives_a_tab_that_comes_late_the_token_that_is_current) {
    static_cast<void>(register_mina(operator_token()));
    const auto first = sign_in("mina", "espresso please").at("/refreshToken");
    const auto third = refresh(refresh(first).at("/refreshToken")).at("/refreshToken");
    EXPECT_EQ(refresh(first).at("/refreshToken"), third);
}

TEST_F(IdentityApi, lets_no_guessed_successor_of_a_token_in) {
    static_cast<void>(register_mina(operator_token()));
    const auto first = sign_in("mina", "espresso please").at("/refreshToken");
    const auto second = refresh(first).at("/refreshToken");
    EXPECT_NE(second, first);
    EXPECT_EQ(refresh(first.substr(0, first.find('.') + 1) + tokens_.fingerprint(first)).status, 401);
    EXPECT_EQ(refresh(second).status, 401);  // whoever guessed has ended it
}

TEST_F(IdentityApi, takes_nothing_from_an_operator_who_was_disabled_a_minute_ago) {
    const auto boss = operator_token();
    const auto registered =
        post("/accounts", R"({"loginName":"second","displayName":"둘째","role":"operator"})", boss);
    const auto second = registered.at("/account/accountId");
    const auto token =
        post("/sessions/link", R"({"code":")" + registered.at("/oneTimeCode") + "\"}").at("/accessToken");
    const auto mina = register_mina(token).at("/account/accountId");
    const auto more = R"({"loginName":"third","displayName":"셋째","role":"operator"})";

    EXPECT_EQ(post("/accounts/" + second + "/disable", {}, boss).status, 200);
    world_.run_for(1min);

    EXPECT_EQ(post("/accounts", more, token).status, 401);
    EXPECT_EQ(post("/accounts/" + mina + "/link", {}, token).status, 401);
    EXPECT_EQ(post("/accounts/" + mina + "/cafes", R"({"cafes":["c9"]})", token).status, 401);
    EXPECT_EQ(post("/accounts/" + mina + "/disable", {}, token).status, 401);
    EXPECT_EQ(send(Method::get, "/accounts", {}, token).status, 401);
    EXPECT_EQ(post("/accounts", more, boss).status, 201);
}

/// The owner has noticed the thief, and changed the password: the thief's access token makes no operator.
TEST_F(IdentityApi, takes_nothing_from_a_session_that_is_over) {
    const auto code = *first_code();
    const auto stolen = post("/sessions/link", R"({"code":")" + code + R"(","password":"operator's secret"})")
                            .at("/accessToken");
    const auto owners = sign_in("operator", "operator's secret").at("/accessToken");
    const auto changed = post("/accounts/current/password",
                              R"({"current":"operator's secret","new":"a better secret"})", owners);
    EXPECT_EQ(changed.status, 201);
    const auto rider = R"({"loginName":"jun","displayName":"준","role":"rider"})";
    EXPECT_EQ(post("/accounts", rider, stolen).status, 401);
    EXPECT_EQ(
        post("/accounts/current/password", R"({"current":"a better secret","new":"the thief's own"})", stolen)
            .status,
        401);
    EXPECT_EQ(send(Method::del, "/sessions/current", {}, changed.at("/accessToken")).status, 204);
    EXPECT_EQ(post("/accounts", rider, changed.at("/accessToken")).status, 401);
}

TEST_F(IdentityApi, says_at_once_and_after_a_restart_whose_tokens_are_void) {
    const auto token = operator_token();
    const auto mina = register_mina(token).at("/account/accountId");
    EXPECT_TRUE(rights_ended_.empty());
    EXPECT_EQ(post("/accounts/" + mina + "/disable", {}, token).status, 200);
    const std::vector expected{std::pair(mina, world_.clock.now() + 16min)};
    EXPECT_EQ(rights_ended_, expected);

    rights_ended_.clear();
    world_.run_for(15min);
    world_.restart();
    EXPECT_EQ(rights_ended_, expected);

    rights_ended_.clear();
    world_.run_for(2min);
    world_.restart();
    EXPECT_TRUE(rights_ended_.empty());
}

TEST_F(IdentityApi, tells_other_contexts_of_a_disabled_account_and_nothing_of_the_person) {
    const auto token = operator_token();
    const auto mina = register_mina(token).at("/account/accountId");
    post("/accounts/" + mina + "/disable", {}, token);
    const auto context = make({}, passwords_, tokens_);
    EXPECT_EQ(context.published(), (std::vector<std::string_view>{"AccountDisabled", "StaffAssigned"}));
    const auto event = world_.disk.events({.subject = mina}).back();
    EXPECT_EQ(event.type, "AccountDisabled");
    EXPECT_EQ(boost::json::parse(event.data).as_object().size(), 2U) << event.data;
}

TEST_F(IdentityApi, lets_the_owner_in_while_a_stranger_guesses) {
    static_cast<void>(register_mina(operator_token()));
    client_ = "203.0.113.66";
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        refused += sign_in("mina", "a guess").status == 429 ? 1 : 0;
        world_.run_for(20ms);
        if (i % 50 != 0) continue;
        client_ = "192.0.2.1";
        EXPECT_EQ(sign_in("mina", "espresso please").status, 201) << i;
        client_ = "203.0.113.66";
    }
    EXPECT_GT(refused, 480);
}

TEST_F(IdentityApi, lets_the_owner_in_at_a_known_address_while_many_strangers_guess) {
    static_cast<void>(register_mina(operator_token()));
    EXPECT_EQ(sign_in("mina", "espresso please").status, 201);
    int looked_at = 0;
    for (int i = 0; i < 200; ++i) {
        client_ = "203.0.113." + std::to_string(i);
        looked_at += sign_in("mina", "a guess").status == 401 ? 1 : 0;
    }
    EXPECT_EQ(looked_at, 100);
    EXPECT_EQ(sign_in("mina", "espresso please").status, 429);  // nor here, with the right one
    client_ = "192.0.2.1";
    EXPECT_EQ(sign_in("mina", "espresso please").status, 201);
}

/// From addresses new and old, alone and together: whoever asks cannot tell which of the names there is.
TEST_F(IdentityApi, tells_by_no_limit_which_names_exist) {
    static_cast<void>(register_mina(operator_token()));
    for (const auto* address : {"203.0.113.1", "203.0.113.2", "203.0.113.1"}) {
        client_ = address;
        for (int i = 0; i < 8; ++i) {
            const auto known = sign_in("mina", "a guess");
            const auto unknown = sign_in("nobody", "a guess");
            EXPECT_EQ(known.status, unknown.status);
            EXPECT_EQ(known.text, unknown.text);
            EXPECT_EQ(known.header("Retry-After"), unknown.header("Retry-After"));
        }
    }
    EXPECT_EQ(sign_in("mina", "a guess").status, 429);
    EXPECT_EQ(sign_in("somebody-else", "a guess").status, 401);  // no bucket is shared
}

/// If strangers could compute which names share a counter, they would fill one with names that they made up,
/// and see by the answer to another name whether it has a counter of its own: whether it exists.
TEST_F(IdentityApi, counts_no_two_names_together_that_a_stranger_could_choose) {
    const std::string name = "nobody";
    std::string other;
    for (int i = 0; other.empty(); ++i) {
        const auto tried = "x" + std::to_string(i);
        if (tokens_.fingerprint(tried).substr(0, 2) == tokens_.fingerprint(name).substr(0, 2)) other = tried;
    }
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in(name, "a guess").status, 401);
    EXPECT_EQ(sign_in(name, "a guess").status, 429);
    EXPECT_EQ(sign_in(other, "a guess").status, 401);
}

}  // namespace
}  // namespace dangol::identity
