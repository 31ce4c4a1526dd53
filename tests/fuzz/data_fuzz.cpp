#include <array>

#include "hostile.hpp"

// make_moons, make_circles and make_blobs: what they give is finite, and as large as was asked for.

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kMostSamples = 400;

Dataset blobs(Input& input, std::size_t n_samples) {
  std::vector<std::array<double, 2>> centers(input.below(5));
  for (auto& center : centers) center = {input.number(), input.number()};
  return make_blobs(n_samples, centers, input.number_or(1.0), input.seed(), input.coin());
}

Dataset any(Input& input, std::size_t n_samples) {
  switch (input.below(2)) {
    case 0:
      return make_moons(n_samples, input.maybe_number(), input.seed(), input.coin());
    case 1:
      return make_circles(n_samples, input.maybe_number(), input.number_or(0.5), input.seed(),
                          input.coin());
    default:
      return blobs(input, n_samples);
  }
}

}  // namespace
}  // namespace moonlab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  using namespace moonlab;
  fuzz::Input input(bytes, n);
  fuzz::attempt([&] {
    const std::size_t n_samples = input.size(fuzz::kMostSamples);
    const Dataset data = fuzz::any(input, n_samples);
    fuzz::expect(rows(data.X) == 2 && columns(data.X) == n_samples, "X is (2, n_samples)");
    fuzz::expect(rows(data.y) == 1 && columns(data.y) == n_samples, "y is (1, n_samples)");
    fuzz::expect(fuzz::all_finite(data.y), "the labels are finite");
  });
  return 0;
}
