#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/cooperation/game.hpp"
#include "domain/cooperation/shapley.hpp"

namespace varde::cooperation {

/// A discount by volume: units above `from` cost `price` parts of the full price. Slice by slice,
/// as income tax is reckoned, so that more volume never costs less.
struct Slice {
  std::int64_t from = 0;
  double price = 1;
};
/// A cost step: what a group of up to `to` units needs, in any unit.
struct Step {
  std::int64_t to = 0;
  double need = 0;
};

/// How one cost depends on who is in the group. Of the cost of everybody together a part is there
/// for any group, and the rest follows the group's volume: by its slices, or by steps when there
/// are any.
struct CostLine {
  std::string name;
  Money fixed;
  Money variable;           ///< for everybody together
  std::size_t measure = 0;  ///< which of the members' volumes
  std::vector<Slice> slices;
  std::vector<Step> steps;
};

/// A player of the model.
struct Member {
  int number = 0;
  std::string name;
  Money alone;                        ///< without any cooperation
  Money own;                          ///< what it adds to any group: integration, distance, use
  std::vector<std::int64_t> volumes;  ///< by measure
};

/// A group whose cost is known.
struct Given {
  std::vector<std::size_t> members;
  Money cost;
};

/// The cost of any group, from sums over its members: the joint service, or each on its own, what
/// is cheapest to the group; or what is given for exactly this group when that is less. Everybody
/// together has the joint service.
class CostModel {
 public:
  CostModel(std::vector<Member> members, std::vector<CostLine> lines, std::vector<Given> given);

  const std::vector<Member>& members() const { return members_; }
  std::size_t size() const { return members_.size(); }

  /// Sums over a group, built up member by member.
  class Group {
   public:
    explicit Group(const CostModel& model)
        : model_(&model), volumes_(model.measures_, 0), given_(model.given_.size(), 0) {}
    void add(std::size_t member);
    Money cost() const;   ///< 0 of nobody
    Money joint() const;  ///< of the joint service, even when it is dearer

   private:
    friend class CostModel;
    const CostModel* model_;
    std::size_t size_ = 0;
    std::int64_t alone_ = 0, own_ = 0;
    std::vector<std::int64_t> volumes_;
    std::vector<std::uint32_t> given_;  ///< how many of each given group are in
  };

  Money cost(std::span<const std::size_t> members) const;
  Money total() const;
  Walk walk() const;
  /// The cost of every group; at most kMostTabulated members.
  Game tabulate(const Parallel& parallel = one_by_one) const;
  /// A number for each member, in øre, of which no group's sum is above its cost: a bound from
  /// below on any partition. Uses that slices are concave, and the least step per unit.
  std::vector<double> carried_by_all() const;

 private:
  double joint_ore(const std::int64_t* volumes, std::int64_t own) const;

  std::vector<Member> members_;
  std::vector<CostLine> lines_;
  std::vector<double> full_;  ///< by line: the scale at everybody's volume
  std::vector<Given> given_;
  std::vector<std::vector<std::uint32_t>> given_of_;  ///< by member
  std::size_t measures_ = 0;
};

/// How much `volume` weighs: by slices, units at full price; by steps, the need.
double scale_of(const CostLine& line, std::int64_t volume);

}  // namespace varde::cooperation
