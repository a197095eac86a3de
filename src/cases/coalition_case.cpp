#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

#include "cases/cooperation_case.hpp"
#include "cases/reading.hpp"

namespace varde::cases {
namespace {

using cooperation::Case;
using economy::Money;
using economy::Origin;

constexpr std::string_view kFile = "cooperation.toml";
constexpr std::int64_t kMostUnits = 1'000'000'000'000;

/// Reads cooperation.toml onto an economy case.
class Reader {
 public:
  explicit Reader(Case& into) : case_(into), economy_(into.economy) {}

  void read(Section& root) {
    case_.alternative = root.text("alternative");
    if (case_.alternative.empty() && !economy_.alternatives.empty()) {
      case_.alternative = economy_.alternatives.front().id;
    }
    if (economy_.alternative(case_.alternative) == nullptr) {
      std::vector<std::string> ids;
      for (const auto& one : economy_.alternatives) ids.push_back(one.id);
      root.complain("alternative",
                    fmt::format("'{}' is not an alternative of case.toml; {}", case_.alternative,
                                suggestion(case_.alternative, ids)));
    }
    for (auto& section : root.tables("item")) item(section);
    for (auto& section : root.tables("extra")) extra(section);
    for (auto& section : root.tables("alone")) alone(section);
    for (auto& section : root.tables("partnership")) partnership(section);
    every_cost_has_a_rule(root);
    extras_are_inside(root);
  }

 private:
  struct Words {
    std::string en, nb;
  };
  void number(Words what, Words value, Origin origin) {
    case_.numbers.push_back({std::move(what.en), std::move(what.nb), std::move(value.en),
                             std::move(value.nb), std::move(origin)});
  }
  static Words decimal(double value, std::string_view unit = "") {
    const auto text = fmt::format("{:g}{}", value, unit);
    auto comma = text;
    std::ranges::replace(comma, '.', ',');
    return {text, comma};
  }
  static Words kroner(Money amount) {
    return {to_string(amount) + " kr", economy::to_grouped_kroner(amount) + " kr"};
  }

  std::vector<std::string> item_names() const {
    std::vector<std::string> names;
    for (const auto& alternative : economy_.alternatives) {
      for (const auto& cost : cooperation::shared_costs(economy_, alternative)) {
        if (std::ranges::find(names, cost.name) == names.end()) names.push_back(cost.name);
      }
    }
    return names;
  }

  std::string item_name(Section& section, std::string_view key) {
    auto name = section.text(key, true);
    const auto names = item_names();
    if (name.empty() || std::ranges::find(names, name) != names.end()) return name;
    section.complain(
        key, fmt::format("'{}' is no yearly cost of the case; {}", name, suggestion(name, names)));
    return {};
  }

  std::optional<int> municipality(Section& section, std::string_view key) {
    const auto value = section.integer(key, 1, 9'999, true);
    if (!value) return {};
    return known_municipality(section, key, *value);
  }
  std::optional<int> known_municipality(Section& section, std::string_view key,
                                        std::int64_t value) {
    const auto id = static_cast<int>(value);
    if (name_of(id).empty()) {
      section.complain(key, fmt::format("{} is not in municipalities.csv; add it there or correct "
                                        "the number",
                                        id));
      return {};
    }
    return id;
  }
  /// Known numbers, each once.
  std::vector<int> municipalities(Section& section, std::string_view key) {
    std::vector<int> ids;
    for (const auto value : section.numbers(key)) {
      const auto id = known_municipality(section, key, std::llround(value));
      if (!id) continue;
      if (std::ranges::find(ids, *id) != ids.end()) {
        section.complain(key, fmt::format("name {} twice; remove one", *id));
        continue;
      }
      ids.push_back(*id);
    }
    return ids;
  }
  std::string name_of(int id) const {
    const auto found =
        std::ranges::find(economy_.municipalities, id, &economy::Municipality::number);
    return found == economy_.municipalities.end() ? "" : found->name;
  }

  void item(Section& section) {
    cooperation::ItemRule rule;
    rule.item = item_name(section, "name");
    const auto origin = section.origin();
    fixed(section, rule, origin);
    rule.volume = volume(section);
    for (auto& slice : section.tables("discount")) discount(slice, rule, origin);
    for (auto& step : section.tables("steps")) step_of(step, rule, origin);
    section.finish();
    if (rule.item.empty()) return;
    if (!rule.slices.empty() && !rule.steps.empty()) {
      section.complain("steps", "do not go with a discount; keep one of them");
    }
    if (!rule.steps.empty()) steps_fit(section, rule);
    if (case_.rule(rule.item) != nullptr) {
      section.complain("name", fmt::format("'{}' stands twice; remove one", rule.item));
    }
    case_.rules.push_back(std::move(rule));
  }

  void fixed(Section& section, cooperation::ItemRule& rule, const Origin& origin) {
    if (!section.has("fixed")) {
      section.percent("fixed");
      return;
    }
    auto own = origin;
    std::optional<std::int64_t> percent;
    if (auto table = section.with_origin("fixed")) {
      percent = table->percent("value");
      own = table->origin();
      table->finish();
    } else {
      percent = section.percent("fixed");
    }
    rule.fixed = percent.value_or(0);
    number({fmt::format("{}: there for any group", rule.item),
            fmt::format("{}: fast del, uansett hvem som er med", rule.item)},
           decimal(static_cast<double>(rule.fixed) / 100, " %"), own);
  }

  economy::KeyPart volume(Section& section) {
    using economy::Measure;
    auto word = section.text("volume");
    economy::KeyPart part;
    part.measure = Measure::inhabitants;
    if (word.empty() || word == "inhabitants") return part;
    if (word == "members") part.measure = Measure::flat;
    if (word == "inhabitants_67") part.measure = Measure::inhabitants_67;
    if (word == "inhabitants_80") part.measure = Measure::inhabitants_80;
    if (word.starts_with("usage.")) {
      part.measure = Measure::usage;
      part.metric = word.substr(6);
    }
    const bool unknown = part.measure == Measure::inhabitants ||
                         (part.measure == Measure::usage && !economy_.usage.contains(part.metric));
    if (unknown) {
      section.complain("volume", fmt::format("'{}' is not known; use members, inhabitants, "
                                             "inhabitants_67, inhabitants_80, or usage.METRIC of "
                                             "usage.csv",
                                             word));
    }
    return part;
  }

  void discount(Section& section, cooperation::ItemRule& rule, const Origin& origin) {
    const auto from = section.integer("from", 0, kMostUnits, true);
    const auto price = section.percent("price");
    if (!section.has("price")) section.complain("price", "is missing; add it");
    const auto own = own_origin(section, origin);
    section.finish();
    if (!from || !price) return;
    const cooperation::Slice slice{*from, static_cast<double>(*price) / 10'000};
    if (rule.slices.empty() ? *from != 0 : *from <= rule.slices.back().from) {
      section.complain("from", rule.slices.empty() ? "of the first slice must be 0"
                                                   : "must be above that of the slice before");
      return;
    }
    if (rule.slices.empty() && slice.price <= 0) {
      section.complain("price",
                       "of the first slice must be above 0; use fixed = 100 for a cost "
                       "that does not follow volume");
      return;
    }
    if (!rule.slices.empty() && slice.price > rule.slices.back().price) {
      section.complain("price", "is above that of the slice before; a discount by volume falls");
      return;
    }
    rule.slices.push_back(slice);
    number({fmt::format("{}: price of units above {}", rule.item, *from),
            fmt::format("{}: pris for det som er over {}", rule.item, *from)},
           decimal(slice.price * 100, " %"), own);
  }

  void step_of(Section& section, cooperation::ItemRule& rule, const Origin& origin) {
    const auto to = section.integer("to", 1, kMostUnits, true);
    const auto need = section.number("person_years", 0.001, 100'000, true);
    const auto own = own_origin(section, origin);
    section.finish();
    if (!to || !need) return;
    if (!rule.steps.empty() && (*to <= rule.steps.back().to || *need < rule.steps.back().need)) {
      section.complain("to",
                       "must be above that of the step before, with no fewer person-years: a "
                       "larger group cannot need less");
      return;
    }
    rule.steps.push_back({*to, *need});
    number({fmt::format("{}: person-years up to {}", rule.item, *to),
            fmt::format("{}: årsverk inntil {}", rule.item, *to)},
           decimal(*need), own);
  }

  /// A slice's or step's own origin, or that of the item.
  static Origin own_origin(Section& section, const Origin& origin) {
    const bool has_own = section.has("quality") || section.has("source");
    auto own = section.origin();
    return has_own ? own : origin;
  }

  /// Steps are of a staffing row, reach everybody, and give everybody what the row says.
  void steps_fit(Section& section, const cooperation::ItemRule& rule) {
    const auto volumes = cooperation::volumes_of(economy_, rule.volume);
    const auto all = std::accumulate(volumes.begin(), volumes.end(), std::int64_t{0});
    if (rule.steps.back().to < all) {
      section.complain("steps", fmt::format("end at {}, and all together have {}; add a step",
                                            rule.steps.back().to, all));
      return;
    }
    const cooperation::CostLine line{"", {}, {}, 0, {}, rule.steps};
    const double need = cooperation::scale_of(line, all);
    for (const auto& alternative : economy_.alternatives) {
      for (const auto& cost : cooperation::shared_costs(economy_, alternative)) {
        if (cost.name != rule.item) continue;
        if (!cost.person_years) {
          section.complain("steps",
                           fmt::format("are person-years, and '{}' is not in staffing.csv; "
                                       "use fixed and discount",
                                       rule.item));
          return;
        }
        const double stated = static_cast<double>(*cost.person_years) / 1'000;
        if (std::abs(stated - need) > 1e-9) {
          section.complain("steps",
                           fmt::format("give all together ({}) {:g} person-years, and "
                                       "staffing.csv has {:g} in '{}'; correct one of them",
                                       all, need, stated, alternative.id));
          return;
        }
      }
    }
  }

  std::optional<Money> cost(Section& section, std::string_view key, bool required) {
    const auto amount = section.money(key, required);
    if (amount && *amount < Money{}) {
      section.complain(key,
                       fmt::format("is negative ({}); a cost is 0 or more", to_string(*amount)));
      return {};
    }
    return amount;
  }

  void extra(Section& section) {
    const auto item = item_name(section, "item");
    const auto ids = municipalities(section, "municipalities");
    const auto amount = cost(section, "amount", true);
    const auto origin = section.origin();
    section.finish();
    if (ids.empty()) section.complain("municipalities", "names nobody; add a list of numbers");
    if (item.empty() || !amount) return;
    std::string names;
    for (const auto id : ids) {
      case_.extras.push_back({item, id, *amount});
      names += (names.empty() ? "" : ", ") + name_of(id);
    }
    number({fmt::format("{}: added by each of {}", item, names),
            fmt::format("{}: tillegg for hver av {}", item, names)},
           kroner(*amount), origin);
  }

  void alone(Section& section) {
    const auto id = municipality(section, "municipality");
    const auto amount = cost(section, "amount", true);
    const auto origin = section.origin();
    section.finish();
    if (!id || !amount) return;
    if (!case_.alone.emplace(*id, *amount).second) {
      section.complain("municipality", fmt::format("{} stands twice; remove one", *id));
    }
    number({fmt::format("alone: {}", name_of(*id)), fmt::format("alene: {}", name_of(*id))},
           kroner(*amount), origin);
  }

  void partnership(Section& section) {
    cooperation::Partnership one;
    one.name = section.text("name", true);
    one.municipalities = municipalities(section, "members");
    for (const auto id : one.municipalities) {
      for (const auto& other : case_.partnerships) {
        if (std::ranges::find(other.municipalities, id) == other.municipalities.end()) continue;
        section.complain("members", fmt::format("name {}, who is in '{}' too; partnerships that "
                                                "are compared may not overlap",
                                                id, other.name));
      }
    }
    if (one.municipalities.size() < 2) section.complain("members", "must be two or more");
    one.cost = cost(section, "cost", false);
    one.origin = section.origin();
    section.finish();
    const auto members = one.municipalities.size();
    number({fmt::format("partnership {}: who is in", one.name),
            fmt::format("samarbeidet {}: hvem som er med", one.name)},
           {fmt::format("{} municipalities", members), fmt::format("{} kommuner", members)},
           one.origin);
    if (one.cost) {
      number({fmt::format("partnership {}: cost", one.name),
              fmt::format("samarbeidet {}: kostnad", one.name)},
             kroner(*one.cost), one.origin);
    }
    case_.partnerships.push_back(std::move(one));
  }

  void every_cost_has_a_rule(Section& root) {
    for (const auto& name : item_names()) {
      if (case_.rule(name) != nullptr) continue;
      root.complain("item", fmt::format("how '{}' depends on the group is missing; add [[item]] "
                                        "with name = \"{}\"",
                                        name, name));
    }
  }

  void extras_are_inside(Section& root) {
    for (const auto& alternative : economy_.alternatives) {
      for (const auto& cost : cooperation::shared_costs(economy_, alternative)) {
        Money sum;
        for (const auto& one : case_.extras) {
          if (one.item == cost.name) sum += one.amount;
        }
        if (cost.amount < Money{}) {
          root.complain("item", fmt::format("'{}' of '{}' costs {} kr in items.csv; no group can "
                                            "have a negative cost",
                                            cost.name, alternative.id, to_string(cost.amount)));
        } else if (sum > cost.amount) {
          root.complain("extra", fmt::format("of '{}' sum to {} kr, and all of it costs {} kr in "
                                             "'{}'; correct them",
                                             cost.name, to_string(sum), to_string(cost.amount),
                                             alternative.id));
        }
      }
    }
  }

  Case& case_;
  const economy::Case& economy_;
};

std::vector<Complaint> one_complaint(std::string file, std::string text) {
  return {Complaint{std::move(file), 0, std::move(text)}};
}

Result<AnyCooperation, std::vector<Complaint>> parse_folder(const Files& files, Shapes* shapes) {
  auto economy_files = files;
  const auto own = economy_files.extract(std::string(kFile));
  if (own.empty()) {
    return one_complaint(std::string(kFile), "the file is missing; see examples/helgeland-2025");
  }
  auto economy = parse_case(economy_files);
  if (!economy) return economy.error();
  auto* input = std::get_if<economy::Case>(&*economy);
  if (input == nullptr) {
    return one_complaint("case.toml",
                         "is not of kind \"cooperation\"; only such a case has groups");
  }
  Complaints complaints(shapes);
  const auto toml = parse_toml(own.mapped(), std::string(kFile), complaints);
  Case result;
  result.economy = std::move(*input);
  if (toml) {
    Section root(&*toml, "", complaints, std::string(kFile));
    Reader(result).read(root);
    root.finish();
  }
  if (result.economy.municipalities.size() > cooperation::kMostPlayers) {
    complaints.add("municipalities.csv", 0,
                   fmt::format("has more than {} municipalities", cooperation::kMostPlayers));
  }
  if (!complaints.empty()) return complaints.take();
  return AnyCooperation(std::move(result));
}

}  // namespace

Result<AnyCooperation, std::vector<Complaint>> parse_cooperation(const Files& files,
                                                                 Shapes* shapes) {
  if (files.contains("case.toml") || files.size() != 1) return parse_folder(files, shapes);
  const auto& [name, text] = *files.begin();
  if (!name.ends_with(".csv")) return parse_folder(files, shapes);
  auto game = parse_game(name, text);
  if (!game) return game.error();
  return AnyCooperation(std::move(game).value());
}

Result<Files, std::vector<Complaint>> cooperation_files(const std::filesystem::path& path) {
  constexpr std::uintmax_t kGameBytes = std::uintmax_t{1} << 31;
  if (path.extension() != ".csv") return read_folder(path);
  const auto name = path.filename().string();
  std::error_code error;
  if (std::filesystem::file_size(path, error) > kGameBytes || error) {
    return one_complaint(
        name, error ? "the file cannot be read: " + error.message() : "the file is above 2 GiB");
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return one_complaint(name, "the file cannot be read; check who may read it");
  return Files{{name, text.str()}};
}

}  // namespace varde::cases
