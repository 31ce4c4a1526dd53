#pragma once

#include <array>
#include <cstddef>

#include "pair.hpp"

namespace moonlab::kernels {

/// A power of two, so that points are exact.
constexpr int kTanhPointsPerUnit = 128;

/// Points from -32 to 31.99. A power of two, so that a mask keeps every index inside: NaN's too.
constexpr std::size_t kTanhPoints = 8192;

/// tanh(i / kTanhPointsPerUnit), rounded to the nearest double; the negative points are at the end,
/// where a mask puts their indices. Computed when the program starts, which takes about
/// a millisecond, because it would not compress in a download.
extern const std::array<double, kTanhPoints> kTanhTable;

/// @returns the table's values at the indices in the low bits.
inline Pair tanh_at_points(PairBits bits) {
  constexpr std::int64_t kMask = kTanhPoints - 1;
  const double* table = kTanhTable.data();
  return Pair{table[static_cast<std::size_t>(bits[0] & kMask)],
              table[static_cast<std::size_t>(bits[1] & kMask)]};
}

}  // namespace moonlab::kernels
