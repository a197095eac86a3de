#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace varde::store {

/// Text for searching: lower case, accents taken off, runs of blanks and punctuation as one blank.
/// The three last letters of the Norwegian alphabet become '{', '|' and '}' (as in ISO 646-NO), so
/// that byte order is alphabetic order; the Swedish and South Sámi ä and ö count as æ and ø.
std::string fold(std::string_view text);

/// The words of a folded text.
std::vector<std::string> words(std::string_view folded);

}  // namespace varde::store
