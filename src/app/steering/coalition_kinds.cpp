#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "answers/cooperation/document.hpp"
#include "answers/threads.hpp"
#include "app/clock.hpp"
#include "app/steering/document_run.hpp"
#include "app/steering/kinds.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Files;
using steering::Parameters;
using steering::Watch;

constexpr const char* kFile = "cooperation.toml";
constexpr std::uint64_t kFewestOrders = 2;  ///< a standard error needs two
constexpr std::uint64_t kMostOrders = 1'000'000;

/// Asks the server's watch now and then, and raises the flag that the analysis looks at.
class Stop {
 public:
  explicit Stop(const Watch& watch) : flag_(watch.cancelled()) {
    asks_ = std::jthread([this, &watch](const std::stop_token& done) {
      using namespace std::chrono_literals;
      std::mutex mutex;
      std::condition_variable_any ended;
      std::unique_lock lock{mutex};
      while (!done.stop_requested()) {
        if (watch.cancelled()) flag_ = true;
        ended.wait_for(lock, done, 50ms, [] { return false; });
      }
    });
  }
  const std::atomic<bool>* flag() const { return &flag_; }

 private:
  std::atomic<bool> flag_;
  std::jthread asks_;
};

/// How far the whole is when a stage is: roughly what each costs for 18 municipalities.
double share_of(std::string_view stage, double done) {
  struct Stage {
    std::string_view name;
    double from, to;
  };
  constexpr std::array<Stage, 5> kStages{{{"groups", 0, 0.1},
                                          {"shapley", 0.1, 0.25},
                                          {"nucleolus", 0.25, 0.5},
                                          {"stability", 0.5, 0.8},
                                          {"partition", 0.8, 1}}};
  for (const auto& one : kStages)
    if (one.name == stage) return one.from + (one.to - one.from) * done;
  return 0;
}

cooperation::Watch watched(const Watch& watch, const Stop& stop) {
  return {[&watch](std::string_view stage, double done) { watch.progress(share_of(stage, done)); },
          stop.flag(), answers::on_all_cores};
}

std::string text_of(const Parameters& parameters, std::string_view name) {
  const auto it = parameters.find(name);
  return it == parameters.end() ? std::string{} : it->second;
}

Complaints not_computed(const Error& error) { return {{kFile, 0, error.message}}; }

/// Empty `samples` = exact where it can be.
Checked<answers::AnalysisOptions> options_of(const Parameters& parameters) {
  answers::AnalysisOptions options;
  options.alternative = text_of(parameters, "alternative");
  if (const auto key = text_of(parameters, "key"); !key.empty()) options.keys = {key};
  const auto samples = whole(parameters, "samples", 0, kFewestOrders, kMostOrders);
  const auto seed = whole(parameters, "seed", 1, 0, kAnySeed);
  if (!samples) return samples.error();
  if (!seed) return seed.error();
  if (*samples > 0) options.samples = *samples;
  options.seed = *seed;
  return options;
}

Checked<cases::AnyCooperation> read_groups(const Files& files) {
  if (!files.contains(kFile)) {
    return Complaints{{kFile, 0,
                       "the case does not have this file, which says what smaller groups would "
                       "pay; add it among the assumptions, and replace its numbers"}};
  }
  auto input = cases::parse_cooperation(files);
  if (!input) return complaints_of(input.error());
  return std::move(input).value();
}

Checked<std::string> analyse_groups(const Files& files, const Parameters& parameters,
                                    const Watch& watch) {
  const auto options = options_of(parameters);
  if (!options) return options.error();
  auto input = read_groups(files);
  if (!input) return input.error();
  const Stop stop(watch);
  const auto analysis = answers::analyse(std::move(input).value(), *options, watched(watch, stop));
  if (!analysis) return not_computed(analysis.error());
  return answers::analysis_json(*analysis);
}

/// The analysis as a document. The day on its front page is that of the first time it was asked
/// for.
Checked<std::string> document_groups(const Files& files, const Parameters& parameters,
                                     const Watch& watch) {
  const auto options = options_of(parameters);
  if (!options) return options.error();
  const auto format = format_of(parameters);
  if (!format) return format.error();
  if (const auto input = read_groups(files); !input) return input.error();
  const Stop stop(watch);
  const auto bytes =
      answers::cooperation_document(files, *format, *options, wall_clock(), watched(watch, stop));
  if (!bytes) return complaints_of(bytes.error());
  return document_json(*format, *bytes);
}

Checked<std::string> partition_groups(const Files& files, const Parameters& parameters,
                                      const Watch& watch) {
  auto input = read_groups(files);
  if (!input) return input.error();
  const Stop stop(watch);
  const auto watching = watched(watch, stop);
  const auto ground =
      answers::ground_of(std::move(input).value(), text_of(parameters, "alternative"), watching);
  if (!ground) return not_computed(ground.error());
  const auto clusters = answers::clusters_of(*ground, watching);
  if (!clusters) return not_computed(clusters.error());
  return answers::clusters_json(*ground, *clusters);
}

}  // namespace

void add_coalitions(Kinds& kinds) {
  kinds.runs.push_back(
      {"cooperation.analyse", {"alternative", "key", "samples", "seed"}, analyse_groups});
  kinds.runs.push_back({"cooperation.document",
                        {"alternative", "key", "samples", "seed", "format"},
                        document_groups});
  kinds.runs.push_back({"cooperation.partition", {"alternative"}, partition_groups});
}

}  // namespace varde::app
