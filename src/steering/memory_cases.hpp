#pragma once

#include <mutex>

#include "steering/cases.hpp"

namespace varde::steering {

/// Cases in memory, in the simplest way: for tests, and what the database is held against.
class MemoryCases final : public Cases {
 public:
  Answer<Version> add(const std::string& kind, const std::string& name, Version first,
                      const Files& files) override;
  Answer<Version> append(const std::string& name, Version version, const Files& files,
                         bool branch) override;
  Answer<Version> decide(const VersionId& id, const Decision& decision) override;
  std::vector<Case> cases() const override;
  std::optional<Case> find(const CaseId& id) const override;
  std::vector<Version> versions(const CaseId& id) const override;
  std::optional<Version> version(const VersionId& id) const override;
  Files files(const VersionId& id) const override;
  Answer<Done> add_share(const Share& share) override;
  std::vector<Share> shares(const VersionId& id) const override;
  std::optional<Share> share_by(std::string_view token_hash) const override;
  Answer<Done> revoke(const ShareId& id, Instant now) override;
  Status keep_result(const std::string& key, Instant at, const std::string& json) override;
  std::optional<std::string> result(const std::string& key) const override;
  Status keep_decided(const VersionId& id, const std::string& run, Instant at,
                      const DecidedResult& result) override;
  std::optional<DecidedResult> decided_result(const VersionId& id,
                                              const std::string& run) const override;

 private:
  struct Kept {
    Case row;
    std::vector<Version> versions;  ///< oldest first
  };
  Kept* kept(const CaseId& id);
  Version* kept(const VersionId& id);
  const Kept* kept(const CaseId& id) const;
  const Version* kept(const VersionId& id) const;

  mutable std::mutex mutex_;
  std::vector<Kept> cases_;
  std::map<Ulid, Files> files_;
  std::vector<Share> shares_;
  std::vector<std::pair<std::string, std::string>> results_;  ///< oldest first
  std::map<std::pair<Ulid, std::string>, DecidedResult> decided_;
};

}  // namespace varde::steering
