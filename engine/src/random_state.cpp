#include "moonlab/random_state.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

#include "logarithm.hpp"
#include "moonlab/require.hpp"

namespace moonlab {
namespace {

void require_indices(std::size_t n) { require(n <= INT32_MAX, "n", n, {"up to ", INT32_MAX}); }

}  // namespace

RandomState::RandomState(std::uint32_t seed) : generator_(seed) {}

double RandomState::random_sample() {
  const std::uint32_t high = next_uint32() >> 5;
  const std::uint32_t low = next_uint32() >> 6;
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

double RandomState::uniform(double low, double high) {
  return low + (high - low) * random_sample();
}

double RandomState::randn() {
  if (next_normal_) return *std::exchange(next_normal_, std::nullopt);
  double x1 = 0;
  double x2 = 0;
  double r2 = 0;
  do {
    x1 = 2.0 * random_sample() - 1.0;
    x2 = 2.0 * random_sample() - 1.0;
    r2 = x1 * x1 + x2 * x2;
  } while (r2 >= 1.0 || r2 == 0.0);
  const double factor = std::sqrt(-2.0 * kernels::log(r2) / r2);
  next_normal_ = factor * x1;
  return factor * x2;
}

double RandomState::normal(double loc, double scale) { return loc + scale * randn(); }

std::uint32_t RandomState::randint(std::uint32_t high) {
  require(high >= 1, "high", high, "1 or more");
  // Where there is no choice, NumPy draws nothing.
  return high == 1 ? 0 : interval(high - 1);
}

void RandomState::shuffle(Indices& values) {
  require_indices(values.size());
  for (std::size_t i = values.size(); i-- > 1;) {
    std::swap(values[i], values[interval(static_cast<std::uint32_t>(i))]);
  }
}

Indices RandomState::permutation(std::size_t n) {
  require_indices(n);
  Indices values(n);
  std::iota(values.begin(), values.end(), 0);
  shuffle(values);
  return values;
}

std::uint32_t RandomState::interval(std::uint32_t max) {
  std::uint32_t mask = max;
  for (int shift = 1; shift < 32; shift *= 2) mask |= mask >> shift;
  std::uint32_t value = 0;
  do {
    value = next_uint32() & mask;
  } while (value > max);
  return value;
}

}  // namespace moonlab
