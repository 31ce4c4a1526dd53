#include "activation_kernels.hpp"

#include <algorithm>

#include "elementary.hpp"

namespace moonlab::kernels {
namespace {

template <typename Function>
void map_tiles(double* values, std::size_t n, Function function) {
  for (double* end = values + n; values < end; values += kTile) {
    const Pair low = function(load(values));
    const Pair high = function(load(values + 2));
    store(low, values);
    store(high, values + 2);
  }
}

// Each step for many pairs before the next step: what waits for a result then waits behind others.
template <typename Function>
void map_in_two_steps(double* values, std::size_t n, Function function) {
  ReducedExponent reduced[kChunk / 2];
  for (std::size_t first = 0; first < n; first += kChunk) {
    double* chunk = values + first;
    const std::size_t n_pairs = std::min(kChunk, n - first) / 2;
    for (std::size_t i = 0; i < n_pairs; ++i) reduced[i] = function.reduce(load(chunk + 2 * i));
    for (std::size_t i = 0; i < n_pairs; ++i) {
      store(function.finish(reduced[i], load(chunk + 2 * i)), chunk + 2 * i);
    }
  }
}

}  // namespace

void activate(Activation activation, double* values, std::size_t n) {
  switch (activation) {
    case Activation::kLinear:
    case Activation::kSoftmax:
      return;
    case Activation::kRelu:
      return map_tiles(values, n, [](Pair x) { return at_least(x, both(0.0)); });
    case Activation::kSigmoid:
      return map_in_two_steps(values, n, Sigmoid(kSigmoidClip));
    case Activation::kTanh:
      return map_tiles(values, n, Tanh());
    case Activation::kLeakyRelu:
      return map_tiles(values, n, [](Pair x) { return at_least(x, both(kLeakySlope) * x); });
    case Activation::kElu:
      return map_in_two_steps(values, n, Elu());
  }
}

}  // namespace moonlab::kernels
