#pragma once

#include "api/call.hpp"
#include "api/views/steering_view.hpp"

// What several routes of steering do.
namespace varde::api {

/// Names of actors by id.
using DirectoryPtr = std::shared_ptr<const Lookups::Directory>;

VersionView make_version(const steering::Version& version, const Lookups::Directory& directory);
CaseView make_case(const Call& call, const steering::Case& row,
                   const Lookups::Directory& directory);
RunView make_run(const steering::Run& run);
std::vector<MistakeView> make_mistakes(const steering::Complaints& mistakes);

/// Answers with what `answer` holds, made by `make`, or with its problem.
template <class T, class Make>
void answer_or_fail(const CallPtr& call, const Result<T, Problem>& answer, Make make,
                    int status = 200) {
  if (!answer) return call->fail(answer.error());
  call->answer(make(*answer), status);
}

/// Records the write, then does `work(permit)` on a worker.
template <class Work>
void recorded(const CallPtr& call, tenancy::Act act, std::string what, Work work) {
  call->desk().permit(act, std::move(what),
                      on_worker_or_fail<steering::Desk::Permit>(call, std::move(work)));
}

}  // namespace varde::api
