#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/demo/random.hpp"
#include "domain/care/person.hpp"

// Words that invented people, homes and notes are made of. Given names are common ones of each
// generation; surnames are compounds made up for this; nobody real is meant.
namespace varde::app::demo {

std::string_view given_name(Random& random, care::Sex sex, int age);
std::string surname(Random& random);
/// "Strandveien 12 B".
std::string street_address(Random& random);
std::string_view relation(Random& random);
/// One thing a helper should know of a person.
care::Instruction instruction(Random& random);
std::string_view door(Random& random);

}  // namespace varde::app::demo
