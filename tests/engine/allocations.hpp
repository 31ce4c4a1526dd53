#pragma once

#include <cstddef>

namespace moonlab::testing {

/// @returns how often operator new was called since the program started.
std::size_t n_allocations();

}  // namespace moonlab::testing
