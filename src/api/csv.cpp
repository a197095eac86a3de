#include "api/csv.hpp"

namespace varde::api {

CsvWriter& CsvWriter::cell(std::string_view text) {
  if (row_begun_) out_ += ';';
  row_begun_ = true;
  const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != text.npos;
  const bool quoted = text.find_first_of(";\"\r\n") != std::string_view::npos;
  if (quoted) out_ += '"';
  if (formula) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (quoted) out_ += '"';
  return *this;
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  row_begun_ = false;
}

void write_alarm_heading(CsvWriter& csv) {
  for (const std::string_view name :
       {"id", "mottatt", "kommunenummer", "kommune", "type", "kode", "kodetekst", "raakode",
        "protokoll", "prioritet", "tilstand", "behandler", "gjentakelser", "eskaleringer", "utfall",
        "enhet", "tjenestemottaker", "endret"})
    csv.cell(name);
  csv.end_row();
}

void write_alarm_row(CsvWriter& csv, const AlarmView& alarm) {
  csv.cell(to_string(alarm.id)).cell(to_rfc3339(alarm.received_at));
  csv.cell(to_string(alarm.municipality)).cell(alarm.municipality_name);
  csv.cell(to_string(alarm.kind)).cell(alarm.code).cell(alarm.code_text.nb).cell(alarm.raw_code);
  csv.cell(to_string(alarm.protocol)).cell(std::to_string(alarm.priority));
  csv.cell(to_string(alarm.state)).cell(alarm.handler ? alarm.handler->name : "");
  csv.cell(std::to_string(alarm.repeats)).cell(std::to_string(alarm.escalations));
  csv.cell(alarm.outcome ? to_string(*alarm.outcome) : "");
  csv.cell(alarm.device_id ? to_string(*alarm.device_id) : "");
  csv.cell(alarm.service_user_id ? to_string(*alarm.service_user_id) : "");
  csv.cell(to_rfc3339(alarm.changed_at));
  csv.end_row();
}

}  // namespace varde::api
