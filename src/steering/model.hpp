#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"

namespace varde::steering {

using CaseId = Id<struct CaseTag>;
using VersionId = Id<struct VersionTag>;
using ShareId = Id<struct ShareTag>;
using RunId = Id<struct RunTag>;

/// The files of a case by name: case.toml and the CSV files.
using Files = std::map<std::string, std::string, std::less<>>;

/// Something a person must put right in the files.
struct Complaint {
  std::string file;
  int line = 0;      ///< 0 = the file as a whole
  std::string text;  ///< what is wrong; what to do

  friend bool operator==(const Complaint&, const Complaint&) = default;
};
using Complaints = std::vector<Complaint>;

/// A decision (vedtak) made on a version. It stands.
struct Decision {
  std::string reference;  ///< of the case in the archive, "2026/118"
  std::chrono::year_month_day date{};
  std::string body;  ///< who decided: "Brønnøy kommunestyre"
  ActorId by;        ///< who entered it
  Instant at{};

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// What a decided version showed when it was decided. It stands as the decision does.
struct DecidedResult {
  std::string program;  ///< that computed it
  std::string json;

  friend bool operator==(const DecidedResult&, const DecidedResult&) = default;
};

/// One state of a case's files. Never changed; a decision may be added once.
struct Version {
  VersionId id;
  CaseId of;
  int number = 0;  ///< from 1, without gaps
  std::optional<VersionId> parent;
  ActorId author;
  Instant at{};
  std::string comment;
  std::optional<Decision> decision;

  friend bool operator==(const Version&, const Version&) = default;
};

struct Case {
  CaseId id;
  std::string kind;  ///< a CaseKind's name
  std::string name;  ///< of the newest version
  Version latest;
  int decided = 0;  ///< versions with a decision

  friend bool operator==(const Case&, const Case&) = default;
};

/// A link that opens one version's results without sign-in. The token itself is not kept.
struct Share {
  ShareId id;
  VersionId version;
  std::string token_hash;  ///< SHA-256, lower-case hex
  ActorId by;
  Instant at{};
  Instant until{};
  std::optional<Instant> revoked;

  bool opens(Instant now) const { return !revoked && now < until; }
  friend bool operator==(const Share&, const Share&) = default;
};

}  // namespace varde::steering
