#include "algebra.hpp"

namespace moonlab {

Matrix product(const Matrix& a, const Matrix& b) { return weighted_sums(a, b, zeros(rows(a), 1)); }

// By hand, both: as xtensor's views, sums and broadcasts they weigh ten times as much in the
// browser's module.

// A row of the result at a time, all of whose sums grow together: everything then lies side by side
// in memory. Each sum adds up in order.
Matrix weighted_sums(const Matrix& weights, const Matrix& inputs, const Matrix& biases) {
  const std::size_t n = columns(inputs);
  Matrix result = zeros(rows(weights), n);
  double* sums = result.data();
  for (std::size_t r = 0; r < rows(weights); ++r, sums += n) {
    const double* input = inputs.data();
    for (std::size_t m = 0; m < rows(inputs); ++m, input += n) {
      const double weight = weights(r, m);
      for (std::size_t c = 0; c < n; ++c) sums[c] += weight * input[c];
    }
    for (std::size_t c = 0; c < n; ++c) sums[c] += biases(r, 0);
  }
  return result;
}

Matrix transposed(const Matrix& matrix) {
  Matrix result = empty_matrix(columns(matrix), rows(matrix));
  for (std::size_t r = 0; r < rows(matrix); ++r) {
    for (std::size_t c = 0; c < columns(matrix); ++c) result(c, r) = matrix(r, c);
  }
  return result;
}

}  // namespace moonlab
