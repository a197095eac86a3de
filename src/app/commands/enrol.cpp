#include <fstream>
#include <iterator>
#include <memory>

#include "app/clock.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/config/config.hpp"
#include "app/enrol/enrolment.hpp"

namespace varde::app {
namespace {

constexpr std::uintmax_t kLargestFile = 64 * 1024 * 1024;

struct Options {
  std::filesystem::path folder;
  std::filesystem::path data;
  std::string realm;
  bool check = false;
};

Result<EnrolmentFiles> read_files(const std::filesystem::path& folder) {
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed))
    return Error{fmt::format("{} is no folder", folder.string())};
  EnrolmentFiles files;
  for (const auto& found : std::filesystem::directory_iterator(folder, failed)) {
    if (found.path().extension() != ".csv") continue;
    if (found.file_size(failed) > kLargestFile || failed)
      return Error{
          fmt::format("{} cannot be read, or is larger than 64 MB", found.path().string())};
    std::ifstream file(found.path(), std::ios::binary);
    files[found.path().filename().string()].assign(std::istreambuf_iterator<char>(file), {});
  }
  if (failed) return Error{fmt::format("{}: {}", folder.string(), failed.message())};
  if (files.empty())
    return Error{fmt::format("{} holds no CSV file of a register", folder.string())};
  return files;
}

int enrol(const Options& options) {
  const auto files = read_files(options.folder);
  if (!files) return fail(files.error());
  const auto read = read_enrolment(*files, options.realm);
  if (!read) {
    for (const auto& complaint : read.error()) fmt::print(stderr, "{}\n", to_string(complaint));
    fmt::print(stderr, "nothing was entered\n");
    return 1;
  }
  say("{} municipalities, {} service users, {} plans, {} devices", read->municipalities.size(),
      read->users.size(), read->plans.size(), read->devices.size());
  if (options.check) return 0;
  const auto entered = enter(*read, options.data, wall_clock());
  if (!entered) return fail(entered.error());
  say("entered; new or changed: {} plans, {} devices", entered->plans, entered->devices);
  return 0;
}

}  // namespace

void add_enrol(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  const Config defaults;
  options->data = defaults.data_folder;
  options->realm = defaults.scaip.realm;
  auto* command = program.add_subcommand(
      "enrol", "Enter municipalities, people, plans and devices from CSV; no server may run");
  command->add_option("folder", options->folder, "Folder of the CSV files")->required();
  command->add_option("--data", options->data, "Data folder")->capture_default_str();
  command->add_option("--realm", options->realm, "SIP realm of the devices' passwords")
      ->capture_default_str();
  command->add_flag("--check", options->check, "Only read the files and say what is wrong");
  command->callback([options, &run] { run = [options] { return enrol(*options); }; });
}

}  // namespace varde::app
