#include <cmath>

#include "answers/cooperation/json.hpp"

namespace varde::answers {
namespace {

using cooperation::Leaver;

constexpr double kBar = 1.96;  // of a standard error: 95 %

/// docs/reference/cooperation-json.md describes the schema.
class Json {
 public:
  explicit Json(const Analysis& analysis) : analysis_(analysis), ground_(analysis.ground) {}

  std::string write() {
    begin_json(out_, "analysis", ground_);
    write_sentences(out_, sentences_of(analysis_));
    core();
    out_.key("splits").begin_array();
    for (const auto& one : analysis_.splits) split(one);
    out_.end_array();
    partnerships();
    write_clusters(out_, ground_, analysis_.clusters);
    out_.end_object();
    return out_.take() + "\n";
  }

 private:
  void core() {
    out_.key("core").begin_object();
    if (analysis_.subsidy) {
      out_.key("empty").boolean(*analysis_.subsidy > Money{});
      field(out_, "least_subsidy", *analysis_.subsidy);
    } else {
      out_.key("empty").null();
      out_.key("least_subsidy").null();
    }
    out_.end_object();
    out_.key("shapley_method").begin_object();
    field(out_, "method", analysis_.orders == 0 ? "exact" : "sampled");
    if (analysis_.orders > 0) {
      integer(out_, "orders", static_cast<std::int64_t>(analysis_.orders));
      integer(out_, "seed", static_cast<std::int64_t>(analysis_.sampling.seed));
    }
    out_.end_object();
    out_.key("nucleolus_method").begin_object();
    out_.key("computed").boolean(analysis_.split("nucleolus") != nullptr);
    if (analysis_.split("nucleolus") == nullptr) {
      field(out_, "reason", "more than 24 players: every group's cost is needed");
    } else {
      out_.key("nobody_above_alone").boolean(analysis_.nobody_above_alone);
      if (analysis_.largest_excess) {
        field(out_, "largest_excess", Money::ore(std::llround(*analysis_.largest_excess)));
      }
    }
    out_.end_object();
  }

  void split(const Split& split) {
    out_.begin_object();
    field(out_, "id", split.id);
    field(out_, "kind", split.key ? "key" : "benchmark");
    const auto title = title_of(split);
    out_.key("title");
    answers::write(out_, title);
    Money total;
    for (const auto part : split.pays) total += part;
    field(out_, "total", total);
    out_.key("municipalities").begin_array();
    for (std::size_t i = 0; i < split.pays.size(); ++i) part(split, i);
    out_.end_array();
    stability(split.stability);
    out_.key("partnerships").begin_array();
    for (std::size_t p = 0; p < split.partnerships.size(); ++p) {
      out_.begin_object();
      field(out_, "name", ground_.partnerships[p].name);
      leaver(split.partnerships[p]);
      out_.end_object();
    }
    out_.end_array();
    nearest(split);
    change(split);
    out_.end_object();
  }

  void part(const Split& split, std::size_t i) {
    out_.begin_object();
    write_player(out_, ground_.players[i]);
    field(out_, "pays", split.pays[i]);
    if (!split.error.empty()) {
      const auto bar = Money::ore(std::llround(kBar * split.error[i]));
      field(out_, "low", split.pays[i] - bar);
      field(out_, "high", split.pays[i] + bar);
    }
    field(out_, "saving", ground_.alone[i] - split.pays[i]);
    number(out_, "saving_percent",
           economy::percent_of(ground_.alone[i] - split.pays[i], ground_.alone[i]));
    const auto& door = split.doors[i];
    out_.key("leaving").begin_object();
    field(out_, "loses", door.leaver_loses);
    field(out_, "others_lose", door.others_lose);
    out_.end_object();
    out_.key("joining_late").begin_object();
    field(out_, "least", door.least_to_join);
    field(out_, "most", door.most_to_join);
    field(out_, "pays", split.pays[i]);
    out_.end_object();
    out_.end_object();
  }

  void leaver(const Leaver& leaver) {
    write_members(out_, ground_, leaver.members);
    field(out_, "pays", leaver.pays);
    field(out_, "own_cost", leaver.own);
    field(out_, "gain", leaver.gain());
    number(out_, "gain_percent", economy::percent_of(leaver.gain(), leaver.pays));
    const auto others = ground_.everybody_but(leaver.members);
    if (!others.empty()) {
      field(out_, "others_lose", ground_.cost(others) - (ground_.total - leaver.pays));
    }
  }

  void leavers(std::string_view name, const std::vector<Leaver>& all) {
    list(out_, name, all, [&](const auto& one) {
      leaver(one);
      out_.key("sentence");
      answers::write(out_, sentence_of(ground_, one));
    });
  }

  void stability(const cooperation::Stability& stability) {
    out_.key("stability").begin_object();
    out_.key("in_core").boolean(stability.holds());
    out_.key("all_groups_checked").boolean(stability.all_checked);
    integer(out_, "groups_checked", static_cast<std::int64_t>(stability.checked));
    integer(out_, "groups_better_off", static_cast<std::int64_t>(stability.better_off));
    leavers("first_movers", stability.first_movers);
    leavers("largest_gains", stability.largest);
    out_.end_object();
  }

  void amounts(const std::vector<Money>& pays, const std::vector<Money>& before) {
    out_.key("municipalities").begin_array();
    for (std::size_t i = 0; i < pays.size(); ++i) {
      out_.begin_object();
      write_player(out_, ground_.players[i]);
      field(out_, "pays", pays[i]);
      field(out_, "change", pays[i] - before[i]);
      out_.end_object();
    }
    out_.end_array();
  }

  void nearest(const Split& split) {
    out_.key("nearest_stable");
    if (!split.nearest) {
      out_.null();
      return;
    }
    out_.begin_object();
    field(out_, "moved", split.moved);
    amounts(*split.nearest, split.pays);
    out_.end_object();
  }

  void change(const Split& split) {
    out_.key("smallest_key_change");
    if (!split.change) {
      out_.null();
      return;
    }
    out_.begin_object();
    field(out_, "towards", split.change->measure);
    percent_field(out_, "weight_percent", split.change->basis_points);
    field(out_, "moved", split.change->moved);
    list(out_, "keys", split.change->keys, [&](const auto& key) {
      field(out_, "key", key.name);
      out_.key("parts").begin_array();
      for (const auto& one : key.parts) part_of_key(one);
      out_.end_array();
    });
    amounts(split.change->split, split.pays);
    out_.end_object();
  }

  void part_of_key(const economy::KeyPart& one) {
    constexpr std::array<std::string_view, 5> kMeasures{"flat", "inhabitants", "inhabitants_67",
                                                        "inhabitants_80", "usage"};
    out_.begin_object();
    field(out_, "measure", kMeasures[static_cast<std::size_t>(one.measure)]);
    if (!one.metric.empty()) field(out_, "metric", one.metric);
    percent_field(out_, "percent", one.basis_points);
    out_.end_object();
  }

  void partnerships() {
    list(out_, "partnerships", ground_.partnerships, [&](const auto& one) {
      field(out_, "name", one.name);
      write_members(out_, ground_, one.members);
      field(out_, "own_cost", ground_.cost(one.members));
      write_origin(out_, one.origin);
    });
  }

  const Analysis& analysis_;
  const Ground& ground_;
  JsonWriter out_;
};

}  // namespace

std::string analysis_json(const Analysis& analysis) { return Json(analysis).write(); }

}  // namespace varde::answers
