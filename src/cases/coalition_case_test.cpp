#include <filesystem>

#include <gmock/gmock.h>

#include "cases/cooperation_case.hpp"
#include "domain/economy/projection.hpp"

namespace varde::cases {
namespace {

using economy::Money;
using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

/// A small case without mistakes; tests put one in.
Files sound() {
  return {{"case.toml", R"(kind = "cooperation"
name = "Test"
[assumptions]
price_year = 2025
first_year = 2025
years = 5
person_year_cost = 800000
person_year_hours = 1950
[as_is]
compared = ["vtp"]
[as_is.fill]
vtp = { how = "average" }
[[key]]
name = "mix"
flat = 40
inhabitants = 60
[[alternative]]
id = "a"
)"},
          {"municipalities.csv",
           "number,name,year,inhabitants\n1811,Bindal,2025,1000\n1812,Sømna,2025,2000\n"
           "1813,Brønnøy,2025,7000\n"},
          {"survey.csv",
           "municipality,area,category,amount,hours\n1811,vtp,other,300000,\n"
           "1812,vtp,other,600000,\n1813,vtp,other,2100000,\n"},
          {"items.csv",
           "alternative,item,key,per,charge,from,to,index,amount\na,platform,mix,,,,,,1000000\n"},
          {"staffing.csv", "alternative,item,key,person_years,from,to,index\na,staff,mix,2,,,\n"},
          {"cooperation.toml", R"([[item]]
name = "platform"
fixed = 40
discount = [{ from = 0, price = 100 }, { from = 5000, price = 50 }]
quality = "illustrative"
[[item]]
name = "staff"
steps = [{ to = 2500, person_years = 1 }, { to = 20000, person_years = 2 }]
[[extra]]
item = "platform"
municipalities = [1812]
amount = 100000
[[alone]]
municipality = 1811
amount = 250000
quality = "reported"
[[partnership]]
name = "South"
members = [1811, 1812]
)"}};
}

std::vector<std::string> complaints(const Files& files) {
  const auto result = parse_cooperation(files);
  std::vector<std::string> texts;
  if (!result) {
    for (const auto& one : result.error()) texts.push_back(to_string(one));
  }
  return texts;
}

std::vector<std::string> with(const std::string& from, const std::string& to,
                              const std::string& file = "cooperation.toml") {
  auto files = sound();
  auto& text = files[file];
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  text.replace(at, from.size(), to);
  return complaints(files);
}

cooperation::CostModel model_of(const cooperation::Case& input, std::string_view alternative) {
  const auto as_is = economy::as_is_of(input.economy).value();
  return cooperation::model_of(input, as_is, *input.economy.alternative(alternative)).value();
}

TEST(CooperationCase, ASoundOneGivesEachGroupItsCost) {
  const auto read = parse_cooperation(sound());
  ASSERT_TRUE(read.ok()) << to_string(read.error().front());
  const auto& input = std::get<cooperation::Case>(*read);
  EXPECT_EQ(input.alternative, "a");
  const auto model = model_of(input, "a");
  EXPECT_EQ(model.total(), Money::kroner(2'600'000));
  // The platform less 100,000 of extras: 360,000 for any group and 540,000 for 5000 + 2500 units.
  // One person-year serves 2,500.
  // Bindal's own is stated; the two others together need a second person-year.
  EXPECT_EQ(model.cost(std::vector<std::size_t>{0}), Money::kroner(250'000));
  EXPECT_EQ(model.cost(std::vector<std::size_t>{0, 1}), Money::kroner(850'000));
  EXPECT_EQ(model.cost(std::vector<std::size_t>{2}), Money::kroner(2'100'000));
  EXPECT_EQ(model.cost(std::vector<std::size_t>{1, 2}),
            Money::kroner(100'000 + 360'000 + 504'000 + 1'600'000));
}

TEST(CooperationCase, NumbersKeepWhereTheyComeFrom) {
  const auto read = parse_cooperation(sound());
  const auto& numbers = std::get<cooperation::Case>(*read).numbers;
  ASSERT_EQ(numbers.size(), 8);
  EXPECT_EQ(numbers[1].what, "platform: price of units above 0");
  EXPECT_EQ(numbers[1].origin.quality, economy::Quality::illustrative);
  EXPECT_EQ(numbers[6].what, "alone: Bindal");
  EXPECT_EQ(numbers[6].value, "250000.00 kr");
  EXPECT_EQ(numbers[6].origin.quality, economy::Quality::reported);
}

TEST(CooperationCase, EachMistakeHasItsOwnText) {
  EXPECT_THAT(
      with("\"platform\"\nfixed", "\"plattform\"\nfixed"),
      ElementsAre(HasSubstr("item how 'platform' depends on the group is missing; add "
                            "[[item]] with name = \"platform\""),
                  "cooperation.toml:2: item.name 'plattform' is no yearly cost of the case; "
                  "did you mean 'platform'?"));
  EXPECT_THAT(with("amount = 250000", "amount = -250000"),
              ElementsAre("cooperation.toml:15: alone.amount is negative (-250000.00); a cost is 0 "
                          "or more"));
  EXPECT_THAT(
      with("amount = 100000", "amount = 1100000"),
      ElementsAre("cooperation.toml:9: extra of 'platform' sum to 1100000.00 kr, and all of "
                  "it costs 1000000.00 kr in 'a'; correct them"));
  EXPECT_THAT(
      with("person_years = 2 }", "person_years = 3 }"),
      ElementsAre("cooperation.toml:8: item.steps give all together (10000) 3 person-years, "
                  "and staffing.csv has 2 in 'a'; correct one of them"));
  EXPECT_THAT(
      with("to = 20000", "to = 9000"),
      ElementsAre("cooperation.toml:8: item.steps end at 9000, and all together have 10000; "
                  "add a step"));
  EXPECT_THAT(with("person_years = 1 }", "person_years = 4 }"),
              ElementsAre(HasSubstr("a larger group cannot need less"), HasSubstr("end at 2500")));
  EXPECT_THAT(with("price = 50", "price = 150"), ElementsAre(HasSubstr("from 0 to 100")));
  EXPECT_THAT(with("price = 100", "price = 40"),
              ElementsAre(HasSubstr("discount.price is above that of the slice before")));
  EXPECT_THAT(with("price = 100", "price = 0"),
              ElementsAre(HasSubstr("price of the first slice must be above 0"),
                          HasSubstr("from of the first slice must be 0")));
  EXPECT_THAT(with("[1811, 1812]", "[1811, 1899]"),
              ElementsAre(HasSubstr("1899 is not in municipalities.csv"),
                          HasSubstr("partnership.members must be two or more")));
  EXPECT_THAT(
      with("fixed = 40", "fixd = 40"),
      ElementsAre("cooperation.toml:3: unknown key 'fixd' in [item]; did you mean 'fixed'?"));
  EXPECT_THAT(with("1812,vtp,other,600000,\n", "", "survey.csv"), ElementsAre());
}

TEST(CooperationCase, AMissingFileOrAnotherKindIsNamed) {
  auto files = sound();
  files.erase("cooperation.toml");
  EXPECT_THAT(complaints(files), ElementsAre(HasSubstr("cooperation.toml: the file is missing")));
  files = sound();
  files["case.toml"] = "kind = \"growth\"\n";
  EXPECT_THAT(complaints(files).front(), HasSubstr("case.toml"));
}

TEST(CooperationCase, AMunicipalityWithNoCostAloneIsNamed) {
  auto files = sound();
  files["survey.csv"] = "municipality,area,category,amount,hours\n1812,vtp,other,600000,\n";
  files["case.toml"].replace(files["case.toml"].find("average"), 7, "none");
  const auto read = parse_cooperation(files);
  ASSERT_TRUE(read.ok());
  const auto& input = std::get<cooperation::Case>(*read);
  const auto as_is = economy::as_is_of(input.economy).value();
  const auto model = cooperation::model_of(input, as_is, input.economy.alternatives.front());
  ASSERT_FALSE(model.ok());
  EXPECT_THAT(model.error().message,
              HasSubstr("what 1813 Brønnøy costs alone is missing: it has no cost today"));
}

TEST(Examples, Helgeland2025CostsAll18WhatTheEconomySays) {
  const auto files = cooperation_files(fs::path(VARDE_EXAMPLES) / "helgeland-2025").value();
  const auto read = parse_cooperation(files);
  ASSERT_TRUE(read.ok()) << to_string(read.error().front());
  const auto& input = std::get<cooperation::Case>(*read);
  EXPECT_EQ(model_of(input, "establish").total(), Money::kroner(17'000'000));
  EXPECT_EQ(model_of(input, "connect").total(), Money::kroner(14'500'000));
  EXPECT_EQ(input.partnerships.size(), 2);
  // Nobody would have a solution of its own at today's cost or less.
  const auto model = model_of(input, "connect");
  for (std::size_t i = 0; i < model.size(); ++i) {
    EXPECT_EQ(model.cost(std::vector{i}), model.members()[i].alone);
  }
  EXPECT_FALSE(flaw_in(model.tabulate()).has_value());
}

std::vector<std::string> game_complaints(const std::string& text) {
  return complaints({{"game.csv", text}});
}

TEST(GivenGame, IsReadGroupByGroup) {
  const auto read =
      parse_cooperation({{"airport.csv", "coalition,cost\nA,12\nB,60.50\nA + B,60.50\n"}});
  const auto& game = std::get<cooperation::GivenGame>(*read);
  EXPECT_EQ(game.name, "airport");
  EXPECT_THAT(game.players, ElementsAre("A", "B"));
  EXPECT_EQ(game.game.total(), Money::ore(6'050));
}

TEST(GivenGame, EachMistakeHasItsOwnText) {
  EXPECT_THAT(game_complaints("coalition,cost\nA,12\nB,60\n"),
              ElementsAre("game.csv: the cost of A+B is missing; add a row"));
  EXPECT_THAT(game_complaints("coalition,cost\nA,-12\nB,60\nA+B,60\n"),
              ElementsAre("game.csv:2: cost -12 of A is negative; a cost is 0 or more"));
  EXPECT_THAT(game_complaints("coalition,cost\nA,12\nB,60\nA+B,50\n"),
              ElementsAre("game.csv:4: A+B costs 50.00 kr, and its part B costs 60.00 kr (line 3): "
                          "a larger group cannot cost less; correct one of them"));
  EXPECT_THAT(game_complaints("coalition,cost\nA,12\nA,13\n"),
              ElementsAre("game.csv:3: A stands twice (first on line 2); remove one"));
  EXPECT_THAT(game_complaints("coalition,cost\nA+A,12\n"),
              ElementsAre("game.csv:2: names 'A' twice; remove one"));
  EXPECT_THAT(game_complaints("coalition,cost\nA+,12\n"),
              ElementsAre("game.csv:2: has an empty name; write names with + between: A+B"));
  EXPECT_THAT(game_complaints("coalition,cost\nA,\n"),
              ElementsAre("game.csv:2: cost is empty; fill it in"));
}

}  // namespace
}  // namespace varde::cases
