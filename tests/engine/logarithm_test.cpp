#include "logarithm.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>

#include "support.hpp"

using namespace moonlab;

namespace {

std::uint64_t to_bits(double x) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double from_bits(std::uint64_t bits) {
  double x = 0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

// 63 random bits.
std::uint64_t draw(std::mt19937& generator) {
  const std::uint64_t high = generator();
  const std::uint64_t low = generator();
  return (high << 32 | low) & 0x7fffffffffffffff;
}

}  // namespace

TEST_CASE("three million logarithms are musl's without fused multiply-add, to the last bit") {
  std::mt19937 generator(42);
  std::uint64_t checksum = 1469598103934665603ULL;
  const auto add = [&](double x) {
    checksum = (checksum ^ to_bits(kernels::log(x))) * 1099511628211ULL;
  };
  for (int i = 0; i < 1000000; ++i) {
    const std::uint64_t bits = draw(generator);
    const double share = static_cast<double>(bits >> 10) * 0x1p-53;
    if (std::isnan(from_bits(bits))) continue;
    add(from_bits(bits));    // of every size
    add(share);              // from 0 to 1
    add(0.9 + share * 0.2);  // around 1
  }
  // The same loop over log of musl 1.2.3 (src/math/log.c), compiled with -ffp-contract=off
  CHECK(checksum == 3358169676870157973ULL);
}

TEST_CASE("logarithms are within one unit in the last place of the C library's") {
  std::mt19937 generator(7);
  for (int i = 0; i < 100000; ++i) {
    const double x = std::ldexp(1 + static_cast<double>(generator()) * 0x1p-32, i % 2000 - 1000);
    const double expected = std::log(x);
    const double ours = kernels::log(x);
    CHECK(ours >= std::nextafter(expected, -std::numeric_limits<double>::infinity()));
    CHECK(ours <= std::nextafter(expected, std::numeric_limits<double>::infinity()));
  }
}

TEST_CASE("the logarithms at the ends of the numbers come out right") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  CHECK(to_bits(kernels::log(1)) == to_bits(0.0));
  CHECK(kernels::log(0.0) == -kInfinity);
  CHECK(kernels::log(-0.0) == -kInfinity);
  CHECK(kernels::log(kInfinity) == kInfinity);
  CHECK(std::isnan(kernels::log(-1)));
  CHECK(std::isnan(kernels::log(-kInfinity)));
  CHECK(std::isnan(kernels::log(NAN)));
  CHECK(kernels::log(std::numeric_limits<double>::denorm_min()) == -744.4400719213812);
}
