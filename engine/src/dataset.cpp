#include "moonlab/dataset.hpp"

#include <algorithm>
#include <cmath>

#include "samples.hpp"

namespace moonlab {
namespace {

// matrix[:, indices]; a row after the other, which is three times as fast as xt::keep's view.
Matrix columns_at(const Matrix& matrix, const Indices& indices) {
  Matrix taken = empty_matrix(rows(matrix), indices.size());
  for (std::size_t r = 0; r < rows(matrix); ++r) {
    const double* from = matrix.data() + r * columns(matrix);
    std::transform(indices.begin(), indices.end(), taken.data() + r * indices.size(),
                   [=](std::int32_t index) { return from[index]; });
  }
  return taken;
}

}  // namespace

Split train_test_split(std::size_t n_samples, double test_size, std::uint32_t random_state) {
  require_count(n_samples);
  require(test_size > 0 && test_size < 1, "test_size", test_size, "a share above 0 and below 1");
  const auto n_test =
      static_cast<std::size_t>(std::ceil(test_size * static_cast<double>(n_samples)));
  require(n_test >= 1 && n_test < n_samples, "test_size",
          {test_size, " puts ", n_test, " of ", n_samples, " samples in the test set"},
          "a share that leaves one sample or more in each set");
  const Indices order = RandomState(random_state).permutation(n_samples);
  const auto boundary = order.begin() + static_cast<std::ptrdiff_t>(n_test);
  return {Indices(boundary, order.end()), Indices(order.begin(), boundary)};
}

Dataset take(const Dataset& dataset, const Indices& indices) {
  const std::size_t n = dataset.n_samples();
  require_whole(dataset.X, "X");
  require_shape(dataset.y, "y", rows(dataset.y), n);
  for (const std::int32_t index : indices) {
    if (index >= 0 && static_cast<std::size_t>(index) < n) continue;
    if (n == 0) refuse("indices", index, "none: there is no sample");
    refuse("indices", index, {"0 to ", n - 1});
  }
  return {columns_at(dataset.X, indices), columns_at(dataset.y, indices)};
}

}  // namespace moonlab
