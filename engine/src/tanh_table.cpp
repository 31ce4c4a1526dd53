#include "tanh_table.hpp"

#include <array>

namespace moonlab::kernels {
namespace {

// An unevaluated sum of two doubles, high + low with |low| at most half a unit in high's last
// place: some 106 bits (Dekker 1971; names as in Hida, Li & Bailey's QD).
struct DoubleDouble {
  double high;
  double low;
};

// a + b for |a| ≥ |b|
DoubleDouble quick_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

DoubleDouble two_product(double a, double b) {
  constexpr double kSplitter = 134217729.0;  // 2^27 + 1
  const auto split = [](double x) {
    const double high = kSplitter * x - (kSplitter * x - x);
    return DoubleDouble{high, x - high};
  };
  const double product = a * b;
  const auto [a_high, a_low] = split(a);
  const auto [b_high, b_low] = split(b);
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

// For |a| ≥ |b|, both of one sign.
DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  const auto [sum, error] = quick_two_sum(a.high, b.high);
  return quick_two_sum(sum, error + a.low + b.low);
}

DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const auto [product, error] = two_product(a.high, b.high);
  return quick_two_sum(product, error + (a.high * b.low + a.low * b.high));
}

DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double quotient = a.high / b.high;
  const auto [product, error] = two_product(quotient, b.high);
  const double rest = ((a.high - product) - error) + (a.low - quotient * b.low);
  return quick_two_sum(quotient, rest / b.high);
}

// From one point to the next: tanh(c + h) = (tanh c + tanh h) / (1 + tanh c tanh h).
std::array<double, kTanhPoints> create_table() {
  constexpr DoubleDouble kTanhOfStep = {0.007812341058161014, 6.570221056747088e-20};
  constexpr DoubleDouble kOne = {1, 0};
  std::array<double, kTanhPoints> table{};
  DoubleDouble value = kTanhOfStep;
  for (std::size_t i = 1; i < kTanhPoints / 2; ++i) {
    table[i] = value.high;
    table[kTanhPoints - i] = -value.high;
    value = (value + kTanhOfStep) / (kOne + value * kTanhOfStep);
  }
  return table;
}

}  // namespace

const double* tanh_table() {
  static const std::array<double, kTanhPoints> table = create_table();
  return table.data();
}

}  // namespace moonlab::kernels
