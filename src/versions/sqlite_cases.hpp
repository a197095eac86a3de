#pragma once

#include <filesystem>
#include <memory>

#include "steering/cases.hpp"

namespace varde::versions {

/// Cases in one SQLite file. Thread-safe: one connection, whose users wait for each other. Every
/// write is synced.
class SqliteCases final : public steering::Cases {
 public:
  static Result<std::unique_ptr<SqliteCases>> open(const std::filesystem::path& path);
  ~SqliteCases() override;

  Answer<steering::Version> add(const std::string& kind, const std::string& name,
                                steering::Version first, const steering::Files& files) override;
  Answer<steering::Version> append(const std::string& name, steering::Version version,
                                   const steering::Files& files, bool branch) override;
  Answer<steering::Version> decide(const steering::VersionId& id,
                                   const steering::Decision& decision) override;
  std::vector<steering::Case> cases() const override;
  std::optional<steering::Case> find(const steering::CaseId& id) const override;
  std::vector<steering::Version> versions(const steering::CaseId& id) const override;
  std::optional<steering::Version> version(const steering::VersionId& id) const override;
  steering::Files files(const steering::VersionId& id) const override;
  Answer<Done> add_share(const steering::Share& share) override;
  std::vector<steering::Share> shares(const steering::VersionId& id) const override;
  std::optional<steering::Share> share_by(std::string_view token_hash) const override;
  Answer<Done> revoke(const steering::ShareId& id, Instant now) override;
  Status keep_result(const std::string& key, Instant at, const std::string& json) override;
  std::optional<std::string> result(const std::string& key) const override;
  Status keep_decided(const steering::VersionId& id, const std::string& run, Instant at,
                      const steering::DecidedResult& result) override;
  std::optional<steering::DecidedResult> decided_result(const steering::VersionId& id,
                                                        const std::string& run) const override;

 private:
  struct Impl;
  explicit SqliteCases(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace varde::versions
