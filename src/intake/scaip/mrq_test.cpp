#include "intake/scaip/mrq.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.hpp"
#include "intake/scaip/signal.hpp"

namespace varde::scaip {
namespace {

using alarm::scaip::MessageType;

std::string with(std::string_view rest) {
  return "<mrq><ref>A1</ref><cid>90000017</cid><dty>3</dty>" + std::string(rest) + "</mrq>";
}

TEST(Mrq, ReadsEveryElement) {
  const auto parsed = parse_mrq(
      "<?xml version=\"1.0\" "
      "encoding=\"UTF-8\"?>\r\n<mrq><ref>00000D</ref><ver>01.00</ver><cid>90000017</cid>"
      "<dty>0005</dty><sco>1</sco><cha>1</cha><mty>ME</mty><hbo>1</hbo><did>0A1</did><dco>002</"
      "dco><dte>Fall</dte>"
      "<crd>tel:+4775000000</crd><crd>sip:x@y</crd><stc>0009</stc><stt>Falt</stt><pri>2</"
      "pri><lco>021</lco>"
      "<lva>12</lva><lge><geo>65.84,13.19</geo><tim>2026-11-22T08:15:30Z</tim><gga>$GPGGA</gga></"
      "lge>"
      "<lte>Kjøkken</lte><ico>007</ico><ite>Info</ite><ame>1</ame><mreq>4</mreq></mrq>");
  ASSERT_TRUE(parsed.understood());
  const auto& mrq = parsed.mrq;
  EXPECT_EQ(mrq.ref, "00000D");
  EXPECT_EQ(mrq.cid, "90000017");
  EXPECT_EQ(mrq.dty, 5);
  EXPECT_EQ(mrq.sco, 1);
  EXPECT_EQ(mrq.cha, 1);
  EXPECT_EQ(mrq.hbo, 1);
  EXPECT_EQ(mrq.did, "0A1");
  EXPECT_EQ(mrq.dco, 2);
  EXPECT_EQ(mrq.dte, "Fall");
  EXPECT_EQ(mrq.crd, (std::vector<std::string>{"tel:+4775000000", "sip:x@y"}));
  EXPECT_EQ(mrq.stc, 9);
  EXPECT_EQ(mrq.stt, "Falt");
  EXPECT_EQ(mrq.pri, 2);
  EXPECT_EQ(mrq.lco, 21);
  EXPECT_EQ(mrq.lva, "12");
  EXPECT_EQ(mrq.position.geo, "65.84,13.19");
  EXPECT_EQ(mrq.position.gga, "$GPGGA");
  EXPECT_EQ(mrq.position.time, parse_rfc3339("2026-11-22T08:15:30Z"));
  EXPECT_EQ(mrq.lte, "Kjøkken");
  EXPECT_EQ(mrq.ico, 7);
  EXPECT_EQ(mrq.ite, "Info");
  EXPECT_EQ(mrq.ame, 1);
  EXPECT_EQ(mrq.mreq, 4);
}

TEST(Mrq, MissingOptionalsHaveTheStandardsDefaults) {
  const auto parsed = parse_mrq(with(""));
  ASSERT_TRUE(parsed.understood());
  EXPECT_EQ(parsed.mrq.type, MessageType::alarm_ME);
  EXPECT_EQ(parsed.mrq.stc, 10);
  EXPECT_EQ(parsed.mrq.lco, 0);
  EXPECT_FALSE(parsed.mrq.dco.has_value());
}

struct Quirk {
  const char* name;
  std::string body;
  std::string cid;
  int dty, stc;
  MessageType type;
};
class Quirks : public ::testing::TestWithParam<Quirk> {};

// Seen from devices in use: numbers of any width, spaces, any order, ids and texts longer than the
// standard allows.
INSTANTIATE_TEST_SUITE_P(
    Devices, Quirks,
    ::testing::Values(
        Quirk{"EssenceHeartbeat",
              "<mrq><ref>0012</ref><cid>16900123</cid><dty>02</dty><mty>PI</mty><did>00</"
              "did><crd>no-voice:</crd>"
              "<stc>102</stc></mrq>",
              "16900123", 2, 102, MessageType::heartbeat_PI},
        Quirk{
            "EssenceAlarm",
            "<mrq><ref>0013</ref><cid>16900123</cid><dty>02</dty><did>00</did><stc>010</stc></mrq>",
            "16900123", 2, 10, MessageType::alarm_ME},
        Quirk{"PossumHeartbeat", "<mrq><mty>PI</mty><ref>9</ref><cid>44</cid><dty>2</dty></mrq>",
              "44", 2, 10, MessageType::heartbeat_PI},
        Quirk{"PossumUnpaddedOtherOrder",
              "<mrq><stc>10</stc><dty>2</dty><cid>44</cid><ref>8</ref></mrq>", "44", 2, 10,
              MessageType::alarm_ME},
        Quirk{"TeleAlarmHeartbeat",
              "<mrq><ref>1</ref><cid>123456</cid><dty>0002</dty><mty>PI</mty><stc>0009</"
              "stc><crd>gsm:</crd></mrq>",
              "123456", 2, 9, MessageType::heartbeat_PI},
        Quirk{
            "TeleAlarmMalfunction",
            "<mrq><ref>1</ref><cid>123456</cid><dty>0002</dty><stc>0067</stc><crd>gsm:</crd></mrq>",
            "123456", 2, 67, MessageType::alarm_ME},
        Quirk{"DoroLeadingSpace",
              "<mrq><ref>77</ref><cid> "
              "7350012345</cid><dty>0003</dty><stc>0010</stc><crd>gsm:+</crd></mrq>",
              "7350012345", 3, 10, MessageType::alarm_ME},
        Quirk{"PlusAndLongId",
              "<mrq><ref>abcdef</ref><cid>+4699999999</cid><dty>0003</dty><did>123456789012</did></"
              "mrq>",
              "+4699999999", 3, 10, MessageType::alarm_ME},
        Quirk{"ScaipRootAndNamespace",
              "<s:scaip "
              "xmlns:s=\"urn:x\"><s:ref>5</s:ref><s:cid>55</s:cid><s:dty>3</s:dty></s:scaip>",
              "55", 3, 10, MessageType::alarm_ME},
        Quirk{"UpperCaseTagsAndLowerCaseType",
              "<MRQ><REF>5</REF><CID>55</CID><DTY>3</DTY><MTY>re</MTY></MRQ>", "55", 3, 10,
              MessageType::reset_RE},
        Quirk{"LineFeedsAroundValues",
              "\n<mrq>\n<ref>\n5\n</ref>\n<cid>\n55\n</cid>\n<dty>\n3\n</dty>\n</mrq>\n", "55", 3,
              10, MessageType::alarm_ME},
        Quirk{"UnknownElementsAndAttributes",
              "<mrq v=\"2\"><x><y>1</y></x><ref "
              "a=\"b\">5</ref><cid>55</cid><dty>3</dty><new>1</new></mrq>",
              "55", 3, 10, MessageType::alarm_ME},
        Quirk{"OptionalNonsenseIsLeftOut",
              "<mrq><ref>5</ref><cid>55</cid><dty>3</dty><lco>kitchen</lco><pri>high</"
              "pri><dco>999999</dco></mrq>",
              "55", 3, 10, MessageType::alarm_ME}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_P(Quirks, AreUnderstood) {
  const auto parsed = parse_mrq(GetParam().body);
  ASSERT_TRUE(parsed.understood()) << static_cast<int>(parsed.fault);
  EXPECT_EQ(parsed.mrq.cid, GetParam().cid);
  EXPECT_EQ(parsed.mrq.dty, GetParam().dty);
  EXPECT_EQ(parsed.mrq.stc, GetParam().stc);
  EXPECT_EQ(parsed.mrq.type, GetParam().type);
}

struct Fault {
  const char* name;
  std::string body;
  Snu snu;
  std::string cid;  ///< what could be told all the same
};
class Faults : public ::testing::TestWithParam<Fault> {};

INSTANTIATE_TEST_SUITE_P(
    Bodies, Faults,
    ::testing::Values(
        Fault{"Empty", "", Snu::invalid_format, ""},
        Fault{"NotXml", "hello", Snu::invalid_format, ""},
        Fault{"CutOff", "<mrq><ref>1</ref><cid>55</cid><dty>3", Snu::invalid_format, "55"},
        Fault{"OtherRoot", "<html><cid>55</cid></html>", Snu::invalid_format, "55"},
        Fault{"NoRef", "<mrq><cid>55</cid><dty>3</dty></mrq>", Snu::tag_missing, "55"},
        Fault{"EmptyRef", "<mrq><ref> </ref><cid>55</cid><dty>3</dty></mrq>", Snu::tag_missing,
              "55"},
        Fault{"NoCid", "<mrq><ref>1</ref><dty>3</dty></mrq>", Snu::tag_missing, ""},
        Fault{"NoDty", "<mrq><ref>1</ref><cid>55</cid></mrq>", Snu::tag_missing, "55"},
        Fault{"DtyNotANumber", "<mrq><ref>1</ref><cid>55</cid><dty>xx</dty></mrq>",
              Snu::wrong_content, "55"},
        Fault{"StcNotANumber", "<mrq><ref>1</ref><cid>55</cid><dty>3</dty><stc>help</stc></mrq>",
              Snu::wrong_content, "55"},
        Fault{"UnknownType", "<mrq><ref>1</ref><cid>55</cid><dty>3</dty><mty>ZZ</mty></mrq>",
              Snu::wrong_content, "55"},
        Fault{"CidWithMarkup", "<mrq><ref>1</ref><cid>5&lt;5</cid><dty>3</dty></mrq>",
              Snu::wrong_content, ""},
        Fault{"TooLong",
              "<mrq><ref>1</ref><cid>55</cid><dty>3</dty><ite>" + std::string(20'000, 'x') +
                  "</ite></mrq>",
              Snu::too_long, "55"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_P(Faults, AreNamed) {
  const auto parsed = parse_mrq(GetParam().body);
  EXPECT_EQ(parsed.fault, GetParam().snu);
  EXPECT_EQ(parsed.mrq.cid, GetParam().cid);
}

TEST(Mrq, NothingIsRefusedForItsLengthAlone) {
  const auto parsed =
      parse_mrq("<mrq><ref>" + std::string(500, 'r') + "</ref><cid>" + std::string(500, '9') +
                "</cid><dty>3</dty><ite>" + std::string(2'000, 'i') + "</ite></mrq>");
  ASSERT_TRUE(parsed.understood());
  EXPECT_EQ(parsed.mrq.ref.size(), 500U);
  const auto submission = to_submission(parsed.mrq);
  const auto& signal = std::get<alarm::Signal>(submission.body);
  EXPECT_EQ(signal.address.size(), limits::kAddressBytes);
  EXPECT_LE(signal.key.size(), limits::kIdempotencyKeyBytes);
}

TEST(Mrq, EntitiesOfTheSendersOwnAreNotExpanded) {
  const auto parsed = parse_mrq(
      "<!DOCTYPE mrq [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>"
      "<mrq><ref>1</ref><cid>55</cid><dty>3</dty><ite>&b;</ite></mrq>");
  ASSERT_TRUE(parsed.understood());
  EXPECT_EQ(parsed.mrq.ite, "&b;");
}

TEST(Mrq, DeepNestingIsRead) {
  std::string body;
  for (int i = 0; i < 1'500; ++i) body += "<a>";
  for (int i = 0; i < 1'500; ++i) body += "</a>";
  EXPECT_TRUE(parse_mrq(with(body)).understood());
}

TEST(Mrq, TextThatIsNotUtf8IsTakenForLatin1) {
  EXPECT_EQ(parse_mrq(with("<lte>Kj\xF8kken</lte>")).mrq.lte, "Kjøkken");
  EXPECT_EQ(parse_mrq(with("<lte>Kjøkken</lte>")).mrq.lte, "Kjøkken");
  EXPECT_EQ(clean_text("a\x01\x7F\tb\n"), "ab\n");
}

TEST(Mrq, LooksLikeOurs) {
  EXPECT_TRUE(looks_like_mrq("<?xml version=\"1.0\"?><mrq><ref>"));
  EXPECT_TRUE(looks_like_mrq("<x:scaip xmlns:x=\"y\">"));
  EXPECT_FALSE(looks_like_mrq("<html><body>mrq</body></html>"));
  EXPECT_FALSE(looks_like_mrq("hello"));
}

TEST(Submission, HoldsCodesInTheSignalAndWordsBesideIt) {
  const auto parsed = parse_mrq(with(
      "<stc>0009</stc><lco>21</lco><dco>2</dco><did>17</did><lte>Bad</lte><crd>tel:+471</crd>"));
  const auto submission = to_submission(parsed.mrq);
  const auto& signal = std::get<alarm::Signal>(submission.body);
  EXPECT_EQ(signal.address, "scaip:90000017");
  EXPECT_EQ(signal.key, "scaip:90000017/A1");
  EXPECT_EQ(signal.raw_code, "dty=0003 stc=0009 lco=021 dco=002 did=17");
  EXPECT_EQ(signal.location, 21);
  EXPECT_TRUE(signal.understood);
  EXPECT_EQ(submission.attachment, "lte: Bad\ncrd: tel:+471\n");
}

TEST(Submission, ARepeatWithAFresherPositionIsTheSameMessage) {
  const auto first = to_submission(parse_mrq(with("<lge><geo>1,2</geo></lge>")).mrq);
  const auto second = to_submission(parse_mrq(with("<lge><geo>1,3</geo></lge>")).mrq);
  const auto other = to_submission(parse_mrq(with("<stc>0067</stc>")).mrq);
  EXPECT_EQ(std::get<alarm::Signal>(first.body).content,
            std::get<alarm::Signal>(second.body).content);
  EXPECT_NE(std::get<alarm::Signal>(first.body).content,
            std::get<alarm::Signal>(other.body).content);
}

TEST(Submission, WhatIsNotUnderstoodKeepsItsStartAndWhoSentIt) {
  const std::string body(10'000, 'x');
  const auto submission = to_unread_submission({}, "90000017", body, "snu=2");
  const auto& signal = std::get<alarm::Signal>(submission.body);
  EXPECT_FALSE(signal.understood);
  EXPECT_EQ(signal.kind, alarm::SignalKind::alarm);
  EXPECT_EQ(signal.address, "scaip:90000017");
  EXPECT_EQ(signal.raw_code, "snu=2");
  EXPECT_EQ(submission.attachment.size(), limits::kKeptRawBytes);
  EXPECT_EQ(std::get<alarm::Signal>(to_unread_submission({}, "", body, "snu=2").body).address,
            "scaip:?");
}

RC_GTEST_PROP(Mrq, AnyBytesGiveAnAnswerAndFitTheBounds, (const std::string& bytes)) {
  for (const auto& body : {bytes, "<mrq><ref>" + bytes + "</ref><cid>1</cid><dty>3</dty><ite>" +
                                      bytes + "</ite></mrq>"}) {
    const auto parsed = parse_mrq(body);
    const auto submission = parsed.understood()
                                ? to_submission(parsed.mrq)
                                : to_unread_submission(parsed.mrq, "", body, "snu=2");
    const auto& signal = std::get<alarm::Signal>(submission.body);
    RC_ASSERT(signal.address.size() <= limits::kAddressBytes);
    RC_ASSERT(signal.key.size() <= limits::kIdempotencyKeyBytes);
    RC_ASSERT(signal.raw_code.size() <= limits::kRawCodeBytes);
    RC_ASSERT(submission.attachment.size() <= 2 * limits::kKeptRawBytes);
  }
}

}  // namespace
}  // namespace varde::scaip
