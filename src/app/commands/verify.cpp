#include "app/verify.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/config/config.hpp"

namespace varde::app {
namespace {

int verify(const std::string& data) {
  ProgressBar bar{"comparing"};
  const auto found =
      verify_folder(DataFolder{data}, [&bar](auto done, auto total) { bar.show(done, total); });
  if (!found) return fail(found.error());
  say("{} entries, {} with words beside them ({} erased)", found->entries, found->attachments,
      found->erased);
  say("journal head {}", found->head);
  if (!found->faults.empty()) {
    for (const auto& fault : found->faults) fmt::print(stderr, "varde: {}\n", fault);
    return 1;
  }
  say("ok");
  return 0;
}

}  // namespace

void add_verify(CLI::App& program, Run& run) {
  auto data = std::make_shared<std::string>(Config{}.data_folder.string());
  auto* command = program.add_subcommand(
      "verify", "Walk the journal's chain and compare the store with a rebuild");
  command->add_option("--data", *data, "Data folder")->capture_default_str();
  command->callback([data, &run] { run = [data] { return verify(*data); }; });
}

}  // namespace varde::app
