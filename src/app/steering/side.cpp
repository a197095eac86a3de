#include "app/steering/side.hpp"

#include "app/clock.hpp"
#include "app/steering/tools.hpp"
#include "base/digest.hpp"
#include "base/log.hpp"

namespace varde::app {

Result<std::unique_ptr<SteeringSide>> SteeringSide::open(const DataFolder& folder,
                                                         const std::string& program) {
  auto cases = versions::SqliteCases::open(folder.cases());
  if (!cases) return cases.error();
  return std::unique_ptr<SteeringSide>(new SteeringSide(std::move(*cases), program));
}

SteeringSide::SteeringSide(std::unique_ptr<versions::SqliteCases> cases, const std::string& program)
    : cases_(std::move(cases)),
      tools_(make_tools(examples_folder())),
      runs_(*cases_, tools_, wall_clock, program),
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
