#pragma once

#include <cstddef>
#include <limits>

#include "kernels.hpp"
#include "pair.hpp"

/// Activations and their derivatives over blocks of samples. Part of the kernels.
namespace moonlab::kernels {

/// values = activation(values), n of them, a multiple of kTile; softmax's stay as they are.
void activate(Activation activation, double* values, std::size_t n);

/// Samples that functions in two steps are computed for together.
constexpr std::size_t kChunk = 80;

/// Calls use(derivative) with the function that takes dL/da and a = f(z), and gives dL/dz. For
/// softmax, where no single number decides, it calls nothing.
template <typename Use>
void with_derivative(Activation activation, Use use) {
  const Pair zero = both(0.0);
  const Pair one = both(1.0);
  switch (activation) {
    case Activation::kRelu:
      return use([=](Pair sums, Pair value) { return where(value > zero, sums); });
    case Activation::kTanh:
      return use([=](Pair sums, Pair value) { return sums * (one - value * value); });
    case Activation::kSoftmax:
      return;
    case Activation::kLinear:
    case Activation::kSigmoid:
    case Activation::kLeakyRelu:
    case Activation::kElu:
      break;
  }
  // 1 above a limit, and below it one of 1; value (1 - value); the slope; 1 + value. One kernel for
  // all of them keeps the module small.
  const bool is_sigmoid = activation == Activation::kSigmoid;
  const bool is_leaky = activation == Activation::kLeakyRelu;
  const bool has_corner = is_leaky || activation == Activation::kElu;
  const Pair limit = has_corner ? zero : both(std::numeric_limits<double>::infinity());
  const Pair constant = both(is_sigmoid ? 0.0 : is_leaky ? kLeakySlope : 1.0);
  const Pair factor = is_sigmoid || activation == Activation::kElu ? one : zero;
  const Pair bend = is_sigmoid ? one : zero;
  use([=](Pair sums, Pair value) {
    const Pair below = constant + factor * value * (one - bend * value);
    return sums * (value > limit ? one : below);
  });
}

}  // namespace moonlab::kernels
