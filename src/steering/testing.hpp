#pragma once

#include "steering/tools.hpp"

// For tests: a kind of case whose only file is case.toml with its name, and what is done with it.
namespace varde::steering::testing {

inline Tools note_tools() {
  Tools tools;
  tools.kinds = {{"note", {"Notat", "Note"}, {{"note.count", {}}}, true}};
  tools.runs = {{"note.count",
                 {"times"},
                 [](const Files& files, const Parameters& parameters,
                    const Watch& watch) -> Checked<std::string> {
                   watch.progress(0.5);
                   const auto it = parameters.find("times");
                   const int times = it == parameters.end() ? 1 : std::stoi(it->second);
                   if (times == 0) return Complaints{{"case.toml", 1, "none"}};
                   return "{\"bytes\":" +
                          std::to_string(files.at("case.toml").size() *
                                         static_cast<std::size_t>(times)) +
                          "}";
                 }}};
  tools.runs.push_back(
      {"note.beside",
       {},
       [](const Files& files, const Parameters&, const Watch&) -> Checked<std::string> {
         if (files.at("beside.toml") == "wrong") return Complaints{{"beside.toml", 1, "is wrong"}};
         return std::string{"{\"beside\":true}"};
       }});
  tools.kinds[0].beside = {{"beside.toml", {"note.beside", {}}}};
  tools.calculators = {
      {"note.twice", {"text"}, [](const Parameters& parameters) -> Checked<std::string> {
         const auto it = parameters.find("text");
         if (it == parameters.end()) return Complaints{{"", 0, "text is missing"}};
         return "\"" + it->second + it->second + "\"";
       }}};
  tools.exporters = {{"txt",
                      "text/plain",
                      {"note"},
                      [](const Files& files, const Parameters&) -> Checked<std::string> {
                        return files.at("case.toml");
                      }}};
  tools.examples = {{"hello", "note", "Hello", {{"case.toml", "hello"}}}};
  tools.check = [](const Files& files) -> Checked<Readable> {
    const auto it = files.find("case.toml");
    if (it == files.end()) return Complaints{{"case.toml", 0, "the file is missing"}};
    if (it->second == "wrong")
      return Complaints{{"case.toml", 1, "is wrong; write something else"}};
    return Readable{"note", it->second, ""};
  };
  tools.sheet = [](const Files& files) {
    Sheet sheet;
    sheet.sections = {
        {"case.toml", "", {{"name", files.at("case.toml"), "text", "", 1, {}, true}}, {}, false}};
    return sheet;
  };
  tools.edit = [](const Files& files, const std::vector<Edit>& edits) {
    Edited edited{files, {}};
    for (const auto& edit : edits) edited.files[edit.file] = edit.value;
    return edited;
  };
  tools.new_case = [](const std::string& kind, const std::string&) -> Checked<Files> {
    return Files{{"case.toml", "new " + kind}};
  };
  tools.preview_import = [](const Files& files, std::string_view bytes) {
    ImportPreview preview;
    preview.rows = {{1, "changed", "all", files.at("case.toml"), std::string{bytes}, {}}};
    preview.files = {{"case.toml", std::string{bytes}}};
    return preview;
  };
  return tools;
}

}  // namespace varde::steering::testing
