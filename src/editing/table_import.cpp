#include "editing/table_import.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "answers/portfolio/portfolio.hpp"

namespace varde::editing {

steering::ImportPreview preview_tables(const steering::Files& files, std::string_view bytes) {
  constexpr std::array<std::string_view, 5> statuses{"same", "changed", "added", "removed",
                                                     "wrong"};
  auto imported = answers::portfolio_import(files, bytes);
  steering::ImportPreview preview;
  for (auto& row : imported.rows) {
    preview.rows.push_back({row.line, std::string(statuses[static_cast<std::size_t>(row.status)]),
                            fmt::format("{}: {}", row.file, row.key), std::move(row.before),
                            std::move(row.after), std::move(row.mistakes)});
  }
  for (const auto& mistake : imported.mistakes) {
    const bool shown = std::ranges::any_of(preview.rows, [&](const auto& row) {
      return std::ranges::find(row.mistakes, mistake.text) != row.mistakes.end();
    });
    if (!shown) preview.mistakes.push_back(to_string(mistake));
  }
  if (imported.mistakes.empty()) preview.files = std::move(imported.files);
  return preview;
}

}  // namespace varde::editing
