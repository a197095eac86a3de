#include "domain/care/person.hpp"

#include "base/names.hpp"

namespace varde::care {
namespace {
constexpr auto kSexes = make_names<Sex>("unknown", "female", "male");
}

std::string_view to_string(Sex sex) { return kSexes.of(sex); }

int age_at(std::chrono::year_month_day born, Instant t) {
  const auto today = to_norwegian_time(t).date;
  const int years = static_cast<int>(today.year()) - static_cast<int>(born.year());
  const bool birthday_passed =
      today.month() > born.month() || (today.month() == born.month() && today.day() >= born.day());
  return birthday_passed ? years : years - 1;
}

}  // namespace varde::care
