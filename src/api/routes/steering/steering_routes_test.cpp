#include <gmock/gmock.h>

#include "api/test_world.hpp"

namespace varde::api {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using testing::Reply;

class SteeringRoutes : public testing::World {
 protected:
  json made() {
    return post("leader", "/cases", {{"example", "hello"}, {"comment", "first"}}).json();
  }
  static std::string version(const json& v) { return "/versions/" + v["id"].get<std::string>(); }
  static std::string of(const json& v) { return "/cases/" + v["case_id"].get<std::string>(); }
  Reply save(const json& base, const std::string& text, json more = json::object()) {
    more["base"] = base["id"];
    more["comment"] = "because";
    more["edits"] = {{{"file", "case.toml"}, {"action", "set"}, {"key", "name"}, {"value", text}}};
    return post("leader", of(base) + "/versions", more);
  }
  json result(const json& run) {
    const std::string path = "/runs/" + run["id"].get<std::string>();
    for (int i = 0; i < 2'000; ++i) {
      const auto run_now = get("coordinator", path).json();
      if (run_now["state"] == "done") return get("coordinator", path + "/result").json();
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return {};
  }
};

TEST_F(SteeringRoutes, OperatorsAndMachinesHaveNoPartInIt) {
  const auto first = made();
  for (const std::string& path :
       {std::string{"/steering"}, std::string{"/cases"}, of(first), version(first),
        version(first) + "/files", version(first) + "/changes", version(first) + "/shares",
        version(first) + "/export?format=txt"}) {
    for (const std::string& who : {std::string{"operator"}, std::string{"administrator"}})
      EXPECT_EQ(get(who, path).slug(), "forbidden") << who << " " << path;
    EXPECT_EQ(get("coordinator", path).status, 200) << path;
  }
  Request machine = request(Method::get, "/cases");
  machine.authorization = "Bearer reader-key";
  EXPECT_EQ(call(std::move(machine)).slug(), "forbidden");
}

TEST_F(SteeringRoutes, CoordinatorsWriteNothing) {
  const auto first = made();
  const json draft = {{"base", first["id"]}, {"comment", "c"}};
  EXPECT_EQ(post("coordinator", "/cases", {{"example", "hello"}, {"comment", "c"}}).slug(),
            "forbidden");
  EXPECT_EQ(post("coordinator", of(first) + "/versions", draft).slug(), "forbidden");
  EXPECT_EQ(post("coordinator", version(first) + "/import", {}).slug(), "forbidden");
  EXPECT_EQ(
      post("coordinator", version(first) + "/shares", {{"until", "2026-12-01T00:00:00Z"}}).slug(),
      "forbidden");
  EXPECT_EQ(post("coordinator", version(first) + "/decision",
                 {{"reference", "1"}, {"date", "2026-11-20"}, {"body", "b"}})
                .slug(),
            "forbidden");
}

TEST_F(SteeringRoutes, ACaseIsMadeChangedAndToldOf) {
  const auto first = made();
  EXPECT_EQ(first["number"], 1);
  EXPECT_EQ(first["author"]["name"], "Name of leader");
  const auto next = save(first, "more");
  ASSERT_EQ(next.status, 201) << next.body;
  EXPECT_EQ(next.json()["parent"], first["id"]);
  const auto row = get("coordinator", "/cases").json()["items"][0];
  EXPECT_EQ(row["name"], "more");
  EXPECT_EQ(row["title"]["nb"], "Notat");
  EXPECT_EQ(get("coordinator", of(first)).json()["versions"].size(), 2u);
  const auto change = get("coordinator", version(next.json()) + "/changes").json()["items"][0];
  EXPECT_EQ(change["before"], "hello");
  EXPECT_EQ(change["after"], "more");
  const auto detail = get("coordinator", version(first)).json();
  EXPECT_EQ(detail["newest"], false);
  EXPECT_EQ(detail["sections"][0]["fields"][0]["value"], "hello");
  EXPECT_EQ(get("coordinator", version(first) + "/files").json()["files"]["case.toml"], "hello");
  EXPECT_EQ(get("coordinator", version(first) + "/export?format=txt").body, "hello");
  EXPECT_EQ(get("coordinator", version(first) + "/export?format=pdf").slug(), "invalid");
}

TEST_F(SteeringRoutes, TheSecondToSaveIsToldWhoWasFirst) {
  const auto first = made();
  ASSERT_EQ(save(first, "a").status, 201);
  const auto stale = save(first, "b");
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.slug(), "stale-version");
  EXPECT_EQ(stale.json()["latest"]["number"], 2);
  EXPECT_EQ(save(first, "b", {{"branch", true}}).status, 201);
}

TEST_F(SteeringRoutes, MistakesComeWithFileAndLine) {
  const auto first = made();
  const auto refused = save(first, "wrong");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.json()["mistakes"][0]["line"], 1);
  const json changes = {{"files", {{"case.toml", "wrong"}}}};
  const auto checked = post("coordinator", version(first) + "/check", changes).json();
  EXPECT_EQ(checked["mistakes"][0]["text"], "is wrong; write something else");
  EXPECT_EQ(post("leader", version(first) + "/check", {{"files", {{"case.toml", 7}}}}).slug(),
            "invalid");
  EXPECT_EQ(post("leader", "/cases", {{"comment", "c"}}).slug(), "invalid");
  EXPECT_EQ(post("leader", "/cases", {{"example", "no"}, {"comment", "c"}}).slug(), "invalid");
  EXPECT_EQ(post("leader", "/cases", {{"kind", "no"}, {"comment", "c"}}).slug(), "invalid");
  EXPECT_EQ(post("leader", "/cases", {{"kind", "note"}, {"comment", "c"}}).status, 201);
}

TEST_F(SteeringRoutes, ARunGivesItsResult) {
  const auto first = made();
  const auto run = post("coordinator", version(first) + "/runs",
                        {{"kind", "note.count"}, {"parameters", {{"times", "3"}}}});
  EXPECT_EQ(run.status, 202) << run.body;
  EXPECT_EQ(result(run.json())["bytes"], 15);
  EXPECT_EQ(post("leader", version(first) + "/runs", {{"kind", "no"}}).slug(), "invalid");
  EXPECT_EQ(post("operator", version(first) + "/runs", {{"kind", "note.count"}}).slug(),
            "forbidden");
  EXPECT_EQ(get("operator", "/runs/" + run.json()["id"].get<std::string>()).slug(), "forbidden");
}

TEST_F(SteeringRoutes, ACalculationNeedsNoCase) {
  const auto twice = post("coordinator", "/calculations",
                          {{"kind", "note.twice"}, {"parameters", {{"text", "ab"}}}});
  EXPECT_EQ(twice.status, 200) << twice.body;
  EXPECT_EQ(twice.json(), "abab");
  const auto mistakes = post("leader", "/calculations", {{"kind", "note.twice"}});
  EXPECT_EQ(mistakes.status, 422);
  EXPECT_EQ(mistakes.json()["mistakes"][0]["text"], "text is missing");
  EXPECT_EQ(post("leader", "/calculations", {{"kind", "no"}}).slug(), "invalid");
  EXPECT_EQ(post("operator", "/calculations", {{"kind", "note.twice"}}).slug(), "forbidden");
}

TEST_F(SteeringRoutes, ADecisionFreezesAndIsShown) {
  const auto first = made();
  const json decision = {{"reference", "2026/118"}, {"date", "2026-11-20"}, {"body", "Council"}};
  const auto decided = post("leader", version(first) + "/decision", decision);
  ASSERT_EQ(decided.status, 201) << decided.body;
  EXPECT_EQ(decided.json()["decision"]["date"], "2026-11-20");
  EXPECT_EQ(post("leader", version(first) + "/decision", decision).slug(), "already-decided");
  EXPECT_EQ(get("coordinator", "/cases").json()["items"][0]["decided"], 1);
  EXPECT_EQ(save(first, "next").json()["decision"], nullptr);
}

TEST_F(SteeringRoutes, ALinkOpensWithoutSignInUntilItIsTakenBack) {
  const auto first = made();
  const auto link =
      post("leader", version(first) + "/shares", {{"until", "2026-12-01T00:00:00Z"}}).json();
  const auto path = "/shared/" + link["token"].get<std::string>();
  json shared;
  for (int i = 0; i < 2'000 && shared["results"][0]["result"].is_null(); ++i)
    shared = call(request(Method::get, path)).json();
  EXPECT_EQ(shared["results"][0]["result"]["bytes"], 5);
  EXPECT_EQ(shared["name"], "hello");
  const auto listed = get("coordinator", version(first) + "/shares").json()["items"][0];
  EXPECT_EQ(listed["token"], nullptr) << "it is not kept";
  EXPECT_EQ(listed["opens"], true);
  EXPECT_EQ(call(request(Method::get, "/shared/guess")).status, 404);
  Request revoke = request(Method::delete_, "/shares/" + link["id"].get<std::string>());
  revoke.varde_request = "console";
  EXPECT_EQ(as("leader", std::move(revoke)).status, 204);
  EXPECT_EQ(call(request(Method::get, path)).status, 404);
}

TEST_F(SteeringRoutes, AnImportIsShownBeforeItIsSaved) {
  const auto first = made();
  Request upload = request(Method::post, version(first) + "/import", "survey");
  upload.varde_request = "console";
  const auto preview = as("leader", std::move(upload)).json();
  EXPECT_EQ(preview["rows"][0]["after"], "survey");
  EXPECT_EQ(get("leader", of(first)).json()["versions"].size(), 1u);
  const auto saved = post("leader", of(first) + "/versions",
                          {{"base", first["id"]}, {"comment", "c"}, {"files", preview["files"]}});
  EXPECT_EQ(saved.status, 201);
}

TEST_F(SteeringRoutes, ARepeatedWriteIsDoneOnce) {
  const auto once = [&] {
    Request made = request(Method::post, "/cases", R"({"example":"hello","comment":"c"})");
    made.varde_request = "console";
    made.idempotency_key = "k1";
    return as("leader", std::move(made)).json()["id"];
  };
  const auto first = once();
  EXPECT_EQ(once(), first);
  EXPECT_EQ(get("leader", "/cases").json()["items"].size(), 1u);
}

}  // namespace
}  // namespace varde::api
