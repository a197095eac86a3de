#include "world.hpp"

#include "base/limits.hpp"

namespace varde::sim {

using namespace std::chrono_literals;

Instant start_of_time() {
  using namespace std::chrono;
  return Instant(sys_days(2026y / November / 22)) + 8h;
}

Ulid random_id(Random& random, Instant at) { return make_ulid(at, random.next(), random.next()); }

namespace {

care::ResponsePlan make_plan(Random& random, const std::vector<ContactId>& contacts) {
  care::ResponsePlan plan;
  plan.id = PlanId(random_id(random, start_of_time()));
  for (std::uint64_t i = random.below(4); i > 0; --i) {
    care::PlanStep step;
    step.target = static_cast<care::Target>(random.between(0, 3));
    if (step.target != care::Target::response_centre) step.contact = random.pick(contacts);
    step.limit = std::chrono::seconds(random.between(10, 400));
    if (random.chance(40)) {
      step.hours.weekdays = static_cast<std::uint8_t>(random.between(1, 0x7F));
      step.hours.from = static_cast<std::uint16_t>(random.below(1440));
      step.hours.until = static_cast<std::uint16_t>(random.between(1, 1440));
    }
    plan.steps.push_back(step);
  }
  plan.steps.emplace_back();
  if (random.chance(50)) plan.steps.back().limit = std::chrono::seconds(random.between(10, 300));
  plan.priority_shift = static_cast<std::int8_t>(static_cast<int>(random.below(5)) - 2);
  return plan;
}

care::Device make_device(Random& random, const World& world, std::uint64_t number, HomeId home) {
  care::Device device;
  device.id = DeviceId(random_id(random, start_of_time()));
  device.address = "scaip:9000" + std::to_string(1000 + number);
  device.model = "simulated";
  device.municipality.number = static_cast<std::uint16_t>(1810 + random.below(6));
  device.state = random.chance(85) ? care::DeviceState::in_use : care::DeviceState::withdrawn;
  device.user = UserId(random_id(random, start_of_time()));
  device.home = home;
  if (!world.plans.empty() && random.chance(70)) device.plan = random.pick(world.plans).id;
  device.assigned_from = start_of_time() - 24h;
  if (random.chance(10)) device.assigned_to = start_of_time() + 30min;
  if (random.chance(40)) device.silence_limit = std::chrono::seconds(random.between(120, 3600));
  return device;
}

}  // namespace

World World::make(Random random) {
  World world;
  const auto some = [&](auto& ids, std::uint64_t count) {
    using IdType = typename std::remove_reference_t<decltype(ids)>::value_type;
    for (; count > 0; --count) ids.emplace_back(IdType(random_id(random, start_of_time())));
  };
  some(world.operators, random.between(1, 4));
  some(world.contacts, 5);
  std::vector<HomeId> homes;
  some(homes, 6);
  for (std::uint64_t i = random.below(4); i > 0; --i) {
    world.plans.push_back(make_plan(random, world.contacts));
    VARDE_ASSERT(care::check(world.plans.back()).ok());
  }
  const std::uint64_t devices = random.between(2, 14);
  for (std::uint64_t i = 0; i < devices; ++i) {
    world.devices.push_back(make_device(random, world, i, random.pick(homes)));
  }
  return world;
}

std::vector<engine::Submission> World::setup() const {
  std::vector<engine::Submission> all;
  all.push_back({engine::Settings{}, {}});
  for (const care::ResponsePlan& plan : plans) all.push_back({engine::PlanPut{plan}, {}});
  for (const care::Device& device : devices) all.push_back({engine::DevicePut{device}, {}});
  return all;
}

}  // namespace varde::sim
