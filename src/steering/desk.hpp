#pragma once

#include "access/handle.hpp"
#include "base/problem.hpp"
#include "steering/diff.hpp"
#include "steering/runs.hpp"

namespace varde::steering {

/// What steering works with. References must outlive it.
struct Office {
  Cases& cases;
  Runs& runs;
  const Tools& tools;
};

/// What a person wants to save: from a version, either edits or whole files.
struct Draft {
  VersionId base;
  bool branch = false;  ///< go on from `base` though it is not the newest
  std::string comment;
  Files files{};  ///< replace or add; all others stay. An empty text takes a file away.
  std::vector<Edit> edits{};
};

/// A draft that nobody has saved yet.
struct Drafted {
  Complaints mistakes;  ///< none: it can be saved
  Sheet sheet;
};

/// One actor's way to the cases: asks the policy in every method. A write is recorded first, with
/// permit(), and done with the permit that gives.
class Desk {
 public:
  template <class T>
  using Answer = Result<T, Problem>;

  Desk(access::Handle handle, const Office& office) : handle_(std::move(handle)), office_(office) {}

  /// That a write by this actor is on record.
  class Permit {
    friend class Desk;
    explicit Permit(tenancy::Act act) : act_(act) {}
    tenancy::Act act_;
  };
  /// `then` is called on the core thread.
  void permit(tenancy::Act act, std::string what, access::Handle::Then<Permit> then) const;

  Answer<std::vector<Case>> cases() const;
  Answer<Case> find(const CaseId& id) const;
  Answer<std::vector<Version>> versions(const CaseId& id) const;
  Answer<Version> version(const VersionId& id) const;
  Answer<Files> files(const VersionId& id) const;
  /// From its parent, or from `from` of the same case.
  Answer<std::vector<Change>> changes(const VersionId& id,
                                      const std::optional<VersionId>& from) const;

  /// A draft with these changes: what it would be refused for, and what there is to edit then.
  Answer<Drafted> drafted(const VersionId& base, const Files& changed,
                          const std::vector<Edit>& edits) const;
  Answer<ImportPreview> preview_import(const VersionId& id, std::string_view bytes) const;
  Answer<std::string> exported(const VersionId& id, const Exporter& exporter,
                               const Parameters& parameters) const;

  Answer<Version> create(const Permit& permit, const std::string& kind, const Files& files,
                         const std::string& comment, Instant now) const;
  Answer<Version> save(const Permit& permit, const CaseId& of, const Draft& draft,
                       Instant now) const;
  Answer<Version> decide(const Permit& permit, const VersionId& id, Decision decision,
                         Instant now) const;
  /// The second is the token, which is not kept.
  Answer<std::pair<Share, std::string>> share(const Permit& permit, const VersionId& id,
                                              Instant until, Instant now) const;
  Answer<std::vector<Share>> shares(const VersionId& id) const;
  Answer<Done> revoke(const Permit& permit, const ShareId& id, Instant now) const;

  Answer<Run> start(const VersionId& id, const std::string& kind,
                    const Parameters& parameters) const;
  /// What a calculator answers, at once.
  Answer<std::string> calculated(const std::string& kind, const Parameters& parameters) const;
  Answer<Run> run(const RunId& id) const;
  Answer<std::string> result(const RunId& id) const;
  Answer<Done> cancel(const RunId& id) const;

 private:
  std::optional<Problem> refused(tenancy::Act act) const;
  Edited composed(const VersionId& base, const Files& changed,
                  const std::vector<Edit>& edits) const;

  access::Handle handle_;
  const Office& office_;
};

/// What a shared link opens: the version and the results that its kind of case shows, those that
/// are computed. Starts the computing of the others. Tools that read a file of their own are there
/// where the version has the file and they could compute it.
struct Shared {
  Case of;
  Version version;
  Share share;
  struct Shown {
    ShownRun run;
    std::optional<std::string> json;
    Complaints mistakes{};
  };
  std::vector<Shown> results{};
};
std::optional<Shared> open_share(const Office& office, std::string_view token, Instant now);

/// A problem with the member `mistakes`: [{file, line, text}].
Problem problem_of(const Complaints& mistakes);

}  // namespace varde::steering
