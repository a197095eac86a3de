#include "store/cursor.hpp"
#include "store/fold.hpp"
#include "store/open_counter.hpp"
#include "store/queries.hpp"
#include "store/register_tables.hpp"
#include "store/statement.hpp"
#include "store/tables.hpp"

namespace varde::store::sql {
namespace {

constexpr int kAccessRows = 1'000;

}  // namespace

std::optional<care::ServiceUser> user(Session& session, const UserId& id) {
  auto row = select_one<KeptUser>(session, std::move(Where().equal("id", id)));
  if (!row) return std::nullopt;
  auto& found = row->user;
  const auto owner = to_string(id);
  for (auto& contact :
       select<ContactRow>(session, std::move(Where().equal("owner", owner)), "ORDER BY number"))
    found.contacts.push_back(std::move(contact.contact));
  for (auto& kept :
       select<InstructionRow>(session, std::move(Where().equal("owner", owner)), "ORDER BY number"))
    found.instructions.push_back(std::move(kept.instruction));
  return found;
}

std::optional<access::UserBrief> user_brief(Session& session, const UserId& id) {
  auto row = select_one<KeptBrief>(session, std::move(Where().equal("id", id)));
  if (!row) return std::nullopt;
  row->brief.open_alarms = OpenCounter(session, "person").count(id);
  return row->brief;
}

Page<access::UserBrief> users(Session& session, const access::UserFilter& filter,
                              const PageRequest& page) {
  const std::size_t limit = page_limit(page.limit);
  Where where;
  where.in_scope("municipality", filter.municipalities);
  // Kept with a blank before each word, so that a blank and a beginning find the words that begin
  // so.
  for (const auto& word : words(fold(filter.text)))
    where.with("search LIKE '% ' || ", word, " || '%'");
  if (const auto last = parse_ulid(page.cursor)) {
    if (const auto row =
            select_one<KeptBrief>(session, std::move(Where().equal("id", UserId(*last))))) {
      const auto search = where.add(row->search);
      where.that("(search, id) > (" + search + ", " + where.add(row->brief.id) + ")");
    }
  }
  auto found = select<KeptBrief>(session, std::move(where),
                                 "ORDER BY search, id LIMIT " + std::to_string(limit + 1));
  std::vector<access::UserBrief> briefs;
  briefs.reserve(found.size());
  for (auto& row : found) briefs.push_back(std::move(row.brief));
  auto result = page_of(std::move(briefs), limit,
                        [](const access::UserBrief& brief) { return to_string(brief.id); });
  OpenCounter counter(session, "person");
  for (auto& brief : result.items) brief.open_alarms = counter.count(brief.id);
  return result;
}

std::vector<access::AccessRow> access_log(Session& session, const UserId& id) {
  std::vector<access::AccessRow> found;
  for (auto& entry :
       select<AccessEntry>(session, std::move(Where().equal("person", id)),
                           "ORDER BY position DESC LIMIT " + std::to_string(kAccessRows)))
    found.push_back(std::move(entry.row));
  return found;
}

}  // namespace varde::store::sql
