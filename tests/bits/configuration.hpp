#pragma once

#include <string>

namespace moonlab::bits {

constexpr int kConfigurations = 200;

/// Makes data, splits them, makes a network, asks it everything there is to ask, trains it and
/// draws its boundary.
/// @param number 0 … kConfigurations - 1: the settings follow from it alone
/// @returns the settings and a checksum over every number that came up: "NAME CHECKSUM"
std::string run_configuration(int number);

}  // namespace moonlab::bits
