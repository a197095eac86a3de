#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sqlite/test_folder.hpp"
#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"

// For the contract suite, which runs on every store.
namespace varde::store::testing {

inline Instant at(std::int64_t seconds) {
  return Instant{std::chrono::seconds{1'767'225'600 + seconds}};
}  // 2026-01-01
template <class IdType>
IdType id(std::uint64_t number) {
  return IdType(Ulid{number, number});
}

/// One store of some kind, seen through its interfaces.
class Subject {
 public:
  virtual ~Subject() = default;
  virtual engine::Projection& projection() = 0;
  virtual access::Records& records() = 0;
  virtual access::Register& reg() = 0;
  virtual access::Outbox& outbox() = 0;
  virtual void route(std::set<tenancy::Municipality> municipalities) = 0;
  virtual Status erase_words(engine::Position position) = 0;
  /// May close the store and open it again: what was there must be there. Routes are forgotten.
  virtual void reopen() = 0;
};

class MemorySubject : public Subject {
 public:
  engine::Projection& projection() override { return store_; }
  access::Records& records() override { return store_; }
  access::Register& reg() override { return store_; }
  access::Outbox& outbox() override { return store_; }
  void route(std::set<tenancy::Municipality> municipalities) override {
    store_.set_outbox_routes(std::move(municipalities));
  }
  Status erase_words(engine::Position position) override { return store_.erase_words(position); }
  void reopen() override { store_.set_outbox_routes({}); }

 private:
  MemoryStore store_;
};

inline std::unique_ptr<SqliteStore> open_store(const std::filesystem::path& path,
                                               SqliteStore::Options options = {}) {
  auto opened = SqliteStore::open(path, options);
  if (!opened) throw std::runtime_error(opened.error().message);
  return std::move(opened).value();
}

class SqliteSubject : public Subject {
 public:
  SqliteSubject() { reopen(); }
  engine::Projection& projection() override { return *store_; }
  access::Records& records() override { return *store_; }
  access::Register& reg() override { return *store_; }
  access::Outbox& outbox() override { return *store_; }
  void route(std::set<tenancy::Municipality> municipalities) override {
    store_->set_outbox_routes(std::move(municipalities));
  }
  Status erase_words(engine::Position position) override { return store_->erase_words(position); }
  void reopen() override {
    store_.reset();
    store_ = open_store(folder_ / "store.db");
  }
  SqliteStore& store() { return *store_; }

 private:
  sqlite::testing::TestFolder folder_;
  std::unique_ptr<SqliteStore> store_;
};

/// Effects of one entry after another, applied in one call.
class Effects {
 public:
  /// The next entry.
  Effects& entry(Instant time) {
    ++position_;
    time_ = time;
    return *this;
  }
  Effects& add(engine::EffectBody body, std::string attachment = {}) {
    items_.push_back({{position_, time_, std::move(body)}, std::move(attachment)});
    return *this;
  }
  Status apply_to(engine::Projection& projection) {
    const auto done = projection.apply(items_, position_);
    items_.clear();
    return done;
  }
  engine::Position position() const { return position_; }
  /// A copy that holds only what came after `position`.
  Effects since(engine::Position position) const {
    Effects rest = *this;
    std::erase_if(rest.items_,
                  [position](const auto& item) { return item.effect.position <= position; });
    return rest;
  }

 private:
  engine::Position position_ = 0;
  Instant time_{};
  std::vector<engine::Projection::Item> items_;
};

class StoreContract : public ::testing::TestWithParam<const char*> {
 protected:
  access::Records& records() { return subject_->records(); }
  /// Everything asked for so far, applied; then as after a restart.
  void settle() {
    const auto done = effects_.apply_to(subject_->projection());
    ASSERT_TRUE(done) << done.error().message;
    subject_->reopen();
  }

  std::unique_ptr<Subject> subject_ = make();
  Effects effects_;

 private:
  static std::unique_ptr<Subject> make() {
    if (std::string_view(GetParam()) == "Memory") return std::make_unique<MemorySubject>();
    return std::make_unique<SqliteSubject>();
  }
};

inline auto stores() { return ::testing::Values("Memory", "Sqlite"); }
inline std::string store_name(const ::testing::TestParamInfo<const char*>& kind) {
  return kind.param;
}

/// An open alarm of municipality 1813, received `number` minutes into 2026.
inline alarm::Alarm alarm_numbered(std::uint64_t number) {
  alarm::Alarm alarm;
  alarm.id = id<AlarmId>(number);
  alarm.code = alarm::kSocialAlarm;
  alarm.municipality = {1813};
  alarm.state = alarm::State::waiting;
  alarm.received_at = at(static_cast<std::int64_t>(number) * 60);
  alarm.changed_at = alarm.last_signal_at = alarm.step_started_at = alarm.received_at;
  return alarm;
}

/// All pages of a list, one after the other.
template <class Ask>
auto all_pages(std::size_t limit, Ask&& ask) {
  access::PageRequest request{.cursor = {}, .limit = limit};
  auto page = ask(request);
  auto items = page.items;
  while (page.next_cursor) {
    request.cursor = *page.next_cursor;
    page = ask(request);
    items.insert(items.end(), page.items.begin(), page.items.end());
  }
  return items;
}

}  // namespace varde::store::testing
