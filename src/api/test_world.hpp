#pragma once

#include <future>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "access/testing.hpp"
#include "api/dispatcher.hpp"
#include "api/openapi.hpp"
#include "base/digest.hpp"
#include "base/limits.hpp"
#include "steering/memory_cases.hpp"
#include "steering/testing.hpp"

// A small centre with everything a route needs, and a way to call routes without a socket.
namespace varde::api::testing {

inline const tenancy::Municipality kHere{1813};
inline const tenancy::Municipality kElsewhere{1820};
inline const Instant kNow = *parse_rfc3339("2026-11-22T08:15:30Z");

template <class Id>
Id id(std::uint64_t n) {
  return Id{Ulid{n, n}};
}

inline access::Account account(std::uint64_t n, std::string login, tenancy::Role role,
                               access::Municipalities scope) {
  return {{id<ActorId>(n), "Name of " + login, role, std::move(scope)}, std::move(login), ""};
}

inline alarm::Alarm alarm_of(std::uint64_t n, tenancy::Municipality m) {
  alarm::Alarm a;
  a.id = id<AlarmId>(n);
  a.municipality = m;
  a.state = alarm::State::waiting;
  a.address = "scaip:1";
  a.code = alarm::kSocialAlarm;
  a.received_at = a.changed_at = a.last_signal_at = a.step_started_at = kNow;
  a.version = 1;
  return a;
}

struct Reply {
  int status = 0;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string content_type;

  nlohmann::json json() const { return nlohmann::json::parse(body); }
  std::string slug() const {
    const auto type = json().at("type").get<std::string>();
    return type.substr(type.rfind('/') + 1);
  }
  std::string header(std::string_view name) const {
    for (const auto& [n, value] : headers)
      if (n == name) return value;
    return {};
  }
};

/// Two municipalities, a person in each, accounts of every role, and a key for a sender and a
/// reader.
class World : public ::testing::Test {
 protected:
  World() {
    for (const auto m : {kHere, kElsewhere}) {
      access::MunicipalityRow row;
      row.municipality = m;
      row.name = m == kHere ? "Brønnøy" : "Alstahaug";
      records.municipality_rows.push_back(row);
    }
    add_person(1, kHere);
    add_person(2, kElsewhere);
    const access::Municipalities both{kHere, kElsewhere};
    records.account_rows = {account(11, "operator", tenancy::Role::operator_, both),
                            account(12, "operator2", tenancy::Role::operator_, both),
                            account(13, "coordinator", tenancy::Role::coordinator, {kHere}),
                            account(14, "leader", tenancy::Role::leader, both),
                            account(15, "administrator", tenancy::Role::administrator, both)};
    add_key("sender-key", 21, tenancy::Role::sender);
    add_key("reader-key", 22, tenancy::Role::integration);
  }
  ~World() override {
    workers.stop();
    dispatcher.stop();
  }

  void add_person(std::uint64_t n, tenancy::Municipality m) {
    care::ServiceUser user;
    user.id = id<UserId>(n);
    user.name = "Test Testesen";
    user.born = std::chrono::year{1941} / 5 / 2;
    user.sex = care::Sex::female;
    user.municipality = m;
    user.phone = "+4700000000";
    records.users_known.push_back(user);
  }
  void add_key(std::string_view key, std::uint64_t actor, tenancy::Role role) {
    records.keys.push_back(
        {"key", to_hex(sha256(key)), {id<ActorId>(actor), "machine", role, {kHere, kElsewhere}}});
  }

  Request request(Method method, std::string path, std::string body = {}) {
    struct Kept {
      std::string path, query, body;
    };
    const auto kept = std::make_shared<Kept>();
    const auto mark = path.find('?');
    kept->path = "/api/v1" + path.substr(0, mark);
    if (mark != std::string::npos) kept->query = path.substr(mark + 1);
    kept->body = std::move(body);
    Request made;
    made.method = method;
    made.path = kept->path;
    made.query = kept->query;
    made.body = kept->body;
    made.remote_address = "127.0.0.1";
    made.owner = kept;
    return made;
  }
  /// Whatever is answered is what the document says can be.
  Reply call(Request made) {
    const std::string asked = fmt::format("{} {}", to_string(made.method), made.path);
    const auto route = find_route(routes, made.method, made.path.substr(kPrefix.size())).route;
    const Reply reply = carry_out(std::move(made));
    if (route != nullptr) {
      EXPECT_TRUE(described_statuses(*route).contains(reply.status)) << asked << reply.status;
      const bool problem = reply.status >= 400;
      EXPECT_EQ(problem, reply.content_type == "application/problem+json") << asked;
    }
    return reply;
  }
  Reply carry_out(Request made) {
    std::promise<Reply> promise;
    auto answered = promise.get_future();
    dispatcher.dispatch(std::move(made), [&](Response response) {
      promise.set_value({response.status, std::move(response.body), std::move(response.headers),
                         std::move(response.content_type)});
    });
    return answered.get();
  }

  /// As somebody signed in with a console.
  Reply get(const std::string& login, const std::string& path) {
    return as(login, request(Method::get, path));
  }
  Reply post(const std::string& login, const std::string& path, const nlohmann::json& body) {
    Request made = request(Method::post, path, body.dump());
    made.varde_request = "console";
    return as(login, std::move(made));
  }
  Reply as(const std::string& login, Request made) {
    const std::string cookie = "other=1; varde_session=" + session(login)->token();
    made.cookie = cookie;
    return call(std::move(made));
  }
  std::shared_ptr<Session> session(const std::string& login) {
    auto& known = sessions_of_[login];
    if (!known) known = sessions.open(records.account(login)->actor, kNow);
    return known;
  }

  access::testing::FakeRecords records;
  access::testing::FakeInbox inbox;
  access::Gate gate{records, inbox};
  std::unique_ptr<Authenticator> authenticator = demo_accounts(gate);
  Config config;
  Sessions sessions;
  SignInGuard guard;
  Lookups lookups{gate};
  Instant now = kNow;
  LiveFeed feed{gate, lookups, sessions, [this] { return now; }};
  Workers workers{2, 100};
  SignalsHandler signals = [](auto sender, const Request&, auto answer) {
    answer({202, "application/json", "{\"from\":\"" + to_string(sender->id) + "\"}"});
  };
  steering::MemoryCases kept_cases;
  steering::Tools tools = steering::testing::note_tools();
  steering::Runs runs{kept_cases, tools, [this] { return now; }, "test"};
  steering::Office office{kept_cases, runs, tools};
  Services services{config,
                    gate,
                    *authenticator,
                    sessions,
                    guard,
                    lookups,
                    feed,
                    workers,
                    [this] { return now; },
                    [this](auto sender, const Request& r, auto answer) {
                      signals(std::move(sender), r, std::move(answer));
                    },
                    [](tenancy::Municipality m) { return m == kHere; },
                    office};
  RouteTable routes = all_routes();
  Dispatcher dispatcher{services, routes};

 private:
  std::map<std::string, std::shared_ptr<Session>> sessions_of_;
};

}  // namespace varde::api::testing
