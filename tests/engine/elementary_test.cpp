#include "elementary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "support.hpp"

using namespace moonlab;
using kernels::both;

namespace {

constexpr double kClip = 500;
constexpr double kExpLimit = 700;

double exp_of(double x) {
  const kernels::ExpConstants& k = kernels::kExpConstants;
  return kernels::exp(kernels::reduce_exponent(both(x), k), k)[0];
}

double tanh_of(double x) { return kernels::Tanh()(both(x))[0]; }
double sigmoid_of(double x) {
  const kernels::Sigmoid sigmoid(kClip);
  return sigmoid.finish(sigmoid.reduce(both(x)), both(x))[0];
}
double elu_of(double x) {
  const kernels::Elu elu;
  return elu.finish(elu.reduce(both(x)), both(x))[0];
}

// e^x - 1 in extended precision by the same identity, with its series carried to the end. (The C
// library's expl and tanhl are no reference: Emscripten's have the precision of double.)
long double exact_expm1(long double x) {
  constexpr long double kLn2High = 6.93147180369123816490e-01;  // products with it are exact
  constexpr long double kLn2Low = 1.9082149292705877000165346e-10L;
  const long double n = std::floor(x / (kLn2High + kLn2Low) + 0.5L);
  const long double r = (x - n * kLn2High) - n * kLn2Low;
  long double sum = 0;
  for (int k = 30; k >= 1; --k) sum = (sum + 1) * r / k;
  const long double scale = std::ldexp(1.0L, static_cast<int>(n));
  return scale * sum + (scale - 1);
}

long double exact_exp(long double x) {
  // Where the sum would cancel, the reciprocal does not. (Nor is it near 1 / 2; see below.)
  return x > -1 ? 1 + exact_expm1(x) : 1 / (1 + exact_expm1(-x));
}

long double exact_tanh(long double x) {
  const long double e = exact_expm1(2 * std::min(std::abs(x), 40.0L));
  return std::copysign(e / (e + 2), x);
}

long double exact_sigmoid(long double x) {
  // The next term is x³ / 48. (Emscripten's quadruple division is wrong just below 1 / 2.)
  if (std::abs(x) < 1e-12L) return 0.5L + x / 4;
  return 1 / (2 + exact_expm1(-std::clamp(x, -500.0L, 500.0L)));
}

// Distance in units of the last place of what is right.
double ulps(double ours, long double right) {
  const auto nearest = static_cast<double>(right);
  const double place = std::nextafter(std::abs(nearest), std::numeric_limits<double>::infinity()) -
                       std::abs(nearest);
  return static_cast<double>(std::abs(static_cast<long double>(ours) - right) / place);
}

// From the smallest subnormal to the largest number, both signs, and densely where it bends.
std::vector<double> arguments() {
  std::vector<double> values;
  for (double x = 1e-323; x < 1e308; x *= 1.37) values.push_back(x);
  for (double x = 0.0013; x < 40; x += 0.0171) values.push_back(x);
  for (double x = 40; x < 705; x += 0.93) values.push_back(x);
  // Where tanh's table gives it most trouble.
  for (double x = 0.0039062; x < 0.0039125; x += 5.7e-10) values.push_back(x);
  const std::size_t n = values.size();
  for (std::size_t i = 0; i < n; ++i) values.push_back(-values[i]);
  return values;
}

}  // namespace

TEST_CASE("tanh is right to 2 units in the last place") {
  double worst = 0;
  for (const double x : arguments()) {
    worst = std::max(worst, ulps(tanh_of(x), exact_tanh(x)));
  }
  CHECK(worst < 2);
}

TEST_CASE("exp is right to 2 units in the last place") {
  double worst = 0;
  for (const double x : arguments()) {
    if (std::abs(x) <= kExpLimit) worst = std::max(worst, ulps(exp_of(x), exact_exp(x)));
  }
  CHECK(worst < 2);
}

TEST_CASE("sigmoid is right to 2 units in the last place") {
  double worst = 0;
  for (const double x : arguments()) {
    worst = std::max(worst, ulps(sigmoid_of(x), exact_sigmoid(x)));
  }
  CHECK(worst < 2);
}

TEST_CASE("e^x - 1, which ELU is below 0, is right to 2 units in the last place") {
  double worst = 0;
  for (const double x : arguments()) {
    if (x <= 0) worst = std::max(worst, ulps(elu_of(x), exact_expm1(std::max(x, -700.0))));
  }
  CHECK(worst < 2);
}

TEST_CASE("the far ends, zeros and NaN come out right") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(tanh_of(infinity) == 1);
  CHECK(tanh_of(-infinity) == -1);
  CHECK(tanh_of(0.0) == 0);
  CHECK(tanh_of(-0.0) == 0);
  CHECK(sigmoid_of(0.0) == 0.5);
  CHECK(sigmoid_of(-0.0) == 0.5);
  CHECK(sigmoid_of(infinity) == 1);
  CHECK(sigmoid_of(-infinity) == sigmoid_of(-kClip));
  CHECK(exp_of(0.0) == 1);
  CHECK(elu_of(0.0) == 0);
  CHECK(elu_of(-0.0) == 0);
  CHECK(elu_of(infinity) == infinity);
  CHECK(elu_of(-infinity) == -1);
  CHECK(std::isnan(elu_of(NAN)));
  CHECK(std::isnan(exp_of(NAN)));
  CHECK(std::isnan(tanh_of(NAN)));
  CHECK(std::isnan(sigmoid_of(NAN)));
}

TEST_CASE("the two lanes do not touch each other") {
  const kernels::Pair mixed = kernels::Tanh()(kernels::Pair{NAN, 0.5});
  CHECK(std::isnan(mixed[0]));
  CHECK(mixed[1] == tanh_of(0.5));
}
