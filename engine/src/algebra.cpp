#include "algebra.hpp"

namespace moonlab {

Matrix product(const Matrix& a, const Matrix& b) { return weighted_sums(a, b, zeros(rows(a), 1)); }

Matrix weighted_sums(const Matrix& weights, const Matrix& inputs, const Matrix& biases) {
  // Each row of weights against each column of inputs: (n, m, k), summed over m.
  return xt::sum(xt::view(weights, xt::all(), xt::all(), xt::newaxis()) *
                     xt::view(inputs, xt::newaxis(), xt::all(), xt::all()),
                 {1}) +
         biases;
}

// Index by index: the view that xt::transpose makes weighs six times as much in the browser's
// module.
Matrix transposed(const Matrix& matrix) {
  Matrix result = empty_matrix(columns(matrix), rows(matrix));
  for (std::size_t r = 0; r < rows(matrix); ++r) {
    for (std::size_t c = 0; c < columns(matrix); ++c) result(c, r) = matrix(r, c);
  }
  return result;
}

}  // namespace moonlab
