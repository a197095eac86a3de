#include "report/zip.hpp"

#include <zip.h>

namespace varde::report {
namespace {

/// 1 January 1980, the first day that the format knows: a date would make each archive another.
constexpr zip_uint16_t kNoDate = 0x21;

/// The archive's bytes, kept by libzip until they are read.
class Writer {
 public:
  Writer() {
    zip_error_init(&error_);
    buffer_ = zip_source_buffer_create(nullptr, 0, 0, &error_);
    if (buffer_ == nullptr) return;
    zip_source_keep(buffer_);  // it outlives the archive, which takes the other reference
    archive_ = zip_open_from_source(buffer_, ZIP_TRUNCATE, &error_);
    if (archive_ == nullptr) zip_source_free(buffer_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    if (archive_ != nullptr) zip_discard(archive_);
    if (buffer_ != nullptr) zip_source_free(buffer_);
    zip_error_fini(&error_);
  }

  bool add(const std::string& name, const std::string& bytes) {
    if (archive_ == nullptr) return false;
    auto* source = zip_source_buffer(archive_, bytes.data(), bytes.size(), 0);
    const auto index =
        source == nullptr ? -1 : zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_file_set_dostime(archive_, at, 0, kNoDate, 0) == 0;
  }

  Result<std::string> take() {
    if (archive_ == nullptr || zip_close(archive_) != 0) return failed();
    archive_ = nullptr;
    zip_stat_t stat;
    if (zip_source_stat(buffer_, &stat) != 0 || zip_source_open(buffer_) != 0) return failed();
    std::string bytes(stat.size, '\0');
    const auto count = zip_source_read(buffer_, bytes.data(), bytes.size());
    zip_source_close(buffer_);
    if (count != static_cast<zip_int64_t>(bytes.size())) return failed();
    return bytes;
  }

  static Error failed() { return Error{"the archive could not be made; is there memory left?"}; }

 private:
  zip_error_t error_;
  zip_source_t* buffer_ = nullptr;
  zip_t* archive_ = nullptr;
};

}  // namespace

Result<std::string> zip_of(const std::map<std::string, std::string, std::less<>>& files) {
  Writer writer;
  for (const auto& [name, bytes] : files) {
    if (!writer.add(name, bytes)) return Writer::failed();
  }
  return writer.take();
}

}  // namespace varde::report
