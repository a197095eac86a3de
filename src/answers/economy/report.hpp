#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "cases/load.hpp"
#include "domain/economy/uncertainty.hpp"

namespace varde::answers {

enum class ReportFormat : std::uint8_t { html, pdf, xlsx };
constexpr std::array<std::string_view, 3> kReportFormats{"html", "pdf", "xlsx"};

struct ReportOptions {
  ReportFormat format = ReportFormat::html;
  std::vector<std::string> alternatives;  ///< of a cooperation; empty = all
  economy::Draws draws;                   ///< of a cooperation; count 0 leaves uncertainty out
  std::string as_of;                      ///< growth: only estimates known on this date
  Instant made;                           ///< the day on the front page
};

/// The report of a case in bokmål, as the bytes of a file. An error when something cannot be
/// computed, or when PDF is asked for and WeasyPrint is not installed.
Result<std::string> economy_report(const cases::AnyCase& input, const ReportOptions& options);
/// The same from the files of a case; its mistakes come one on a line.
Result<std::string> economy_report(const cases::Files& files, const ReportOptions& options);

/// Mistakes one on a line, as a command or an answer prints them.
std::string lines_of(const std::vector<cases::Complaint>& all);

}  // namespace varde::answers
