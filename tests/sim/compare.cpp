#include "compare.hpp"

#include <algorithm>
#include <set>

#include <sqlite3.h>

#include "engine/codec.hpp"
#include "engine/items.hpp"
#include "vfs.hpp"

namespace varde::sim {

namespace {

// Made from the journal alone: not what people write, and not what became of a message.
bool is_read_model(const std::string& table) {
  static const std::set<std::string> kModels = {"meta",   "alarm",     "alarm_log",
                                                "signal", "device",    "assignment",
                                                "plan",   "plan_step", "access"};
  return kModels.contains(table);
}

class Reader {
 public:
  explicit Reader(const std::string& path) {
    if (sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
      throw std::runtime_error("cannot read " + path);
    }
  }
  ~Reader() { sqlite3_close(db_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::vector<std::string> column(const std::string& sql) {
    std::vector<std::string> values;
    const auto add = [](void* into, int, char** row, char**) {
      static_cast<std::vector<std::string>*>(into)->emplace_back(row[0] != nullptr ? row[0] : "");
      return 0;
    };
    char* error = nullptr;
    if (sqlite3_exec(db_, sql.c_str(), add, &values, &error) != SQLITE_OK) {
      const std::string reason = error != nullptr ? error : "failed";
      sqlite3_free(error);
      throw std::runtime_error(sql + ": " + reason);
    }
    return values;
  }

 private:
  sqlite3* db_ = nullptr;
};

}  // namespace

Contents contents(const std::string& path) {
  Reader reader(path);
  Contents found;
  for (const std::string& table :
       reader.column("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")) {
    if (!is_read_model(table)) continue;
    std::string all;
    for (const std::string& column :
         reader.column("SELECT name FROM pragma_table_info('" + table + "')")) {
      all += (all.empty() ? "" : "||','||") + ("quote(\"" + column + "\")");
    }
    for (std::string& row : reader.column("SELECT " + all + " FROM \"" + table + "\"")) {
      found.read_models.push_back(table + ": " + row);
    }
  }
  std::sort(found.read_models.begin(), found.read_models.end());
  const auto keys = reader.column("SELECT idempotency_key FROM outbox ORDER BY id");
  const auto bodies = reader.column("SELECT body FROM outbox ORDER BY id");
  for (std::size_t i = 0; i < keys.size(); ++i) found.messages[keys[i]] = bodies[i];
  return found;
}

Contents rebuilt(const std::vector<Written>& history) {
  SimulatedFiles::mount(std::make_shared<Disk>(1));
  auto store = store::SqliteStore::open(kStoreFile, {});
  VARDE_ASSERT(store.ok());
  (*store)->set_outbox_routes(told());
  engine::Engine engine;
  std::vector<engine::Projection::Item> items;
  for (const Written& written : history) {
    std::vector<engine::Effect> effects;
    engine.apply(written.entry, effects);
    engine::append_items(effects, written.attachment, items);
  }
  VARDE_ASSERT((*store)->apply(items, engine.position()).ok());
  return contents(kStoreFile);
}

std::string difference(const std::vector<std::string>& found,
                       const std::vector<std::string>& expected) {
  const auto [a, b] = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
  if (a == found.end() && b == expected.end()) return {};
  return "found " + (a == found.end() ? "nothing" : *a) + "; expected " +
         (b == expected.end() ? "nothing" : *b);
}

bool same(const Written& a, const Written& b) {
  ByteWriter left;
  ByteWriter right;
  engine::encode(a.entry, left);
  engine::encode(b.entry, right);
  return a.entry.position == b.entry.position && left.bytes() == right.bytes() &&
         a.attachment == b.attachment;
}

}  // namespace varde::sim
