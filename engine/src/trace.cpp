#include "moonlab/trace.hpp"

#include <algorithm>
#include <utility>

#include "algebra.hpp"
#include "moonlab/gradient.hpp"

namespace moonlab {
namespace {

Matrix activated(Activation activation, Matrix z) {
  for (double& value : z) value = activate(activation, value);
  return z;
}

// activation'(z) from activation(z)
Matrix derivatives(Activation activation, Matrix outputs) {
  for (double& value : outputs) value = derivative_from_value(activation, value);
  return outputs;
}

// d/dp of -y log p - (1 - y) log(1 - p), unclipped: (p - y) / (p (1 - p)), in the form that has its
// limit where p reaches y, 0 or 1.
double cross_entropy_slope(double y, double p) {
  const double towards_one = y == 0 ? 0.0 : -y / p;
  const double towards_zero = y == 1 ? 0.0 : (1 - y) / (1 - p);
  return towards_one + towards_zero;
}

// The output layer's part: ∂L/∂p from the loss, and delta from it.
void start_backward(LayerTrace& last, Activation activation, const Matrix& y, Loss loss) {
  const bool cancels = loss == Loss::kBinaryCrossEntropy && activation == Activation::kSigmoid;
  const auto n = static_cast<double>(y.size());
  const Matrix& p = last.output;
  last.output_gradient = zeros(rows(y), columns(y));
  std::transform(y.begin(), y.end(), p.begin(), last.output_gradient.begin(),
                 [&](double label, double prediction) {
                   return (cancels ? cross_entropy_slope(label, prediction)
                                   : loss_term_derivative(loss, label, prediction)) /
                          n;
                 });
  last.delta = derivatives(activation, p);
  if (cancels) {
    assign(last.delta, (p - y) / n);
  } else {
    assign(last.delta, last.output_gradient * last.delta);
  }
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
