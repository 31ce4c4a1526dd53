#include "moonlab/loss.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "algebra.hpp"
#include "logarithm.hpp"
#include "loss_sums.hpp"
#include "names.hpp"

namespace moonlab {
namespace {

constexpr Named kLosses[] = {
    {"binary_cross_entropy", Loss::kBinaryCrossEntropy},
    {"mean_squared_error", Loss::kMeanSquaredError},
    {"categorical_cross_entropy", Loss::kCategoricalCrossEntropy},
};

double clipped(double p) { return std::clamp(p, kProbabilityClip, 1 - kProbabilityClip); }

void require_predictions(const Matrix& y_true, const Matrix& y_pred) {
  require_whole(y_true, "y_true");
  require(y_true.size() > 0, "y_true", {"shape ", shape_of(y_true)}, "one sample or more");
  require_shape(y_pred, "y_pred", rows(y_true), columns(y_true));
}

double mean_loss(Loss loss, const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_labels(loss, y_true, "y_true");
  return kernels::loss_sum(loss, y_true.data(), y_pred.data(), y_true.size()) /
         loss_divisor(loss, rows(y_true), columns(y_true));
}

// The row of a column's largest number, the first of equals.
std::size_t largest_row(const Matrix& values, std::size_t column) {
  const std::size_t n = columns(values);
  const double* const value = values.data() + column;
  std::size_t largest = 0;
  for (std::size_t r = 1; r < rows(values); ++r) {
    if (value[r * n] > value[largest * n]) largest = r;
  }
  return largest;
}

// Whether each sample's labels are a single 1 among zeros, in two rows or more.
bool is_one_hot(const Matrix& y) {
  for (std::size_t s = 0; s < columns(y); ++s) {
    double sum = 0;
    for (std::size_t r = 0; r < rows(y); ++r) {
      const double label = y.data()[r * columns(y) + s];
      if (label != 0 && label != 1) return false;
      sum += label;
    }
    if (sum != 1) return false;
  }
  return rows(y) >= 2;
}

}  // namespace

Loss loss_from_name(std::string_view name) { return value_of<Loss>("loss", kLosses, name); }

double loss_term(Loss loss, double y, double p) {
  if (loss == Loss::kMeanSquaredError) return (p - y) * (p - y);
  const double q = clipped(p);
  if (loss == Loss::kCategoricalCrossEntropy) return y == 0 ? 0.0 : -y * kernels::log(q);
  // Labels of 0 and 1 leave one logarithm of the two; the other is multiplied by 0.
  if (y == 1) return -kernels::log(q);
  if (y == 0) return -kernels::log(1 - q);
  return -(y * kernels::log(q) + (1 - y) * kernels::log(1 - q));
}

double loss_term_derivative(Loss loss, double y, double p) {
  if (loss == Loss::kMeanSquaredError) return 2 * (p - y);
  if (p != clipped(p)) return p * 0;  // 0, and NaN for NaN
  if (loss == Loss::kCategoricalCrossEntropy) return -y / p;
  return (p - y) / (p * (1 - p));
}

double loss_divisor(Loss loss, std::size_t n_outputs, std::size_t n_samples) {
  const bool by_sample = loss == Loss::kCategoricalCrossEntropy;
  return static_cast<double>(by_sample ? n_samples : n_samples * n_outputs);
}

double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred) {
  return mean_loss(Loss::kBinaryCrossEntropy, y_true, y_pred);
}

double categorical_cross_entropy(const Matrix& y_true, const Matrix& y_pred) {
  return mean_loss(Loss::kCategoricalCrossEntropy, y_true, y_pred);
}

double mean_squared_error(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_finite(y_true, "y_true");
  return mean_of(xt::square(y_pred - y_true), y_true.size());
}

double accuracy(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_finite(y_true, "y_true");
  const std::size_t n = columns(y_true);
  if (rows(y_true) > 1) {
    std::size_t n_right = 0;
    for (std::size_t s = 0; s < n; ++s) n_right += largest_row(y_pred, s) == largest_row(y_true, s);
    return static_cast<double>(n_right) / static_cast<double>(n);
  }
  const auto predicted = xt::cast<double>(y_pred > kDecisionThreshold);
  return mean_of(xt::equal(predicted, y_true), n);
}

double r2_score(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_finite(y_true, "y_true");
  const std::size_t n = columns(y_true);
  double sum = 0;
  for (std::size_t r = 0; r < rows(y_true); ++r) {
    const double* y = y_true.data() + r * n;
    const double* p = y_pred.data() + r * n;
    const double squares = kernels::loss_sum(Loss::kMeanSquaredError, y, p, n);
    sum += r2_from(squares / static_cast<double>(n), variance_of(y, n));
  }
  return sum / static_cast<double>(rows(y_true));
}

double r2_from(double squared_error, double variance) {
  if (variance == 0) return squared_error == 0 ? 1 : 0;
  return 1 - squared_error / variance;
}

double variance_of(const double* y, std::size_t n) {
  if (n < 2) return std::numeric_limits<double>::quiet_NaN();
  // Their mean may be rounded, and equal numbers would seem to vary about it.
  if (std::all_of(y, y + n, [y](double value) { return value == *y; })) return 0;
  const double mean = std::accumulate(y, y + n, 0.0) / static_cast<double>(n);
  double squares = 0;
  for (std::size_t i = 0; i < n; ++i) squares += (y[i] - mean) * (y[i] - mean);
  return squares / static_cast<double>(n);
}

void require_labels(Loss loss, const Matrix& y, const Text& name) {
  require_named("loss", kLosses, loss);
  if (loss == Loss::kMeanSquaredError) return require_finite(y, name);
  if (loss == Loss::kCategoricalCrossEntropy) {
    return require(is_one_hot(y), name, {"shape ", shape_of(y), " and another label"},
                   "one-hot labels of two classes or more, for categorical cross-entropy");
  }
  const auto is_wrong = [](double label) { return !(label >= 0 && label <= 1); };
  const auto wrong = std::find_if(y.begin(), y.end(), is_wrong);
  if (wrong != y.end()) refuse(name, *wrong, "labels from 0 to 1 for cross-entropy");
}

}  // namespace moonlab
