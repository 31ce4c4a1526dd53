#include "moonlab/activity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "algebra.hpp"
#include "elementary.hpp"
#include "logarithm.hpp"

namespace moonlab {
namespace {

constexpr int kMaxSweeps = 50;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Outputs whose spread is below this share of their size are constant up to round-off.
constexpr double kConstantSpread = 1e-12;

// The outputs times a power of two that brings the largest to about 1, so that no square of one is
// lost. What is asked of them does not depend on their size, and no bit is lost by it.
Matrix scaled(const Matrix& outputs) {
  double largest = 0;
  for (const double output : outputs) largest = std::max(largest, std::abs(output));
  Matrix result = outputs;
  if (largest == 0 || !std::isfinite(largest)) return result;
  int exponent = 0;
  std::frexp(largest, &exponent);
  for (double& output : result) output = std::ldexp(output, -exponent);
  return result;
}

// The exponential of the entropy of the singular values' shares, from their squares.
double effective_rank(const std::vector<double>& squares) {
  std::vector<double> singular = squares;
  for (double& value : singular) value = std::sqrt(std::max(0.0, value));
  const double total = std::accumulate(singular.begin(), singular.end(), 0.0);
  if (total == 0) return 0;
  double entropy = 0;
  for (const double value : singular) {
    const double share = value / total;
    if (share > 0) entropy -= share * kernels::log(share);
  }
  return kernels::exp(entropy);
}

bool is_constant(const double* values, std::size_t n) {
  const auto [low, high] = std::minmax_element(values, values + n);
  const double size = std::max(std::abs(*low), std::abs(*high));
  return *high - *low <= kConstantSpread * size;
}

std::size_t first_twin(const Matrix& gram, std::size_t neuron) {
  for (std::size_t other = 0; other < neuron; ++other) {
    const double lengths = std::sqrt(gram(neuron, neuron)) * std::sqrt(gram(other, other));
    const bool both_silent = gram(neuron, neuron) == 0 && gram(other, other) == 0;
    if (both_silent || (lengths > 0 && gram(neuron, other) >= kTwinCosine * lengths)) return other;
  }
  return neuron;
}

LayerActivity activity_of(const Matrix& unscaled, bool with_rank) {
  const Matrix outputs = scaled(unscaled);
  // How much each pair of neurons has in common.
  const Matrix gram = product(outputs, transposed(outputs));
  const std::size_t n = rows(outputs);
  LayerActivity activity{kNone, std::vector<bool>(n), std::vector<std::size_t>(n)};
  if (with_rank && all_finite(gram))
    activity.effective_rank = effective_rank(symmetric_eigenvalues(gram));
  for (std::size_t neuron = 0; neuron < n; ++neuron) {
    activity.dead[neuron] = is_constant(&outputs(neuron, 0), columns(outputs));
    activity.twin_of[neuron] = first_twin(gram, neuron);
  }
  return activity;
}

// Turns a pair of numbers by the angle with this cosine and sine.
void turn(double& x, double& y, double cosine, double sine) {
  const double turned = cosine * x - sine * y;
  y = sine * x + cosine * y;
  x = turned;
}

// Rotates rows and columns p and q so that the element between them becomes 0. In place and number
// by number: a sweep makes thousands of these, each of them on two lines of the matrix.
void rotate(Matrix& a, std::size_t p, std::size_t q) {
  if (a(p, q) == 0) return;
  const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
  const double t = std::copysign(1.0, theta) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double cosine = 1 / std::sqrt(t * t + 1);
  const double sine = t * cosine;
  for (std::size_t k = 0; k < rows(a); ++k) turn(a(k, p), a(k, q), cosine, sine);
  for (std::size_t k = 0; k < rows(a); ++k) turn(a(p, k), a(q, k), cosine, sine);
}

// Of a symmetric matrix: what is below the diagonal will do. (Index by index, as diagonal_of():
// views of xtensor's for a triangle and a diagonal would be the largest part of this file in the
// browser.)
double largest_off_diagonal(const Matrix& a) {
  double largest = 0;
  for (std::size_t p = 0; p < rows(a); ++p) {
    for (std::size_t q = 0; q < p; ++q) largest = std::max(largest, std::abs(a(p, q)));
  }
  return largest;
}

std::vector<double> diagonal_of(const Matrix& matrix) {
  std::vector<double> values(rows(matrix));
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = matrix(i, i);
  return values;
}

}  // namespace

std::vector<double> symmetric_eigenvalues(Matrix matrix) {
  require_shape(matrix, "matrix", rows(matrix), rows(matrix));
  const std::size_t n = rows(matrix);
  double trace = 0;
  for (const double value : diagonal_of(matrix)) trace += std::abs(value);
  for (int sweep = 0; sweep < kMaxSweeps && largest_off_diagonal(matrix) > 1e-17 * trace; ++sweep) {
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) rotate(matrix, p, q);
    }
  }
  std::vector<double> values = diagonal_of(matrix);
  // Largest first. (std::sort would be larger in the browser's module, and may not meet a NaN.)
  for (auto next = values.begin(); next != values.end(); ++next) {
    std::iter_swap(next, std::max_element(next, values.end()));
  }
  return values;
}

std::vector<LayerActivity> layer_activities(const Network& network, const Matrix& X,
                                            bool with_ranks) {
  require_consistent(network);
  require_samples(X, "X", network.n_inputs());
  require(columns(X) >= 1, "X", "no sample", "one or more");
  require_finite(X, "X");
  std::vector<LayerActivity> activities(network.layers().size());
  Matrix outputs = X;
  for (std::size_t i = 0; i < activities.size(); ++i) {
    outputs = network.layers()[i].forward(outputs);
    activities[i] = activity_of(outputs, with_ranks);
  }
  return activities;
}

}  // namespace moonlab
