#include "intake/http/signals_intake.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/limits.hpp"

namespace varde::http {
namespace {

using engine::Inbox;
using engine::Receipt;
using Answer = SignalsIntake::Answer;

Answer problem_answer(const Problem& problem) {
  return {text_of(problem.kind).status, "application/problem+json", to_json(problem)};
}

Problem problem_of(Inbox::Failure failure) {
  switch (failure) {
    case Inbox::Failure::too_many:
      return {
          ProblemKind::too_many, "This device sends more than its share. It was not kept.", {}, {}};
    case Inbox::Failure::busy:
      return {ProblemKind::unavailable,
              "Overload: this kind is not taken now. It was not kept.",
              {},
              {}};
    case Inbox::Failure::unavailable:
    case Inbox::Failure::stopping:
      break;
  }
  return {ProblemKind::unavailable, "It could not be kept. Send it again.", {}, {}};
}

Problem conflict() {
  return {ProblemKind::idempotency_conflict, "The id was used before, for another signal.", {}, {}};
}

/// The members of a result, after whatever the caller has written.
void write_receipt(JsonWriter& out, const Receipt& receipt) {
  if (receipt.signal) out.key("id").text(to_string(*receipt.signal));
  out.key("status").text(receipt.status == Receipt::Status::duplicate ? "duplicate" : "accepted");
  if (receipt.alarm) out.key("alarm_id").text(to_string(*receipt.alarm));
}

Answer answer_one(const Inbox::Outcome& outcome) {
  if (!outcome.ok()) return problem_answer(problem_of(outcome.error()));
  if (outcome->status == Receipt::Status::conflict) return problem_answer(conflict());
  JsonWriter out;
  out.begin_object();
  write_receipt(out, *outcome);
  out.end_object();
  return {202, "application/json", out.take()};
}

void write_refused(JsonWriter& out, const Problem& problem) {
  out.key("status").text("refused").key("problem");
  write(out, problem);
}

/// `problems` has one entry per item of the batch, empty where the item was handed in; `outcomes`
/// follow those in order.
Answer answer_batch(const std::vector<std::optional<Problem>>& problems,
                    const std::vector<Inbox::Outcome>& outcomes) {
  bool any_kept = false;
  for (const auto& outcome : outcomes) any_kept |= outcome.ok();
  if (!any_kept && !outcomes.empty()) return problem_answer(problem_of(outcomes.front().error()));
  JsonWriter out;
  out.reserve(problems.size() * 120);
  out.begin_object().key("results").begin_array();
  std::size_t next = 0;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    out.begin_object().key("index").integer(static_cast<std::int64_t>(i));
    if (problems[i]) {
      write_refused(out, *problems[i]);
    } else {
      const auto& outcome = outcomes[next++];
      if (!outcome.ok()) {
        write_refused(out, problem_of(outcome.error()));
      } else if (outcome->status == Receipt::Status::conflict) {
        write_refused(out, conflict());
      } else {
        write_receipt(out, *outcome);
      }
    }
    out.end_object();
  }
  out.end_array().end_object();
  return {202, "application/json", out.take()};
}

}  // namespace

SignalsIntake::SignalsIntake(Inbox& inbox, std::function<Instant()> now)
    : inbox_(inbox), now_(std::move(now)) {}

void SignalsIntake::post(const tenancy::Actor& sender, std::string_view body,
                         std::string_view idempotency_key, Then then) {
  if (idempotency_key.size() > limits::kIdempotencyKeyBytes)
    return then(problem_answer(
        {ProblemKind::invalid,
         fmt::format("Idempotency-Key may have {} bytes.", limits::kIdempotencyKeyBytes),
         {},
         {}}));
  const std::string sender_id = to_string(sender.id);
  const Delivery delivery{sender_id, idempotency_key, [now = now_()] {
                            return SignalId{make_ulid(now, random_u64(), random_u64())};
                          }};
  auto read = read_signals(body, delivery);
  if (!read) return keep_unreadable(unreadable(body, delivery), std::move(then));
  if (!read->is_batch) return post_one(std::move(read->items.front()), std::move(then));
  if (read->items.size() > limits::kSignalsPerBatch)
    return then(problem_answer(
        {ProblemKind::invalid,
         fmt::format("A batch may have {} signals. None was kept.", limits::kSignalsPerBatch),
         {},
         {}}));
  post_batch(std::move(read->items), std::move(then));
}

void SignalsIntake::count(const Inbox::Outcome& outcome) {
  if (!outcome.ok()) {
    ++counts_.not_kept;
  } else if (outcome->status == Receipt::Status::accepted) {
    ++counts_.accepted;
  } else if (outcome->status == Receipt::Status::duplicate) {
    ++counts_.duplicates;
  } else {
    ++counts_.refused;
  }
}

void SignalsIntake::post_one(ReadItem item, Then then) {
  if (auto* problem = std::get_if<Problem>(&item)) {
    ++counts_.refused;
    return then(problem_answer(*problem));
  }
  auto& read = std::get<ReadSignal>(item);
  inbox_.submit({std::move(read.signal), std::move(read.words)},
                [this, then = std::move(then)](const Inbox::Outcome& outcome) {
                  count(outcome);
                  then(answer_one(outcome));
                });
}

void SignalsIntake::post_batch(std::vector<ReadItem> items, Then then) {
  std::vector<std::optional<Problem>> problems;
  std::vector<engine::Submission> submissions;
  for (auto& item : items) {
    if (auto* problem = std::get_if<Problem>(&item)) {
      ++counts_.refused;
      problems.emplace_back(std::move(*problem));
    } else {
      auto& read = std::get<ReadSignal>(item);
      submissions.push_back({std::move(read.signal), std::move(read.words)});
      problems.emplace_back(std::nullopt);
    }
  }
  if (submissions.empty()) return then(answer_batch(problems, {}));
  inbox_.submit_batch(std::move(submissions),
                      [this, problems = std::move(problems),
                       then = std::move(then)](const std::vector<Inbox::Outcome>& outcomes) {
                        for (const auto& outcome : outcomes) count(outcome);
                        then(answer_batch(problems, outcomes));
                      });
}

/// The sender is told that it was wrong, and an operator gets to see it: somebody may be lying on a
/// floor.
void SignalsIntake::keep_unreadable(ReadSignal read, Then then) {
  ++counts_.unreadable;
  inbox_.submit(
      {std::move(read.signal), std::move(read.words)},
      [this, then = std::move(then)](const Inbox::Outcome& outcome) {
        count(outcome);
        if (!outcome.ok()) return then(problem_answer(problem_of(outcome.error())));
        then(problem_answer(
            {ProblemKind::unreadable,
             "The body is neither a signal nor a batch of signals. Its beginning was kept "
             "as an alarm for an operator to read.",
             {},
             {}}));
      });
}

}  // namespace varde::http
