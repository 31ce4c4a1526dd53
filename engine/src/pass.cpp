#include "pass.hpp"

#include <algorithm>

#include "kernels.hpp"
#include "loss_sums.hpp"
#include "output_kernels.hpp"
#include "pair.hpp"

namespace moonlab {
namespace {

// What a pass has summed up so far.
struct Totals {
  double loss = 0;
  double n_right = 0;
};

// For two samples, the number of the row with the largest value, the first of equals.
kernels::Pair rows_of_largest(const Matrix& values, std::size_t first) {
  const double* value = values.data() + first;
  kernels::Pair largest = kernels::load(value);
  kernels::Pair row = {};
  for (std::size_t r = 1; r < rows(values); ++r) {
    value += columns(values);
    row = kernels::load(value) > largest ? kernels::both(static_cast<double>(r)) : row;
    largest = kernels::at_least(largest, kernels::load(value));
  }
  return row;
}

// For how many samples the largest output is that of the largest label.
double count_largest(const Matrix& labels, const Matrix& outputs, std::size_t n_samples) {
  kernels::PairBits negated = {};  // a comparison that holds is -1
  for (std::size_t s = 0; s < n_samples; s += 2) {
    kernels::PairBits right = rows_of_largest(outputs, s) == rows_of_largest(labels, s);
    if (s + 1 == n_samples) right[1] = 0;  // padding
    negated += right;
  }
  return static_cast<double>(-(negated[0] + negated[1]));
}

void add_losses(Loss loss, std::size_t n_samples, Workspace& workspace, Totals& totals) {
  const Matrix& labels = workspace.labels();
  const Matrix& outputs = workspace.outputs();
  for (std::size_t r = 0; r < rows(outputs); ++r) {
    totals.loss += kernels::loss_sum(loss, &labels(r, 0), &outputs(r, 0), n_samples);
  }
  totals.n_right += rows(outputs) == 1
                        ? kernels::count_right(&labels(0, 0), &outputs(0, 0), n_samples)
                        : count_largest(labels, outputs, n_samples);
}

// factor · (p - y)
void set_differences(const double* outputs, const double* labels, double factor, std::size_t n,
                     double* deltas) {
  for (std::size_t s = 0; s < n; s += 2) {
    const kernels::Pair difference = kernels::load(outputs + s) - kernels::load(labels + s);
    kernels::store(factor * difference, deltas + s);
  }
}

// dL/dz of the predictions.
void set_output_deltas(const Network& network, std::size_t n_samples, Rule rule, Loss loss,
                       Workspace& workspace) {
  const Activation activation = network.layers().back().activation;
  const bool is_difference = rule == Rule::kSimplified || derivatives_cancel(loss, activation);
  const std::size_t padded = kernels::round_up_to_tile(n_samples);
  Matrix& deltas = workspace.deltas(network.layers().size() - 1);
  for (std::size_t r = 0; r < rows(deltas); ++r) {
    const double* labels = &workspace.labels()(r, 0);
    const double* outputs = &workspace.outputs()(r, 0);
    double* delta = &deltas(r, 0);
    if (is_difference || loss == Loss::kMeanSquaredError) {
      set_differences(outputs, labels, is_difference ? 1.0 : 2.0, padded, delta);
    } else {
      for (std::size_t s = 0; s < padded; ++s) {
        delta[s] = loss_term_derivative(loss, labels[s], outputs[s]);
      }
    }
  }
  if (!is_difference && activation != Activation::kLinear) {
    kernels::activation_backward(activation, workspace.outputs(), deltas, padded);
  }
  // Padding must not add to any gradient.
  for (std::size_t r = 0; r < rows(deltas); ++r) {
    kernels::fill(0.0, padded - n_samples, &deltas(r, 0) + n_samples);
  }
}

void add_backprop(const Network& network, std::size_t n_samples, Workspace& workspace,
                  Gradient& gradient) {
  const std::vector<Layer>& layers = network.layers();
  for (std::size_t i = layers.size(); i-- > 0;) {
    kernels::accumulate_gradient(workspace.deltas(i), workspace.activations(i),
                                 layers[i].n_neurons(), n_samples, gradient[i].weights,
                                 gradient[i].biases);
    if (i == 0) break;
    kernels::dense_backward(layers[i], workspace.deltas(i), workspace.activations(i),
                            layers[i - 1].activation, workspace.deltas(i - 1), n_samples);
  }
}

// Sums the first row only: broadcast_first_row() gives it to the other neurons.
void add_simplified(std::size_t n_samples, Workspace& workspace, Gradient& gradient) {
  const Matrix& error = workspace.deltas(gradient.size() - 1);
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    kernels::accumulate_gradient(error, workspace.activations(i), 1, n_samples, gradient[i].weights,
                                 gradient[i].biases);
  }
}

void broadcast_first_row(Gradient& gradient) {
  for (LayerGradient& layer : gradient) {
    for (Matrix* matrix : {&layer.weights, &layer.biases}) {
      for (std::size_t r = 1; r < rows(*matrix); ++r) {
        kernels::copy(&(*matrix)(0, 0), columns(*matrix), &(*matrix)(r, 0));
      }
    }
  }
}

void fill_zero(Gradient& gradient) {
  for (LayerGradient& layer : gradient) {
    layer.weights.fill(0.0);
    layer.biases.fill(0.0);
  }
}

void divide(Gradient& gradient, double divisor) {
  for (LayerGradient& layer : gradient) {
    kernels::divide(layer.weights.data(), layer.weights.size(), divisor);
    kernels::divide(layer.biases.data(), layer.biases.size(), divisor);
  }
}

}  // namespace

bool derivatives_cancel(Loss loss, Activation activation) {
  return (loss == Loss::kBinaryCrossEntropy && activation == Activation::kSigmoid) ||
         (loss == Loss::kCategoricalCrossEntropy && activation == Activation::kSoftmax);
}

Evaluation pass(const Network& network, const Dataset& data, const std::int32_t* batch,
                std::size_t n_batch, Rule rule, Loss loss, Workspace& workspace,
                Gradient* gradient) {
  Totals totals;
  if (gradient) fill_zero(*gradient);
  const Layers layers(network);
  for (std::size_t first = 0; first < n_batch; first += kBlockSamples) {
    const std::size_t n = std::min(kBlockSamples, n_batch - first);
    workspace.load(data, batch, first, n);
    workspace.forward(layers, n);
    add_losses(loss, n, workspace, totals);
    if (!gradient) continue;
    set_output_deltas(network, n, rule, loss, workspace);
    const std::size_t padded = kernels::round_up_to_tile(n);
    if (rule == Rule::kBackprop) {
      add_backprop(network, padded, workspace, *gradient);
    } else {
      add_simplified(padded, workspace, *gradient);
    }
  }
  const double divisor = loss_divisor(loss, network.n_outputs(), n_batch);
  if (gradient) {
    divide(*gradient, divisor);
    if (rule == Rule::kSimplified) broadcast_first_row(*gradient);
  }
  return {totals.loss / divisor, totals.n_right / static_cast<double>(n_batch)};
}

}  // namespace moonlab
