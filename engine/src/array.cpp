#include "moonlab/array.hpp"

#include <algorithm>
#include <cmath>

#include "pair.hpp"

namespace moonlab {

namespace {

void require_addresses(std::size_t n_rows, std::size_t n_columns) {
  const std::size_t most = kMaxElements / std::max<std::size_t>(n_columns, 1);
  require(n_columns <= kMaxElements && n_rows <= most, "shape", Shape{n_rows, n_columns},
          {"matrices of up to ", kMaxElements, " numbers"});
}

}  // namespace

Matrix empty_matrix(std::size_t n_rows, std::size_t n_columns) {
  require_addresses(n_rows, n_columns);
  return Matrix::from_shape({n_rows, n_columns});
}

SingleMatrix empty_single_matrix(std::size_t n_rows, std::size_t n_columns) {
  require_addresses(n_rows, n_columns);
  return SingleMatrix::from_shape({n_rows, n_columns});
}

Matrix zeros(std::size_t n_rows, std::size_t n_columns) {
  Matrix matrix = empty_matrix(n_rows, n_columns);
  matrix.fill(0.0);
  return matrix;
}

bool is_whole(const Matrix& matrix) {
  const std::size_t n = matrix.storage().size();
  if (columns(matrix) == 0) return n == 0;
  return n % columns(matrix) == 0 && n / columns(matrix) == rows(matrix);
}

// 0 · x is 0 for a finite x, and NaN, which stays in a sum, for any other. By pairs, because
// training asks after every update.
bool all_finite(const Matrix& matrix) {
  const double* values = matrix.data();
  const std::size_t n = matrix.size();
  kernels::Pair sums = {};
  for (std::size_t i = 0; i + 2 <= n; i += 2) sums += 0.0 * kernels::load(values + i);
  return kernels::sum(sums) == 0 && (n == 0 || std::isfinite(values[n - 1]));
}

std::string shape_text(const Matrix& matrix) {
  std::string text;
  Part(shape_of(matrix)).append_to(text);
  return text;
}

void require_whole(const Matrix& matrix, const Text& name) {
  require(is_whole(matrix), name, {"shape ", shape_of(matrix), " without its numbers"},
          "a matrix that was not moved from");
}

void require_shape(const Matrix& matrix, const Text& name, std::size_t n_rows,
                   std::size_t n_columns) {
  require(rows(matrix) == n_rows && columns(matrix) == n_columns, name,
          {"shape ", shape_of(matrix)}, Shape{n_rows, n_columns});
  require_whole(matrix, name);
}

void require_finite(const Matrix& matrix, const Text& name) {
  if (all_finite(matrix)) return;
  const auto is_infinite = [](double value) { return !std::isfinite(value); };
  refuse(name, *std::find_if(matrix.begin(), matrix.end(), is_infinite), "finite numbers");
}

void require_samples(const Matrix& matrix, const Text& name, std::size_t n_rows) {
  require(rows(matrix) == n_rows, name, {"shape ", shape_of(matrix)},
          {"(", n_rows, ", n_samples)"});
  require_whole(matrix, name);
}

}  // namespace moonlab
