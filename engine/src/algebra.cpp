#include "algebra.hpp"

namespace moonlab {

Matrix product(const Matrix& a, const Matrix& b) { return weighted_sums(a, b, zeros(rows(a), 1)); }

// Index by index, both: as xtensor's views, sums and broadcasts they weigh ten times as much in the
// browser's module.

Matrix weighted_sums(const Matrix& weights, const Matrix& inputs, const Matrix& biases) {
  Matrix result = empty_matrix(rows(weights), columns(inputs));
  for (std::size_t r = 0; r < rows(result); ++r) {
    for (std::size_t c = 0; c < columns(result); ++c) {
      double sum = 0;
      for (std::size_t m = 0; m < rows(inputs); ++m) sum += weights(r, m) * inputs(m, c);
      result(r, c) = sum + biases(r, 0);
    }
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
