#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/cooperation_case.hpp"
#include "domain/cooperation/partition.hpp"
#include "domain/cooperation/stability.hpp"

namespace varde::answers {

using economy::Money;

struct Player {
  int number = 0;  ///< of a municipality; 0 in a given game
  std::string name;
};

/// A partnership by the players' places.
struct PartnershipGroup {
  std::string name;
  std::vector<std::size_t> members;
  economy::Origin origin;
};

/// What both analyses stand on: who plays, and what each group costs.
struct Ground {
  std::string name;
  std::vector<Player> players;
  std::optional<cooperation::Case> input;  ///< nothing of a given game
  std::string alternative_id, alternative_name;
  std::optional<cooperation::CostModel> model;
  std::optional<cooperation::Game> game;  ///< nothing above kMostTabulated players
  std::vector<PartnershipGroup> partnerships;
  std::vector<Money> alone;
  Money total;

  Money cost(std::span<const std::size_t> members) const;
  Money alone_total() const;
  std::vector<std::size_t> everybody_but(std::span<const std::size_t> members) const;
};

/// An error when the alternative is not known, or a group cannot have the cost that it has.
Result<Ground> ground_of(cases::AnyCooperation input, const std::string& alternative,
                         const cooperation::Watch& watch);

/// Clusters compared: the best found, and those that somebody might propose.
struct Clusters {
  cooperation::Partition best;
  bool exact = false;
  Money lower_bound;  ///< no partition costs less; the best's cost when it is exact
  cooperation::Partition alone, together;
  std::optional<cooperation::Partition> partnerships;       ///< those there are, and the rest alone
  std::optional<cooperation::Partition> partnerships_rest;  ///< and the rest in one cluster
};
Result<Clusters> clusters_of(const Ground& ground, const cooperation::Watch& watch);

}  // namespace varde::answers
