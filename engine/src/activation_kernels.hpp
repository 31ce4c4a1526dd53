#pragma once

#include <cstddef>

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
    case Activation::kSigmoid:
    case Activation::kLinear: {
      // value (1 - value), or 1: one kernel for both keeps the module small.
      const bool is_linear = activation == Activation::kLinear;
      const Pair constant = is_linear ? one : zero;
      const Pair factor = is_linear ? zero : one;
      return use([=](Pair sums, Pair value) {
        return sums * (constant + factor * value * (one - value));
      });
    }
    case Activation::kLeakyRelu:
    case Activation::kElu: {
      // 1, and below 0 the slope, or value + 1.
      const bool is_elu = activation == Activation::kElu;
      const Pair constant = is_elu ? one : both(kLeakySlope);
      const Pair factor = is_elu ? one : zero;
      return use([=](Pair sums, Pair value) {
        return sums * (value > zero ? one : constant + factor * value);
      });
    }
    case Activation::kSoftmax:
      return;
  }
}

}  // namespace moonlab::kernels
