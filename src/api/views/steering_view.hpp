#pragma once

#include <map>

#include "api/views/common.hpp"
#include "steering/runs.hpp"

// Cases of steering as the API writes and reads them.
namespace varde::api {

template <>
struct Enumeration<steering::RunState>
    : Range<steering::RunState::waiting, steering::RunState::cancelled> {};

using TextMap = std::map<std::string, std::string, std::less<>>;

struct MistakeView {
  std::string file;
  int line = 0;
  std::string text;

  static constexpr std::string_view kName = "Mistake";
  static constexpr std::string_view kDoc = "Something to put right in a case's files.";
  static constexpr auto fields() {
    using M = MistakeView;
    return std::tuple{field("file", &M::file, "Name of the file"),
                      field("line", &M::line, "0: the file as a whole"),
                      field("text", &M::text, "What is wrong; what to do")};
  }
};

struct DecisionView {
  std::string reference;
  Date date{};
  std::string body;
  ActorRef by;
  Instant at{};

  static constexpr std::string_view kName = "Decision";
  static constexpr std::string_view kDoc = "A decision (vedtak) on a version. It stands.";
  static constexpr auto fields() {
    using D = DecisionView;
    return std::tuple{field("reference", &D::reference, "In the archive"),
                      field("date", &D::date, "When it was made"),
                      field("body", &D::body, "Who made it"), field("by", &D::by, "Who entered it"),
                      field("at", &D::at, "Entered")};
  }
};

struct VersionView {
  steering::VersionId id;
  steering::CaseId case_id;
  int number = 0;
  std::optional<steering::VersionId> parent;
  ActorRef author;
  Instant at{};
  std::string comment;
  std::optional<DecisionView> decision;

  static constexpr std::string_view kName = "CaseVersion";
  static constexpr std::string_view kDoc = "One state of a case's files, which never changes.";
  static constexpr auto fields() {
    using V = VersionView;
    return std::tuple{field("id", &V::id, "Of the version"),
                      field("case_id", &V::case_id, "Of the case"),
                      field("number", &V::number, "From 1 in each case"),
                      field("parent", &V::parent, "What it was made from; null: the first"),
                      field("author", &V::author, "Who saved it"),
                      field("at", &V::at, "When it was saved"),
                      field("comment", &V::comment, "Why, in the author's words"),
                      field("decision", &V::decision, "Null: none was made on it")};
  }
};

struct CaseView {
  steering::CaseId id;
  std::string kind;
  Text title;
  std::string name;
  VersionView latest;
  int decided = 0;

  static constexpr std::string_view kName = "Case";
  static constexpr std::string_view kDoc = "A case of steering.";
  static constexpr auto fields() {
    using C = CaseView;
    return std::tuple{field("id", &C::id, "Of the case"),
                      field("kind", &C::kind, "What is computed from it"),
                      field("title", &C::title, "Of the kind"),
                      field("name", &C::name, "In the newest version"),
                      field("latest", &C::latest, "The newest version"),
                      field("decided", &C::decided, "Versions with a decision")};
  }
};

struct CaseDetail : CaseView {
  std::vector<VersionView> versions;

  static constexpr std::string_view kName = "CaseDetail";
  static constexpr std::string_view kDoc = "A case with all its versions, newest first.";
  static constexpr auto fields() {
    return std::tuple_cat(inherited<CaseDetail>(CaseView::fields()),
                          std::tuple{field("versions", &CaseDetail::versions, "Newest first")});
  }
};

struct FilesView {
  TextMap files;

  static constexpr std::string_view kName = "CaseFiles";
  static constexpr std::string_view kDoc = "The files of a version as they are.";
  static constexpr auto fields() {
    return std::tuple{field("files", &FilesView::files, "Content by name")};
  }
};

struct ChangeView {
  std::string file;
  int line_before = 0;
  int line_after = 0;
  std::string before;
  std::string after;

  static constexpr std::string_view kName = "CaseChange";
  static constexpr std::string_view kDoc = "A line that differs between two versions.";
  static constexpr auto fields() {
    using C = ChangeView;
    return std::tuple{field("file", &C::file, "Name of the file"),
                      field("line_before", &C::line_before, "0: not there before"),
                      field("line_after", &C::line_after, "0: not there any more"),
                      field("before", &C::before, "The line as it was"),
                      field("after", &C::after, "The line as it became")};
  }
};

struct RunView {
  steering::RunId id;
  steering::VersionId version_id;
  std::string kind;
  steering::RunState state{};
  double progress = 0;
  std::vector<MistakeView> mistakes;
  std::string program;
  std::optional<bool> differs;

  static constexpr std::string_view kName = "Run";
  static constexpr std::string_view kDoc = "A computation on a version.";
  static constexpr auto fields() {
    using R = RunView;
    return std::tuple{field("id", &R::id, "Of the run"),
                      field("version_id", &R::version_id, "What it computes on"),
                      field("kind", &R::kind, "What it computes"),
                      field("state", &R::state, "done: GET /runs/{id}/result"),
                      field("progress", &R::progress, "0 to 1"),
                      field("mistakes", &R::mistakes, "Why it failed"),
                      field("program", &R::program, "Version of the program that computed it"),
                      field("differs", &R::differs,
                            "Whether this program computes something else than what was decided "
                            "on; null: it has not computed it yet")};
  }
};

}  // namespace varde::api
