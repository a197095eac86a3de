#include <span>

#include "app/data_folder.hpp"
#include "app/enrol/enrolment.hpp"
#include "app/files.hpp"
#include "base/limits.hpp"
#include "engine/sequencer.hpp"
#include "journal/sqlite_journal.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {
namespace {

Status put_people(const Enrolment& enrolment, access::Register& target) {
  for (const auto& row : enrolment.municipalities)
    if (auto done = target.put_municipality(row); !done) return done;
  if (auto done = target.put_users(enrolment.users); !done) return done;
  return target.put_device_secrets(enrolment.secrets);
}

bool same(const care::Device& a, const care::Device& b) {
  return a.address == b.address && a.model == b.model && a.municipality == b.municipality &&
         a.state == b.state && a.user == b.user && a.home == b.home && a.plan == b.plan &&
         a.silence_limit == b.silence_limit;
}

/// What the engine does not know already, as it is to be from now on.
std::vector<engine::Submission> news(const Enrolment& enrolment, const engine::Engine& engine,
                                     Instant now, Entered& entered) {
  std::vector<engine::Submission> out;
  for (const auto& plan : enrolment.plans) {
    const auto* known = engine.find_plan(plan.id);
    if (known != nullptr && *known == plan) continue;
    out.push_back({engine::PlanPut{plan}, ""});
    ++entered.plans;
  }
  for (care::Device device : enrolment.devices) {
    const auto* known = engine.find_device(device.id);
    if (known != nullptr && same(*known, device)) continue;
    const bool stays = known != nullptr && known->user == device.user;
    if (device.user) device.assigned_from = stays ? known->assigned_from : now;
    out.push_back({engine::DevicePut{std::move(device)}, ""});
    ++entered.devices;
  }
  return out;
}

Status check(const engine::Sequencer::Batch& batch) {
  for (const auto& outcome : batch.outcomes) {
    if (!outcome) return Error{"the journal cannot be written"};
    if (outcome->status == engine::Receipt::Status::refused)
      return Error{
          "a plan or device was refused: an address another device has, or beyond a limit"};
  }
  return Done{};
}

}  // namespace

Result<Entered> enter(const Enrolment& enrolment, const std::filesystem::path& data, Instant now) {
  const DataFolder folder{data};
  if (folder.is_demo()) return Error{"the folder holds the demo; give another with --data"};
  if (auto made = make_private_folder(folder.root); !made) return made.error();
  auto journal =
      journal::SqliteJournal::open(folder.journal(), journal::SqliteJournal::Mode::write);
  if (!journal) return journal.error();
  auto store = store::SqliteStore::open(folder.store(), {});
  if (!store) return store.error();
  if (auto done = put_people(enrolment, **store); !done) return done.error();

  auto engine = engine::recover(**journal, **store);
  if (!engine) return engine.error();
  engine::Sequencer sequencer{std::move(*engine), **journal};
  sequencer.resume(now);
  Entered entered;
  auto submissions = news(enrolment, sequencer.engine(), now, entered);
  const std::span<engine::Submission> all{submissions};
  for (std::size_t from = 0; from < all.size(); from += limits::kEntriesPerCommit) {
    const auto count = std::min(limits::kEntriesPerCommit, all.size() - from);
    const auto batch = sequencer.run(all.subspan(from, count), now);
    if (auto done = check(batch); !done) return done.error();
    if (auto done = (*store)->apply(batch.items, batch.upto); !done) return done.error();
  }
  return entered;
}

}  // namespace varde::app
