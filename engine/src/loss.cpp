#include "moonlab/loss.hpp"

#include <algorithm>
#include <cmath>

#include "algebra.hpp"
#include "logarithm.hpp"
#include "loss_sums.hpp"
#include "names.hpp"

namespace moonlab {
namespace {

constexpr Named kLosses[] = {
    {"binary_cross_entropy", Loss::kBinaryCrossEntropy},
    {"mean_squared_error", Loss::kMeanSquaredError},
};

double clipped(double p) { return std::clamp(p, kProbabilityClip, 1 - kProbabilityClip); }

void require_predictions(const Matrix& y_true, const Matrix& y_pred) {
  require_whole(y_true, "y_true");
  require(y_true.size() > 0, "y_true", {"shape ", shape_of(y_true)}, "one sample or more");
  require_shape(y_pred, "y_pred", rows(y_true), columns(y_true));
}

double mean_loss(const Matrix& y_true, const Matrix& y_pred) {
  const std::size_t n = y_true.size();
  return kernels::loss_sum(Loss::kBinaryCrossEntropy, y_true.data(), y_pred.data(), n) /
         static_cast<double>(n);
}

}  // namespace

Loss loss_from_name(std::string_view name) { return value_of<Loss>("loss", kLosses, name); }

double loss_term(Loss loss, double y, double p) {
  if (loss == Loss::kMeanSquaredError) return (p - y) * (p - y);
  const double q = clipped(p);
  // Labels of 0 and 1 leave one logarithm of the two; the other is multiplied by 0.
  if (y == 1) return -kernels::log(q);
  if (y == 0) return -kernels::log(1 - q);
  return -(y * kernels::log(q) + (1 - y) * kernels::log(1 - q));
}

double loss_term_derivative(Loss loss, double y, double p) {
  if (loss == Loss::kMeanSquaredError) return 2 * (p - y);
  if (p != clipped(p)) return p * 0;  // 0, and NaN for NaN
  return (p - y) / (p * (1 - p));
}

double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_labels(Loss::kBinaryCrossEntropy, y_true, "y_true");
  return mean_loss(y_true, y_pred);
}

double mean_squared_error(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_finite(y_true, "y_true");
  return mean_of(xt::square(y_pred - y_true), y_true.size());
}

double accuracy(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  require_finite(y_true, "y_true");
  const auto predicted = xt::cast<double>(y_pred > kDecisionThreshold);
  return mean_of(xt::equal(predicted, y_true), y_true.size());
}

void require_labels(Loss loss, const Matrix& y, const Text& name) {
  require_named("loss", kLosses, loss);
  if (loss == Loss::kMeanSquaredError) return require_finite(y, name);
  const auto is_wrong = [](double label) { return !(label >= 0 && label <= 1); };
  const auto wrong = std::find_if(y.begin(), y.end(), is_wrong);
  if (wrong != y.end()) refuse(name, *wrong, "labels from 0 to 1 for cross-entropy");
}

}  // namespace moonlab
