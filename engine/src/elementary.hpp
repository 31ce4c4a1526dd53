#pragma once

#include <cstdint>
#include <cstring>
#include <initializer_list>

/// exp, tanh and sigmoid for two numbers at a time, from IEEE operations alone: the same bits in
/// every browser and natively, where each C library's own differ in the last place. Part of the
/// kernels.
namespace moonlab::kernels {

// Two doubles in a register: SSE2, NEON and WebAssembly's SIMD128 all have them, so that sums are
// split in the same two lanes, and come out the same, on every machine.
using Pair = double __attribute__((vector_size(16)));
using PairBits = std::int64_t __attribute__((vector_size(16)));

inline Pair load(const double* from) {
  Pair pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}

inline void store(Pair pair, double* to) { std::memcpy(to, &pair, sizeof pair); }

inline Pair both(double value) { return Pair{value, value}; }

/// The smaller one. NaN in `value` stays NaN.
inline Pair at_most(Pair value, double limit) { return value > limit ? both(limit) : value; }
inline Pair at_least(Pair value, double limit) { return value < limit ? both(limit) : value; }

/// e^x = 2^n (1 + fraction).
struct ScaledExp {
  Pair scale;     ///< 2^n
  Pair fraction;  ///< e^r - 1 with |r| ≤ ln(2) / 2
};

/// Cody & Waite's reduction x = n ln 2 + r, with ln 2 in two parts so that n ln 2 is exact, then
/// the Taylor series of e^r - 1, whose first term left out, r^14 / 14!, is below 5e-18.
/// @param x |x| ≤ 700, or NaN (which `fraction` then is)
inline ScaledExp scaled_exp(Pair x) {
  constexpr double kLog2E = 1.4426950408889634;
  constexpr double kLn2High = 6.93147180369123816490e-01;  // 21 trailing zero bits
  constexpr double kLn2Low = 1.90821492927058770002e-10;
  // 1.5 · 2^52: adding it leaves the rounded number in the low bits, subtracting gives it back.
  constexpr double kRounder = 6755399441055744.0;
  constexpr int kMantissaBits = 52;
  constexpr std::int64_t kExponentBias = 1023;

  const Pair shifted = x * kLog2E + kRounder;
  const Pair n = shifted - kRounder;
  const Pair r = (x - n * kLn2High) - n * kLn2Low;
  Pair sum = both(1.0 / 6227020800.0);  // 1 / 13!
  for (const double factorial : {479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0,
                                 720.0, 120.0, 24.0, 6.0, 2.0}) {
    sum = sum * r + 1.0 / factorial;
  }
  PairBits exponent;
  std::memcpy(&exponent, &shifted, sizeof exponent);
  exponent = (exponent + kExponentBias) << kMantissaBits;
  Pair scale;
  std::memcpy(&scale, &exponent, sizeof scale);
  return {scale, r + r * r * sum};
}

/// 1 / (1 + e^-x) with x clipped to ± clip; 0.5 at 0 to the last bit.
inline Pair sigmoid(Pair x, double clip) {
  const auto [scale, fraction] = scaled_exp(-at_most(at_least(x, -clip), clip));
  return 1.0 / (1.0 + (scale + scale * fraction));
}

/// tanh x = E / (E + 2) with E = e^2|x| - 1, and the sign of x; no cancellation near 0.
inline Pair tanh(Pair x) {
  constexpr double kSaturation = 20.0;  // tanh is 1 to the last bit from 19.1 on
  constexpr std::int64_t kSignBit = INT64_MIN;
  PairBits bits;
  std::memcpy(&bits, &x, sizeof bits);
  const PairBits sign = bits & kSignBit;
  bits ^= sign;
  Pair magnitude;
  std::memcpy(&magnitude, &bits, sizeof magnitude);
  const auto [scale, fraction] = scaled_exp(2.0 * at_most(magnitude, kSaturation));
  const Pair e = scale * fraction + (scale - 1.0);
  const Pair value = e / (e + 2.0);
  std::memcpy(&bits, &value, sizeof bits);
  bits |= sign;
  Pair result;
  std::memcpy(&result, &bits, sizeof result);
  return result;
}

}  // namespace moonlab::kernels
