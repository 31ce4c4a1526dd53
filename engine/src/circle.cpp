#include "circle.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>

#include "pair.hpp"

namespace moonlab {
namespace {

using kernels::both;
using kernels::from_bits;
using kernels::Pair;
using kernels::PairBits;
using kernels::to_bits;

/// Two points of the unit circle.
struct CirclePoints {
  Pair x;
  Pair y;
};

// Up to here a multiple of the first part of π/2 is exact.
constexpr double kFarthest = 1e6;

// 1 - r²/a + r⁴/ab - …, for divisors … b, a from the last to the first.
Pair alternating_series(Pair square, std::initializer_list<double> divisors) {
  Pair sum = both(1);
  for (const double divisor : divisors) sum = both(1) - square * sum / both(divisor);
  return sum;
}

Pair small_sine(Pair r) {
  const Pair square = r * r;
  const Pair tail =
      alternating_series(square, {17. * 16, 15. * 14, 13. * 12, 11. * 10, 9. * 8, 7. * 6, 5. * 4});
  return r - r * square * tail / both(6);
}

Pair small_cosine(Pair r) {
  const Pair square = r * r;
  const Pair tail =
      alternating_series(square, {16. * 15, 14. * 13, 12. * 11, 10. * 9, 8. * 7, 6. * 5, 4. * 3});
  return both(1) - square * tail / both(2);
}

// Where the flag is 1 the one value, where it is 0 the other.
Pair choose(PairBits flag, Pair one, Pair other) {
  return from_bits((to_bits(one) & -flag) | (to_bits(other) & ~-flag));
}

Pair negate_where(PairBits flag, Pair value) {
  constexpr std::int64_t kSign = std::numeric_limits<std::int64_t>::min();
  return from_bits(to_bits(value) ^ (-flag & kSign));
}

CirclePoints circle_points(Pair angle) {
  constexpr double kRounder = 6755399441055744.0;  // 1.5 · 2^52
  constexpr double kQuarter = 1.5707963267948966;
  constexpr double kQuarterHigh = 1.57079632673412561417e+00;  // 20 trailing zero bits
  constexpr double kQuarterLow = 6.07710050650619224932e-11;
  // Rounded, halves up: floor(angle / kQuarter + 0.5).
  const Pair above = angle / both(kQuarter) + both(0.5);
  Pair quarters = (above + both(kRounder)) - both(kRounder);
  quarters -= kernels::where(quarters > above, both(1));
  const Pair r = (angle - quarters * both(kQuarterHigh)) - quarters * both(kQuarterLow);
  const Pair sine = small_sine(r);
  const Pair cosine = small_cosine(r);
  const PairBits count = to_bits(quarters + both(kRounder));
  const PairBits odd = count & 1;
  return {negate_where((count + 1) >> 1 & 1, choose(odd, sine, cosine)),
          negate_where(count >> 1 & 1, choose(odd, cosine, sine))};
}

// The bits of 2/π after a word of zeros, as many as the largest double needs.
constexpr std::uint64_t kTwoOverPi[] = {0,
                                        0xa2f9836e4e441529,
                                        0xfc2757d1f534ddc0,
                                        0xdb6295993c439041,
                                        0xfe5163abdebbc561,
                                        0xb7246e3a424dd2e0,
                                        0x06492eea09d1921c,
                                        0xfe1deb1cb129a73e,
                                        0xe88235f52ebb4484,
                                        0xe99c7026b45f7e41,
                                        0x3991d639835339f4,
                                        0x9c845f8bbdf9283b,
                                        0x1ff897ffde05980f,
                                        0xef2f118b5a0a6d1f,
                                        0x6d367ecf27cb09b7,
                                        0x4f463f669e5fea2d,
                                        0x7527bac7ebe5f17b,
                                        0x3d0739f78a5292ea,
                                        0x6bfb5fb11f8d5d08};

// 64 bits of the table, from bit `first` on.
std::uint64_t two_over_pi(int first) {
  const std::uint64_t* word = kTwoOverPi + first / 64;
  return word[0] << first % 64 | word[1] >> 1 >> (63 - first % 64);
}

// a · b / 2^64, up to 3 too small.
std::uint64_t high_product(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kLow = 0xffffffff;
  return (a >> 32) * (b >> 32) + ((a >> 32) * (b & kLow) >> 32) + ((a & kLow) * (b >> 32) >> 32);
}

// An angle from -π/2 to π/2 with the same sine. |x| is m 2^e with a whole m: of |x| / 2π, which is
// m 2^(e-2) · 2/π, the table's bits before number e - 2 make whole turns only, and 128 from there
// on give the fraction to 2^-74.
double within_a_turn(double x) {
  if (!std::isfinite(x)) return std::numeric_limits<double>::quiet_NaN();
  constexpr std::int64_t kMantissa = (std::int64_t{1} << 52) - 1;
  constexpr double kStep = 3.141592653589793 / 9223372036854775808.0;  // π / 2^63
  const std::int64_t bits = to_bits(both(std::abs(x)))[0];
  const auto m = static_cast<std::uint64_t>((bits & kMantissa) + kMantissa + 1);
  const auto e = static_cast<int>(bits >> 52) - 1075;
  const int first = e - 2 + 64;
  constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
  std::uint64_t turn = m * two_over_pi(first) + high_product(m, two_over_pi(first + 64));
  // The far half of the circle is mirrored, while nothing has been rounded.
  if (turn + kHalf / 2 >= kHalf) turn = kHalf - turn;
  // As a signed number the fraction is from -1/4 to 1/4.
  const double angle = static_cast<double>(static_cast<std::int64_t>(turn)) * kStep;
  return x < 0 ? -angle : angle;
}

double brought_near(double x) { return std::abs(x) <= kFarthest ? x : within_a_turn(x); }

}  // namespace

CirclePoint circle_point(double angle) {
  const CirclePoints points = circle_points(both(angle));
  return {points.x[0], points.y[0]};
}

void sines(const double* x, std::size_t n, double* to) {
  for (std::size_t i = 0; i < n; i += 2) {
    const double first = brought_near(x[i]);
    const double second = i + 1 < n ? brought_near(x[i + 1]) : first;
    const Pair sine = circle_points(Pair{first, second}).y;
    to[i] = sine[0];
    if (i + 1 < n) to[i + 1] = sine[1];
  }
}

}  // namespace moonlab
