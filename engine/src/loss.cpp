#include "moonlab/loss.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "names.hpp"

namespace moonlab {
namespace {

constexpr std::array<std::pair<std::string_view, Loss>, 2> kLosses = {{
    {"binary_cross_entropy", Loss::kBinaryCrossEntropy},
    {"mean_squared_error", Loss::kMeanSquaredError},
}};

double clipped(double p) { return std::clamp(p, kProbabilityClip, 1 - kProbabilityClip); }

void require_predictions(const Matrix& y_true, const Matrix& y_pred) {
  require(y_true.size() > 0, "y_true", "shape " + shape_text(y_true), "one sample or more");
  require_shape(y_pred, "y_pred", rows(y_true), columns(y_true));
}

template <typename Term>
double mean_of(const Matrix& y_true, const Matrix& y_pred, Term term) {
  require_predictions(y_true, y_pred);
  double total = 0;
  for (std::size_t i = 0; i < y_true.size(); ++i) total += term(y_true.data()[i], y_pred.data()[i]);
  return total / static_cast<double>(y_true.size());
}

}  // namespace

Loss loss_from_name(std::string_view name) { return value_of("loss", kLosses, name); }

double loss_term(Loss loss, double y, double p) {
  if (loss == Loss::kMeanSquaredError) return (p - y) * (p - y);
  const double q = clipped(p);
  // Labels of 0 and 1 leave one logarithm of the two; the other is multiplied by 0.
  if (y == 1) return -std::log(q);
  if (y == 0) return -std::log(1 - q);
  return -(y * std::log(q) + (1 - y) * std::log(1 - q));
}

double loss_term_derivative(Loss loss, double y, double p) {
  if (loss == Loss::kMeanSquaredError) return 2 * (p - y);
  if (p != clipped(p)) return p * 0;  // 0, and NaN for NaN
  return (p - y) / (p * (1 - p));
}

double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred) {
  return mean_of(y_true, y_pred,
                 [](double y, double p) { return loss_term(Loss::kBinaryCrossEntropy, y, p); });
}

double mean_squared_error(const Matrix& y_true, const Matrix& y_pred) {
  return mean_of(y_true, y_pred,
                 [](double y, double p) { return loss_term(Loss::kMeanSquaredError, y, p); });
}

double accuracy(const Matrix& y_true, const Matrix& y_pred) {
  return mean_of(y_true, y_pred, [](double y, double p) { return is_right(y, p) ? 1.0 : 0.0; });
}

}  // namespace moonlab
