#pragma once

#include <string>
#include <vector>

namespace moonlab::bits {

/// Makes every kind of data set, for some hundred seeds each, and of their points all features,
/// scaled and not; and sines as far as doubles go.
/// @returns "NAME CHECKSUM" for each
std::vector<std::string> run_data();

}  // namespace moonlab::bits
