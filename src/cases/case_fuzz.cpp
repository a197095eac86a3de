#include <cstddef>
#include <cstdint>

#include "cases/load.hpp"
#include "domain/economy/projection.hpp"

/// The input is a case folder in one text: files start with a line "==> NAME". What can be read
/// must be computable or refused, never stop the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  varde::cases::Files files;
  std::string name = "case.toml";
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    const auto line = text.substr(0, end + 1);
    if (line.starts_with("==> ")) {
      name = line.substr(4, line.find_last_not_of("\r\n") - 3);
    } else {
      files[name] += line;
    }
    text.remove_prefix(end + 1);
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
