#include "intake/scaip/answer.hpp"

#include <gtest/gtest.h>

namespace varde::scaip {
namespace {

using engine::Inbox;
using engine::Receipt;

const CallTarget kTarget{"+4775000000", "sip:alarm@centre.example"};

Parsed message(std::string_view rest) {
  return parse_mrq("<mrq><ref>A1</ref><cid>17</cid><dty>0003</dty>" + std::string(rest) + "</mrq>");
}

Inbox::Outcome kept(Receipt::Status status = Receipt::Status::accepted) {
  Receipt receipt;
  receipt.status = status;
  return receipt;
}

TEST(Answer, PointsTheCallAtTheNumberOrTheSipAddressAsTheDeviceCalls) {
  for (const auto* crd : {"", "<crd>sip:17@x</crd>", "<crd>sip-pp:17@x</crd>", "<crd></crd>"}) {
    const auto mrs = answer(message(crd), kept(), kTarget);
    EXPECT_EQ(mrs.snu, Snu::ok);
    EXPECT_EQ(mrs.mre, 1);
    EXPECT_EQ(mrs.cre, 62);
    EXPECT_EQ(mrs.tnu, std::vector<std::string>{kTarget.sip_uri}) << crd;
  }
  for (const auto* crd : {"<crd>tel:+471</crd>", "<crd>gsm:</crd>", "<crd>gsm:+</crd>"}) {
    EXPECT_EQ(answer(message(crd), kept(), kTarget).tnu, std::vector<std::string>{kTarget.number})
        << crd;
  }
}

TEST(Answer, UsesTheOtherTargetOrTheDevicesOwnReceiver) {
  EXPECT_EQ(answer(message("<crd>gsm:</crd>"), kept(), {"", "sip:a@b"}).tnu,
            std::vector<std::string>{"sip:a@b"});
  const auto mrs = answer(message(""), kept(), {});
  EXPECT_EQ(mrs.mre, 1);
  EXPECT_EQ(mrs.cre, 61);
  EXPECT_TRUE(mrs.tnu.empty());
}

TEST(Answer, AsksForNoCallWhenNobodyIsToTalk) {
  for (const auto* rest :
       {"<crd>no-voice:</crd>", "<mty>RE</mty>", "<mty>PI</mty>", "<mty>IN</mty>",
        "<stc>0019</stc>", "<mreq>4</mreq>", "<stc>0016</stc>"}) {
    const auto mrs = answer(message(rest), kept(), kTarget);
    EXPECT_EQ(mrs.snu, Snu::ok) << rest;
    EXPECT_EQ(mrs.mre, 0) << rest;
    EXPECT_EQ(mrs.cre, 0) << rest;
    EXPECT_TRUE(mrs.tnu.empty()) << rest;
  }
}

TEST(Answer, WhenTheCentreCallsBackTheDeviceDoesNot) {
  const auto mrs = answer(message("<cha>1</cha>"), kept(), kTarget);
  EXPECT_EQ(mrs.mre, 1);
  EXPECT_EQ(mrs.cre, 0);
  EXPECT_TRUE(mrs.tnu.empty());
}

TEST(Answer, SaysWhyItIsNotKept) {
  const auto snu = [](Inbox::Failure failure) { return answer(message(""), failure, kTarget).snu; };
  EXPECT_EQ(snu(Inbox::Failure::busy), Snu::busy);
  EXPECT_EQ(snu(Inbox::Failure::too_many), Snu::busy);
  EXPECT_EQ(snu(Inbox::Failure::unavailable), Snu::not_treated);
  EXPECT_EQ(snu(Inbox::Failure::stopping), Snu::not_treated);
  EXPECT_EQ(answer(message(""), Inbox::Failure::busy, kTarget).mre, 0);
}

TEST(Answer, ARepeatIsAnsweredLikeTheFirst) {
  const auto mrs = answer(message(""), kept(Receipt::Status::duplicate), kTarget);
  EXPECT_EQ(mrs.snu, Snu::ok);
  EXPECT_EQ(mrs.cre, 62);
}

TEST(Answer, SaysWhatWasWrongThoughTheTextIsKept) {
  EXPECT_EQ(answer(message("<stc>x</stc>"), kept(), kTarget).snu, Snu::wrong_content);
  EXPECT_EQ(answer(parse_mrq("<mrq>"), kept(), kTarget).snu, Snu::invalid_format);
  EXPECT_EQ(answer(parse_mrq("<mrq><cid>1</cid><dty>3</dty></mrq>"), kept(), kTarget).snu,
            Snu::tag_missing);
  EXPECT_EQ(answer(parse_mrq(std::string(20'000, 'x')), kept(), kTarget).snu, Snu::too_long);
  // Overload goes first: a message that is not kept is not said to be malformed.
  EXPECT_EQ(answer(parse_mrq("<mrq>"), Inbox::Failure::busy, kTarget).snu, Snu::busy);
}

TEST(Mrs, IsWrittenAndReadBack) {
  Mrs mrs{"A<1>&", Snu::ok, "all \"well\"", 1, 62, {"tel:+4775000000"}};
  const auto text = write_mrs(mrs);
  EXPECT_NE(text.find("<ref>A&lt;1&gt;&amp;</ref><snu>0</snu>"), std::string::npos);
  const auto read = parse_mrs(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->ref, mrs.ref);
  EXPECT_EQ(read->ste, mrs.ste);
  EXPECT_EQ(read->cre, 62);
  EXPECT_EQ(read->tnu, mrs.tnu);
  EXPECT_FALSE(parse_mrs("<mrs><ref>1</ref></mrs>").has_value());
}

}  // namespace
}  // namespace varde::scaip
