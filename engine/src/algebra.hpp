#pragma once

#include <cstddef>

#include "xtensor.hpp"

/// The algebra of the code that is written to be read, as xtensor writes it. What is written in
/// terms of whole matrices here is instantiated once, and not wherever it is used: every expression
/// of its own that broadcasts or reduces weighs 1 to 5 kB in the browser's module.
namespace moonlab {

/// target = expression, number by number, for an expression over matrices of the target's shape:
/// what xt::noalias(target) = expression does once it has found that nothing is to be broadcast.
template <typename Expression>
void assign(Matrix& target, const Expression& expression) {
  double* const values = target.data();
  const std::size_t n = target.size();
  for (std::size_t i = 0; i < n; ++i) values[i] = expression.data_element(i);
}

/// np.mean(expression), for an expression over matrices of n numbers, added up in order. By hand
/// for the same reason as assign(): what xt::mean reduces with weighs more than all the losses.
template <typename Expression>
double mean_of(const Expression& expression, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += static_cast<double>(expression.data_element(i));
  return sum / static_cast<double>(n);
}

/// a · b: all products of a row of a with a column of b, summed over what they share.
/// @param a (n, m), @param b (m, k)
/// @returns (n, k)
Matrix product(const Matrix& a, const Matrix& b);

/// weights · inputs + biases
/// @param weights (n, m), @param inputs (m, k), @param biases (n, 1)
/// @returns (n, k)
Matrix weighted_sums(const Matrix& weights, const Matrix& inputs, const Matrix& biases);

Matrix transposed(const Matrix& matrix);

}  // namespace moonlab
