#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace moonlab {

/// Indices of samples, in an order that matters.
using Indices = std::vector<std::int32_t>;

/// NumPy's `numpy.random.RandomState`: for the same seed the same stream, call by call.
/// To the last bit, but for normal draws on a machine where NumPy's C library takes fused
/// multiply-adds for its logarithm: of a million some 50 differ there, by at most 2 units in the
/// last place.
///
/// The generator is MT19937 (Matsumoto & Nishimura 1998), seeded as NumPy's legacy seeding does,
/// which is also what std::mt19937 does. What is drawn from it follows NumPy's
/// `legacy-distributions.c` and `mtrand.pyx`; std's own distributions are not portable and would
/// give other numbers.
class RandomState {
 public:
  explicit RandomState(std::uint32_t seed);

  /// Uniform in [0, 1) with 53 random bits.
  double random_sample();

  /// Uniform in [low, high).
  double uniform(double low, double high);

  /// Standard normal: Marsaglia's polar method, whose second value is kept for the next call.
  double randn();

  /// Normal with mean loc and standard deviation scale.
  double normal(double loc, double scale);

  /// Uniform whole number in [0, high).
  /// @param high 1 or more
  /// @throws std::invalid_argument for 0
  std::uint32_t randint(std::uint32_t high);

  /// Shuffles in place (Fisher-Yates from the end).
  /// @param values up to 2^31 - 1
  /// @throws std::invalid_argument for more
  void shuffle(Indices& values);

  /// @param n 0 … 2^31 - 1
  /// @returns 0 … n-1 in random order.
  /// @throws std::invalid_argument for more
  [[nodiscard]] Indices permutation(std::size_t n);

 private:
  std::uint32_t next_uint32() { return static_cast<std::uint32_t>(generator_()); }

  /// Uniform whole number in [0, max], by masked rejection.
  std::uint32_t interval(std::uint32_t max);

  std::mt19937 generator_;
  std::optional<double> next_normal_;
};

}  // namespace moonlab
