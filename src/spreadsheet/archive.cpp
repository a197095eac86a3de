#include "spreadsheet/archive.hpp"

#include <array>

#include <fmt/format.h>
#include <zip.h>

namespace varde::spreadsheet {

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string_view bytes, std::size_t most_unpacked) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive != nullptr) return Archive(archive, most_unpacked);
  if (source != nullptr) zip_source_free(source);
  return Error{"the file is no XLSX workbook, or is damaged; save it again as .xlsx"};
}

bool Archive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<std::string> Archive::read(const std::string& name) {
  auto* file = zip_fopen(archive_.get(), name.c_str(), 0);
  if (file == nullptr) {
    return Error{
        fmt::format("the workbook has no readable part {}; save it again without a "
                    "password",
                    name)};
  }
  std::string out;
  std::array<char, 16 * 1024> block;
  zip_int64_t count = 0;
  while ((count = zip_fread(file, block.data(), block.size())) > 0) {
    const auto size = static_cast<std::size_t>(count);
    if (size > left_) break;
    left_ -= size;
    out.append(block.data(), size);
  }
  zip_fclose(file);
  if (count > 0) return Error{"the workbook unpacks to more than 96 MiB; split it"};
  if (count < 0) return Error{fmt::format("part {} of the workbook is damaged", name)};
  return out;
}

}  // namespace varde::spreadsheet
