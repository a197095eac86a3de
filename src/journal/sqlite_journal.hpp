#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "engine/ports.hpp"

namespace varde::journal {

/// The journal in one SQLite file: one row per append, synced before append() returns. append(),
/// read() and last() belong to one thread; checkpoint(), erase_attachment() and wal_bytes() may be
/// called from any.
///
/// An append that fails leaves nothing behind. When even that cannot be made sure (the disk does
/// not answer), the next append first takes back what the failed one may have left.
class SqliteJournal : public engine::Journal {
 public:
  enum class Mode : std::uint8_t {
    write,  ///< makes the file when there is none; refused while another has it open for writing
    read,   ///< beside a writer; append() and the like are refused
  };
  static Result<std::unique_ptr<SqliteJournal>> open(const std::filesystem::path& path, Mode mode);
  ~SqliteJournal() override;

  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> attachments) override;
  /// Checks the chain on the way. An attachment that was erased is given as empty.
  Status read(engine::Position from, const Visitor& visit) const override;
  engine::Position last() const override;
  Instant last_time() const override;

  /// The words of the entry are overwritten; the entry and the chain stay.
  Status erase_attachment(engine::Position position);

  /// Moves what is committed from the write-ahead log into the file, without making the writer
  /// wait. To be called now and then; if the log passes 64 MB all the same, append() does it.
  Status checkpoint();
  std::uint64_t wal_bytes() const;

 private:
  struct Impl;
  explicit SqliteJournal(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace varde::journal
