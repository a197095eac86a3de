#pragma once

#include <algorithm>
#include <functional>

#include "base/result.hpp"
#include "base/words.hpp"
#include "steering/model.hpp"

// What the program can do with a case's files, as a list that the composition fills in.
namespace varde::steering {

template <class T>
using Checked = Result<T, Complaints>;

/// Of a run: flat names and texts, "draws" = "10000".
using Parameters = std::map<std::string, std::string, std::less<>>;

/// How a computation is followed. Both may be called from any thread.
struct Watch {
  std::function<void(double share)> progress = [](double) {};  ///< 0..1
  std::function<bool()> cancelled = [] { return false; };
};

/// A computation on the files of a version. The same files and parameters give the same JSON.
/// When it sees that it is cancelled it returns at once, with anything.
struct RunKind {
  std::string name;  ///< "economy.run"
  std::vector<std::string> parameters{};
  std::function<Checked<std::string>(const Files&, const Parameters&, const Watch&)> run{};
};

/// A computation on parameters alone, done at once: it takes no longer than a request may.
struct Calculator {
  std::string name;  ///< "staffing.erlang"
  std::vector<std::string> parameters{};
  std::function<Checked<std::string>(const Parameters&)> compute{};  ///< JSON
};

/// A run as a case's page and a shared link show it.
struct ShownRun {
  std::string kind;
  Parameters parameters{};
};

/// A run of a tool that reads a file of its own; a shared link shows it where the case has the
/// file.
struct BesideRun {
  std::string file;  ///< "staffing.toml"
  ShownRun run{};
};

struct CaseKind {
  std::string name;  ///< `kind` of case.toml
  Words title{};
  std::vector<ShownRun> shown{};
  bool can_be_new = false;  ///< Tools::new_case makes one
  std::vector<BesideRun> beside{};
};

struct Exporter {
  std::string format;  ///< "pdf"
  std::string media_type;
  std::vector<std::string> kinds{};  ///< of case
  std::function<Checked<std::string>(const Files&, const Parameters&)> bytes{};
  std::string needs{};  ///< a file without which the case has nothing to export; empty: none
};

struct Example {
  std::string name;  ///< its folder's
  std::string kind;
  std::string title;
  Files files{};
};

/// What case.toml says of itself, when the files can be read.
struct Readable {
  std::string kind;
  std::string name;
  std::string description;
};

/// The files as something to edit.
struct Sheet {
  struct Field {
    std::string key{};    ///< "assumptions.years", "alternative.0.name"
    std::string value{};  ///< as a person writes it, without quotes
    std::string type{};   ///< number, text, flag, list
    std::string note{};   ///< the comment behind it
    int line = 0;
    std::vector<std::string> choices{};  ///< when only these words will do
    bool required = false;
  };
  /// A table of a TOML file; one that the file does not have has no fields.
  struct Section {
    std::string file{};
    std::string name{};  ///< "assumptions", "alternative.0"; empty at the top
    std::vector<Field> fields{};
    std::vector<Field> absent{};  ///< what it can be given more
    bool open = false;            ///< more keys can be named by a person
  };
  /// Tables of one kind, [[alternative]], to which one can be added.
  struct Group {
    std::string file{};
    std::string name{};            ///< "alternative", "plan.0.shift"
    std::vector<Field> columns{};  ///< what each can have; `key` is the last part
  };
  struct Row {
    int line = 0;
    std::vector<std::string> cells{};
  };
  struct Table {
    std::string file;
    std::vector<std::string> columns{};
    std::vector<Row> rows{};
  };
  /// A file that the case can get, from a template.
  struct Offer {
    std::string file;
    Words title;
  };
  std::vector<Section> sections{};
  std::vector<Group> groups{};
  std::vector<Table> tables{};
  std::vector<Offer> offers{};
};

/// One change of a file. Keys are those of the files as the edits before it left them.
/// In a TOML file `key` is a Field's, one that it can be given (also .quality, .source, .low and
/// .high of a number), or for the other actions a record: `add` puts one behind it, or with a
/// Group's name behind the last; `move` takes it `value` places down, -1 is up. What is named by
/// the id of a record follows it: columns and rows of the CSV files, mentions elsewhere.
/// In a CSV file it is "LINE/COLUMN" for `set`, "LINE" for `remove` and for `add`, which puts the
/// CSV row `value` behind that line.
/// With an empty key `add` makes an Offer's file, and `remove` takes it away.
struct Edit {
  std::string file;
  std::string action;  ///< set, add, remove, move
  std::string key;
  std::string value;
};

/// What edits came to. Those with a mistake are left out of the files.
struct Edited {
  Files files{};
  Complaints mistakes{};
};

/// What a file would change in a survey or in the tables of a portfolio, row by row.
struct ImportPreview {
  struct Row {
    int line = 0;
    std::string status;  ///< same, changed, added, removed, wrong
    std::string what;    ///< the row's own words: municipality, area, category; or file and key
    std::string before;
    std::string after;
    std::vector<std::string> mistakes{};
  };
  std::vector<Row> rows{};
  std::vector<std::string> mistakes{};  ///< of the file as a whole
  Files files{};                        ///< all of the case's, changed; empty when nothing can be
};

struct Tools {
  std::vector<CaseKind> kinds{};
  std::vector<RunKind> runs{};
  std::vector<Calculator> calculators{};
  std::vector<Exporter> exporters{};
  std::vector<Example> examples{};
  std::function<Checked<Readable>(const Files&)> check{};
  /// What must be put right in the files that tools read beside case.toml, of a case that is
  /// otherwise well. Those that stand as in `before` are not judged: what they build on may change
  /// under them, and their tool says so when it computes.
  std::function<Complaints(const Files&, const Files& before)> check_beside =
      [](const Files&, const Files&) { return Complaints{}; };
  std::function<Sheet(const Files&)> sheet{};
  std::function<Edited(const Files&, const std::vector<Edit>&)> edit{};
  /// `municipalities` is a municipalities.csv to start from; empty gives one invented.
  std::function<Checked<Files>(const std::string& kind, const std::string& municipalities)>
      new_case{};
  /// Of a file's bytes (CSV or XLSX) into the case's survey, or into a portfolio's tables.
  std::function<ImportPreview(const Files&, std::string_view bytes)> preview_import{};

  const CaseKind* kind(std::string_view name) const {
    for (const auto& one : kinds)
      if (one.name == name) return &one;
    return nullptr;
  }
  const Exporter* exporter(std::string_view kind, std::string_view format) const {
    for (const auto& one : exporters)
      if (one.format == format && std::ranges::find(one.kinds, kind) != one.kinds.end())
        return &one;
    return nullptr;
  }
  /// Those that a case with these files can be had in.
  std::vector<std::string> formats(std::string_view kind, const Files& files) const {
    std::vector<std::string> all;
    for (const auto& one : exporters) {
      const bool possible = one.needs.empty() || files.contains(one.needs);
      if (possible && std::ranges::find(one.kinds, kind) != one.kinds.end())
        all.push_back(one.format);
    }
    return all;
  }
  const Calculator* calculator(std::string_view name) const {
    for (const auto& one : calculators)
      if (one.name == name) return &one;
    return nullptr;
  }
  const RunKind* run(std::string_view name) const {
    for (const auto& one : runs)
      if (one.name == name) return &one;
    return nullptr;
  }
};

}  // namespace varde::steering
