#include "moonlab/trace.hpp"

#include <algorithm>

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

// n · ∂L/∂p, prediction by prediction.
template <typename Slope>
Matrix loss_slopes(const Matrix& y, const Matrix& p, Slope slope) {
  Matrix slopes = empty_matrix(rows(y), columns(y));
  std::transform(y.begin(), y.end(), p.begin(), slopes.begin(), slope);
  return slopes;
}

// The output layer's part, for a sigmoid under binary cross-entropy and for anything else.
void start_backward(LayerTrace& last, Activation activation, const Matrix& y, Loss loss) {
  const auto n = static_cast<double>(y.size());
  const Matrix& p = last.output;
  last.delta = derivatives(activation, p);
  if (loss == Loss::kBinaryCrossEntropy && activation == Activation::kSigmoid) {
    last.output_gradient = loss_slopes(y, p, cross_entropy_slope);
    assign(last.delta, (p - y) / n);
  } else {
    last.output_gradient = loss_slopes(y, p, [=](double label, double output) {
      return loss_term_derivative(loss, label, output);
    });
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
