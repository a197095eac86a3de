#pragma once

#include "api/views/common.hpp"

namespace varde::api {

struct AnswerTimes {
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
  double within_60_share = 0;
  double within_180_share = 0;

  static constexpr std::string_view kName = "AnswerTimes";
  static constexpr std::string_view kDoc =
      "Seconds from received to first taken; shares are 0 to 1.";
  static constexpr auto fields() {
    using A = AnswerTimes;
    return std::tuple{field("p50", &A::p50, "Half were faster"),
                      field("p90", &A::p90, "Nine of ten were faster"),
                      field("p99", &A::p99, "99 of 100 were faster"),
                      field("within_60_share", &A::within_60_share, "Answered within 60 s"),
                      field("within_180_share", &A::within_180_share, "Answered within 180 s")};
  }
};

struct HandlingTimes {
  double p50 = 0;
  double p90 = 0;

  static constexpr std::string_view kName = "HandlingTimes";
  static constexpr std::string_view kDoc = "Seconds from first taken to closed.";
  static constexpr auto fields() {
    return std::tuple{field("p50", &HandlingTimes::p50, "Half were faster"),
                      field("p90", &HandlingTimes::p90, "Nine of ten were faster")};
  }
};

struct HourCount {
  Instant hour{};
  std::uint32_t alarms = 0;
  std::uint32_t technical = 0;

  static constexpr std::string_view kName = "HourCount";
  static constexpr std::string_view kDoc = "Received in one hour.";
  static constexpr auto fields() {
    return std::tuple{field("hour", &HourCount::hour, "Start"),
                      field("alarms", &HourCount::alarms, "Not technical"),
                      field("technical", &HourCount::technical, "Technical")};
  }
};

struct CodeCount {
  std::string code;
  Text text;
  std::uint32_t count = 0;

  static constexpr std::string_view kName = "CodeCount";
  static constexpr std::string_view kDoc = "Received with one code.";
  static constexpr auto fields() {
    return std::tuple{field("code", &CodeCount::code, "Of the national event list"),
                      field("text", &CodeCount::text, "In words"),
                      field("count", &CodeCount::count, "Technical ones too")};
  }
};

struct MunicipalityCount {
  tenancy::Municipality number;
  std::string name;
  std::uint32_t alarms = 0;
  std::uint32_t technical = 0;
  double per_1000_users = 0;

  static constexpr std::string_view kName = "MunicipalityCount";
  static constexpr std::string_view kDoc = "Received from one municipality.";
  static constexpr auto fields() {
    using M = MunicipalityCount;
    return std::tuple{field("number", &M::number, "0000: unknown devices"),
                      field("name", &M::name, "Official name"),
                      field("alarms", &M::alarms, "Not technical"),
                      field("technical", &M::technical, "Technical"),
                      field("per_1000_users", &M::per_1000_users,
                            "alarms per 1,000 service users; 0 when there are none")};
  }
};

struct OutcomeCount {
  alarm::Outcome outcome{};
  std::uint32_t count = 0;

  static constexpr std::string_view kName = "OutcomeCount";
  static constexpr std::string_view kDoc = "Closed with one outcome.";
  static constexpr auto fields() {
    return std::tuple{field("outcome", &OutcomeCount::outcome, "What it turned out to be"),
                      field("count", &OutcomeCount::count, "Technical ones too")};
  }
};

struct KeyFigureView {
  Instant from{};
  Instant to{};
  std::uint32_t alarms = 0;
  std::uint32_t technical = 0;
  std::uint32_t open_now = 0;
  std::uint32_t answered = 0;
  AnswerTimes answer_time_s;
  HandlingTimes handling_time_s;
  std::vector<HourCount> by_hour;
  std::vector<CodeCount> by_code;
  std::vector<MunicipalityCount> by_municipality;
  std::vector<OutcomeCount> by_outcome;

  static constexpr std::string_view kName = "KeyFigures";
  static constexpr std::string_view kDoc = "Counts and times of the alarms received in a period.";
  static constexpr auto fields() {
    using K = KeyFigureView;
    return std::tuple{
        field("from", &K::from, "Received at or after"),
        field("to", &K::to, "Received before"),
        field("alarms", &K::alarms, "Received, not technical"),
        field("technical", &K::technical, "Received, technical"),
        field("open_now", &K::open_now, "At this moment, whenever received"),
        field("answered", &K::answered, "Alarms that a person has taken"),
        field("answer_time_s", &K::answer_time_s, "Alarms only; zeros when none was answered"),
        field("handling_time_s", &K::handling_time_s, "Alarms only; zeros when none was closed"),
        field("by_hour", &K::by_hour, "Empty hours too; of a long period the last 31 days"),
        field("by_code", &K::by_code, "Most first"),
        field("by_municipality", &K::by_municipality, "By number"),
        field("by_outcome", &K::by_outcome, "Of those closed")};
  }
};

}  // namespace varde::api
