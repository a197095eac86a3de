#include "editing/beside.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/invoices/invoicing.hpp"
#include "cases/cooperation_case.hpp"
#include "cases/staffing_case.hpp"
#include "editing/complaints.hpp"
#include "editing/csv_text.hpp"
#include "editing/toml_value.hpp"
#include "exchange/ehf/organisation.hpp"

namespace varde::editing {
namespace {

using steering::Complaints;
using steering::Files;

constexpr const char* kGroups = "cooperation.toml";
constexpr const char* kStaffing = "staffing.toml";
constexpr const char* kInvoice = "invoice.toml";

/// Users of welfare technology per inhabitant: over 115,000 of 5.39 million (report on scenarios,
/// 2021).
constexpr double kUsersPerInhabitant = 115'000.0 / 5'390'000.0;

std::optional<economy::Case> case_of(const Files& files) {
  auto read = cases::parse_case(files);
  if (!read || !std::holds_alternative<economy::Case>(*read)) return std::nullopt;
  return std::get<economy::Case>(std::move(*read));
}

template <class Value>
Complaints mistakes_in(const Result<Value, std::vector<cases::Complaint>>& read) {
  return read ? Complaints{} : complaints_of(read.error());
}

Complaints groups_mistakes(const Files& files, cases::Shapes* shapes) {
  return mistakes_in(cases::parse_cooperation(files, shapes));
}

Complaints staffing_mistakes(const Files& files, cases::Shapes* shapes) {
  return mistakes_in(cases::parse_staffing(files, shapes));
}

Complaints invoice_mistakes(const Files& files, cases::Shapes* shapes) {
  std::vector<int> numbers;
  if (const auto input = case_of(files))
    for (const auto& one : input->municipalities) numbers.push_back(one.number);
  return mistakes_in(answers::read_invoicing(files, numbers, shapes));
}

constexpr const char* kGroupsToml =
    R"toml(# Does the cooperation hold when each council can leave? What a smaller group would pay is worked out from the costs of all:
#
#   an item = a part that is there for any group (fixed, per cent) + the rest, which follows volume
#
# and a group takes what is cheapest to it: that joint solution, or each its own as today. How an item depends on the group is
# illustrative here: put what you know in its place. docs/reference/cooperation-case.md has every key.

)toml";

Files groups_made(const Files& files) {
  const auto input = case_of(files);
  if (!input || input->alternatives.empty()) return {};
  auto text =
      kGroupsToml + fmt::format("alternative = {}\n", toml_quoted(input->alternatives.front().id));
  std::vector<std::string> names;
  for (const auto& alternative : input->alternatives)
    for (const auto& cost : cooperation::shared_costs(*input, alternative)) {
      if (std::ranges::find(names, cost.name) != names.end()) continue;
      names.push_back(cost.name);
      text += fmt::format(
          "\n[[item]]\nname = {}\n"
          "fixed = {{ value = 40, quality = \"illustrative\", source = \"bytt ut\" }}\n"
          "volume = \"inhabitants\"   # or members, inhabitants_67, inhabitants_80\n"
          "quality = \"illustrative\"\nsource = \"bytt ut\"\n",
          toml_quoted(cost.name));
    }
  return {{kGroups, text}};
}

constexpr const char* kStaffingToml =
    R"toml(# How many people the response centre needs. Cost and hours of a person-year are in case.toml.
#
# What is marked assumed or illustrative is there to be replaced: by the centre's own numbers, or by what Varde measures
# (varde staffing simulate --measured DATA_FOLDER). docs/reference/staffing-case.md has every key.

users = {{ value = {}, quality = "estimated", source = "over 115 000 brukere av velferdsteknologi i landet (scenariorapporten, 2021), etter innbyggere" }}

[roster]
weekly_hours = {{ value = 35.5, quality = "reported", source = "turnus med søndags- og nattarbeid" }}
holiday_weeks = {{ value = 5, quality = "reported", source = "tariffavtalen" }}
sickness = {{ value = 0.091, quality = "reported", source = "KS: kommunesektoren, 2. kvartal 2024" }}
training = {{ value = 0.02, quality = "assumed", source = "om lag en uke i året" }}
minimum_on_duty = {{ value = 2, quality = "reported", source = "IS-2552: Helsedirektoratet mener at én på vakt ikke er faglig forsvarlig" }}

[[target]]        # det første er det planer dimensjoneres for
within_s = 60
percent = 97.5
source = "TSA/TEC Quality, UK"

[[profile]]       # vekter etter time og dag; bare forholdet mellom dem teller
id = "persons"
by_hour = [0.4, 0.4, 0.4, 0.4, 0.4, 0.5, 0.7, 1.2, 1.8, 1.8, 1.7, 1.4, 1.2, 1.1, 1.1, 1.1, 1.2, 1.3, 1.3, 1.2, 1.1, 0.9, 0.7, 0.5]
by_day = [1, 1, 1, 1, 1, 1, 1]
quality = "assumed"
source = "topp kl. 08–11, når hjemmetjenesten har mest å gjøre"

[[kind]]
id = "social_alarm"
priority = 2
profile = "persons"
per_user_month = {{ value = 2.4, quality = "assumed", source = "2–3 alarmer per bruker i måneden" }}
handling = {{ mean_s = 195, deviation_s = 180, quality = "assumed", source = "mellom de 150 og 240 s som planeksempler bruker" }}
patience_s = {{ value = 180, quality = "illustrative", source = "trykker igjen når ingen svarer" }}
retry_s = {{ value = 60, quality = "illustrative", source = "trykker igjen når ingen svarer" }}

[[plan]]
id = "one"

[[plan.shift]]
name = "hele døgnet"
from = "00:00"
until = "24:00"
operators = {}

[[plan]]
id = "two"

[[plan.shift]]
name = "hele døgnet"
from = "00:00"
until = "24:00"
operators = {}

[[alternative]]
id = "one"
name = "Én om gangen"
plan = "one"

[[alternative]]
id = "two"
name = "To om gangen"
plan = "two"
)toml";

/// Alarms of a month, each some minutes, at the busiest hour nearly twice the mean: so many hands
/// at least.
int operators_for(double users) {
  constexpr double kBusiest = 1.8;
  const double load = users * 2.4 * 12 / 8'760 * 195 / 3'600 * kBusiest;
  return 1 + static_cast<int>(load);
}

Files staffing_made(const Files& files) {
  const auto input = case_of(files);
  if (!input) return {};
  double inhabitants = 0;
  for (const auto& row :
       cooperation::volumes_of(*input, {economy::Measure::inhabitants, "", 10'000}))
    inhabitants += static_cast<double>(row);
  const auto users = std::max(1, static_cast<int>(inhabitants * kUsersPerInhabitant));
  const auto least = operators_for(users);
  return {{kStaffing, fmt::format(kStaffingToml, users, least, least + 1)}};
}

constexpr const char* kInvoiceToml =
    R"toml(# Who invoices whom: the host municipality sells, the others buy (buyers.csv).
#
# SYNTHETIC: organisation numbers, addresses, references and the account are invented (numbers that begin with 31 are not given
# out to real organisations; their check digits are right). Replace them before use.

[seller]
municipality = {}         # er selv med, og faktureres ikke
name = {}
organisation_number = "{}"
street = ""
postal_code = "0001"
city = "Eksempel"
vat_registered = true
account = "12000000009"

[terms]
due_days = 30
number_prefix = "V"       # fakturaer nummereres med dette, år og kommune
note = "Eksempel med oppdiktede parter"

# How value added tax is treated is for the parties to settle; amounts of the case are without it.
#   standard: at `percent`; zero; exempt: with a reason; outside: not subject to VAT, with a reason (seller not registered)
[vat]
category = "standard"
percent = 25
)toml";

/// A number of the series that is not given out, with its check digit.
std::string invented_number(int municipality) {
  for (int n = 0; n < 1'000; ++n) {
    auto number = fmt::format("31{:04}{:03}", municipality, n);
    if (ehf::is_organisation_number(number)) return number;
  }
  return {};
}

Files invoice_made(const Files& files) {
  const auto input = case_of(files);
  if (!input || input->municipalities.empty()) return {};
  const auto& host = input->municipalities.front();
  Files made{{kInvoice,
              fmt::format(kInvoiceToml, host.number, toml_quoted(host.name + " kommune (eksempel)"),
                          invented_number(host.number))}};
  if (files.contains("buyers.csv")) return made;
  std::string buyers =
      "municipality,name,organisation_number,street,postal_code,city,buyer_reference,"
      "order_reference,source\n";
  for (const auto& one : input->municipalities) {
    if (one.number == host.number) continue;
    buyers += fmt::format("{},{},{},,0001,Eksempel,{},,oppdiktet: bytt ut denne raden\n",
                          one.number, csv_field(one.name + " kommune (eksempel)", ','),
                          invented_number(one.number), one.number);
  }
  made["buyers.csv"] = buyers;
  return made;
}

}  // namespace

const std::vector<Beside>& beside(std::string_view kind) {
  static const std::vector<Beside> none;
  static const std::vector<Beside> all{
      {kGroups,
       {"Hvem holder sammen: hva mindre grupper ville betalt",
        "Who holds together: what smaller groups would pay"},
       groups_mistakes,
       groups_made},
      {kStaffing,
       {"Bemanning: hva som kommer inn, og hvem som svarer",
        "Staffing: what comes in, who answers"},
       staffing_mistakes,
       staffing_made},
      {kInvoice,
       {"Faktura: hvem som fakturerer hvem", "Invoices: who invoices whom"},
       invoice_mistakes,
       invoice_made}};
  return kind == "cooperation" ? all : none;
}

}  // namespace varde::editing
