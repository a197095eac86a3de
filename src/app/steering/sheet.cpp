#include "app/steering/sheet.hpp"

#include <charconv>

#include "app/steering/csv_text.hpp"
#include "app/steering/toml_text.hpp"

namespace varde::app {
namespace {

using steering::Edit;

/// "12/amount" or "12".
struct CsvKey {
  int line = 0;
  std::string_view column;
};

CsvKey csv_key(std::string_view key) {
  CsvKey read;
  const auto slash = key.find('/');
  const auto number = key.substr(0, slash);
  std::from_chars(number.data(), number.data() + number.size(), read.line);
  if (slash != key.npos) read.column = key.substr(slash + 1);
  return read;
}

Status edit_csv(CsvText& text, const Edit& edit) {
  const auto key = csv_key(edit.key);
  if (edit.action == "set") return text.set(key.line, key.column, edit.value);
  if (edit.action == "remove") return text.remove(key.line);
  if (edit.action == "add") return text.add(key.line, edit.value);
  return Error{"an edit is set, add or remove"};
}

}  // namespace

steering::Sheet sheet_of(const steering::Files& files) {
  steering::Sheet sheet;
  for (const auto& [name, text] : files) {
    if (name == "case.toml") {
      sheet.sections = toml_sections(text);
    } else if (auto table = csv_table(name, text)) {
      sheet.tables.push_back(std::move(*table));
    }
  }
  return sheet;
}

steering::Checked<steering::Files> edited(const steering::Files& files,
                                          const std::vector<Edit>& edits) {
  steering::Files result = files;
  std::map<std::string, CsvText, std::less<>> tables;
  steering::Complaints mistakes;
  for (const auto& edit : edits) {
    const auto file = result.find(edit.file);
    if (file == result.end()) {
      mistakes.push_back({edit.file, 0, "the case has no such file"});
    } else if (edit.file == "case.toml") {
      auto text = edit.action == "set" ? with_toml_value(file->second, edit.key, edit.value)
                                       : Result<std::string>{Error{"case.toml takes set only"}};
      if (text) {
        file->second = std::move(*text);
      } else {
        mistakes.push_back({edit.file, 0, edit.key + ": " + text.error().message});
      }
    } else {
      auto& text = tables.try_emplace(edit.file, file->second).first->second;
      if (auto done = edit_csv(text, edit); !done)
        mistakes.push_back({edit.file, csv_key(edit.key).line, done.error().message});
    }
  }
  for (const auto& [name, text] : tables) result[name] = text.text();
  if (!mistakes.empty()) return mistakes;
  return result;
}

}  // namespace varde::app
