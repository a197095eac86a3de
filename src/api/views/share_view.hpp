#pragma once

#include "api/views/steering_view.hpp"

// Links to results, and what steering can do at all.
namespace varde::api {

struct ShareView {
  steering::ShareId id;
  ActorRef by;
  Instant at{};
  Instant until{};
  std::optional<Instant> revoked;
  bool opens = false;
  std::optional<std::string> token;

  static constexpr std::string_view kName = "Share";
  static constexpr std::string_view kDoc = "A link to one version's results, without sign-in.";
  static constexpr auto fields() {
    using S = ShareView;
    return std::tuple{field("id", &S::id, "Of the link"),
                      field("by", &S::by, "Who made it"),
                      field("at", &S::at, "When"),
                      field("until", &S::until, "When it ends"),
                      field("revoked", &S::revoked, "When it was taken back"),
                      field("opens", &S::opens, "Whether it works now"),
                      field("token", &S::token, "Only when it is made: it is not kept")};
  }
};

struct ShownRunView {
  std::string kind;
  TextMap parameters;

  static constexpr std::string_view kName = "ShownRun";
  static constexpr std::string_view kDoc = "A computation that a case's page shows.";
  static constexpr auto fields() {
    using S = ShownRunView;
    return std::tuple{field("kind", &S::kind, "Of run"),
                      field("parameters", &S::parameters, "For it")};
  }
};

struct CaseKindView {
  std::string name;
  Text title;
  bool can_be_new = false;
  std::vector<ShownRunView> shown;
  std::vector<std::string> formats;

  inline static const std::string kName = "CaseKind";
  static constexpr std::string_view kDoc = "A kind of case.";
  static constexpr auto fields() {
    using K = CaseKindView;
    return std::tuple{field("name", &K::name, "kind of case.toml"),
                      field("title", &K::title, "For a person"),
                      field("can_be_new", &K::can_be_new, "POST /cases makes one of this kind"),
                      field("shown", &K::shown, "What its page computes"),
                      field("formats", &K::formats, "Of GET /versions/{id}/export")};
  }
};

struct ExampleView {
  std::string name;
  std::string kind;
  std::string title;

  static constexpr std::string_view kName = "CaseExample";
  static constexpr std::string_view kDoc = "A case to start from.";
  static constexpr auto fields() {
    using E = ExampleView;
    return std::tuple{field("name", &E::name, "For POST /cases"),
                      field("kind", &E::kind, "Of the case"),
                      field("title", &E::title, "Its own name")};
  }
};

struct SteeringView {
  std::vector<CaseKindView> kinds;
  std::vector<ExampleView> examples;

  static constexpr std::string_view kName = "Steering";
  static constexpr std::string_view kDoc = "What steering can do.";
  static constexpr auto fields() {
    using S = SteeringView;
    return std::tuple{field("kinds", &S::kinds, "Of case"),
                      field("examples", &S::examples, "To start from")};
  }
};

struct SharedResultView {
  std::string kind;
  TextMap parameters;
  std::optional<RawJson> result;

  static constexpr std::string_view kName = "SharedResult";
  static constexpr std::string_view kDoc = "One computed result.";
  static constexpr auto fields() {
    using R = SharedResultView;
    return std::tuple{field("kind", &R::kind, "Of run"),
                      field("parameters", &R::parameters, "Of the run"),
                      field("result", &R::result, "Null while it is computed: ask again")};
  }
};

struct SharedView {
  std::string kind;
  Text title;
  std::string name;
  int number = 0;
  Instant at{};
  std::optional<DecisionView> decision;
  Instant until{};
  std::vector<SharedResultView> results;

  static constexpr std::string_view kName = "SharedCase";
  static constexpr std::string_view kDoc = "What a shared link shows: one version's results.";
  static constexpr auto fields() {
    using S = SharedView;
    return std::tuple{field("kind", &S::kind, "Of the case"),
                      field("title", &S::title, "Of the kind"),
                      field("name", &S::name, "Of the case"),
                      field("number", &S::number, "Of the version"),
                      field("at", &S::at, "When the version was saved"),
                      field("decision", &S::decision, "Null: none was made on it"),
                      field("until", &S::until, "When the link ends"),
                      field("results", &S::results, "Those its kind of case shows")};
  }
};

}  // namespace varde::api
