#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "moonlab/layer.hpp"

namespace moonlab {

/// How the weights start. All draw from the seeded stream; biases start at 0.
enum class Init {
  kSmall,   ///< 0.01 · N(0, 1), the notebook's
  kXavier,  ///< N(0, 2 / (n_inputs + n_neurons)), Glorot & Bengio 2010
  kHe,      ///< N(0, 2 / n_inputs), He et al. 2015
};

/// @param name "small", "xavier" or "he"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Init init_from_name(std::string_view name);

/// A multi-layer perceptron.
class Network {
 public:
  /// All parameters 0.
  /// @param layer_sizes inputs, hidden neurons…, outputs: two sizes or more
  /// @param activations one a layer, so one fewer than layer_sizes
  /// @throws std::invalid_argument when the two do not fit, a size is 0, or a layer has more
  ///   weights than a matrix holds; and as require_consistent
  Network(const std::vector<std::size_t>& layer_sizes, const std::vector<Activation>& activations);

  /// @throws std::invalid_argument when the network was moved from
  std::size_t n_inputs() const;

  /// @throws std::invalid_argument when the network was moved from
  std::size_t n_outputs() const;

  std::size_t n_parameters() const;

  const std::vector<Layer>& layers() const { return layers_; }

  /// For those who set parameters themselves. A layer whose shapes no longer fit is refused by
  /// whatever uses the network next.
  std::vector<Layer>& layers() { return layers_; }

  /// Draws the weights layer by layer from the stream.
  void initialize(Init init, RandomState& random_state);

  /// The same with one scale for all layers: weights = randn · scale.
  void initialize(double scale, RandomState& random_state);

  /// @param X (n_inputs, n_samples)
  /// @returns the last layer's output, (n_outputs, n_samples)
  /// @throws std::invalid_argument as require_consistent, and when X has another number of rows
  [[nodiscard]] Matrix forward(const Matrix& X) const;

  /// All parameters in a row: layer by layer the weights row by row, then the biases.
  [[nodiscard]] std::vector<double> parameters() const;

  /// @param values as parameters() gives them
  /// @throws std::invalid_argument for another number of values
  void set_parameters(const std::vector<double>& values);

  /// @returns whether every weight and bias is finite.
  [[nodiscard]] bool is_finite() const;

  /// The printed architecture, a line a layer: "  Layer 1: 2 → 8 (relu)".
  [[nodiscard]] std::string describe() const;

 private:
  std::vector<Layer> layers_;
};

/// What every function that reads or changes a network's parameters begins with.
/// @throws std::invalid_argument unless the network has layers (one that was moved from has none)
///   and these fit together, with softmax nowhere but in the last one
void require_consistent(const Network& network);

}  // namespace moonlab
