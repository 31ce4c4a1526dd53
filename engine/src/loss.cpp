#include "moonlab/loss.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "names.hpp"
#include "pair.hpp"

namespace moonlab {
namespace {

constexpr std::array<std::pair<std::string_view, Loss>, 2> kLosses = {{
    {"binary_cross_entropy", Loss::kBinaryCrossEntropy},
    {"mean_squared_error", Loss::kMeanSquaredError},
}};

using kernels::Pair;

// So many probabilities of at least kProbabilityClip can be multiplied and stay a normal number.
constexpr std::size_t kProductFactors = 40;

double clipped(double p) { return std::clamp(p, kProbabilityClip, 1 - kProbabilityClip); }

void require_predictions(const Matrix& y_true, const Matrix& y_pred) {
  require(y_true.size() > 0, "y_true", "shape " + shape_text(y_true), "one sample or more");
  require_shape(y_pred, "y_pred", rows(y_true), columns(y_true));
}

double mean_loss(Loss loss, const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  return loss_sum(loss, y_true.data(), y_pred.data(), y_true.size()) /
         static_cast<double>(y_true.size());
}

// Binary cross-entropy for labels of 0 and 1, which is -Σ log q = -log Π q with q the probability
// given to the right label: one logarithm for many samples. A product's rounding, half a unit in
// the last place a factor, is that of the sum it stands for. NaN when there is another label.
double negative_log_likelihood(const double* y, const double* p, std::size_t n) {
  const Pair low = kernels::both(kProbabilityClip);
  const Pair high = kernels::both(1 - kProbabilityClip);
  const auto likelihood = [=](Pair label, Pair probability) {
    const Pair q = kernels::at_most(kernels::at_least(probability, low), high);
    const Pair of_zero = label == 0.0 ? 1.0 - q : kernels::both(NAN);
    return label == 1.0 ? q : of_zero;
  };
  double total = 0;
  for (std::size_t first = 0; first < n; first += kProductFactors) {
    const std::size_t last = std::min(first + kProductFactors, n);
    Pair product = kernels::both(1.0);
    std::size_t i = first;
    for (; i + 2 <= last; i += 2) product *= likelihood(kernels::load(y + i), kernels::load(p + i));
    if (i < last) product[0] *= likelihood(kernels::both(y[i]), kernels::both(p[i]))[0];
    total -= std::log(product[0] * product[1]);
  }
  return total;
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

double loss_sum(Loss loss, const double* y, const double* p, std::size_t n) {
  if (loss == Loss::kBinaryCrossEntropy) {
    const double total = negative_log_likelihood(y, p, n);
    if (!std::isnan(total)) return total;
  }
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += loss_term(loss, y[i], p[i]);
  return total;
}

double count_right(const double* y, const double* p, std::size_t n) {
  kernels::PairBits negated = {};  // a comparison that holds is -1
  for (std::size_t i = 0; i + 2 <= n; i += 2) {
    const Pair predicted =
        kernels::where(kernels::load(p + i) > kDecisionThreshold, kernels::both(1));
    negated += predicted == kernels::load(y + i);
  }
  const bool last_is_right = n % 2 == 1 && is_right(y[n - 1], p[n - 1]);
  return static_cast<double>(-(negated[0] + negated[1])) + (last_is_right ? 1 : 0);
}

double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred) {
  return mean_loss(Loss::kBinaryCrossEntropy, y_true, y_pred);
}

double mean_squared_error(const Matrix& y_true, const Matrix& y_pred) {
  return mean_loss(Loss::kMeanSquaredError, y_true, y_pred);
}

double accuracy(const Matrix& y_true, const Matrix& y_pred) {
  require_predictions(y_true, y_pred);
  return count_right(y_true.data(), y_pred.data(), y_true.size()) /
         static_cast<double>(y_true.size());
}

}  // namespace moonlab
