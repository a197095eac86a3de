#pragma once

#include <string_view>

#include "base/result.hpp"
#include "steering/model.hpp"

namespace varde::steering {

/// Where cases are kept. Thread-safe; a write is durable when it returns. A store that cannot be
/// read throws.
class Cases {
 public:
  virtual ~Cases() = default;

  /// Why a write was not done.
  struct Refusal {
    enum class Kind : std::uint8_t { not_found, stale, decided, full, failed };
    Kind kind = Kind::failed;
    std::string message;
    std::optional<Version> latest{};  ///< of the case, when stale
  };
  template <class T>
  using Answer = Result<T, Refusal>;

  /// Keeps a new case with its first version, whose number becomes 1.
  virtual Answer<Version> add(const std::string& kind, const std::string& name, Version first,
                              const Files& files) = 0;
  /// Keeps the next version of `version.of`. Its parent must be the case's newest version, or,
  /// with `branch`, any version of the case; otherwise stale.
  virtual Answer<Version> append(const std::string& name, Version version, const Files& files,
                                 bool branch) = 0;
  /// Adds the decision to a version that has none.
  virtual Answer<Version> decide(const VersionId& id, const Decision& decision) = 0;

  virtual std::vector<Case> cases() const = 0;  ///< the latest changed first
  virtual std::optional<Case> find(const CaseId& id) const = 0;
  virtual std::vector<Version> versions(const CaseId& id) const = 0;  ///< newest first
  virtual std::optional<Version> version(const VersionId& id) const = 0;
  virtual Files files(const VersionId& id) const = 0;  ///< empty when there is no such version

  virtual Answer<Done> add_share(const Share& share) = 0;
  virtual std::vector<Share> shares(const VersionId& id) const = 0;  ///< newest first
  virtual std::optional<Share> share_by(std::string_view token_hash) const = 0;
  virtual Answer<Done> revoke(const ShareId& id, Instant now) = 0;

  /// A computed result under its key. The oldest go when there are more than
  /// limits::kKeptResults.
  virtual Status keep_result(const std::string& key, Instant at, const std::string& json) = 0;
  virtual std::optional<std::string> result(const std::string& key) const = 0;

  /// The result of a run on a decided version; `run` names its kind and parameters. The first one
  /// stands, and none is ever dropped: there is one for each run that the kind of case shows.
  virtual Status keep_decided(const VersionId& id, const std::string& run, Instant at,
                              const DecidedResult& result) = 0;
  virtual std::optional<DecidedResult> decided_result(const VersionId& id,
                                                      const std::string& run) const = 0;
};

}  // namespace varde::steering
