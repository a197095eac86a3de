#include <cstddef>
#include <cstdint>

#include "cases/decision_case.hpp"
#include "cases/fuzz_files.hpp"
#include "cases/portfolio_case.hpp"
#include "cases/staffing_case.hpp"
#include "domain/decision/smaa.hpp"
#include "domain/decision/turn.hpp"
#include "domain/economy/projection.hpp"
#include "domain/portfolio/catalogue.hpp"
#include "domain/portfolio/next.hpp"

/// What can be read must be computable or refused, never stop the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = varde::cases::fuzz_files({reinterpret_cast<const char*>(data), size});
  if (files.contains("staffing.toml")) static_cast<void>(varde::cases::parse_staffing(files));
  if (const auto decision = varde::cases::parse_decision(files)) {
    static_cast<void>(varde::decision::smaa(*decision, {8, 1}, decision->doubt));
    for (const auto& assessor : decision->assessors) {
      for (const auto& area : assessor.areas) {
        static_cast<void>(varde::decision::turns(*decision, area));
      }
    }
  }
  if (const auto portfolio = varde::cases::parse_portfolio(files)) {
    static_cast<void>(varde::portfolio::progress_of(*portfolio));
    static_cast<void>(varde::portfolio::doubts_of(*portfolio));
    const varde::portfolio::Catalogue catalogue(*portfolio);
    for (std::size_t d = 0; d < portfolio->devices.size(); ++d) {
      static_cast<void>(catalogue.conformity(d));
    }
    for (std::size_t m = 0; m < portfolio->municipalities.size(); ++m) {
      static_cast<void>(varde::portfolio::next_for(*portfolio, m));
    }
  }
  const auto loaded = varde::cases::parse_case(files);
  if (!loaded) return 0;
  if (const auto* input = std::get_if<varde::economy::Case>(&*loaded)) {
    const auto as_is = varde::economy::as_is_of(*input);
    for (std::size_t a = 0; as_is && a < input->alternatives.size(); ++a) {
      static_cast<void>(varde::economy::project(*input, *as_is, input->alternatives[a]));
    }
  }
  if (const auto* input = std::get_if<varde::economy::FinancingCase>(&*loaded)) {
    static_cast<void>(varde::economy::finance(*input));
  }
  if (const auto* input = std::get_if<varde::economy::GrowthCase>(&*loaded)) {
    static_cast<void>(varde::economy::growth_of(*input));
  }
  return 0;
}
