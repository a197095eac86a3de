#include <cstddef>
#include <cstdint>

#include "cases/cooperation_case.hpp"
#include "cases/fuzz_files.hpp"
#include "domain/economy/as_is.hpp"

/// What can be read must give groups a cost or be refused, never stop the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  constexpr std::size_t kFew = 10;  // 1,024 groups an input
  const auto read =
      cases::parse_cooperation(cases::fuzz_files({reinterpret_cast<const char*>(data), size}));
  if (!read) return 0;
  const auto* input = std::get_if<cooperation::Case>(&*read);
  if (input == nullptr) return 0;
  const auto as_is = economy::as_is_of(input->economy);
  for (std::size_t a = 0; as_is && a < input->economy.alternatives.size(); ++a) {
    const auto model = cooperation::model_of(*input, *as_is, input->economy.alternatives[a]);
    if (!model) continue;
    static_cast<void>(model->carried_by_all());
    if (model->size() <= kFew) static_cast<void>(flaw_in(model->tabulate()));
  }
  return 0;
}
