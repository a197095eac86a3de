#include "app/steering/side.hpp"

#include "app/clock.hpp"
#include "app/steering/make_tools.hpp"
#include "base/digest.hpp"
#include "base/log.hpp"

namespace varde::app {

namespace {

/// "0.1.0 2026-11-22T21:04:05.000Z": another build may compute otherwise, so that kept results are
/// of one build.
std::string this_build() {
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  const auto built = std::filesystem::last_write_time(program, unknown);
  const auto at = std::chrono::file_clock::to_sys(built);
  return std::string{VARDE_VERSION} + ' ' + to_rfc3339(std::chrono::floor<Instant::duration>(at));
}

}  // namespace

Result<std::unique_ptr<SteeringSide>> SteeringSide::open(const DataFolder& folder) {
  auto cases = versions::SqliteCases::open(folder.cases());
  if (!cases) return cases.error();
  return std::unique_ptr<SteeringSide>(new SteeringSide(std::move(*cases), folder));
}

SteeringSide::SteeringSide(std::unique_ptr<versions::SqliteCases> cases, const DataFolder& folder)
    : cases_(std::move(cases)),
      tools_(make_tools(examples_folder(), folder)),
      runs_(*cases_, tools_, wall_clock, this_build()),
      office_{*cases_, runs_, tools_} {}

Status SteeringSide::install_examples(const ActorId& author, Instant now) {
  if (!cases_->cases().empty()) return Done{};
  for (const auto& example : tools_.examples) {
    steering::Version first;
    first.id = steering::VersionId{make_ulid(now, random_u64(), random_u64())};
    first.of = steering::CaseId{make_ulid(now, random_u64(), random_u64())};
    first.author = author;
    first.at = now;
    first.comment = "Eksempelet " + example.name;
    const auto added = cases_->add(example.kind, example.title, first, example.files);
    if (!added) return Error{added.error().message};
  }
  log::info("steering.examples", "{} cases", tools_.examples.size());
  return Done{};
}

}  // namespace varde::app
