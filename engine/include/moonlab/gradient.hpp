#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/loss.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

/// Which direction the parameters are moved against.
enum class Rule {
  kBackprop,    ///< the exact gradient of the loss
  kSimplified,  ///< the notebook's sketch; no gradient but for the last layer
};

/// @param name "backprop" or "simplified"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Rule rule_from_name(std::string_view name);

/// What belongs to one layer's parameters: a gradient, a moment.
struct LayerGradient {
  Matrix weights;  ///< (n_neurons, n_inputs)
  Matrix biases;   ///< (n_neurons, 1)
};

/// One entry a layer.
using Gradient = std::vector<LayerGradient>;

/// @returns zeros in the shapes of the network's parameters.
[[nodiscard]] Gradient zero_gradient(const Network& network);

/// What one pass over samples found.
struct Evaluation {
  double loss;      ///< mean loss
  double accuracy;  ///< share of right predictions, 0 … 1
  /// r2_score of one output under mean squared error; else NaN
  double r2 = std::numeric_limits<double>::quiet_NaN();
};

/// Exact gradient of the mean loss by backpropagation (Rumelhart, Hinton & Williams 1986).
/// @param data X (n_inputs, n_samples), y (n_outputs, n_samples)
/// @throws std::invalid_argument as require_data
[[nodiscard]] Gradient backpropagate(const Network& network, const Dataset& data, Loss loss);

/// The notebook's update direction: the output's error, as if it were every layer's own, against
/// that layer's inputs. All neurons of a layer receive the same.
/// @throws std::invalid_argument as require_data; also when the network has several outputs
[[nodiscard]] Gradient simplified_gradient(const Network& network, const Dataset& data);

/// Central differences (f(w + ε) - f(w - ε)) / 2ε, one parameter at a time.
/// @param epsilon > 0; 1e-6 balances truncation against round-off for well-scaled losses
/// @throws std::invalid_argument as require_data; also for an epsilon that is not positive
[[nodiscard]] Gradient numerical_gradient(const Network& network, const Dataset& data, Loss loss,
                                          double epsilon);

/// @returns mean loss, accuracy and R².
/// @throws std::invalid_argument as require_data
[[nodiscard]] Evaluation evaluate(const Network& network, const Dataset& data, Loss loss);

/// Whether a loss on the network's outputs tells R², which Evaluation then has.
[[nodiscard]] bool has_r2(const Network& network, Loss loss);

/// @param set for messages: "train " makes "train X" of "X"
/// @throws std::invalid_argument unless there is a sample, X and y fit the network, X is finite and
///   the loss takes the labels
void require_data(const Network& network, const Dataset& data, Loss loss,
                  std::string_view set = "");

/// @throws std::invalid_argument for the simplified rule unless the network has one output, and for
///   a number that is cast to no rule
void require_rule(Rule rule, const Network& network);

}  // namespace moonlab
