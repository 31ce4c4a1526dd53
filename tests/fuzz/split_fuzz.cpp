#include <algorithm>
#include <numeric>

#include "hostile.hpp"

// train_test_split, permutation, shuffle and take: every sample is in one place, and no other is.

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kMostSamples = 400;

void expect_each_once(Indices indices, const char* what) {
  std::sort(indices.begin(), indices.end());
  Indices all(indices.size());
  std::iota(all.begin(), all.end(), 0);
  expect(indices == all, what);
}

void split(Input& input) {
  const std::size_t n = input.size(kMostSamples);
  const Split split = train_test_split(n, input.number_or(0.2), input.seed());
  Indices both = split.train;
  both.insert(both.end(), split.test.begin(), split.test.end());
  expect(both.size() == n, "a split has as many samples as there are");
  expect_each_once(both, "a split has each sample once");
}

void permute(Input& input) {
  RandomState stream(input.seed());
  const std::size_t n = input.size(kMostSamples);
  Indices order = stream.permutation(n);
  expect(order.size() == n, "a permutation has n indices");
  stream.shuffle(order);
  expect_each_once(order, "a permutation has each index once");
}

void select(Input& input) {
  const Dataset data = input.dataset(2, 1, 40);
  const Indices indices = input.indices(data.n_samples());
  const Dataset taken = take(data, indices);
  expect(columns(taken.X) == indices.size(), "X has a column an index");
  expect(columns(taken.y) == indices.size(), "y has a column an index");
}

}  // namespace
}  // namespace moonlab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  using namespace moonlab;
  fuzz::Input input(bytes, n);
  fuzz::attempt([&] {
    switch (input.below(2)) {
      case 0:
        return fuzz::split(input);
      case 1:
        return fuzz::permute(input);
      default:
        return fuzz::select(input);
    }
  });
  return 0;
}
