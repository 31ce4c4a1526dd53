#pragma once

#include <cstddef>

#include "pair.hpp"

namespace moonlab::kernels {

/// A power of two, so that points are exact.
constexpr int kTanhPointsPerUnit = 128;

/// Points from -32 to 31.99. A power of two, so that a mask keeps every index inside: NaN's too.
constexpr std::size_t kTanhPoints = 8192;

/// tanh(i / kTanhPointsPerUnit), rounded to the nearest double; the negative points are at the end,
/// where a mask puts their indices. Computed when it is first asked for, whoever asks and however
/// early, which takes about a millisecond, because it would not compress in a download.
const double* tanh_table();

/// @returns the table's values at the indices in the low bits.
inline Pair tanh_at_points(const double* table, PairBits bits) {
  constexpr std::int64_t kMask = kTanhPoints - 1;
  return Pair{table[static_cast<std::size_t>(bits[0] & kMask)],
              table[static_cast<std::size_t>(bits[1] & kMask)]};
}

}  // namespace moonlab::kernels
