#include "api/password.hpp"
#include "api/test_world.hpp"

namespace varde::api {
namespace {

using testing::Reply;

class SessionRoutes : public testing::World {
 protected:
  Reply sign_in(const nlohmann::json& body, bool own_site = true) {
    Request made = request(Method::post, "/session", body.dump());
    if (own_site) made.varde_request = "console";
    return call(std::move(made));
  }
};

TEST_F(SessionRoutes, TheDemoOffersItsRolesAndNoMachines) {
  const auto json = call(request(Method::get, "/session/options")).json();
  EXPECT_EQ(json["demo"], true);
  EXPECT_EQ(json["password"], false);
  EXPECT_EQ(json["accounts"].size(), 5u);
  EXPECT_EQ(json["accounts"][0]["role"], "operator");
  EXPECT_FALSE(json["accounts"][0]["description"]["nb"].get<std::string>().empty());
}

TEST_F(SessionRoutes, SigningInSetsACookieThatScriptsCannotReadAndOtherSitesCannotSend) {
  const Reply reply = sign_in({{"account", "Operator"}});
  ASSERT_EQ(reply.status, 200);
  const std::string cookie = reply.header("Set-Cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
  EXPECT_NE(cookie.find("Secure"), std::string::npos);
  EXPECT_EQ(reply.json()["actor"]["role"], "operator");
  EXPECT_EQ(reply.json()["municipalities"][0]["name"], "Brønnøy");

  Request who = request(Method::get, "/session");
  who.cookie = cookie;
  EXPECT_EQ(call(std::move(who)).json()["actor"]["name"], "Name of operator");
}

TEST_F(SessionRoutes, NobodyWithoutASessionAndAWriteNeedsOurOwnPage) {
  EXPECT_EQ(call(request(Method::get, "/session")).slug(), "not-signed-in");
  EXPECT_EQ(sign_in({{"account", "operator"}}, false).slug(), "forbidden");
  Request foreign = request(Method::delete_, "/session");
  EXPECT_EQ(as("operator", std::move(foreign)).slug(), "forbidden");
  EXPECT_EQ(get("operator", "/session").status, 200);
}

TEST_F(SessionRoutes, AfterSigningOutTheCookieIsWorthNothing) {
  Request out = request(Method::delete_, "/session");
  out.varde_request = "console";
  EXPECT_EQ(as("operator", std::move(out)).status, 204);
  EXPECT_EQ(get("operator", "/session").status, 401);
}

TEST_F(SessionRoutes, AnIdleSessionEnds) {
  EXPECT_EQ(get("operator", "/session").status, 200);
  now += limits::kSessionIdle;
  EXPECT_EQ(get("operator", "/session").status, 401);
}

TEST_F(SessionRoutes, BodiesThatAreWrongSayWhere) {
  EXPECT_EQ(sign_in({{"account", 5}}).json()["errors"][0]["pointer"], "/account");
  EXPECT_EQ(sign_in(nlohmann::json::array()).status, 400);
  EXPECT_EQ(sign_in({{"account", "nobody"}}).status, 401);
}

class LocalSignIn : public SessionRoutes {
 protected:
  LocalSignIn() { records.account_rows[0].password_hash = hash_password("correct horse"); }

  std::unique_ptr<Authenticator> authenticator_with_passwords = local_accounts(gate);
  Services local{config,
                 gate,
                 *authenticator_with_passwords,
                 sessions,
                 guard,
                 lookups,
                 feed,
                 workers,
                 [this] { return now; },
                 signals,
                 [](auto) { return false; },
                 office};
  Dispatcher local_dispatcher{local, routes};

  int status(const std::string& account, const std::string& password) {
    Request made = request(Method::post, "/session",
                           nlohmann::json{{"account", account}, {"password", password}}.dump());
    made.varde_request = "console";
    std::promise<int> promise;
    local_dispatcher.dispatch(std::move(made), [&](Response r) { promise.set_value(r.status); });
    return promise.get_future().get();
  }
};

TEST_F(LocalSignIn, AsksForThePasswordAndSlowsGuessing) {
  EXPECT_EQ(status("operator", "correct horse"), 200);
  EXPECT_EQ(status("leader", ""), 401);  // an account without a hash cannot sign in
  for (int i = 0; i < 5; ++i) EXPECT_EQ(status("operator", "guess"), 401);
  EXPECT_EQ(status("operator", "correct horse"), 429);
  now += std::chrono::minutes{15};
  EXPECT_EQ(status("operator", "correct horse"), 200);
}

TEST_F(LocalSignIn, AnotherSpellingOfTheAccountIsTheSameAccount) {
  for (const char* account : {"operator", "Operator", "OPERATOR", "oPerator", "opeRator"})
    EXPECT_EQ(status(account, "guess"), 401);
  EXPECT_EQ(status("operatoR", "guess"), 429);
  EXPECT_EQ(status("operator", "correct horse"), 429);
}

TEST(Password, VerifiesItsOwnHashOnly) {
  const std::string hash = hash_password("x");
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
  EXPECT_TRUE(verify_password(hash, "x"));
  EXPECT_FALSE(verify_password(hash, "y"));
  EXPECT_FALSE(verify_password("nonsense", "x"));
  EXPECT_NE(hash, hash_password("x"));
}

}  // namespace
}  // namespace varde::api
