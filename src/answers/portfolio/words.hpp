#pragma once

#include "base/words.hpp"
#include "domain/portfolio/catalogue.hpp"
#include "domain/portfolio/next.hpp"

// A portfolio's results as people read them.
namespace varde::answers {

std::string_view fact_word(portfolio::Fact fact);                     ///< "i bruk"
std::string_view act_word(portfolio::Act act);                        ///< "Ta i bruk"
std::string_view fulfilment_word(portfolio::Fulfilment what);         ///< "delvis"
std::string day_text(std::chrono::sys_days day);                      ///< "2023-08-01"
std::string place_name(const portfolio::Municipality& municipality);  ///< "0301 Oslo"

Words words_of(const portfolio::Portfolio& portfolio, const portfolio::Reason& reason);
Words words_of(const portfolio::Portfolio& portfolio, const portfolio::Doubt& doubt);

}  // namespace varde::answers
