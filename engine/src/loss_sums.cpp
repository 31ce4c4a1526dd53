#include "loss_sums.hpp"

#include <algorithm>
#include <cmath>

#include "logarithm.hpp"
#include "pair.hpp"

namespace moonlab::kernels {
namespace {

// So many probabilities of at least kProbabilityClip can be multiplied and stay a normal number.
constexpr std::size_t kProductFactors = 40;

// Cross-entropy for labels of 0 and 1, which is -Σ log q = -log Π q with q the probability given to
// the right label: one logarithm for many samples. A product's rounding, half a unit in the last
// place a factor, is that of the sum it stands for. NaN when there is another label.
double negative_log_likelihood(Loss loss, const double* y, const double* p, std::size_t n) {
  // What a label of 0 gives of p to the other class. Of several classes another row has that.
  const Pair share = both(loss == Loss::kBinaryCrossEntropy ? 1.0 : 0.0);
  const Pair low = both(kProbabilityClip);
  const Pair high = both(1 - kProbabilityClip);
  const auto likelihood = [=](Pair label, Pair probability) {
    const Pair q = at_most(at_least(probability, low), high);
    const Pair of_zero = label == 0.0 ? 1.0 - share * q : both(NAN);
    return label == 1.0 ? q : of_zero;
  };
  double total = 0;
  for (std::size_t first = 0; first < n; first += kProductFactors) {
    const std::size_t last = std::min(first + kProductFactors, n);
    Pair product = both(1.0);
    std::size_t i = first;
    for (; i + 2 <= last; i += 2) product *= likelihood(load(y + i), load(p + i));
    if (i < last) product[0] *= likelihood(both(y[i]), both(p[i]))[0];
    total -= log(product[0] * product[1]);
  }
  return total;
}

double sum_of_squares(const double* y, const double* p, std::size_t n) {
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += (p[i] - y[i]) * (p[i] - y[i]);
  return total;
}

}  // namespace

double loss_sum(Loss loss, const double* y, const double* p, std::size_t n) {
  if (loss == Loss::kMeanSquaredError) return sum_of_squares(y, p, n);
  double total = negative_log_likelihood(loss, y, p, n);
  if (!std::isnan(total)) return total;
  total = 0;
  for (std::size_t i = 0; i < n; ++i) total += loss_term(loss, y[i], p[i]);
  return total;
}

double count_right(const double* y, const double* p, std::size_t n) {
  PairBits negated = {};  // a comparison that holds is -1
  for (std::size_t i = 0; i + 2 <= n; i += 2) {
    const Pair predicted = where(load(p + i) > kDecisionThreshold, both(1));
    negated += predicted == load(y + i);
  }
  const bool last_is_right = n % 2 == 1 && (p[n - 1] > kDecisionThreshold ? 1.0 : 0.0) == y[n - 1];
  return static_cast<double>(-(negated[0] + negated[1])) + (last_is_right ? 1 : 0);
}

}  // namespace moonlab::kernels
