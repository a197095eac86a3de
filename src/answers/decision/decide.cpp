#include "answers/decision/decide.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace varde::answers {
namespace {

/// On all cores; each takes the next task that nobody has. Counts what is done for the watch.
class Threads {
 public:
  Threads(const DecisionWatch& watch, double passes) : watch_(watch), passes_(passes) {}

  void operator()(std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    {
      std::vector<std::jthread> threads;
      const auto count = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
      for (std::size_t n = 0; n < std::min(count, tasks); ++n) {
        threads.emplace_back([&] {
          for (auto i = next++; i < tasks; i = next++) {
            task(i);
            watch_.progress((pass_ + static_cast<double>(++done) / static_cast<double>(tasks)) /
                            passes_);
          }
        });
      }
    }
    pass_ += 1;
  }

 private:
  const DecisionWatch& watch_;
  double passes_;
  double pass_ = 0;
};

}  // namespace

std::optional<DecisionRun> run_decision(decision::Decision input, const decision::Draws& draws,
                                        const DecisionWatch& watch) {
  const bool doubts = input.doubt != decision::Doubt::none;
  Threads threads(watch, static_cast<double>(input.assessors.size()) * (doubts ? 2 : 1));
  const Parallel parallel = std::ref(threads);
  auto stated = decision::smaa(input, draws, decision::Doubt::none, parallel, watch.cancelled);
  if (!stated) return {};
  DecisionRun run;
  run.stated = std::move(*stated);
  if (doubts) {
    run.doubted = decision::smaa(input, draws, input.doubt, parallel, watch.cancelled);
    if (!run.doubted) return {};
  }
  run.claims = decision::check_claims(input, run.stated, run.doubted ? &*run.doubted : nullptr);
  for (const auto& assessor : input.assessors) {
    auto& areas = run.judged.emplace_back();
    for (const auto& judgement : assessor.areas) {
      areas.push_back(
          {decision::weighted_sums(input, judgement), decision::turns(input, judgement)});
    }
  }
  run.input = std::move(input);
  return run;
}

Result<std::string, std::vector<cases::Complaint>> decide(const cases::Files& files,
                                                          const decision::Draws& draws,
                                                          const DecisionWatch& watch) {
  if (draws.count < 1 || draws.count > decision::kMostDraws) {
    return std::vector{cases::Complaint{
        "samples", 0, "must be from 1 to 100000000; a million gives a tenth of a per cent"}};
  }
  auto input = cases::parse_decision(files);
  if (!input) return input.error();
  const auto run = run_decision(std::move(input).value(), draws, watch);
  return run ? decision_json(*run) : std::string();
}

}  // namespace varde::answers
