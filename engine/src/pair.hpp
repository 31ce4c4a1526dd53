#pragma once

#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __FAST_MATH__
#error "Moonlab's numbers are IEEE's, in the order written: compile its sources without -ffast-math"
#endif
static_assert(FLT_EVAL_METHOD == 0, "doubles have to be computed as doubles");

/// Two doubles in a register: what SSE2, NEON and WebAssembly's SIMD128 all have, so that sums are
/// split in the same two lanes, and come out the same, on every machine. Part of the kernels.
namespace moonlab::kernels {

using Pair = double __attribute__((vector_size(16)));
using PairBits = std::int64_t __attribute__((vector_size(16)));

inline Pair load(const double* from) {
  Pair pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}

inline void store(Pair pair, double* to) { std::memcpy(to, &pair, sizeof pair); }

constexpr Pair both(double value) { return Pair{value, value}; }

/// Four numbers, rounded.
inline void store_singles(Pair low, Pair high, float* to) {
#ifdef __wasm_simd128__
  // Each with two zeros, as one instruction has it.
  using Singles = float __attribute__((vector_size(16)));
  const auto rounded = [](Pair pair) {
    return __builtin_convertvector(__builtin_shufflevector(pair, both(0), 0, 1, 2, 3), Singles);
  };
  const Singles all = __builtin_shufflevector(rounded(low), rounded(high), 0, 1, 4, 5);
  std::memcpy(to, &all, sizeof all);
#else
  for (std::size_t i = 0; i < 2; ++i) {
    to[i] = static_cast<float>(low[i]);
    to[2 + i] = static_cast<float>(high[i]);
  }
#endif
}

inline double sum(Pair pair) { return pair[0] + pair[1]; }

inline PairBits to_bits(Pair pair) {
  PairBits bits;
  std::memcpy(&bits, &pair, sizeof bits);
  return bits;
}

inline Pair from_bits(PairBits bits) {
  Pair pair;
  std::memcpy(&pair, &bits, sizeof pair);
  return pair;
}

/// The smaller one. NaN in `value` stays NaN.
inline Pair at_most(Pair value, Pair limit) {
#ifdef __wasm_simd128__
  return __builtin_wasm_pmin_f64x2(value, limit);  // one instruction, which clang does not find
#else
  return value > limit ? limit : value;
#endif
}

/// The larger one. NaN in `value` stays NaN.
inline Pair at_least(Pair value, Pair limit) {
#ifdef __wasm_simd128__
  return __builtin_wasm_pmax_f64x2(value, limit);
#else
  return value < limit ? limit : value;
#endif
}

/// The value where the mask of a comparison is set, 0 elsewhere.
inline Pair where(PairBits mask, Pair value) {
#ifdef __wasm_simd128__
  // Or clang would choose between the value and 0 instead, which takes three instructions.
  asm("" : "+r"(mask));
#endif
  return from_bits(mask & to_bits(value));
}

}  // namespace moonlab::kernels
