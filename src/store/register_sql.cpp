#include <unordered_map>

#include "store/fold.hpp"
#include "store/queries.hpp"
#include "store/register_tables.hpp"
#include "store/statement.hpp"

namespace varde::store::sql {
namespace {

using access::MunicipalityRow;

using Counts = std::unordered_map<tenancy::Municipality, std::uint32_t>;

/// How many rows each municipality has in `from`.
Counts count_by_municipality(Session& session, const std::string& from) {
  Counts counts;
  std::deque<Cell> none;
  query(session, "SELECT municipality, count(*) FROM " + from + " GROUP BY municipality", none,
        {Cell{}, Cell{}}, [&](const std::deque<Cell>& row) {
          counts[{static_cast<std::uint16_t>(row[0].number)}] =
              static_cast<std::uint32_t>(row[1].number);
        });
  return counts;
}

/// Takes away what an owner had in a table, so that what is put in next is all there is.
class Clear {
 public:
  Clear(Session& session, const std::string& table)
      : owner_{{.type = Cell::Type::text}},
        statement_(session, "DELETE FROM " + table + " WHERE owner = :owner", owner_, none_) {}
  void run(const std::string& owner) {
    owner_[0].text = owner;
    statement_.run();
  }

 private:
  std::deque<Cell> owner_;
  std::deque<Cell> none_;
  Statement statement_;
};

class Contacts {
 public:
  explicit Contacts(Session& session) : clear_(session, "contact"), upsert_(session) {}
  void put(const std::string& owner, const std::vector<care::Contact>& contacts) {
    clear_.run(owner);
    std::uint32_t number = 0;
    for (const auto& contact : contacts) upsert_.write({owner, number++, contact});
  }

 private:
  Clear clear_;
  Upsert<ContactRow> upsert_;
};

}  // namespace

static_assert(static_cast<int>(care::DeviceState::in_use) == 1, "the SQL says 1");

std::vector<MunicipalityRow> municipalities(Session& session) {
  auto rows = select<MunicipalityRow>(session, Where(), "ORDER BY number");
  auto users = count_by_municipality(session, "service_user");
  auto devices = count_by_municipality(session, "device WHERE state = 1");
  auto lost = count_by_municipality(session, "device WHERE state = 1 AND contact_lost = 1");
  auto open = count_by_municipality(session, "alarm WHERE state <> 8");
  for (auto& row : rows) {
    row.users = users[row.municipality];
    row.devices = devices[row.municipality];
    row.lost_contact = lost[row.municipality];
    row.open_alarms = open[row.municipality];
    const auto owner = to_string(row.municipality);
    for (auto& team :
         select<ContactRow>(session, std::move(Where().equal("owner", owner)), "ORDER BY number"))
      row.teams.push_back(std::move(team.contact));
  }
  return rows;
}

std::optional<access::Account> account(Session& session, std::string_view login) {
  return select_one<access::Account>(session,
                                     std::move(Where().equal("login", std::string(login))));
}

std::vector<access::Account> accounts(Session& session) {
  return select<access::Account>(session, Where(), "ORDER BY login");
}

std::optional<access::ApiKey> api_key(Session& session, std::string_view key_hash) {
  return select_one<access::ApiKey>(session,
                                    std::move(Where().equal("key_hash", std::string(key_hash))));
}

std::vector<access::ApiKey> api_keys(Session& session) {
  return select<access::ApiKey>(session, Where(), "ORDER BY key_name");
}

std::vector<access::DeviceSecret> device_secrets(Session& session) {
  return select<access::DeviceSecret>(session, Where(), "ORDER BY address");
}

void put_municipality(Session& session, const MunicipalityRow& row) {
  Upsert<MunicipalityRow>(session).write(row);
  Contacts(session).put(to_string(row.municipality), row.teams);
}

void put_users(Session& session, const std::vector<care::ServiceUser>& users) {
  Upsert<KeptUser> upsert(session);
  Contacts contacts(session);
  Clear clear_instructions(session, "instruction");
  Upsert<InstructionRow> instructions(session);
  for (const auto& user : users) {
    upsert.write({user, ' ' + fold(user.name)});
    const auto owner = to_string(user.id);
    contacts.put(owner, user.contacts);
    clear_instructions.run(owner);
    std::uint32_t number = 0;
    for (const auto& instruction : user.instructions)
      instructions.write({owner, number++, instruction});
  }
}

void put_account(Session& session, const access::Account& account) {
  Upsert<access::Account>(session).write(account);
}

void put_api_key(Session& session, const access::ApiKey& key) {
  Upsert<access::ApiKey>(session).write(key);
}

void put_device_secrets(Session& session, const std::vector<access::DeviceSecret>& secrets) {
  Upsert<access::DeviceSecret> upsert(session);
  for (const auto& secret : secrets) upsert.write(secret);
}

}  // namespace varde::store::sql
