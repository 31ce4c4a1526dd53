#include "moonlab/activity.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace moonlab {
namespace {

constexpr int kMaxSweeps = 50;

// Outputs whose spread is below this share of their size are constant up to round-off.
constexpr double kConstantSpread = 1e-12;

// outputs · outputsᵀ: how much each pair of neurons has in common.
Matrix gram_matrix(const Matrix& outputs) {
  const std::size_t n = rows(outputs);
  Matrix gram = Matrix::from_shape({n, n});
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i; j < n; ++j) {
      double sum = 0;
      for (std::size_t s = 0; s < columns(outputs); ++s) sum += outputs(i, s) * outputs(j, s);
      gram(i, j) = gram(j, i) = sum;
    }
  }
  return gram;
}

double effective_rank(const Matrix& gram) {
  std::vector<double> singular = symmetric_eigenvalues(gram);
  double total = 0;
  for (double& value : singular) {
    value = std::sqrt(std::max(0.0, value));
    total += value;
  }
  if (total == 0) return 0;
  double entropy = 0;
  for (const double value : singular) {
    const double share = value / total;
    if (share > 0) entropy -= share * std::log(share);
  }
  return std::exp(entropy);
}

bool is_constant(const double* values, std::size_t n) {
  const auto [low, high] = std::minmax_element(values, values + n);
  const double size = std::max(std::abs(*low), std::abs(*high));
  return *high - *low <= kConstantSpread * size;
}

std::size_t first_twin(const Matrix& gram, std::size_t neuron) {
  for (std::size_t other = 0; other < neuron; ++other) {
    const double lengths = std::sqrt(gram(neuron, neuron) * gram(other, other));
    const bool both_silent = gram(neuron, neuron) == 0 && gram(other, other) == 0;
    if (both_silent || (lengths > 0 && gram(neuron, other) >= kTwinCosine * lengths)) return other;
  }
  return neuron;
}

LayerActivity activity_of(const Matrix& outputs) {
  const Matrix gram = gram_matrix(outputs);
  LayerActivity activity{effective_rank(gram), {}, {}};
  for (std::size_t neuron = 0; neuron < rows(outputs); ++neuron) {
    activity.dead.push_back(is_constant(&outputs(neuron, 0), columns(outputs)));
    activity.twin_of.push_back(first_twin(gram, neuron));
  }
  return activity;
}

// Rotates rows and columns p and q so that the element between them becomes 0.
void rotate(Matrix& a, std::size_t p, std::size_t q) {
  if (a(p, q) == 0) return;
  const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
  const double t = std::copysign(1.0, theta) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double cosine = 1 / std::sqrt(t * t + 1);
  const double sine = t * cosine;
  for (std::size_t k = 0; k < rows(a); ++k) {
    const double kp = a(k, p);
    const double kq = a(k, q);
    a(k, p) = cosine * kp - sine * kq;
    a(k, q) = sine * kp + cosine * kq;
  }
  for (std::size_t k = 0; k < rows(a); ++k) {
    const double pk = a(p, k);
    const double qk = a(q, k);
    a(p, k) = cosine * pk - sine * qk;
    a(q, k) = sine * pk + cosine * qk;
  }
}

double largest_off_diagonal(const Matrix& a) {
  double largest = 0;
  for (std::size_t p = 0; p < rows(a); ++p) {
    for (std::size_t q = 0; q < p; ++q) largest = std::max(largest, std::abs(a(p, q)));
  }
  return largest;
}

}  // namespace

std::vector<double> symmetric_eigenvalues(Matrix matrix) {
  require_shape(matrix, "matrix", rows(matrix), rows(matrix));
  const std::size_t n = rows(matrix);
  double trace = 0;
  for (std::size_t i = 0; i < n; ++i) trace += std::abs(matrix(i, i));
  for (int sweep = 0; sweep < kMaxSweeps && largest_off_diagonal(matrix) > 1e-17 * trace; ++sweep) {
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) rotate(matrix, p, q);
    }
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) values.push_back(matrix(i, i));
  std::make_heap(values.begin(), values.end(), std::greater<>());
  std::sort_heap(values.begin(), values.end(), std::greater<>());
  return values;
}

std::vector<LayerActivity> layer_activities(const Network& network, const Matrix& X) {
  require(columns(X) >= 1, "X", "no sample", "one or more");
  std::vector<LayerActivity> activities;
  Matrix outputs = X;
  for (const Layer& layer : network.layers()) {
    outputs = layer.forward(outputs);
    activities.push_back(activity_of(outputs));
  }
  return activities;
}

}  // namespace moonlab
