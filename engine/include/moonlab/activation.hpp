#pragma once

#include <string_view>

namespace moonlab {

enum class Activation { kLinear, kRelu, kSigmoid, kTanh };

/// @param name "linear", "relu", "sigmoid" or "tanh"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Activation activation_from_name(std::string_view name);

[[nodiscard]] std::string_view name_of(Activation activation);

/// @throws std::invalid_argument for a number that is cast to none of the activations
void require_activation(Activation activation);

/// The sigmoid's argument is clipped to ± this, as in the notebook, so that e^-x stays finite.
constexpr double kSigmoidClip = 500.0;

/// @returns f(x): x; max(0, x); 1 / (1 + e^-x), clipped; tanh(x). NaN stays NaN.
/// sigmoid(0) is 0.5 to the last bit, so that a network that says nothing predicts class 0.
/// exp and tanh are the engine's own, so that native and WebAssembly builds give the same bits.
[[nodiscard]] double activate(Activation activation, double x);

/// @returns df/dx from the value a = f(x), which is what backpropagation has at hand.
/// ReLU's at a = 0 is 0.
[[nodiscard]] double derivative_from_value(Activation activation, double a);

/// @returns df/dx at x.
[[nodiscard]] double activation_derivative(Activation activation, double x);

}  // namespace moonlab
