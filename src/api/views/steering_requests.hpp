#pragma once

#include "api/views/steering_view.hpp"
#include "steering/desk.hpp"

namespace varde::api {

struct NewCaseRequest {
  std::optional<std::string> example;
  std::optional<std::string> kind;
  std::optional<std::string> municipalities;
  std::optional<TextMap> files;
  std::string comment;

  static constexpr std::string_view kName = "NewCase";
  static constexpr std::string_view kDoc =
      "A case from an example, from files, or new of a kind; exactly one of the three.";
  static constexpr auto fields() {
    using R = NewCaseRequest;
    return std::tuple{
        field("example", &R::example, "Its name"),
        field("kind", &R::kind, "A new one of this kind, to fill in"),
        field("municipalities", &R::municipalities, "A municipalities.csv for a new one"),
        field("files", &R::files, "Content by name: case.toml and CSV files"),
        field("comment", &R::comment, "Of the first version")};
  }
};

struct EditRequest {
  std::string file;
  std::string action;
  std::string key;
  std::string value;

  static constexpr std::string_view kName = "CaseEdit";
  static constexpr std::string_view kDoc =
      "One change; keys are those that the changes before it left. TOML: set a field's key, add "
      "behind a record or to a group, remove or move (value 1 or -1) a record. CSV: set "
      "LINE/COLUMN, remove LINE, or add a CSV row behind LINE. With an empty key: add or remove "
      "a file that is offered.";
  static constexpr auto fields() {
    using R = EditRequest;
    return std::tuple{field("file", &R::file, "Name of the file"),
                      field("action", &R::action, "set, add, remove or move"),
                      field("key", &R::key, "What is changed"),
                      field("value", &R::value, "The new value, or the row that is added")};
  }
};

struct DraftRequest {
  steering::VersionId base;
  std::optional<bool> branch;
  std::string comment;
  std::optional<TextMap> files;
  std::optional<std::vector<EditRequest>> edits;

  static constexpr std::string_view kName = "CaseDraft";
  static constexpr std::string_view kDoc = "The next version, made from a version that is there.";
  static constexpr auto fields() {
    using R = DraftRequest;
    return std::tuple{field("base", &R::base, "The version it is made from"),
                      field("branch", &R::branch, "Go on from it though it is not the newest"),
                      field("comment", &R::comment, "Why"),
                      field("files", &R::files, "Replaced or new ones; empty text: taken away"),
                      field("edits", &R::edits, "In this order, after `files`")};
  }
};

struct FilesAndEdits {
  std::optional<TextMap> files;
  std::optional<std::vector<EditRequest>> edits;

  static constexpr std::string_view kName = "CaseChanges";
  static constexpr std::string_view kDoc = "Changes to a version that nobody has saved yet.";
  static constexpr auto fields() {
    using R = FilesAndEdits;
    return std::tuple{field("files", &R::files, "Replaced or new ones; empty text: taken away"),
                      field("edits", &R::edits, "In this order, after `files`")};
  }
};

/// The edits of a request; none when it has none.
inline std::vector<steering::Edit> edits_of(
    const std::optional<std::vector<EditRequest>>& requests) {
  std::vector<steering::Edit> edits;
  if (requests)
    for (const auto& one : *requests) edits.push_back({one.file, one.action, one.key, one.value});
  return edits;
}

struct RunRequest {
  std::string kind;
  std::optional<TextMap> parameters;

  static constexpr std::string_view kName = "NewRun";
  static constexpr std::string_view kDoc = "What to compute.";
  static constexpr auto fields() {
    using R = RunRequest;
    return std::tuple{field("kind", &R::kind, "economy.run, economy.compare, ..."),
                      field("parameters", &R::parameters, "draws, seed, ...")};
  }
};

struct DecisionRequest {
  std::string reference;
  Date date{};
  std::string body;

  static constexpr std::string_view kName = "NewDecision";
  static constexpr std::string_view kDoc = "A decision that was made on a version.";
  static constexpr auto fields() {
    using R = DecisionRequest;
    return std::tuple{field("reference", &R::reference, "In the archive"),
                      field("date", &R::date, "When it was made, not in the future"),
                      field("body", &R::body, "Who made it")};
  }
};

struct ShareRequest {
  Instant until{};

  static constexpr std::string_view kName = "NewShare";
  static constexpr std::string_view kDoc = "A link to make.";
  static constexpr auto fields() {
    return std::tuple{field("until", &ShareRequest::until, "When it ends, at most in a year")};
  }
};

}  // namespace varde::api
