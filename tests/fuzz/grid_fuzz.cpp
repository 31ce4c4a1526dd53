#include <cmath>

#include "hostile.hpp"
#include "moonlab/decision_grid.hpp"

// data_bounds and decision_grid.

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kMostPoints = 40;

Bounds measure(Input& input) {
  const Bounds bounds =
      data_bounds(input.samples(2, input.below(kMostPoints)), input.number_or(0.5));
  expect(std::isfinite(bounds.x1_min) && std::isfinite(bounds.x1_max) &&
             std::isfinite(bounds.x2_min) && std::isfinite(bounds.x2_max),
         "the bounds are finite");
  return bounds;
}

Bounds bounds(Input& input) {
  switch (input.below(2)) {
    case 0:
      return measure(input);
    case 1:
      return {input.number(), input.number(), input.number(), input.number()};
    default:
      return {-1, 1, -1, 1};
  }
}

}  // namespace
}  // namespace moonlab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  using namespace moonlab;
  fuzz::Input input(bytes, n);
  fuzz::attempt([&] {
    const Bounds bounds = fuzz::bounds(input);
    const Network network = input.network();
    const std::size_t resolution = input.size(fuzz::kMostPoints);
    const Matrix grid = decision_grid(network, bounds, resolution, input.feature_map());
    fuzz::expect(rows(grid) == network.n_outputs() * resolution && columns(grid) == resolution,
                 "a grid has resolution² points for each output");
  });
  return 0;
}
