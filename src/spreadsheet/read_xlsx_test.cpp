#include "spreadsheet/read_xlsx.hpp"

#include <map>

#include <gmock/gmock.h>
#include <zip.h>

#include "spreadsheet/dates.hpp"

namespace varde::spreadsheet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Parts = std::map<std::string, std::string>;

std::string packed(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 1, &error);
  zip_source_keep(source);
  auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

Parts book(const std::string& rows) {
  return {
      {"xl/workbook.xml",
       R"(<workbook xmlns:r="r"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml",
       R"(<sst><si><t>Brønnøy</t></si><si><r><t>to </t></r><r><t>deler</t></r><rPh><t>x</t></rPh></si></sst>)"},
      {"xl/styles.xml",
       R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>)"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string refused(const Parts& parts) {
  const auto read = read_xlsx(packed(parts));
  return read.ok() ? "" : read.error().message;
}

TEST(ReadXlsx, GivesCellsAsText) {
  const auto read = read_xlsx(packed(book(
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>)"
      R"(<row r="3"><c r="A3"><v>0.10000000000000001</v></c><c r="B3" s="1"><v>45031</v></c>)"
      R"(<c r="C3" s="2"><v>45031.5625</v></c><c r="D3" t="b"><v>1</v></c>)"
      R"(<c r="E3" t="inlineStr"><is><t>her</t></is></c><c r="F3" t="str"><f>A1</f><v>sum</v></c>)"
      R"(<c r="G3"/></row>)")));
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read->size(), 1);
  EXPECT_EQ(read->front().name, "Svar");
  EXPECT_THAT(read->front().rows, ElementsAre(ElementsAre("Brønnøy", "", "to deler"), IsEmpty(),
                                              ElementsAre("0.1", "2023-04-15", "2023-04-15T13:30",
                                                          "true", "her", "sum")));
}

TEST(ReadXlsx, RefusesWhatIsNoWorkbook) {
  EXPECT_THAT(read_xlsx("a,b\n1,2\n").error().message, HasSubstr("no XLSX workbook"));
  EXPECT_THAT(read_xlsx("").error().message, HasSubstr("no XLSX workbook"));
  EXPECT_THAT(refused({{"readme.txt", "x"}}), HasSubstr("no XLSX workbook"));
  auto parts = book("<row><c>");
  EXPECT_THAT(refused(parts), HasSubstr("damaged"));
  EXPECT_THAT(read_xlsx(std::string(kFileBytes + 1, 'x')).error().message, HasSubstr("16 MiB"));
}

TEST(ReadXlsx, APartThatUnpacksWithoutEndIsRefused) {
  auto parts = book("");
  parts["xl/worksheets/sheet1.xml"] = std::string(kUnpackedBytes + 1, ' ');
  const auto bytes = packed(parts);
  EXPECT_LT(bytes.size(), kFileBytes);
  EXPECT_THAT(read_xlsx(bytes).error().message, HasSubstr("more than 96 MiB"));
}

TEST(ReadXlsx, CellsFarAwayTakeNoMemory) {
  EXPECT_THAT(refused(book(R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)")),
              HasSubstr("more than 100000 rows"));
  EXPECT_THAT(refused(book(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)")),
              HasSubstr("beyond 1000 columns"));
  EXPECT_THAT(refused(book(R"(<row r="2"/><row r="1"/>)")), HasSubstr("out of order"));
  std::string wide;
  for (int r = 1; r <= 2100; ++r) {
    wide += "<row><c r=\"ALL1\"><v>1</v></c></row>";
  }
  EXPECT_THAT(refused(book(wide)), HasSubstr("more than 2000000 cells"));
}

TEST(Dates, FormatsThatShowADate) {
  for (const char* yes : {"yyyy-mm-dd", "d. mmmm yyyy", "[$-414]d/m/yy;@", "mmm", "dd hh:mm"}) {
    EXPECT_TRUE(shows_date(yes)) << yes;
  }
  for (const char* no :
       {"General", "0.00", "#,##0 \"dager\"", "hh:mm:ss", "[Red]0", "0\\d", "mm:ss"}) {
    EXPECT_FALSE(shows_date(no)) << no;
  }
}

TEST(Dates, SerialNumbers) {
  EXPECT_EQ(date_text(1, false), "1900-01-01");
  EXPECT_EQ(date_text(61, false), "1900-03-01");
  EXPECT_EQ(date_text(45031, false), "2023-04-15");
  EXPECT_EQ(date_text(0, true), "1904-01-01");
  EXPECT_EQ(date_text(-5, false), "");
  EXPECT_EQ(date_text(1e9, false), "");
}

}  // namespace
}  // namespace varde::spreadsheet
