#include "moonlab/random_state.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

// The expected values below are NumPy 1.24.2's, RandomState(42).

TEST_CASE("a million uniform draws are NumPy's, to the last bit") {
  RandomState stream(42);
  std::uint64_t checksum = 0;
  // np.sum((r.random_sample(1000000) * 2.0**53).astype(np.uint64))
  for (int i = 0; i < 1000000; ++i) {
    checksum += static_cast<std::uint64_t>(std::ldexp(stream.random_sample(), 53));
  }
  CHECK(checksum == 5606857017983934537ULL);
  // then np.sum(r.permutation(1000000) * np.arange(1000000)), and one more draw
  const Indices order = stream.permutation(1000000);
  checksum = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    checksum += static_cast<std::uint64_t>(order[i]) * i;
  }
  CHECK(checksum == 249988107666326395ULL);
  CHECK(stream.random_sample() == 0.04299272327216286);
}

TEST_CASE("a million normal draws are NumPy's, to the last bit of what it gives without FMA") {
  RandomState stream(42);
  double sum = 0;
  double squares = 0;
  double last = 0;
  std::uint64_t checksum = 1469598103934665603ULL;
  for (int i = 0; i < 1000000; ++i) {
    last = stream.randn();
    std::uint64_t bits = 0;
    std::memcpy(&bits, &last, sizeof bits);
    checksum = (checksum ^ bits) * 1099511628211ULL;
    sum += last;
    squares += last * last;
  }
  // FNV-1a over r.randn(1000000).view(np.uint64), with
  // GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2: NumPy takes the C library's log
  CHECK(checksum == 16089737492106401979ULL);
  // n = r.randn(1000000); n.sum(), (n * n).sum(), n[-1]
  CHECK(sum == doctest::Approx(-1599.7564542563723).epsilon(1e-11));
  CHECK(squares == doctest::Approx(1000378.6681880152).epsilon(1e-12));
  CHECK(last == doctest::Approx(0.4764302546832209).epsilon(1e-14));
}

TEST_CASE("whole numbers below a bound are NumPy's, and no draw where there is but one") {
  RandomState stream(42);
  const auto draws = [&](std::uint32_t high, std::size_t n) {
    std::vector<std::uint32_t> values(n);
    for (std::uint32_t& value : values) value = stream.randint(high);
    return values;
  };
  // r.randint(3, size=10), r.randint(4, size=6), r.randint(2, size=8), r.randint(1, size=3)
  CHECK(draws(3, 10) == std::vector<std::uint32_t>{2, 0, 2, 2, 0, 0, 2, 1, 2, 2});
  CHECK(draws(4, 6) == std::vector<std::uint32_t>{2, 2, 3, 0, 3, 3});
  CHECK(draws(2, 8) == std::vector<std::uint32_t>{1, 0, 1, 0, 1, 1, 1, 1});
  CHECK(draws(1, 3) == std::vector<std::uint32_t>{0, 0, 0});
  CHECK(stream.random_sample() == 0.21233911067827616);
  CHECK(message_of([&] { return stream.randint(0); }) == "high: 0; allowed: 1 or more");
}

TEST_CASE("uniform and normal are scaled draws of the same stream") {
  RandomState scaled(7);
  RandomState plain(7);
  CHECK(scaled.uniform(-5, 5) == -5 + 10 * plain.random_sample());
  CHECK(scaled.normal(1.5, 0.25) == 1.5 + 0.25 * plain.randn());
}

TEST_CASE("shuffle permutes, and permutation is a shuffle of 0 … n-1") {
  Indices values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  RandomState(3).shuffle(values);
  CHECK(values == RandomState(3).permutation(10));
  std::sort(values.begin(), values.end());
  CHECK(values == Indices{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("shuffling nothing or one value is no draw") {
  RandomState stream(3);
  Indices none;
  Indices one = {7};
  stream.shuffle(none);
  stream.shuffle(one);
  CHECK(one == Indices{7});
  CHECK(stream.permutation(0).empty());
  CHECK(stream.random_sample() == RandomState(3).random_sample());
}

TEST_CASE("copies of a stream go on independently") {
  RandomState stream(3);
  stream.randn();
  RandomState copy = stream;
  CHECK(copy.randn() == stream.randn());
}
