#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cases/complaint.hpp"

namespace varde::app {

/// What a command prints, and how the program ends: 0 done, 1 the case has mistakes or cannot be
/// computed.
struct Printed {
  int exit_code = 0;
  std::string out;
  std::string error;
};

/// What a command prints when a case has mistakes: a line for each on standard error, and with
/// `json` the member mistakes under `schema` on standard output.
Printed complaints_printed(std::string_view schema, const std::vector<cases::Complaint>& all,
                           bool json);

/// Writes a file; prints its path, or that it cannot be written.
Printed written(const std::filesystem::path& path, const std::string& bytes);
/// `out`, or the name of the case's folder with the format behind it: "helgeland-2025.pdf".
std::filesystem::path document_path(const std::filesystem::path& out,
                                    const std::filesystem::path& folder, std::string_view format);

/// Makes a folder with a new case of `kind`; `next` is the command to go on with, before the
/// folder.
Printed made_case(const std::filesystem::path& folder, const std::string& kind,
                  const std::filesystem::path& municipalities, std::string_view next);

/// Writes both streams; gives the exit code, 1 when they cannot be written.
int write_out(const Printed& printed);

}  // namespace varde::app
