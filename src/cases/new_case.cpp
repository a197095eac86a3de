#include "cases/new_case.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "cases/csv.hpp"
#include "cases/new_kinds.hpp"
#include "cases/portfolio_case.hpp"
#include "cases/reading.hpp"

namespace varde::cases {
namespace {

constexpr std::string_view kCooperation =
    R"(# A cooperation: what municipalities pay today, and what they would pay together.
#
# Amounts are kroner, written 5500000 or "5500000.50"; shares are per cent; rates are parts of one (0.04 is 4 %).
# Any number may say where it comes from: { value = ..., quality = "...", source = "..." }, where quality is
# reported, measured, estimated, assumed or illustrative. docs/reference/economy-case.md has every key.

kind = "cooperation"
name = "Ny sak"
description = ""

[assumptions]
price_year = 2025        # året kronene gjelder
comparison_year = 2025   # det vanlige året i hovedtallene: årlige kostnader, uten engangskostnader
first_year = 2026        # det første av årene som neddiskonteres
years = 10
discount_rate = 0.04
population_growth = 0.0
person_year_cost = { value = 805000, quality = "assumed", source = "" }
person_year_hours = { value = 1950, quality = "assumed", source = "" }

[indices]                # årlig vekst ut over alminnelig prisvekst
prices = 0.0
wages = 0.0

[as_is]
compared = ["vtp", "manual_follow_up"]   # det alternativene erstatter
index = "prices"
wage_index = "wages"

[as_is.fill]             # hvordan hull fylles: average, reference (med per_inhabitant og source) eller none
vtp = { how = "average" }
manual_follow_up = { how = "average" }

[[key]]
name = "40-60"
flat = 40
inhabitants = 60

[[alternative]]
id = "together"
name = "Sammen"
# parallel = [100, 50]   # per cent of today's cost that still runs in the first years
)";

constexpr std::string_view kItems =
    "alternative,item,key,per,charge,from,to,index,amount,low,high,quality,source\n"
    "together,Felles plattform,40-60,,yearly,,,prices,1000000,,,illustrative,bytt ut denne raden\n";
constexpr std::string_view kStaffing =
    "alternative,item,key,person_years,yearly_cost,total,from,to,index,quality,source\n";
constexpr std::string_view kMunicipalities =
    "number,name,year,inhabitants,inhabitants_67,inhabitants_80,source\n"
    "9999,Eksempel,2025,1000,200,60,oppdiktet: bytt ut denne raden\n";

/// One row for each question to each municipality.
std::string survey_for(const economy::Case& input) {
  std::string text = "municipality,name,area,category,amount,hours,quality,source\n";
  for (const auto& municipality : input.municipalities) {
    for (const auto area : economy::kAreas) {
      for (const auto category : economy::kCategories) {
        text += fmt::format("{},{},{},{},,,,\n", municipality.number, csv_field(municipality.name),
                            area, category);
      }
    }
  }
  return text;
}

}  // namespace

Result<Files, std::vector<Complaint>> new_case_with(const std::string& kind,
                                                    const std::string& municipalities) {
  if (kind == "decision") return new_decision();
  if (kind == "financing") return new_financing();
  if (kind == "growth") return new_growth();
  if (kind == "portfolio") {
    auto files = new_portfolio(municipalities);
    if (const auto read = parse_portfolio(files); !read) return read.error();
    return files;
  }
  if (kind != "cooperation") {
    return std::vector{Complaint{"--kind", 0,
                                 fmt::format("'{}' is not known; {}", kind,
                                             suggestion(kind, {"cooperation", "financing", "growth",
                                                               "decision", "portfolio"}))}};
  }
  Files files{{"case.toml", std::string(kCooperation)},
              {"municipalities.csv", std::string(kMunicipalities)},
              {"items.csv", std::string(kItems)},
              {"staffing.csv", std::string(kStaffing)}};
  if (!municipalities.empty()) files["municipalities.csv"] = municipalities;
  files["survey.csv"] = "municipality,area,category,amount,hours\n";
  auto made = parse_case(files);
  if (!made) return made.error();
  files["survey.csv"] = survey_for(std::get<economy::Case>(*made));
  return files;
}

Result<Files, std::vector<Complaint>> new_case(const std::string& kind,
                                               const std::filesystem::path& municipalities) {
  if (municipalities.empty()) return new_case_with(kind, {});
  std::ifstream in(municipalities, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (in) return new_case_with(kind, text.str());
  return std::vector{
      Complaint{municipalities.string(), 0, "the file cannot be read; check its name"}};
}

Status write_new(const std::filesystem::path& folder, const Files& files) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return Error{
        fmt::format("{} is there already and not empty; choose another folder", folder.string())};
  }
  auto beside = folder;
  beside += ".new";
  fs::create_directories(beside, error);
  for (const auto& [name, text] : files) {
    std::ofstream out(beside / name, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
      fs::remove_all(beside, error);
      return Error{fmt::format("{} cannot be written; check the folder and the disk",
                               (folder / name).string())};
    }
  }
  fs::remove(folder, error);
  fs::rename(beside, folder, error);
  if (error) return Error{fmt::format("{} cannot be made: {}", folder.string(), error.message())};
  return Done{};
}

}  // namespace varde::cases
