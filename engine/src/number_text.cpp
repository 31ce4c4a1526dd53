#include <cmath>
#include <string>

#include "moonlab/require.hpp"

namespace moonlab {
namespace {

constexpr int kDigits = 10;

// The digits of a number from 1 to 9.999999999, without zeros at the end.
std::string digits_of(double number) {
  std::string digits = std::to_string(std::llround(number * 1e9));
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::string with_exponent(std::string digits, int exponent) {
  if (digits.size() > 1) digits.insert(1, ".");
  const std::string size = std::to_string(std::abs(exponent));
  return digits + (exponent < 0 ? "e-" : "e+") + (size.size() < 2 ? "0" : "") + size;
}

std::string with_point(std::string digits, int exponent) {
  if (exponent < 0)
    return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto n_whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= n_whole) return digits + std::string(n_whole - digits.size(), '0');
  return digits.insert(n_whole, ".");
}

}  // namespace

// As printf's "%.10g", which would be a tenth of the WebAssembly module.
std::string number_text(double value) {
  if (std::isnan(value)) return "nan";
  const std::string sign = value < 0 ? "-" : "";
  if (std::isinf(value)) return sign + "inf";
  if (value == 0) return "0";
  double number = std::abs(value);
  int exponent = 0;
  for (; number >= 10; number /= 10) ++exponent;
  for (; number < 1; number *= 10) --exponent;
  if (number >= 10 - 0.5e-9) {
    number = 1;
    ++exponent;
  }
  const bool is_plain = exponent >= -4 && exponent < kDigits;
  const std::string digits = digits_of(number);
  return sign + (is_plain ? with_point(digits, exponent) : with_exponent(digits, exponent));
}

}  // namespace moonlab
