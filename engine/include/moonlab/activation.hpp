#pragma once

#include <string_view>

namespace moonlab {

enum class Activation {
  kLinear,
  kRelu,
  kSigmoid,
  kTanh,
  kLeakyRelu,
  kElu,
  kSoftmax,  ///< of a layer's outputs for one sample together: the output layer's only
};

/// @param name "linear", "relu", "sigmoid", "tanh", "leaky_relu", "elu" or "softmax"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Activation activation_from_name(std::string_view name);

[[nodiscard]] std::string_view name_of(Activation activation);

/// @throws std::invalid_argument for a number that is cast to none of the activations
void require_activation(Activation activation);

/// The sigmoid's argument is clipped to ± this, as in the notebook, so that e^-x stays finite.
constexpr double kSigmoidClip = 500.0;

/// Leaky ReLU's slope below 0 (Maas et al. 2013).
constexpr double kLeakySlope = 0.01;

/// @returns f(x): x; max(0, x); 1 / (1 + e^-x), clipped; tanh(x); x or kLeakySlope · x; x or e^x -
/// 1 (Clevert et al. 2016, α = 1). NaN stays NaN. sigmoid(0) is 0.5 to the last bit, so that a
/// network that says nothing predicts class 0. exp and tanh are the engine's own, so that native
/// and WebAssembly builds give the same bits.
/// @throws std::invalid_argument for softmax, which is no function of one number
[[nodiscard]] double activate(Activation activation, double x);

/// @returns df/dx from the value a = f(x), which is what backpropagation has at hand.
/// ReLU's at a = 0 is 0, leaky ReLU's kLeakySlope, ELU's 1.
/// @throws std::invalid_argument for softmax
[[nodiscard]] double derivative_from_value(Activation activation, double a);

/// @returns df/dx at x.
/// @throws std::invalid_argument for softmax
[[nodiscard]] double activation_derivative(Activation activation, double x);

}  // namespace moonlab
