#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "app/enrol/enrolment.hpp"
#include "base/digest.hpp"
#include "cases/csv.hpp"

namespace varde::app {
namespace {

using cases::Column;
using cases::Row;
using cases::Table;

constexpr int kCoordinateDecimals = 6;
constexpr std::string_view kScaip = "scaip:";

/// The same name gives the same id at every reading.
Ulid id_of(std::string_view kind, std::string_view name) {
  const auto hash = sha256(fmt::format("varde/{}/{}", kind, name));
  Ulid id;
  std::memcpy(&id.high, hash.data(), sizeof id.high);
  std::memcpy(&id.low, hash.data() + sizeof id.high, sizeof id.low);
  return id;
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const auto number = [](std::string_view part, auto& value) {
    const auto [end, error] = std::from_chars(part.begin(), part.end(), value);
    return error == std::errc{} && end == part.end();
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!number(text.substr(0, 4), year) || !number(text.substr(5, 2), month) ||
      !number(text.substr(8, 2), day))
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

class Reading {
 public:
  Reading(const EnrolmentFiles& files, std::string_view realm) : files_(files), realm_(realm) {}

  Result<Enrolment, std::vector<cases::Complaint>> run() {
    for (const auto& [name, text] : files_)
      if (std::ranges::find(kEnrolmentFiles, name) == std::end(kEnrolmentFiles))
        complaints_.add(name, 0, "is no file of a register; see docs/operations/register.md");
    municipalities();
    teams();
    plans();
    users();
    contacts();
    instructions();
    devices();
    check_plans();
    if (!complaints_.empty()) return complaints_.take();
    for (auto& [name, user] : users_) out_.users.push_back(std::move(user));
    for (auto& [name, plan] : plans_) out_.plans.push_back(std::move(plan.plan));
    return std::move(out_);
  }

 private:
  struct Plan {
    care::ResponsePlan plan;
    int line = 0;
  };

  template <class Take>
  void each(const std::string& file, const std::vector<Column>& columns, Take take) {
    const auto found = files_.find(file);
    if (found == files_.end()) return;
    const Table table(found->second, file, columns, complaints_);
    for (std::size_t i = 0; i < table.records().size(); ++i) take(table.row(i));
  }

  std::optional<tenancy::Municipality> municipality(const Row& row, std::string_view column) {
    const auto text = row.required(column);
    if (!text) return std::nullopt;
    const auto number = tenancy::parse_municipality(*text);
    const bool known = number && number->known() && numbers_.contains(*number);
    if (known) return number;
    row.complain(fmt::format("municipality '{}' is not in municipalities.csv; four digits", *text));
    return std::nullopt;
  }

  double degrees(const Row& row, std::string_view column, int most) {
    const std::int64_t limit = std::int64_t{most} * 1'000'000;
    const auto value = row.decimal(column, kCoordinateDecimals, -limit, limit);
    return static_cast<double>(value.value_or(0)) / 1e6;
  }

  care::ServiceUser* user(const Row& row, std::string_view column) {
    const auto name = row.required(column);
    if (!name) return nullptr;
    const auto found = users_.find(*name);
    if (found != users_.end()) return &found->second;
    row.complain(fmt::format("user '{}' is not in users.csv", *name));
    return nullptr;
  }

  std::optional<PlanId> plan(const Row& row) {
    if (row.empty("plan")) return std::nullopt;
    const auto found = plans_.find(row.field("plan"));
    if (found != plans_.end()) return found->second.plan.id;
    row.complain(fmt::format("plan '{}' is not in plans.csv", row.field("plan")));
    return std::nullopt;
  }

  void municipalities() {
    each("municipalities.csv",
         {{"number"},
          {"name"},
          {"organisation_number"},
          {"inhabitants"},
          {"latitude", false},
          {"longitude", false}},
         [&](const Row& row) {
           const auto number = tenancy::parse_municipality(row.field("number"));
           if (!number || !number->known())
             return row.complain("number is to be the municipality's four digits");
           if (!numbers_.insert(*number).second)
             return row.complain(fmt::format("municipality {} stands twice", row.field("number")));
           access::MunicipalityRow made;
           made.municipality = *number;
           made.name = row.required("name").value_or("");
           made.organisation_number = row.field("organisation_number");
           made.inhabitants =
               static_cast<std::uint32_t>(row.integer("inhabitants", 0, 10'000'000).value_or(0));
           made.latitude = degrees(row, "latitude", 90);
           made.longitude = degrees(row, "longitude", 180);
           out_.municipalities.push_back(std::move(made));
         });
  }

  void teams() {
    static constexpr std::array<std::string_view, 2> kKinds = {"home_care_team", "on_call"};
    each("teams.csv", {{"team"}, {"municipality"}, {"kind"}, {"name"}, {"phone"}},
         [&](const Row& row) {
           const auto name = row.required("team");
           const auto where = municipality(row, "municipality");
           const auto kind = row.word("kind", kKinds);
           auto phone = row.required("phone");
           if (!name || !where || !kind || !phone) return;
           if (!contacts_.insert(*name).second)
             return row.complain(fmt::format("'{}' stands twice", *name));
           const auto owner = std::ranges::find(out_.municipalities, *where,
                                                &access::MunicipalityRow::municipality);
           owner->teams.push_back({ContactId{id_of("contact", *name)}, std::string(kKinds[*kind]),
                                   row.required("name").value_or(""), "", std::move(*phone), true});
         });
  }

  void plans() {
    each(
        "plans.csv",
        {{"plan"},
         {"target"},
         {"contact", false},
         {"limit_s", false},
         {"weekdays", false},
         {"from", false},
         {"until", false},
         {"priority_shift", false}},
        [&](const Row& row) {
          const auto name = row.required("plan");
          const auto target = care::parse_target(row.field("target"));
          if (!target)
            row.complain("target is to be home_care_team, next_of_kin, on_call or response_centre");
          if (!name || !target) return;
          Plan& made = plans_.try_emplace(*name).first->second;
          made.plan.id = PlanId{id_of("plan", *name)};
          made.line = row.line();
          care::PlanStep step{*target, {}, {}, hours(row)};
          if (!row.empty("contact")) {
            step.contact = ContactId{id_of("contact", row.field("contact"))};
            mentioned_.push_back({row.line(), row.field("contact")});
          }
          if (const auto limit = row.integer("limit_s", 10, 86'400))
            step.limit = std::chrono::seconds{*limit};
          if (const auto shift = row.integer("priority_shift", -2, 2))
            made.plan.priority_shift = static_cast<std::int8_t>(*shift);
          made.plan.steps.push_back(step);
        });
  }

  /// "mon-fri" is written 12345; times as 07:30.
  care::Hours hours(const Row& row) {
    care::Hours hours;
    if (!row.empty("weekdays")) {
      hours.weekdays = 0;
      for (const char day : row.field("weekdays")) {
        if (day < '1' || day > '7')
          row.complain("weekdays are digits, 1 for Monday to 7 for Sunday: 12345");
        else
          hours.weekdays |= static_cast<std::uint8_t>(1U << (day - '1'));
      }
    }
    hours.from = minute(row, "from", hours.from);
    hours.until = minute(row, "until", hours.until);
    return hours;
  }

  std::uint16_t minute(const Row& row, std::string_view column, std::uint16_t otherwise) {
    if (row.empty(column)) return otherwise;
    const std::string& text = row.field(column);
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    const bool shaped =
        text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
    const int value =
        shaped ? ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0'
               : 1'441;
    if (value <= 1'440) return static_cast<std::uint16_t>(value);
    row.complain(fmt::format("{} '{}' is no time of day; write 07:30", column, text));
    return otherwise;
  }

  void users() {
    static constexpr std::array<std::string_view, 3> kSexes = {"unknown", "female", "male"};
    each("users.csv",
         {{"user"},
          {"name"},
          {"born"},
          {"municipality"},
          {"address"},
          {"postal_code"},
          {"city"},
          {"national_id", false},
          {"sex", false},
          {"home", false},
          {"latitude", false},
          {"longitude", false},
          {"phone", false},
          {"language", false},
          {"key_box", false},
          {"e_lock", false},
          {"door", false},
          {"plan", false}},
         [&](const Row& row) {
           const auto name = row.required("user");
           const auto where = municipality(row, "municipality");
           const auto born = parse_date(row.field("born"));
           if (!born) row.complain("born is to be a date, 1941-05-17");
           const auto sex = row.word("sex", kSexes, 0);
           if (!name || !where || !born || !sex) return;
           care::ServiceUser made;
           made.id = UserId{id_of("user", *name)};
           made.name = row.required("name").value_or("");
           made.national_id = row.field("national_id");
           made.born = *born;
           made.sex = static_cast<care::Sex>(*sex);
           made.municipality = *where;
           const auto& home = row.empty("home") ? *name : row.field("home");
           made.address = {HomeId{id_of("home", home)},  row.required("address").value_or(""),
                           row.field("postal_code"),     row.field("city"),
                           degrees(row, "latitude", 90), degrees(row, "longitude", 180)};
           made.phone = row.field("phone");
           if (!row.empty("language")) made.language = row.field("language");
           made.access = {row.field("key_box"), row.field("e_lock"), row.field("door")};
           made.plan = plan(row);
           if (!users_.emplace(*name, std::move(made)).second)
             row.complain(fmt::format("user '{}' stands twice", *name));
         });
  }

  void contacts() {
    static constexpr std::array<std::string_view, 2> kAnswers = {"no", "yes"};
    each("contacts.csv",
         {{"contact"}, {"user"}, {"name"}, {"relation"}, {"phone"}, {"has_key", false}},
         [&](const Row& row) {
           const auto name = row.required("contact");
           auto* owner = user(row, "user");
           auto phone = row.required("phone");
           const auto has_key = row.word("has_key", kAnswers, 0);
           if (!name || owner == nullptr || !phone || !has_key) return;
           if (!contacts_.insert(*name).second)
             return row.complain(fmt::format("'{}' stands twice", *name));
           owner->contacts.push_back({ContactId{id_of("contact", *name)}, "next_of_kin",
                                      row.required("name").value_or(""), row.field("relation"),
                                      std::move(*phone), *has_key == 1});
         });
  }

  void instructions() {
    each("instructions.csv", {{"user"}, {"title"}, {"text"}}, [&](const Row& row) {
      if (auto* owner = user(row, "user"))
        owner->instructions.push_back({row.field("title"), row.required("text").value_or("")});
    });
  }

  void devices() {
    static constexpr std::array<std::string_view, 3> kStates = {"in_store", "in_use", "withdrawn"};
    std::set<std::string> addresses;
    each("devices.csv",
         {{"address"},
          {"model"},
          {"municipality"},
          {"state"},
          {"user", false},
          {"plan", false},
          {"silence_limit_s", false},
          {"password", false}},
         [&](const Row& row) {
           const auto address = row.required("address");
           const auto where = municipality(row, "municipality");
           const auto state = row.word("state", kStates);
           if (!address || !where || !state) return;
           if (!addresses.insert(*address).second)
             return row.complain(fmt::format("device '{}' stands twice", *address));
           care::Device made;
           made.id = DeviceId{id_of("device", *address)};
           made.address = *address;
           made.model = row.field("model");
           made.municipality = *where;
           made.state = static_cast<care::DeviceState>(*state);
           if (const auto limit = row.integer("silence_limit_s", 60, 31'536'000))
             made.silence_limit = std::chrono::seconds{*limit};
           made.plan = plan(row);
           assign(row, made);
           keep_secret(row, made.address);
           out_.devices.push_back(std::move(made));
         });
  }

  void assign(const Row& row, care::Device& device) {
    if (row.empty("user")) return;
    const auto* owner = user(row, "user");
    if (owner == nullptr) return;
    if (device.state != care::DeviceState::in_use)
      return row.complain("only a device that is in_use has a user");
    device.user = owner->id;
    device.home = owner->address.home;
    if (!device.plan) device.plan = owner->plan;
  }

  /// Kept as what SIP digest needs (RFC 2617, HA1), never as it was written.
  void keep_secret(const Row& row, const std::string& address) {
    if (row.empty("password")) return;
    if (!address.starts_with(kScaip))
      return row.complain("only a device whose address begins with scaip: has a password");
    const auto number = std::string_view(address).substr(kScaip.size());
    out_.secrets.push_back(
        {address, md5_hex(fmt::format("{}:{}:{}", number, realm_, row.field("password")))});
  }

  void check_plans() {
    for (const auto& [name, made] : plans_)
      if (const auto sound = care::check(made.plan); !sound)
        complaints_.add("plans.csv", made.line,
                        fmt::format("plan '{}': {}", name, sound.error().message));
    for (const auto& [line, contact] : mentioned_)
      if (!contacts_.contains(contact))
        complaints_.add(
            "plans.csv", line,
            fmt::format("contact '{}' is neither in teams.csv nor in contacts.csv", contact));
  }

  const EnrolmentFiles& files_;
  std::string_view realm_;
  cases::Complaints complaints_;
  Enrolment out_;
  std::set<tenancy::Municipality> numbers_;
  std::map<std::string, care::ServiceUser> users_;
  std::map<std::string, Plan> plans_;
  std::set<std::string> contacts_;
  std::vector<std::pair<int, std::string>> mentioned_;
};

}  // namespace

Result<Enrolment, std::vector<cases::Complaint>> read_enrolment(const EnrolmentFiles& files,
                                                                std::string_view realm) {
  return Reading(files, realm).run();
}

}  // namespace varde::app
