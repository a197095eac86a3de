#include "steering/desk.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/limits.hpp"

namespace varde::steering {
namespace {

using tenancy::Act;

constexpr int kTokenBytes = 24;  ///< 192 bits

Problem not_found() {
  return {ProblemKind::not_found, "There is no such thing among what you may see.", {}, {}};
}

Problem too_long(std::string pointer) {
  return {ProblemKind::invalid,
          "A text is too long or missing.",
          {{std::move(pointer), fmt::format("write 1 to {} bytes", limits::kCaseTextBytes)}},
          {}};
}

bool fits(const std::string& text) {
  return !text.empty() && text.size() <= limits::kCaseTextBytes;
}

Problem problem_of(const Cases::Refusal& refusal) {
  using Kind = Cases::Refusal::Kind;
  switch (refusal.kind) {
    case Kind::not_found:
      return not_found();
    case Kind::stale: {
      JsonWriter latest;
      latest.begin_object();
      latest.key("id").text(to_string(refusal.latest->id));
      latest.key("number").integer(refusal.latest->number);
      latest.key("author").text(to_string(refusal.latest->author));
      latest.key("at").text(to_rfc3339(refusal.latest->at));
      latest.key("comment").text(refusal.latest->comment);
      latest.end_object();
      return {ProblemKind::stale_version,
              fmt::format("Version {} was saved meanwhile. Look at its changes, then make yours in "
                          "it, or branch from the version you have.",
                          refusal.latest->number),
              {},
              {{"latest", latest.take()}}};
    }
    case Kind::decided:
      return {ProblemKind::already_decided, "The version has a decision, which stands.", {}, {}};
    case Kind::full:
      return {ProblemKind::too_many, refusal.message, {}, {}};
    case Kind::failed:
      break;
  }
  return {ProblemKind::unavailable, refusal.message, {}, {}};
}

template <class T>
Desk::Answer<T> answer_of(Cases::Answer<T> answer) {
  if (!answer) return problem_of(answer.error());
  return std::move(answer).value();
}

template <class T>
Desk::Answer<T> found(std::optional<T> value) {
  if (!value) return not_found();
  return std::move(*value);
}

template <class IdType>
IdType new_id(Instant now) {
  return IdType{make_ulid(now, random_u64(), random_u64())};
}

/// Why a computation does not take these parameters.
std::optional<Problem> not_taken(const std::vector<std::string>& known,
                                 const Parameters& parameters) {
  for (const auto& [name, value] : parameters) {
    if (std::ranges::find(known, name) != known.end() && value.size() <= limits::kCaseTextBytes)
      continue;
    return Problem{ProblemKind::invalid,
                   "A parameter is not one of the computation's.",
                   {{"/parameters/" + name, "is not known, or too long"}},
                   {}};
  }
  return std::nullopt;
}

/// Whether the files may be kept at all, before anybody reads them.
std::optional<Complaint> too_much(const Files& files) {
  if (files.size() > limits::kCaseFiles)
    return Complaint{"", 0, fmt::format("a case has at most {} files", limits::kCaseFiles)};
  std::size_t bytes = 0;
  for (const auto& [name, text] : files) {
    const bool known =
        !name.starts_with('.') && (name.ends_with(".toml") || name.ends_with(".csv"));
    if (!known || name.size() > 100 || name.find_first_of("/\\") != name.npos)
      return Complaint{name, 0, "a case has TOML and CSV files; take this one out"};
    if (text.find('\0') != text.npos) return Complaint{name, 0, "is not a text file"};
    bytes += text.size();
  }
  if (bytes > limits::kCaseBytes)
    return Complaint{"", 0, fmt::format("the files have more than {} bytes", limits::kCaseBytes)};
  return std::nullopt;
}

}  // namespace

Problem problem_of(const Complaints& mistakes) {
  JsonWriter list;
  list.begin_array();
  for (const auto& one : mistakes) {
    list.begin_object();
    list.key("file").text(one.file);
    list.key("line").integer(one.line);
    list.key("text").text(one.text);
    list.end_object();
  }
  list.end_array();
  return {
      ProblemKind::invalid,
      fmt::format("The case has {} to put right. Nothing was saved.",
                  mistakes.size() == 1 ? "1 mistake" : fmt::format("{} mistakes", mistakes.size())),
      {},
      {{"mistakes", list.take()}}};
}

std::optional<Problem> Desk::refused(Act act) const {
  if (handle_.may(act)) return std::nullopt;
  return Problem{ProblemKind::forbidden, "Your role has no access to this.", {}, {}};
}

void Desk::permit(Act act, std::string what, access::Handle::Then<Permit> then) const {
  handle_.record(act, std::move(what),
                 [act, then = std::move(then)](access::Handle::Answer<Done> done) {
                   if (!done) return then(done.error());
                   then(Permit{act});
                 });
}

Desk::Answer<std::vector<Case>> Desk::cases() const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  return office_.cases.cases();
}

Desk::Answer<Case> Desk::find(const CaseId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  return found(office_.cases.find(id));
}

Desk::Answer<std::vector<Version>> Desk::versions(const CaseId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  if (!office_.cases.find(id)) return not_found();
  return office_.cases.versions(id);
}

Desk::Answer<Version> Desk::version(const VersionId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  return found(office_.cases.version(id));
}

Desk::Answer<Files> Desk::files(const VersionId& id) const {
  if (auto known = version(id); !known) return known.error();
  return office_.cases.files(id);
}

Desk::Answer<std::vector<Change>> Desk::changes(const VersionId& id,
                                                const std::optional<VersionId>& from) const {
  const auto after = version(id);
  if (!after) return after.error();
  const auto base = from ? from : after->parent;
  if (!base) return std::vector<Change>{};
  const auto before = version(*base);
  if (!before || before->of != after->of) return not_found();
  return diff(office_.cases.files(*base), office_.cases.files(id));
}

/// The files of a version with the changes made, and all that is wrong with them.
Edited Desk::composed(const VersionId& base, const Files& changed,
                      const std::vector<Edit>& edits) const {
  Edited result{office_.cases.files(base), {}};
  auto& files = result.files;
  auto& mistakes = result.mistakes;
  const auto refuse = [&](Complaint mistake) {
    mistakes.push_back(std::move(mistake));
    return result;
  };
  if (edits.size() > limits::kCaseEdits) return refuse({"", 0, "too many changes at once"});
  for (const auto& [name, text] : changed) {
    if (text.empty()) {
      files.erase(name);
    } else {
      files[name] = text;
    }
  }
  if (auto mistake = too_much(files)) return refuse(*mistake);
  result = office_.tools.edit(files, edits);
  if (auto mistake = too_much(files)) return refuse(*mistake);
  const auto readable = office_.tools.check(files);
  if (!readable) {
    mistakes.insert(mistakes.end(), readable.error().begin(), readable.error().end());
    return result;
  }
  for (auto& mistake : office_.tools.check_beside(files, office_.cases.files(base)))
    mistakes.push_back(std::move(mistake));
  const auto before = office_.cases.version(base);
  const auto owner = before ? office_.cases.find(before->of) : std::nullopt;
  if (owner && owner->kind != readable->kind)
    return refuse({"case.toml", 0, "a case keeps its kind; make a new case"});
  return result;
}

Desk::Answer<Drafted> Desk::drafted(const VersionId& base, const Files& changed,
                                    const std::vector<Edit>& edits) const {
  if (auto known = version(base); !known) return known.error();
  auto [files, mistakes] = composed(base, changed, edits);
  return Drafted{std::move(mistakes), office_.tools.sheet(files)};
}

Desk::Answer<ImportPreview> Desk::preview_import(const VersionId& id,
                                                 std::string_view bytes) const {
  const auto files = this->files(id);
  if (!files) return files.error();
  if (auto problem = refused(Act::edit_case)) return *problem;
  return office_.tools.preview_import(*files, bytes);
}

Desk::Answer<std::string> Desk::exported(const VersionId& id, const Exporter& exporter,
                                         const Parameters& parameters) const {
  const auto files = this->files(id);
  if (!files) return files.error();
  auto bytes = exporter.bytes(*files, parameters);
  if (!bytes) return problem_of(bytes.error());
  return std::move(bytes).value();
}

Desk::Answer<Version> Desk::create(const Permit& permit, const std::string& kind,
                                   const Files& files, const std::string& comment,
                                   Instant now) const {
  VARDE_ASSERT(permit.act_ == Act::edit_case);
  if (!fits(comment)) return too_long("/comment");
  if (const auto mistake = too_much(files)) return problem_of(Complaints{*mistake});
  const auto readable = office_.tools.check(files);
  if (!readable) return problem_of(readable.error());
  if (const auto mistakes = office_.tools.check_beside(files, {}); !mistakes.empty())
    return problem_of(mistakes);
  if (!kind.empty() && readable->kind != kind) return not_found();
  Version first;
  first.id = new_id<VersionId>(now);
  first.of = new_id<CaseId>(now);
  first.author = handle_.actor().id;
  first.at = now;
  first.comment = comment;
  return answer_of(office_.cases.add(readable->kind, readable->name, first, files));
}

Desk::Answer<Version> Desk::save(const Permit& permit, const CaseId& of, const Draft& draft,
                                 Instant now) const {
  VARDE_ASSERT(permit.act_ == Act::edit_case);
  if (!fits(draft.comment)) return too_long("/comment");
  if (auto known = version(draft.base); !known) return known.error();
  const auto [files, mistakes] = composed(draft.base, draft.files, draft.edits);
  if (!mistakes.empty()) return problem_of(mistakes);
  Version next;
  next.id = new_id<VersionId>(now);
  next.of = of;
  next.parent = draft.base;
  next.author = handle_.actor().id;
  next.at = now;
  next.comment = draft.comment;
  return answer_of(
      office_.cases.append(office_.tools.check(files)->name, next, files, draft.branch));
}

Desk::Answer<Version> Desk::decide(const Permit& permit, const VersionId& id, Decision decision,
                                   Instant now) const {
  VARDE_ASSERT(permit.act_ == Act::decide_case);
  if (!fits(decision.reference)) return too_long("/reference");
  if (!fits(decision.body)) return too_long("/body");
  if (!decision.date.ok() || std::chrono::sys_days{decision.date} > now + std::chrono::hours{24})
    return Problem{ProblemKind::invalid,
                   "The date of the decision is not right.",
                   {{"/date", "give the day it was made, not later than today"}},
                   {}};
  decision.by = handle_.actor().id;
  decision.at = now;
  auto decided = office_.cases.decide(id, decision);
  if (decided) office_.runs.decided(id);
  return answer_of(std::move(decided));
}

Desk::Answer<std::pair<Share, std::string>> Desk::share(const Permit& permit, const VersionId& id,
                                                        Instant until, Instant now) const {
  VARDE_ASSERT(permit.act_ == Act::share_case);
  if (until <= now || until > now + limits::kLongestShare)
    return Problem{ProblemKind::invalid,
                   "The link must end within a year.",
                   {{"/until", "give a time from now on, at most a year ahead"}},
                   {}};
  auto token = random_token(kTokenBytes);
  const Share share{.id = new_id<ShareId>(now),
                    .version = id,
                    .token_hash = to_hex(sha256(token)),
                    .by = handle_.actor().id,
                    .at = now,
                    .until = until,
                    .revoked = std::nullopt};
  if (auto done = office_.cases.add_share(share); !done) return problem_of(done.error());
  return std::pair{share, std::move(token)};
}

Desk::Answer<std::vector<Share>> Desk::shares(const VersionId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  return office_.cases.shares(id);
}

Desk::Answer<Done> Desk::revoke(const Permit& permit, const ShareId& id, Instant now) const {
  VARDE_ASSERT(permit.act_ == Act::share_case);
  return answer_of(office_.cases.revoke(id, now));
}

Desk::Answer<Run> Desk::start(const VersionId& id, const std::string& kind,
                              const Parameters& parameters) const {
  if (auto known = version(id); !known) return known.error();
  const auto* run_kind = office_.tools.run(kind);
  if (run_kind == nullptr)
    return Problem{ProblemKind::invalid,
                   "There is no such computation.",
                   {{"/kind", "GET /steering lists them"}},
                   {}};
  if (auto problem = not_taken(run_kind->parameters, parameters)) return *problem;
  const auto run = office_.runs.start(id, kind, parameters);
  if (!run)
    return Problem{ProblemKind::unavailable,
                   "Too many computations are waiting. Try again in a minute.",
                   {},
                   {}};
  return *run;
}

Desk::Answer<std::string> Desk::calculated(const std::string& kind,
                                           const Parameters& parameters) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  const auto* calculator = office_.tools.calculator(kind);
  if (calculator == nullptr)
    return Problem{
        ProblemKind::invalid, "There is no such calculation.", {{"/kind", "is not known"}}, {}};
  if (auto problem = not_taken(calculator->parameters, parameters)) return *problem;
  auto computed = calculator->compute(parameters);
  if (!computed) return problem_of(computed.error());
  return std::move(computed).value();
}

Desk::Answer<Run> Desk::run(const RunId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  return found(office_.runs.find(id));
}

Desk::Answer<std::string> Desk::result(const RunId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  return found(office_.runs.result(id));
}

Desk::Answer<Done> Desk::cancel(const RunId& id) const {
  if (auto problem = refused(Act::view_cases)) return *problem;
  if (!office_.runs.cancel(id)) return not_found();
  return Done{};
}

namespace {

/// The kept result, or the run that will give it; a run that failed is not asked for again.
Shared::Shown shown_of(const Office& office, const VersionId& version, const ShownRun& one) {
  Shared::Shown shown{one, office.runs.kept(version, one.kind, one.parameters)};
  if (shown.json) return shown;
  auto run = office.runs.latest(version, one.kind, one.parameters);
  if (!run || run->state != RunState::failed)
    run = office.runs.start(version, one.kind, one.parameters);
  if (run) shown.mistakes = run->mistakes;
  return shown;
}

}  // namespace

std::optional<Shared> open_share(const Office& office, std::string_view token, Instant now) {
  const auto share = office.cases.share_by(to_hex(sha256(token)));
  if (!share || !share->opens(now)) return std::nullopt;
  const auto version = office.cases.version(share->version);
  const auto owner = version ? office.cases.find(version->of) : std::nullopt;
  if (!owner) return std::nullopt;
  Shared shared{*owner, *version, *share, {}};
  const auto* kind = office.tools.kind(owner->kind);
  if (kind == nullptr) return shared;
  for (const auto& one : kind->shown) shared.results.push_back(shown_of(office, version->id, one));
  if (kind->beside.empty()) return shared;
  const auto files = office.cases.files(version->id);
  for (const auto& one : kind->beside) {
    if (!files.contains(one.file)) continue;
    auto shown = shown_of(office, version->id, one.run);
    if (shown.mistakes.empty()) shared.results.push_back(std::move(shown));
  }
  return shared;
}

}  // namespace varde::steering
