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

// Samples that functions in two steps are computed for together.
constexpr std::size_t kChunk = 80;

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

void softmax_backward(const Matrix& outputs, Matrix& deltas, std::size_t n_samples) {
  for (std::size_t s = 0; s < n_samples; s += 2) {
    Pair mean = both(0.0);
    for (std::size_t row = 0; row < rows(outputs); ++row) {
      mean += load(&deltas(row, s)) * load(&outputs(row, s));
    }
    for (std::size_t row = 0; row < rows(outputs); ++row) {
      double* delta = &deltas(row, s);
      store(load(&outputs(row, s)) * (load(delta) - mean), delta);
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

// Without the largest of its column, which changes no quotient, no exponential overflows.
void softmax(Matrix& values, std::size_t n_samples) {
  const ExpConstants k = kExpConstants;
  const Pair least = both(kLeastExponent);
  Pair largest[kChunk / 2];
  Pair sums[kChunk / 2];
  ReducedExponent reduced[kChunk / 2];
  for (std::size_t first = 0; first < n_samples; first += kChunk) {
    const std::size_t n_pairs = std::min(kChunk, n_samples - first) / 2;
    const auto for_each_row = [&](std::size_t row, auto body) {
      for (; row < rows(values); ++row) body(&values(row, first));
    };
    for (std::size_t i = 0; i < n_pairs; ++i) {
      largest[i] = load(&values(0, first + 2 * i));
      sums[i] = both(0.0);
    }
    for_each_row(1, [&](const double* z) {
      for (std::size_t i = 0; i < n_pairs; ++i) largest[i] = at_least(largest[i], load(z + 2 * i));
    });
    for_each_row(0, [&](double* z) {
      for (std::size_t i = 0; i < n_pairs; ++i) {
        reduced[i] = reduce_exponent(at_least(load(z + 2 * i) - largest[i], least), k);
      }
      for (std::size_t i = 0; i < n_pairs; ++i) {
        const Pair power = exp(reduced[i], k);
        store(power, z + 2 * i);
        sums[i] += power;
      }
    });
    for_each_row(0, [&](double* powers) {
      for (std::size_t i = 0; i < n_pairs; ++i) {
        store(load(powers + 2 * i) / sums[i], powers + 2 * i);
      }
    });
  }
}

void activation_backward(Activation activation, const Matrix& outputs, Matrix& deltas,
                         std::size_t n_samples) {
  if (activation == Activation::kSoftmax) return softmax_backward(outputs, deltas, n_samples);
  with_derivative(activation, [&](auto derivative) {
    for (std::size_t row = 0; row < rows(outputs); ++row) {
      const double* values = &outputs(row, 0);
      double* delta = &deltas(row, 0);
      for (std::size_t s = 0; s < n_samples; s += 2) {
        store(derivative(load(delta + s), load(values + s)), delta + s);
      }
    }
  });
}

}  // namespace moonlab::kernels
