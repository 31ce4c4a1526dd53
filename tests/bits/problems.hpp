#pragma once

#include <string>

namespace moonlab::bits {

/// Every activation of the hidden layer, with every problem and loss, and every optimiser.
constexpr int kProblems = 6 * 5 * 4;

/// Trains a network of seven inputs for 200 epochs, in which settings and a weight change, and
/// draws what it is asked.
/// @param number 0 … kProblems - 1: the settings follow from it alone
/// @returns the settings and a checksum over every number that came up: "NAME CHECKSUM"
std::string run_problem(int number);

}  // namespace moonlab::bits
