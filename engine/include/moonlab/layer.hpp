#pragma once

#include <cstddef>

#include "moonlab/activation.hpp"
#include "moonlab/array.hpp"
#include "moonlab/random_state.hpp"

namespace moonlab {

/// A fully connected layer: output = activation(weights · inputs + biases).
struct Layer {
  /// Weights and biases 0.
  /// @throws std::invalid_argument for no inputs or no neurons, or more weights than a matrix holds
  Layer(std::size_t n_inputs, std::size_t n_neurons, Activation activation);

  std::size_t n_inputs() const { return columns(weights); }
  std::size_t n_neurons() const { return rows(weights); }
  std::size_t n_parameters() const { return weights.size() + biases.size(); }

  /// Draws weights = randn(n_neurons, n_inputs) · scale, row by row; biases become 0.
  void initialize(RandomState& random_state, double scale);

  /// @param inputs (n_inputs, n_samples)
  /// @returns (n_neurons, n_samples)
  /// @throws std::invalid_argument as require_consistent, and when inputs has another number of
  /// rows
  [[nodiscard]] Matrix forward(const Matrix& inputs) const;

  Matrix weights;  ///< (n_neurons, n_inputs)
  Matrix biases;   ///< (n_neurons, 1)
  Activation activation;
};

/// @throws std::invalid_argument unless the layer's matrices fit each other: anybody may replace
///   them, and a layer that was moved from has none; and for a softmax of one neuron
void require_consistent(const Layer& layer, const Text& name);

}  // namespace moonlab
