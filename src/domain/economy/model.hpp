#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/number.hpp"
#include "domain/economy/share.hpp"

namespace varde::economy {

/// Inhabitants on 1 January of a year.
struct Population {
  std::int64_t all = 0;
  std::optional<std::int64_t> aged_67;
  std::optional<std::int64_t> aged_80;
};

/// Where the administration of a municipality lies, in degrees north and east (WGS 84).
struct Seat {
  double latitude = 0, longitude = 0;
};
struct Municipality {
  int number = 0;
  std::string name;
  std::map<int, Population> population;  ///< by year, never empty
  std::optional<Seat> seat{};            ///< puts it on the map
};

/// What the survey asks about.
enum class Area : std::uint8_t { vtp, manual_follow_up, epj_doctors, epj_care };
constexpr std::array<std::string_view, 4> kAreas{"vtp", "manual_follow_up", "epj_doctors",
                                                 "epj_care"};
enum class Category : std::uint8_t {
  operation_agreement,
  integration,
  administration,
  user_licences,
  storage_and_server,
  other,
  hours,  ///< work, turned into kroner by the cost of a person-year
};
constexpr std::array<std::string_view, 7> kCategories{
    "operation_agreement", "integration", "administration", "user_licences",
    "storage_and_server",  "other",       "hours"};

/// One answer. Without a number the question was not answered: a gap.
struct Answer {
  int municipality = 0;
  Area area = Area::vtp;
  Category category = Category::other;
  std::optional<Amount> amount;  ///< every category but hours
  std::optional<Hours> hours;    ///< the category hours
  Origin origin;
};

/// How gaps in an area are filled.
enum class Fill : std::uint8_t {
  average,       ///< what those who answered have per inhabitant, question by question
  reference,     ///< an amount per inhabitant for those who answered nothing in the area
  stated_total,  ///< what a stated total leaves, by inhabitants
  none,          ///< a gap counts as nothing
};
constexpr std::array<std::string_view, 4> kFills{"average", "reference", "stated_total", "none"};

struct FillRule {
  Fill how = Fill::average;
  Money per_inhabitant;  ///< Fill::reference
  std::string source;
};

/// A total that a report states for some areas together, where the single answers are not known.
struct StatedTotal {
  std::vector<Area> areas;
  Money amount;                ///< kroner of the areas together, hours included
  std::optional<Hours> hours;  ///< hours of `hours_area`
  Area hours_area = Area::manual_follow_up;
  std::optional<std::int64_t> inhabitants;  ///< the report's own denominator
  Origin origin;
};

struct AsIsInput {
  std::vector<Area> compared;  ///< the areas that alternatives replace
  std::vector<Answer> answers;
  std::map<Area, FillRule> rules;
  std::optional<StatedTotal> stated;
  std::string index;       ///< of amounts; empty = none
  std::string wage_index;  ///< of hours
  bool follows_population = false;
};

enum class Charge : std::uint8_t { yearly, one_off };
constexpr std::array<std::string_view, 2> kCharges{"yearly", "one_off"};

/// What an alternative costs: a total that a key shares, or with `per` a price for each unit of
/// use.
struct CostItem {
  std::string name;
  std::string key;  ///< shared items only
  std::string per;  ///< a usage metric: the amount is for one unit of it; empty = a shared total
  Charge charge = Charge::yearly;
  int from = 0;
  int to = 0;  ///< last year; a one-off is paid in `from`
  std::string index;
  Amount amount;
};

/// People an alternative needs. Costs person-years x the cost of a person-year, unless a total is
/// stated for the row.
struct Staffing {
  std::string name;
  std::string key;
  std::int64_t person_years_thousandths = 0;
  std::optional<Money> yearly_cost;
  std::optional<Money> total;
  int from = 0;
  int to = 0;
  std::string index;
  Origin origin;
  std::optional<Money> low;  ///< of the row's yearly cost
  std::optional<Money> high;
};

struct Alternative {
  std::string id;
  std::string name;
  std::vector<CostItem> items;
  std::vector<Staffing> staffing;
  /// Share of today's cost that still runs in each year from the first, in basis points.
  std::vector<std::int64_t> parallel;
};

struct Assumptions {
  int price_year = 0;
  int first_year = 0;
  int years = 1;
  int comparison_year = 0;  ///< the ordinary year of the headline figures
  double discount_rate = 0;
  double population_growth = 0;  ///< yearly, after the last year a municipality has
  double usage_growth = 0;
  std::map<std::string, double> indices;  ///< yearly growth by name
  Money person_year_cost;
  Hours person_year;                      ///< hours in a person-year
  std::map<std::string, Origin> origins;  ///< of the above, by their key in the file
};

enum class Shape : std::uint8_t { triangular, normal, lognormal, discrete };
constexpr std::array<std::string_view, 4> kShapes{"triangular", "normal", "lognormal", "discrete"};

/// An input that is not known for sure. Its values are factors on the case's number when `relative`
/// (1 = as written), else the number itself: kroner a year, hours, or a rate.
struct Uncertain {
  std::string input;  ///< "item:NAME", "as_is:AREA", "hours:AREA", "index:NAME", "discount_rate",
                      ///< "population_growth", "usage_growth"
  Shape shape = Shape::triangular;
  bool relative = false;
  double low = 0, mode = 0, high = 0;  ///< triangular
  double mean = 0, deviation = 0;      ///< normal; lognormal: of the value, not of its logarithm
  std::vector<double> values, probabilities;  ///< discrete
  Origin origin;
};
struct Correlation {
  std::string first, second;
  double coefficient = 0;
};

/// A figure that a report states, to be held against what is computed.
struct StatedFigure {
  std::string figure;       ///< "as_is.total", "cost", "per_inhabitant", "saving", ...
  std::string alternative;  ///< empty for as-is
  double value = 0;
  double within = 0;  ///< half the unit the report rounds to
  bool truncated = false;
  std::string source;
};
/// Where a source says two things.
struct Contradiction {
  std::string topic, says, also_says, reading, source;
};

/// A cooperation: what municipalities pay today, and what they would pay together.
struct Case {
  std::string name;
  std::string description;
  std::vector<Municipality> municipalities;                  ///< by number
  std::map<std::string, std::map<int, std::int64_t>> usage;  ///< metric, municipality, thousandths
  std::map<std::string, Origin> usage_origin;
  AsIsInput as_is;
  std::vector<Alternative> alternatives;
  std::map<std::string, Key> keys;
  Assumptions assumptions;
  std::vector<Uncertain> uncertain;
  std::vector<Correlation> correlations;
  std::vector<StatedFigure> stated;
  std::vector<Contradiction> contradictions;

  const Alternative* alternative(std::string_view id) const;
};

/// Inhabitants in a year: as given, else the nearest year before (or, before the first, the first)
/// with `growth` compounded from it, rounded.
std::int64_t inhabitants_in(const Municipality& municipality, int year, double growth);

/// What keys go by in a year: the given population of the year or the nearest given year. Growth
/// that all share does not move shares, so none is put on.
Basis basis_of(const Case& input, int year);

/// (1 + rate)^years, by repeated multiplication so that it is the same on every machine.
double compound(double rate, int years);
/// The factor on an amount of `from_year` kroner in `year`; 1 when the index has no name.
double index_factor(const Assumptions& assumptions, const std::string& index, int from_year,
                    int year);

/// The yearly cost of a staffing row in its own kroner.
Money yearly_cost(const Staffing& staffing, const Assumptions& assumptions);
Hours hours_of(const Staffing& staffing, const Assumptions& assumptions);
/// Kroner of hours at the cost of a person-year.
Money cost_of(Hours hours, const Assumptions& assumptions);

}  // namespace varde::economy
