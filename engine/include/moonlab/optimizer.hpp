#pragma once

#include <cstddef>
#include <string_view>

#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

enum class Method { kSgd, kMomentum, kRmsprop, kAdam };

/// @param name "sgd", "momentum", "rmsprop" or "adam"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Method method_from_name(std::string_view name);

/// PyTorch's definitions and defaults.
struct OptimizerOptions {
  Method method = Method::kSgd;
  double learning_rate = 0.01;  ///< > 0
  double momentum = 0.9;        ///< momentum: share of the last step that is kept, 0 ≤ … < 1
  double decay = 0.99;          ///< rmsprop: PyTorch's alpha, 0 ≤ … < 1
  double beta1 = 0.9;           ///< adam: decay of the mean, 0 ≤ … < 1
  double beta2 = 0.999;         ///< adam: decay of the mean square, 0 ≤ … < 1
  double epsilon = 1e-8;        ///< rmsprop, adam: added to the root, ≥ 0
};

/// What an optimiser has found out about the gradients so far.
struct OptimizerState {
  /// beta1 to the number of steps; a product, as pow() differs by machine
  double beta1_power = 1;
  double beta2_power = 1;
  Gradient mean;         ///< momentum's velocity, Adam's first moment
  Gradient mean_square;  ///< RMSProp's and Adam's second moment
};

/// Moves a network's parameters against a gradient, as torch.optim's SGD, RMSprop and Adam do.
class Optimizer {
 public:
  /// @throws std::invalid_argument for an option out of range, or a network that is not consistent
  Optimizer(const OptimizerOptions& options, const Network& network);

  /// Goes on with other numbers and the moments that it has; with another method, or where it is to
  /// begin anew, without these. Allocates nothing.
  /// @throws std::invalid_argument for an option out of range
  void change(const OptimizerOptions& options, bool restart = false);

  /// One step. Allocates nothing.
  /// @throws std::invalid_argument when network or gradient do not have the shapes of the network
  ///   that the optimiser was made for
  void step(Network& network, const Gradient& gradient);

  /// For those who take an optimiser back to where it was: of the shapes of its network.
  OptimizerState& moments() { return moments_; }

 private:
  void update(Matrix& w, const Matrix& g, Matrix& mean, Matrix& mean_square) const;

  OptimizerOptions options_;
  OptimizerState moments_;
};

}  // namespace moonlab
