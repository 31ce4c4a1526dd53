#include "output_kernels.hpp"

#include <algorithm>

#include "activation_kernels.hpp"
#include "elementary.hpp"

namespace moonlab::kernels {
namespace {

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
