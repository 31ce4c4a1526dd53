#include "moonlab/trace.hpp"

#include <algorithm>
#include <utility>

#include "algebra.hpp"
#include "elementary.hpp"
#include "moonlab/gradient.hpp"
#include "pass.hpp"

namespace moonlab {
namespace {

// e^z over the sum of these down each column. Without its largest, which changes no quotient, none
// overflows; and what is 700 below it, e^-700 of it, is nothing.
Matrix softmax(Matrix z) {
  const std::size_t n = columns(z);
  for (double* column = z.data(); column < z.data() + n; ++column) {
    double* const end = column + z.size();
    double largest = *column;
    for (double* value = column; value < end; value += n) largest = std::max(largest, *value);
    double sum = 0;
    for (double* value = column; value < end; value += n) {
      *value = kernels::exp(std::max(*value - largest, kernels::kLeastExponent));
      sum += *value;
    }
    for (double* value = column; value < end; value += n) *value /= sum;
  }
  return z;
}

Matrix activated(Activation activation, Matrix z) {
  if (activation == Activation::kSoftmax) return softmax(std::move(z));
  for (double& value : z) value = activate(activation, value);
  return z;
}

// activation'(z) from activation(z)
Matrix derivatives(Activation activation, Matrix outputs) {
  for (double& value : outputs) value = derivative_from_value(activation, value);
  return outputs;
}

// ∂L/∂z of a softmax from its outputs p and g = ∂L/∂p: every p depends on every z, and
// ∂p_j/∂z_k = p_k (1 if j = k else 0) - p_j p_k, so that ∂L/∂z_k = p_k (g_k - Σ_j g_j p_j).
Matrix through_softmax(const Matrix& p, const Matrix& g) {
  Matrix delta = g;
  const std::size_t n = columns(p);
  for (std::size_t s = 0; s < n; ++s) {
    double mean = 0;
    for (std::size_t i = s; i < p.size(); i += n) mean += g.data()[i] * p.data()[i];
    for (std::size_t i = s; i < p.size(); i += n) {
      delta.data()[i] = p.data()[i] * (g.data()[i] - mean);
    }
  }
  return delta;
}

// d/dp of a cross-entropy, unclipped: -y / p, and for two classes, -y log p - (1 - y) log(1 - p),
// (p - y) / (p (1 - p)), in the form that has its limit where p reaches y, 0 or 1.
double cross_entropy_slope(Loss loss, double y, double p) {
  const double towards_one = y == 0 ? 0.0 : -y / p;
  if (loss == Loss::kCategoricalCrossEntropy) return towards_one;
  const double towards_zero = y == 1 ? 0.0 : (1 - y) / (1 - p);
  return towards_one + towards_zero;
}

// n · ∂L/∂p, prediction by prediction.
template <typename Slope>
Matrix loss_slopes(const Matrix& y, const Matrix& p, Slope slope) {
  Matrix slopes = empty_matrix(rows(y), columns(y));
  std::transform(y.begin(), y.end(), p.begin(), slopes.begin(), slope);
  return slopes;
}

// The output layer's part: for cross-entropy of a sigmoid or a softmax, whose derivatives cancel,
// for softmax under another loss, and for anything else.
void start_backward(LayerTrace& last, Activation activation, const Matrix& y, Loss loss) {
  const double n = loss_divisor(loss, rows(y), columns(y));
  const Matrix& p = last.output;
  const bool cancels = derivatives_cancel(loss, activation);
  last.output_gradient = loss_slopes(y, p, [=](double label, double output) {
    return cancels ? cross_entropy_slope(loss, label, output)
                   : loss_term_derivative(loss, label, output);
  });
  if (cancels) {
    last.delta = empty_matrix(rows(y), columns(y));
    assign(last.delta, (p - y) / n);
  } else if (activation == Activation::kSoftmax) {
    last.delta = through_softmax(p, last.output_gradient);
    assign(last.delta, last.delta / n);
  } else {
    last.delta = derivatives(activation, p);
    assign(last.delta, last.output_gradient * last.delta / n);
  }
  assign(last.output_gradient, last.output_gradient / n);
}

}  // namespace

std::vector<LayerTrace> trace(const Network& network, const Matrix& X) {
  require_consistent(network);
  require_samples(X, "X", network.n_inputs());
  std::vector<LayerTrace> layers(network.layers().size());
  const Matrix* inputs = &X;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto& [weights, biases, activation] = network.layers()[i];
    layers[i].z = weighted_sums(weights, *inputs, biases);
    layers[i].output = activated(activation, layers[i].z);
    inputs = &layers[i].output;
  }
  return layers;
}

std::vector<LayerTrace> trace(const Network& network, const Dataset& data, Loss loss) {
  require_data(network, data, loss);
  std::vector<LayerTrace> layers = trace(network, data.X);
  start_backward(layers.back(), network.layers().back().activation, data.y, loss);
  for (std::size_t i = layers.size() - 1; i-- > 0;) {
    LayerTrace& layer = layers[i];
    layer.output_gradient =
        product(transposed(network.layers()[i + 1].weights), layers[i + 1].delta);
    layer.delta = derivatives(network.layers()[i].activation, layer.output);
    assign(layer.delta, layer.output_gradient * layer.delta);
  }
  return layers;
}

}  // namespace moonlab
