#include "steering/memory_cases.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace varde::steering {
namespace {

using Kind = Cases::Refusal::Kind;

Cases::Refusal refusal(Kind kind, std::string message) { return {kind, std::move(message), {}}; }

template <class Rows, class Match>
auto* first(Rows& rows, Match match) {
  const auto it = std::ranges::find_if(rows, match);
  return it == rows.end() ? nullptr : &*it;
}

}  // namespace

const MemoryCases::Kept* MemoryCases::kept(const CaseId& id) const {
  return first(cases_, [&](const Kept& one) { return one.row.id == id; });
}
MemoryCases::Kept* MemoryCases::kept(const CaseId& id) {
  return first(cases_, [&](const Kept& one) { return one.row.id == id; });
}
const Version* MemoryCases::kept(const VersionId& id) const {
  for (const auto& one : cases_) {
    if (auto* found = first(one.versions, [&](const Version& v) { return v.id == id; }))
      return found;
  }
  return nullptr;
}
Version* MemoryCases::kept(const VersionId& id) {
  return const_cast<Version*>(std::as_const(*this).kept(id));
}

Cases::Answer<Version> MemoryCases::add(const std::string& kind, const std::string& name,
                                        Version first, const Files& files) {
  const std::lock_guard lock{mutex_};
  if (cases_.size() >= limits::kCases)
    return refusal(Kind::full, "there is no room for more cases");
  first.number = 1;
  first.parent.reset();
  cases_.push_back({{first.of, kind, name, first, 0}, {first}});
  files_[first.id] = files;
  return first;
}

Cases::Answer<Version> MemoryCases::append(const std::string& name, Version version,
                                           const Files& files, bool branch) {
  const std::lock_guard lock{mutex_};
  Kept* owner = kept(version.of);
  if (owner == nullptr) return refusal(Kind::not_found, "no such case");
  const auto of_case =
      version.parent && std::ranges::any_of(owner->versions, [&](const Version& one) {
        return one.id == *version.parent;
      });
  if (!of_case) return refusal(Kind::not_found, "no such version to start from");
  const Version& latest = owner->versions.back();
  if (!branch && latest.id != *version.parent)
    return Refusal{Kind::stale, "a newer version was saved", latest};
  if (owner->versions.size() >= limits::kCaseVersions)
    return refusal(Kind::full, "there is no room for more versions");
  version.number = latest.number + 1;
  owner->versions.push_back(version);
  owner->row.name = name;
  files_[version.id] = files;
  return version;
}

Cases::Answer<Version> MemoryCases::decide(const VersionId& id, const Decision& decision) {
  const std::lock_guard lock{mutex_};
  Version* version = kept(id);
  if (version == nullptr) return refusal(Kind::not_found, "no such version");
  if (version->decision) return Refusal{Kind::decided, "the version has a decision", *version};
  version->decision = decision;
  ++kept(version->of)->row.decided;
  return *version;
}

std::vector<Case> MemoryCases::cases() const {
  const std::lock_guard lock{mutex_};
  std::vector<Case> found;
  for (const auto& one : cases_) {
    found.push_back(one.row);
    found.back().latest = one.versions.back();
  }
  std::ranges::stable_sort(found, [](const Case& a, const Case& b) {
    return std::pair{a.latest.at, static_cast<const Ulid&>(a.id)} >
           std::pair{b.latest.at, static_cast<const Ulid&>(b.id)};
  });
  return found;
}

std::optional<Case> MemoryCases::find(const CaseId& id) const {
  const std::lock_guard lock{mutex_};
  const Kept* owner = kept(id);
  if (owner == nullptr) return std::nullopt;
  Case row = owner->row;
  row.latest = owner->versions.back();
  return row;
}

std::vector<Version> MemoryCases::versions(const CaseId& id) const {
  const std::lock_guard lock{mutex_};
  const Kept* owner = kept(id);
  if (owner == nullptr) return {};
  return {owner->versions.rbegin(), owner->versions.rend()};
}

std::optional<Version> MemoryCases::version(const VersionId& id) const {
  const std::lock_guard lock{mutex_};
  const Version* found = kept(id);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

Files MemoryCases::files(const VersionId& id) const {
  const std::lock_guard lock{mutex_};
  const auto it = files_.find(id);
  return it == files_.end() ? Files{} : it->second;
}

Cases::Answer<Done> MemoryCases::add_share(const Share& share) {
  const std::lock_guard lock{mutex_};
  if (kept(share.version) == nullptr) return refusal(Kind::not_found, "no such version");
  const auto count = std::ranges::count(shares_, share.version, &Share::version);
  if (static_cast<std::size_t>(count) >= limits::kShares)
    return refusal(Kind::full, "the version has too many links");
  shares_.push_back(share);
  return Done{};
}

std::vector<Share> MemoryCases::shares(const VersionId& id) const {
  const std::lock_guard lock{mutex_};
  std::vector<Share> found;
  for (auto it = shares_.rbegin(); it != shares_.rend(); ++it)
    if (it->version == id) found.push_back(*it);
  return found;
}

std::optional<Share> MemoryCases::share_by(std::string_view token_hash) const {
  const std::lock_guard lock{mutex_};
  const auto* found =
      first(shares_, [&](const Share& share) { return share.token_hash == token_hash; });
  return found == nullptr ? std::nullopt : std::optional(*found);
}

Cases::Answer<Done> MemoryCases::revoke(const ShareId& id, Instant now) {
  const std::lock_guard lock{mutex_};
  auto* found = first(shares_, [&](const Share& share) { return share.id == id; });
  if (found == nullptr) return refusal(Kind::not_found, "no such link");
  if (!found->revoked) found->revoked = now;
  return Done{};
}

Status MemoryCases::keep_result(const std::string& key, Instant, const std::string& json) {
  const std::lock_guard lock{mutex_};
  std::erase_if(results_, [&](const auto& row) { return row.first == key; });
  results_.emplace_back(key, json);
  if (results_.size() > limits::kKeptResults) results_.erase(results_.begin());
  return Done{};
}

std::optional<std::string> MemoryCases::result(const std::string& key) const {
  const std::lock_guard lock{mutex_};
  const auto* found = first(results_, [&](const auto& row) { return row.first == key; });
  return found == nullptr ? std::nullopt : std::optional(found->second);
}

Status MemoryCases::keep_decided(const VersionId& id, const std::string& run, Instant,
                                 const DecidedResult& result) {
  const std::lock_guard lock{mutex_};
  const Version* version = kept(id);
  if (version == nullptr || !version->decision) return Error{"the version has no decision"};
  decided_.try_emplace({id, run}, result);
  return Done{};
}

std::optional<DecidedResult> MemoryCases::decided_result(const VersionId& id,
                                                         const std::string& run) const {
  const std::lock_guard lock{mutex_};
  const auto found = decided_.find({id, run});
  return found == decided_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace varde::steering
