#include "moonlab/trace.hpp"

#include <utility>

#include "moonlab/gradient.hpp"

namespace moonlab {
namespace {

// weights · inputs + biases
Matrix weighted_sums(const Layer& layer, const Matrix& inputs) {
  Matrix z = Matrix::from_shape({layer.n_neurons(), columns(inputs)});
  for (std::size_t neuron = 0; neuron < rows(z); ++neuron) {
    for (std::size_t s = 0; s < columns(z); ++s) {
      double sum = layer.biases(neuron, 0);
      for (std::size_t i = 0; i < layer.n_inputs(); ++i) {
        sum += layer.weights(neuron, i) * inputs(i, s);
      }
      z(neuron, s) = sum;
    }
  }
  return z;
}

Matrix activated(Activation activation, Matrix z) {
  for (double& value : z) value = activate(activation, value);
  return z;
}

// weightsᵀ · delta: what the inputs of a layer hear from all its neurons.
Matrix input_gradient(const Layer& layer, const Matrix& delta) {
  Matrix gradient = xt::zeros<double>({layer.n_inputs(), columns(delta)});
  for (std::size_t i = 0; i < rows(gradient); ++i) {
    for (std::size_t s = 0; s < columns(gradient); ++s) {
      for (std::size_t neuron = 0; neuron < rows(delta); ++neuron) {
        gradient(i, s) += layer.weights(neuron, i) * delta(neuron, s);
      }
    }
  }
  return gradient;
}

// output_gradient · activation'(z), element by element.
Matrix delta_of(const LayerTrace& layer, Activation activation) {
  Matrix delta = layer.output_gradient;
  for (std::size_t i = 0; i < delta.size(); ++i) {
    delta.data()[i] *= derivative_from_value(activation, layer.output.data()[i]);
  }
  return delta;
}

// d/dp of -y log p - (1 - y) log(1 - p), unclipped: (p - y) / (p (1 - p)), in the form that has its
// limit where p reaches y, 0 or 1.
double cross_entropy_slope(double y, double p) {
  const double towards_one = y == 0 ? 0.0 : -y / p;
  const double towards_zero = y == 1 ? 0.0 : (1 - y) / (1 - p);
  return towards_one + towards_zero;
}

void start_backward(LayerTrace& last, Activation activation, const Matrix& y, Loss loss) {
  const bool cancels = loss == Loss::kBinaryCrossEntropy && activation == Activation::kSigmoid;
  const auto n_predictions = static_cast<double>(y.size());
  last.output_gradient = xt::zeros_like(y);
  last.delta = xt::zeros_like(y);
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double label = y.data()[i];
    const double p = last.output.data()[i];
    const double slope =
        cancels ? cross_entropy_slope(label, p) : loss_term_derivative(loss, label, p);
    last.output_gradient.data()[i] = slope / n_predictions;
    last.delta.data()[i] =
        (cancels ? p - label : slope * derivative_from_value(activation, p)) / n_predictions;
  }
}

}  // namespace

std::vector<LayerTrace> trace(const Network& network, const Matrix& X) {
  require_features(network, X);
  std::vector<LayerTrace> layers;
  for (const Layer& layer : network.layers()) {
    LayerTrace found;
    found.z = weighted_sums(layer, layers.empty() ? X : layers.back().output);
    found.output = activated(layer.activation, found.z);
    layers.push_back(std::move(found));
  }
  return layers;
}

std::vector<LayerTrace> trace(const Network& network, const Dataset& data, Loss loss) {
  require_data(network, data);
  std::vector<LayerTrace> layers = trace(network, data.X);
  start_backward(layers.back(), network.layers().back().activation, data.y, loss);
  for (std::size_t i = layers.size() - 1; i-- > 0;) {
    layers[i].output_gradient = input_gradient(network.layers()[i + 1], layers[i + 1].delta);
    layers[i].delta = delta_of(layers[i], network.layers()[i].activation);
  }
  return layers;
}

}  // namespace moonlab
