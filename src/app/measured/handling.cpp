#include "app/measured/handling.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

namespace varde::app {
namespace {

constexpr double kLongest_s = 4 * 3'600;

bool ends(alarm::Step step) {
  using enum alarm::Step;
  return step == sent_to_responder || step == handed_over || step == given_back ||
         step == handler_lost || step == resolved || step == closed;
}

}  // namespace

double handling_s(const std::vector<access::LogLine>& log) {
  double sum = 0;
  std::optional<Instant> since;
  for (const auto& line : log) {
    if (line.step == alarm::Step::taken && !since) since = line.at;
    if (ends(line.step) && since) {
      sum += std::chrono::duration<double>(line.at - *since).count();
      since.reset();
    }
  }
  return std::min(sum, kLongest_s);
}

Result<std::unique_ptr<store::SqliteStore>> store_to_read(const DataFolder& folder) {
  if (!std::filesystem::exists(folder.store())) {
    return Error{fmt::format("{} has no store.db; give the data folder of a centre that has run",
                             folder.root.string())};
  }
  return store::SqliteStore::open(folder.store(),
                                  {.mode = store::SqliteStore::Mode::read, .readers = 1});
}

Error unreadable(const DataFolder& folder) {
  return Error{fmt::format("{} cannot be read; 'varde verify' says what is wrong with it",
                           folder.store().string())};
}

}  // namespace varde::app
