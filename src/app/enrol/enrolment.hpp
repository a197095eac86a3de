#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "access/records.hpp"
#include "base/result.hpp"
#include "cases/complaint.hpp"
#include "domain/care/device.hpp"
#include "domain/care/person.hpp"
#include "domain/care/plan.hpp"

namespace varde::app {

/// What the files of a folder say. Ids are made from the files' own names for things, so that the
/// same row entered again is the same person, plan or device.
struct Enrolment {
  std::vector<access::MunicipalityRow> municipalities;
  std::vector<care::ServiceUser> users;
  std::vector<care::ResponsePlan> plans;
  std::vector<care::Device> devices;
  std::vector<access::DeviceSecret> secrets;
};

/// File name -> text; a file that is not there enters nothing.
using EnrolmentFiles = std::map<std::string, std::string, std::less<>>;
inline constexpr std::string_view kEnrolmentFiles[] = {
    "municipalities.csv", "teams.csv", "users.csv",  "contacts.csv",
    "instructions.csv",   "plans.csv", "devices.csv"};

/// All of it, or everything that must be put right first. `realm` is that of the SIP digest.
/// References to what is not in the files are complaints: the files together are one register.
Result<Enrolment, std::vector<cases::Complaint>> read_enrolment(const EnrolmentFiles& files,
                                                                std::string_view realm);

/// Enters it into the data folder, which no server may be using: people into the store, plans and
/// devices through the journal at `now`. A device that is as it was makes no entry.
struct Entered {
  std::size_t plans = 0;
  std::size_t devices = 0;  ///< new or changed
};
Result<Entered> enter(const Enrolment& enrolment, const std::filesystem::path& data, Instant now);

}  // namespace varde::app
