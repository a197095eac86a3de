#include <algorithm>

#include "api/views/make.hpp"
#include "api/views/texts.hpp"

namespace varde::api {
namespace {

std::string team_name(const std::optional<ContactId>& contact,
                      const Lookups::Directory& directory) {
  if (!contact) return {};
  const auto it = directory.teams.find(*contact);
  return it == directory.teams.end() ? std::string{} : it->second.name;
}

std::optional<StepView> make_step(const alarm::Alarm& alarm, const care::ResponsePlan& plan,
                                  const Lookups::Directory& directory) {
  if (!alarm.open() || plan.steps.empty()) return std::nullopt;
  // The plan may have been shortened since the alarm came.
  const std::size_t index = std::min<std::size_t>(alarm.step, plan.steps.size() - 1);
  const auto& step = plan.steps[index];
  return StepView{static_cast<int>(index),
                  static_cast<int>(plan.steps.size()),
                  step.target,
                  target_text(step.target, team_name(step.contact, directory)),
                  alarm.step_started_at,
                  alarm.step_deadline};
}

std::optional<ResponderRef> make_responder(const alarm::Alarm& alarm,
                                           const Lookups::Directory& directory) {
  if (!alarm.responder) return std::nullopt;
  ResponderRef view{alarm.responder->kind, std::nullopt};
  std::string name = team_name(alarm.responder->contact, directory);
  if (!name.empty()) view.name = std::move(name);
  return view;
}

}  // namespace

AlarmView make_alarm_view(const alarm::Alarm& alarm, Lookups& lookups, Instant now) {
  const auto directory = lookups.directory(now);
  AlarmView view;
  view.id = alarm.id;
  view.kind = alarm.kind;
  view.code = to_string(alarm.code);
  view.code_text = code_text(alarm);
  view.raw_code = alarm.raw_code;
  view.protocol = alarm.protocol;
  view.municipality = alarm.municipality;
  view.municipality_name = directory->municipality_name(alarm.municipality);
  view.device_id = alarm.device;
  view.service_user_id = alarm.user;
  if (alarm.user) view.service_user_brief = lookups.brief(*alarm.user, now);
  view.location = location_text(alarm.location);
  view.state = std::max(alarm.state, alarm::State::waiting);
  view.priority = alarm.priority;
  view.received_at = alarm.received_at;
  view.changed_at = alarm.changed_at;
  if (alarm.handler) view.handler = ActorRef{*alarm.handler, directory->actor_name(*alarm.handler)};
  view.responder = make_responder(alarm, *directory);
  view.repeats = alarm.repeats;
  view.last_signal_at = alarm.last_signal_at;
  view.reset_at = alarm.reset_at;
  view.step = make_step(alarm, *lookups.plan(alarm.plan, now), *directory);
  view.escalations = alarm.escalations;
  if (alarm.outcome != alarm::Outcome::none) view.outcome = alarm.outcome;
  view.understood = alarm.understood;
  view.note_required = alarm::note_required(alarm, alarm.outcome);
  view.version = alarm.version;
  return view;
}

std::vector<AlarmView> make_alarm_views(const std::vector<alarm::Alarm>& alarms, Lookups& lookups,
                                        Instant now) {
  std::vector<AlarmView> views;
  views.reserve(alarms.size());
  for (const auto& alarm : alarms) views.push_back(make_alarm_view(alarm, lookups, now));
  return views;
}

LogLineView make_log_line(const access::LogLine& line, const Lookups::Directory& directory) {
  LogLineView view;
  view.at = line.at;
  if (line.actor) view.actor = ActorRef{*line.actor, directory.actor_name(*line.actor)};
  view.event = line.step;
  view.vkp_event = std::to_string(alarm::vkp_event(line.step));
  view.text = step_text(line.step);
  const auto add = [&](const std::string& what) {
    view.text.nb += ": " + what;
    view.text.en += ": " + what;
  };
  if (line.to) add(directory.actor_name(*line.to));
  if (line.responder) {
    const Text who =
        target_text(line.responder->kind, team_name(line.responder->contact, directory));
    view.text.nb += ": " + who.nb;
    view.text.en += ": " + who.en;
  }
  if (!line.note.empty()) view.note = line.note;
  return view;
}

PlanView make_plan_view(const care::ResponsePlan& plan, const alarm::Alarm* alarm,
                        const Lookups::Directory& directory, Instant now) {
  const LocalTime local = to_norwegian_time(now);
  const bool open = alarm != nullptr && alarm->open();
  PlanView view{plan.id, plan.id.is_nil() ? "Standardplan" : "Responsplan", {}};
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const auto& step = plan.steps[i];
    PlanStepView shown{step.target,
                       target_text(step.target, team_name(step.contact, directory)),
                       std::nullopt,
                       hours_text(step.hours),
                       step.hours.contains(local),
                       open && alarm->step == i};
    if (step.limit)
      shown.limit_s =
          static_cast<int>(std::chrono::round<std::chrono::seconds>(*step.limit).count());
    view.steps.push_back(std::move(shown));
  }
  return view;
}

}  // namespace varde::api
