#pragma once

#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/loss.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

/// What one layer computes on its way forward, and what comes back to it. Every matrix is
/// (n_neurons, n_samples). The gradients are those of the mean loss over all samples, so that
/// delta · inputsᵀ is the gradient of the layer's weights, and delta's row sums that of its biases.
struct LayerTrace {
  Matrix z;                ///< weights · inputs + biases
  Matrix output;           ///< a = activation(z), the next layer's inputs
  Matrix output_gradient;  ///< ∂L/∂a
  Matrix delta;  ///< ∂L/∂z = ∂L/∂a · activation'(z); softmax's sums over all outputs
};

/// One forward pass with everything kept, written to be read: Network::forward is the fast one.
/// @param X (n_inputs, n_samples)
/// @returns one entry a layer; output_gradient and delta stay empty, (0, 0)
/// @throws std::invalid_argument as require_consistent, and when X has another number of rows
[[nodiscard]] std::vector<LayerTrace> trace(const Network& network, const Matrix& X);

/// One forward and one backward pass with everything kept, the chain rule as textbooks write it:
/// backpropagate is the fast one.
///
/// For sigmoid outputs under binary cross-entropy, delta is (p - y) / n, the form in which the two
/// derivatives have cancelled, and ∂L/∂p = (p - y) / (p (1 - p)) / n that of the loss before its
/// probabilities are clipped. So where p is 1 to the last bit and y is 0 (or p 0 and y 1), ∂L/∂p is
/// infinite and delta still right. The same goes for softmax under categorical cross-entropy, where
/// ∂L/∂p = -y / p / n. Other outputs have the derivative of the clipped loss, as everywhere in the
/// engine: 0 where it is clipped.
/// @param data X (n_inputs, n_samples), y (n_outputs, n_samples); n is loss_divisor()
/// @returns one entry a layer
/// @throws std::invalid_argument as require_data
[[nodiscard]] std::vector<LayerTrace> trace(const Network& network, const Dataset& data,
                                            Loss loss = Loss::kBinaryCrossEntropy);

}  // namespace moonlab
