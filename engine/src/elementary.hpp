#pragma once

#include "pair.hpp"
#include "tanh_table.hpp"

/// tanh and sigmoid for two numbers at a time, from IEEE operations alone: the same bits in every
/// browser and natively, where each C library's own differ in the last place. Part of the kernels.
namespace moonlab::kernels {

/// The numbers that the functions are made of. A loop loads them into registers before it starts:
/// from literals V8 would build each of them again every time round, with three instructions.
struct ExpConstants {
  Pair one;
  Pair rounder;  ///< adding it leaves a number rounded to a whole one in the low bits
  Pair log2_e;
  Pair ln2_high;
  Pair ln2_low;
  Pair even[5];
  Pair odd[5];
};

struct TanhConstants {
  Pair one;
  Pair rounder;  ///< the same for the points of the table
  Pair saturation;
  Pair odd[3];
};

extern const ExpConstants kExpConstants;
extern const TanhConstants kTanhConstants;

/// e^x by Cody & Waite's reduction: x = n ln 2 + r with |r| ≤ ln(2) / 2, e^x = 2^n e^r. ln 2 is in
/// two parts so that n ln 2 is exact. e^r is 1 + r + r² p(r), with p of degree 9 interpolated at
/// Chebyshev's points: 0.15 units in the last place from the truth, 1 with rounding.
/// @param x |x| ≤ 700, or NaN
inline Pair exp(Pair x, const ExpConstants& k) {
  constexpr int kMantissaBits = 52;
  constexpr std::int64_t kExponentBias = 1023;
  const Pair shifted = x * k.log2_e + k.rounder;
  const Pair n = shifted - k.rounder;
  const Pair r = (x - n * k.ln2_high) - n * k.ln2_low;
  const Pair z = r * r;
  // Even and odd powers apart, so that neither waits for the other.
  const Pair even = (((k.even[4] * z + k.even[3]) * z + k.even[2]) * z + k.even[1]) * z + k.even[0];
  const Pair odd = (((k.odd[4] * z + k.odd[3]) * z + k.odd[2]) * z + k.odd[1]) * z + k.odd[0];
  const Pair scale = from_bits((to_bits(shifted) + kExponentBias) << kMantissaBits);
  return scale + scale * (r + z * (even + r * odd));
}

/// 1 / (1 + e^-x) with x clipped to ± clip; 0.5 at 0 to the last bit.
struct Sigmoid {
  explicit Sigmoid(double limit) : clip(both(limit)) {}

  Pair operator()(Pair x) const {
    return k.one / (k.one + exp(-at_most(at_least(x, -clip), clip), k));
  }

  Pair clip;
  ExpConstants k = kExpConstants;
};

/// tanh x by the addition theorem: x = c + r with c the nearest of the table's points, and
///
///     tanh(c + r) = (T + t) / (1 + T t) = T + (t - t T²) / (1 + T t),   T = tanh c, t = tanh r
///
/// with T from the table and t = r + r³ p(r²), p of degree 2. x - c is exact. 1.3 units in the last
/// place in all, and 2 at worst, just above 1/64: there T and the result are of different size. The
/// polynomial is interpolated at Chebyshev's points, but for a hair's breadth in its first number,
/// which halves the error there. Nothing cancels near 0, where c and T are 0. (The sign of -0 is
/// not kept: it would take a tenth of the time.)
struct Tanh {
  Pair operator()(Pair x) const {
    const Pair clipped = at_most(at_least(x, -k.saturation), k.saturation);
    const Pair shifted = clipped + k.rounder;
    const Pair r = clipped - (shifted - k.rounder);
    const Pair point = tanh_at_points(to_bits(shifted));
    const Pair z = r * r;
    const Pair t = r + r * z * ((k.odd[2] * z + k.odd[1]) * z + k.odd[0]);
    const Pair u = point * t;
    return point + (t - u * point) / (k.one + u);
  }

  TanhConstants k = kTanhConstants;
};

}  // namespace moonlab::kernels
