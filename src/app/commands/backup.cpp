#include "app/backup.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/config/config.hpp"

namespace varde::app {
namespace {

struct Options {
  std::string data = Config{}.data_folder.string();
  std::string other;
  bool force = false;
};

int backup(const Options& options) {
  ProgressBar bar{"copying"};
  const auto done = backup_folder(DataFolder{options.data}, DataFolder{options.other},
                                  [&bar](auto copied, auto total) { bar.show(copied, total); });
  if (!done) return fail(done.error());
  say("{} entries are in {}, verified", *done, options.other);
  return 0;
}

int restore(const Options& options) {
  ProgressBar bar{"copying"};
  const auto done =
      restore_folder(DataFolder{options.other}, DataFolder{options.data}, options.force,
                     [&bar](auto copied, auto total) { bar.show(copied, total); });
  if (!done) return fail(done.error());
  say("{} entries are in {}", *done, options.data);
  return 0;
}

}  // namespace

void add_backup(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      program.add_subcommand("backup", "Copy the data folder, also while the server runs");
  command->add_option("--data", options->data, "Data folder")->capture_default_str();
  command->add_option("--to", options->other, "New or empty folder for the copy")->required();
  command->callback([options, &run] { run = [options] { return backup(*options); }; });
}

void add_restore(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("restore", "Put a copy back; the server must not run");
  command->add_option("--from", options->other, "Folder that `varde backup` made")->required();
  command->add_option("--data", options->data, "Data folder")->capture_default_str();
  command->add_flag("--force", options->force, "Replace what the data folder holds");
  command->callback([options, &run] { run = [options] { return restore(*options); }; });
}

}  // namespace varde::app
