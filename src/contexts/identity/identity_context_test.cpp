// The identity context's API: guests, signing in, accounts.
#include "tests/support/identity_world.hpp"

namespace dangol::identity {
namespace {

using namespace std::chrono_literals;
using runtime::Method;
using testing::IdentityApi;

TEST_F(IdentityApi, lets_a_guest_in_without_writing_anything) {
    const auto guest = post("/sessions/guest", R"({"language":"en"})");
    EXPECT_EQ(guest.status, 201);
    EXPECT_EQ(guest.at("/role"), "customer");
    EXPECT_EQ(guest.at("/language"), "en");
    EXPECT_EQ(world_.disk.last_position(), 0U);
    const auto me = send(Method::get, "/sessions/current", {}, guest.at("/accessToken"));
    EXPECT_EQ(me.at("/accountId"), guest.at("/accountId"));
    const auto again = refresh(guest.at("/refreshToken"));
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.at("/accountId"), guest.at("/accountId"));
    EXPECT_EQ(refresh(guest.at("/accessToken")).status, 401);
    EXPECT_EQ(send(Method::del, "/sessions/current", {}, guest.at("/accessToken")).status, 204);
}

TEST_F(IdentityApi, prints_links_for_the_first_operator_until_one_has_come_in) {
    const auto old = first_code();
    const auto code = first_code();
    ASSERT_TRUE(old && code);
    EXPECT_EQ(post("/sessions/link", R"({"code":")" + *old + "\"}").status, 401);
    const auto session =
        post("/sessions/link", R"({"code":")" + *code + R"(","password":"operator's secret"})");
    EXPECT_EQ(session.status, 201);
    EXPECT_EQ(session.at("/role"), "operator");
    EXPECT_EQ(post("/sessions/link", R"({"code":")" + *code + "\"}").status, 401);
    EXPECT_EQ(first_code(), std::nullopt);
    EXPECT_EQ(sign_in("operator", "operator's secret").status, 201);
}

TEST_F(IdentityApi, refuses_an_expired_link) {
    const auto code = first_code();
    world_.run_for(24h);
    EXPECT_EQ(post("/sessions/link", R"({"code":")" + *code + "\"}").status, 401);
}

TEST_F(IdentityApi, hashes_no_password_for_a_wrong_code_and_keeps_the_code_when_the_password_is_weak) {
    const auto code = first_code();
    EXPECT_EQ(post("/sessions/link", R"({"code":"wrong","password":"a fine password"})").status, 401);
    EXPECT_EQ(post("/sessions/link", R"({"code":")" + *code + R"(","password":"short"})").status, 422);
    EXPECT_EQ(post("/sessions/link", R"({"code":")" + *code + R"(","password":"a fine password"})").status,
              201);
}

TEST_F(IdentityApi, registers_staff_who_then_sign_in) {
    const auto token = operator_token();
    const auto registered = register_mina(token);
    EXPECT_EQ(registered.status, 201);
    EXPECT_EQ(registered.at("/account/loginName"), "mina");
    EXPECT_EQ(registered.at("/oneTimeCode"), "");
    EXPECT_EQ(register_mina(token).status, 409);

    const auto session = sign_in("MINA", "espresso please");
    EXPECT_EQ(session.status, 201);
    EXPECT_EQ(session.at("/role"), "staff");
    EXPECT_EQ(session.at("/cafes/0"), "c1");
    const auto me = send(Method::get, "/sessions/current", {}, session.at("/accessToken"));
    EXPECT_EQ(me.at("/displayName"), "이미나");
    EXPECT_EQ(post("/accounts", "{}", session.at("/accessToken")).status, 403);
    EXPECT_EQ(post("/accounts", "{}").status, 401);
}

TEST_F(IdentityApi, invites_a_rider_with_a_code) {
    const auto registered =
        post("/accounts", R"({"loginName":"jun","displayName":"준","role":"rider"})", operator_token());
    EXPECT_EQ(registered.status, 201);
    EXPECT_EQ(registered.at("/account/status"), "invited");
    const auto session = post("/sessions/link", R"({"code":")" + registered.at("/oneTimeCode") + "\"}");
    EXPECT_EQ(session.at("/role"), "rider");
    EXPECT_EQ(sign_in("jun", "").status, 401);  // there is no password, so the empty one is wrong too
}

TEST_F(IdentityApi, ends_the_session_on_sign_out) {
    static_cast<void>(register_mina(operator_token()));
    const auto session = sign_in("mina", "espresso please");
    EXPECT_EQ(send(Method::del, "/sessions/current", {}, session.at("/accessToken")).status, 204);
    EXPECT_EQ(refresh(session.at("/refreshToken")).status, 401);
}

TEST_F(IdentityApi, changes_a_password_and_ends_every_other_session) {
    static_cast<void>(register_mina(operator_token()));
    const auto session = sign_in("mina", "espresso please");
    const auto token = session.at("/accessToken");
    const auto change = [&](const std::string& current, const std::string& wanted) {
        return post("/accounts/current/password",
                    R"({"current":")" + current + R"(","new":")" + wanted + "\"}", token);
    };
    EXPECT_EQ(change("wrong", "flat white please").status, 422);
    EXPECT_EQ(change("espresso please", "short").status, 422);
    const auto changed = change("espresso please", "flat white please");
    EXPECT_EQ(changed.status, 201);
    EXPECT_EQ(refresh(session.at("/refreshToken")).status, 401);
    EXPECT_EQ(refresh(changed.at("/refreshToken")).status, 201);
    EXPECT_EQ(sign_in("mina", "espresso please").status, 401);
    EXPECT_EQ(sign_in("mina", "flat white please").status, 201);
}

TEST_F(IdentityApi, disables_an_account_but_never_ones_own) {
    const auto token = operator_token();
    const auto mina = register_mina(token).at("/account/accountId");
    const auto session = sign_in("mina", "espresso please");
    EXPECT_EQ(post("/accounts/" + mina + "/disable", {}, token).at("/status"), "disabled");
    EXPECT_EQ(sign_in("mina", "espresso please").status, 401);
    EXPECT_EQ(refresh(session.at("/refreshToken")).status, 401);
    EXPECT_EQ(post("/accounts/" + mina + "/disable", {}, token).status, 409);
    const auto me = send(Method::get, "/sessions/current", {}, token).at("/accountId");
    EXPECT_EQ(post("/accounts/" + me + "/disable", {}, token).status, 422);
}

TEST_F(IdentityApi, assigns_branches_that_the_next_token_names) {
    const auto token = operator_token();
    const auto mina = register_mina(token).at("/account/accountId");
    const auto session = sign_in("mina", "espresso please");
    EXPECT_EQ(post("/accounts/" + mina + "/cafes", R"({"cafes":["c2","c3"]})", token).status, 200);
    EXPECT_EQ(refresh(session.at("/refreshToken")).at("/cafes/1"), "c3");
    EXPECT_EQ(post("/accounts/unknown/cafes", R"({"cafes":[]})", token).status, 404);
}

TEST_F(IdentityApi, lists_accounts_page_by_page) {
    const auto token = operator_token();
    for (const auto* name : {"ann", "ben", "cho"}) {
        static_cast<void>(
            post("/accounts",
                 R"({"loginName":")" + std::string(name) + R"(","displayName":"x","role":"rider"})", token));
    }
    const auto all = send(Method::get, "/accounts", {}, token);
    EXPECT_EQ(all.body.at("items").as_array().size(), 4U);
    EXPECT_EQ(all.body.as_object().count("next"), 0U);
    const auto first = send(Method::get, "/accounts?limit=3", {}, token);
    EXPECT_EQ(first.body.at("items").as_array().size(), 3U);
    const auto rest = send(Method::get, "/accounts?after=" + first.at("/next"), {}, token);
    EXPECT_EQ(rest.body.at("items").as_array().size(), 1U);
    EXPECT_EQ(rest.at("/items/0/loginName"), "cho");
    EXPECT_EQ(send(Method::get, "/accounts?after=x", {}, token).status, 400);
}

TEST_F(IdentityApi, moves_an_old_hash_to_todays_parameters_at_the_next_sign_in) {
    const auto mina = register_mina(operator_token()).at("/account/accountId");
    passwords_.scheme = "$better$";
    EXPECT_EQ(sign_in("mina", "espresso please").status, 201);
    EXPECT_EQ(world_.disk.row("credentials", mina)->data, "$better$espresso please");
    EXPECT_EQ(sign_in("mina", "espresso please").status, 201);
}

TEST_F(IdentityApi, publishes_no_secret_in_any_event) {
    const auto token = operator_token();
    static_cast<void>(register_mina(token));
    const auto session = sign_in("mina", "espresso please");
    const auto next = refresh(session.at("/refreshToken"));
    const auto secret = next.at("/refreshToken").substr(next.at("/refreshToken").find('.') + 1);
    const auto code = post("/accounts", R"({"loginName":"jun","displayName":"준","role":"rider"})", token)
                          .at("/oneTimeCode");
    ASSERT_FALSE(code.empty());
    ASSERT_FALSE(secret.empty());
    int seen = 0;
    for (const auto& event : world_.disk.events({})) {
        ++seen;
        for (const auto& leak : {std::string("espresso"), std::string("$instant$"), secret, code}) {
            EXPECT_EQ(event.data.find(leak), std::string::npos) << event.type;
        }
        const auto document = world_.disk.document("Account", event.subject);
        if (document) EXPECT_EQ(document->data.find("$instant$"), std::string::npos);
    }
    EXPECT_GT(seen, 8);
}

TEST_F(IdentityApi, publishes_its_public_key) {
    const auto jwks = send(Method::get, "/sessions/jwks");
    EXPECT_EQ(jwks.at("/keys/0/alg"), "ES256");
    EXPECT_EQ(jwks.at("/keys/0/d"), "");
}

}  // namespace
}  // namespace dangol::identity
