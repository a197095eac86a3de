#include <benchmark/benchmark.h>

#include "intake/http/signals_intake.hpp"

namespace varde::http {
namespace {

/// Accepts at once, so that what is measured is reading and answering.
class InstantInbox : public engine::Inbox {
 public:
  void submit(engine::Submission submission, Callback done) override { done(receipt(submission)); }
  void submit_batch(std::vector<engine::Submission> submissions, BatchCallback done) override {
    std::vector<Outcome> outcomes;
    outcomes.reserve(submissions.size());
    for (const auto& submission : submissions) outcomes.emplace_back(receipt(submission));
    done(outcomes);
  }

 private:
  static engine::Receipt receipt(const engine::Submission& submission) {
    engine::Receipt receipt;
    receipt.signal = std::get<alarm::Signal>(submission.body).id;
    return receipt;
  }
};

const std::string kOne = R"({"id":"a1","device":"gw-3/17","kind":"alarm","code":"3"})";

void post_body(benchmark::State& state, const std::string& body, std::int64_t signals) {
  InstantInbox inbox;
  SignalsIntake intake{inbox, [] { return Instant{std::chrono::hours{500'000}}; }};
  const tenancy::Actor sender;
  for (auto _ : state)
    intake.post(sender, body, {},
                [](SignalsIntake::Answer answer) { benchmark::DoNotOptimize(answer.body.data()); });
  state.SetItemsProcessed(state.iterations() * signals);
}

void one_signal(benchmark::State& state) { post_body(state, kOne, 1); }
BENCHMARK(one_signal);

void batch_of_100(benchmark::State& state) {
  std::string body = "{\"signals\":[" + kOne;
  for (int i = 1; i < 100; ++i) body += "," + kOne;
  post_body(state, body + "]}", 100);
}
BENCHMARK(batch_of_100);

}  // namespace
}  // namespace varde::http
