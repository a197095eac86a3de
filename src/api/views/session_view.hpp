#pragma once

#include "api/views/common.hpp"

namespace varde::api {

struct OfferedAccount {
  std::string account;
  std::string name;
  tenancy::Role role{};
  Text description;

  static constexpr std::string_view kName = "OfferedAccount";
  static constexpr std::string_view kDoc = "A ready account of the demo.";
  static constexpr auto fields() {
    using O = OfferedAccount;
    return std::tuple{field("account", &O::account, "To sign in with"),
                      field("name", &O::name, "As shown"),
                      field("role", &O::role, "What it may do"),
                      field("description", &O::description, "What it is for")};
  }
};

struct SessionOptions {
  bool demo = false;
  std::vector<OfferedAccount> accounts;
  bool password = false;

  static constexpr std::string_view kName = "SessionOptions";
  static constexpr std::string_view kDoc = "How one can sign in.";
  static constexpr auto fields() {
    using S = SessionOptions;
    return std::tuple{field("demo", &S::demo, "Synthetic people only; say so on every page"),
                      field("accounts", &S::accounts, "Empty outside the demo"),
                      field("password", &S::password, "Account and password are asked for")};
  }
};

struct SignInRequest {
  std::string account;
  std::optional<std::string> password;

  static constexpr bool kSparse = true;
  static constexpr std::string_view kName = "SignIn";
  static constexpr std::string_view kDoc = "Who signs in.";
  static constexpr auto fields() {
    return std::tuple{field("account", &SignInRequest::account, "In any case"),
                      field("password", &SignInRequest::password, "Not asked for in the demo")};
  }
};

struct SessionActor {
  ActorId id;
  std::string name;
  tenancy::Role role{};

  static constexpr std::string_view kName = "SessionActor";
  static constexpr std::string_view kDoc = "Who is signed in.";
  static constexpr auto fields() {
    using S = SessionActor;
    return std::tuple{field("id", &S::id, "Of the actor"), field("name", &S::name, "As shown"),
                      field("role", &S::role, "What the actor may do")};
  }
};

struct MapSource {
  std::string tile_url;
  std::string attribution;

  static constexpr std::string_view kName = "MapSource";
  static constexpr std::string_view kDoc = "Where map tiles come from.";
  static constexpr auto fields() {
    return std::tuple{field("tile_url", &MapSource::tile_url, "With {z}, {x} and {y}"),
                      field("attribution", &MapSource::attribution, "To be shown on the map")};
  }
};

struct Centre {
  std::string name;
  std::string phone;

  static constexpr std::string_view kName = "Centre";
  static constexpr std::string_view kDoc = "The response centre.";
  static constexpr auto fields() {
    return std::tuple{field("name", &Centre::name, "As shown"),
                      field("phone", &Centre::phone, "As dialled")};
  }
};

struct SessionView {
  SessionActor actor;
  std::vector<MunicipalityRef> municipalities;
  bool demo = false;
  std::string version;
  std::optional<MapSource> map;
  Centre centre;
  Instant server_time{};
  int handler_timeout_s = 0;

  static constexpr std::string_view kName = "Session";
  static constexpr std::string_view kDoc = "What a console needs to start.";
  static constexpr auto fields() {
    using S = SessionView;
    return std::tuple{field("actor", &S::actor, "Who is signed in"),
                      field("municipalities", &S::municipalities, "The actor's scope"),
                      field("demo", &S::demo, "Synthetic people only; say so on every page"),
                      field("version", &S::version, "Of the server"),
                      field("map", &S::map, "Null: no tiles, use the built-in outline"),
                      field("centre", &S::centre, "The response centre"),
                      field("server_time", &S::server_time, "To count ages by"),
                      field("handler_timeout_s", &S::handler_timeout_s,
                            "Without a sign of life that long, an alarm is given back")};
  }
};

}  // namespace varde::api
