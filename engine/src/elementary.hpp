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
  Pair odd[2];
};

extern const ExpConstants kExpConstants;
extern const TanhConstants kTanhConstants;

/// x = n ln 2 + r with |r| ≤ ln(2) / 2 and a whole n.
struct ReducedExponent {
  Pair r;
  Pair scale;  ///< 2^n
};

/// Cody & Waite's reduction: ln 2 is in two parts so that n ln 2 is exact.
/// @param x |x| ≤ 700, or NaN
inline ReducedExponent reduce_exponent(Pair x, const ExpConstants& k) {
  constexpr int kMantissaBits = 52;
  constexpr std::int64_t kExponentBias = 1023;
  const Pair shifted = x * k.log2_e + k.rounder;
  const Pair n = shifted - k.rounder;
  return {(x - n * k.ln2_high) - n * k.ln2_low,
          from_bits((to_bits(shifted) + kExponentBias) << kMantissaBits)};
}

/// e^r - 1 = r + r² p(r), with p of degree 9 interpolated at Chebyshev's points: e^r is 0.15 units
/// in the last place from the truth.
inline Pair reduced_expm1(Pair r, const ExpConstants& k) {
  const Pair z = r * r;
  // Even and odd powers apart, so that neither waits for the other.
  const Pair even = (((k.even[4] * z + k.even[3]) * z + k.even[2]) * z + k.even[1]) * z + k.even[0];
  const Pair odd = (((k.odd[4] * z + k.odd[3]) * z + k.odd[2]) * z + k.odd[1]) * z + k.odd[0];
  return r + z * (even + r * odd);
}

/// e^x = 2^n e^r: 1 unit in the last place from the truth, with rounding.
inline Pair exp(const ReducedExponent& x, const ExpConstants& k) {
  return x.scale + x.scale * reduced_expm1(x.r, k);
}

/// The x that exp() is right from: e^x is below what is added to it long before.
constexpr double kLeastExponent = -700.0;

/// e^x for one number. @param x |x| ≤ 700, or NaN
double exp(double x);

/// 1 / (1 + e^-x) with x clipped to ± clip; 0.5 at 0 to the last bit. In two steps: one step's
/// operations wait for each other so long that few pairs would be under way at a time.
struct Sigmoid {
  explicit Sigmoid(double limit) : clip(both(limit)) {}

  ReducedExponent reduce(Pair x) const {
    return reduce_exponent(-at_most(at_least(x, -clip), clip), k);
  }

  Pair finish(const ReducedExponent& minus_x, Pair) const {
    return k.one / (k.one + exp(minus_x, k));
  }

  Pair clip;
  ExpConstants k = kExpConstants;
};

/// x, or e^x - 1 below 0, in two steps as the sigmoid: max(x, 0) + (e^min(x, 0) - 1), of which one
/// is 0, and e^y - 1 = (2^n - 1) + 2^n (e^r - 1), where nothing cancels.
struct Elu {
  ReducedExponent reduce(Pair x) const {
    return reduce_exponent(at_least(at_most(x, zero), least), k);
  }

  Pair finish(const ReducedExponent& y, Pair x) const {
    return at_least(x, zero) + ((y.scale - k.one) + y.scale * reduced_expm1(y.r, k));
  }

  Pair zero = both(0.0);
  Pair least = both(kLeastExponent);
  ExpConstants k = kExpConstants;
};

/// tanh x by the addition theorem: x = c + r with c the nearest of the table's points, and
///
///     tanh(c + r) = (T + t) / (1 + T t) = T + (t - t T²) / (1 + T t),   T = tanh c, t = tanh r
///
/// with T from the table and t = r + r³ p(r²), p linear. x - c is exact. 1.4 units in the last
/// place in all, and 1.9 at worst, just above 1/256: there T and the result are of different size.
/// So the polynomial is exact at both ends, r = 0 and 1/256, and off by 0.2 units between. Nothing
/// cancels near 0, where c and T are 0. (The sign of -0 is not kept: it would take a tenth of the
/// time.)
struct Tanh {
  Pair operator()(Pair x) const {
    const Pair clipped = at_most(at_least(x, -k.saturation), k.saturation);
    const Pair shifted = clipped + k.rounder;
    const Pair r = clipped - (shifted - k.rounder);
    const Pair point = tanh_at_points(table, to_bits(shifted));
    const Pair z = r * r;
    const Pair t = r + r * z * (k.odd[1] * z + k.odd[0]);
    const Pair u = point * t;
    return point + (t - u * point) / (k.one + u);
  }

  TanhConstants k = kTanhConstants;
  const double* table = tanh_table();
};

}  // namespace moonlab::kernels
