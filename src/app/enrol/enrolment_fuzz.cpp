// Any bytes as any file of a register, beside sound files: complaints or a register, never a crash.
#include <cstddef>
#include <cstdint>

#include "app/enrol/enrolment.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde::app;
  if (size == 0) return 0;
  EnrolmentFiles files = {
      {"municipalities.csv", "number,name,organisation_number,inhabitants\n1813,B,964983291,7\n"},
      {"users.csv",
       "user,name,born,municipality,address,postal_code,city\nu1,O,1941-05-17,1813,S,8900,B\n"}};
  const auto name = kEnrolmentFiles[data[0] % std::size(kEnrolmentFiles)];
  files[std::string(name)].assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto read = read_enrolment(files, "varde");
  if (!read && read.error().empty()) __builtin_trap();
  return 0;
}
