#include "kernels.hpp"

#include <limits>
#include <type_traits>

#include "activation_kernels.hpp"
#include "output_kernels.hpp"
#include "pair.hpp"

namespace moonlab::kernels {
namespace {

// Calls body(count, first) with a compile-time count, one of those given after the other, until n
// are done. A count known to the compiler lets it keep that many sums in registers.
template <std::size_t kCount, std::size_t... kSmaller, typename Body>
void for_blocks(std::size_t n, Body body, std::size_t first = 0) {
  for (; first + kCount <= n; first += kCount) {
    body(std::integral_constant<std::size_t, kCount>{}, first);
  }
  if constexpr (sizeof...(kSmaller) > 0) for_blocks<kSmaller...>(n, body, first);
}

// Rows that are computed together: four, and what is left of them.
template <typename Body>
void for_rows(std::size_t n, Body body) {
  for_blocks<kBlockRows, 2, 1>(n, body);
}

const double* row_of(const Matrix& matrix, std::size_t row) {
  return matrix.data() + row * columns(matrix);
}

double* row_of(Matrix& matrix, std::size_t row) { return matrix.data() + row * columns(matrix); }

// Sums for kRows rows and a tile of samples, as registers hold them.
template <std::size_t kRows>
struct Tile {
  Pair low[kRows];
  Pair high[kRows];
};

// For kRows rows, Σ_k factors[k · factor_step + r] · inputs[k], one tile of samples after the
// other: finish(tile) is called for each in turn. Pointers move along because addresses with a
// constant offset from them cost nothing.
template <std::size_t kRows, typename Finish>
void combine_rows(const double* factors, std::size_t factor_step, const double* inputs,
                  std::size_t n_inputs, std::size_t n_samples, Finish finish) {
  for (std::size_t s = 0; s < n_samples; s += kTile, inputs += kTile) {
    const double* input = inputs;
    const double* factor = factors;
    Tile<kRows> sums;
    for (std::size_t r = 0; r < kRows; ++r) {
      sums.low[r] = both(factor[r]) * load(input);
      sums.high[r] = both(factor[r]) * load(input + 2);
    }
    for (std::size_t k = 1; k < n_inputs; ++k) {
      input += kStride;
      factor += factor_step;
      const Pair input_low = load(input);
      const Pair input_high = load(input + 2);
      for (std::size_t r = 0; r < kRows; ++r) {
        sums.low[r] += both(factor[r]) * input_low;
        sums.high[r] += both(factor[r]) * input_high;
      }
    }
    finish(sums);
  }
}

// panel[k · kRows + r] = weights(r, k), so that the inner loop finds what it needs side by side.
template <std::size_t kRows>
void pack(const double* weights, std::size_t n_inputs, double* panel) {
  for (std::size_t k = 0; k < n_inputs; ++k) {
    for (std::size_t r = 0; r < kRows; ++r) panel[k * kRows + r] = weights[r * n_inputs + k];
  }
}

// input_deltas = derivative(weightsᵀ · deltas, inputs)
template <typename Derivative>
void combine_deltas(const Layer& layer, const Matrix& deltas, const Matrix& inputs,
                    Matrix& input_deltas, std::size_t n_samples, Derivative derivative) {
  for_rows(layer.n_inputs(), [&](auto count, std::size_t row) {
    const double* weights = layer.weights.data() + row;
    const double* values = row_of(inputs, row);
    double* results = row_of(input_deltas, row);
    const auto finish = [=](const Tile<count()>& sums) mutable {
      for (std::size_t r = 0; r < count(); ++r) {
        const std::size_t at = r * kStride;
        store(derivative(sums.low[r], load(values + at)), results + at);
        store(derivative(sums.high[r], load(values + at + 2)), results + at + 2);
      }
      values += kTile;
      results += kTile;
    };
    combine_rows<count()>(weights, layer.n_inputs(), deltas.data(), layer.n_neurons(), n_samples,
                          finish);
  });
}

// weights(row + r, column + c) += Σ_s deltas(row + r, s) · inputs(column + c, s)
template <std::size_t kRows, std::size_t kColumns>
void accumulate_tile(std::size_t row, std::size_t column, const Matrix& deltas,
                     const Matrix& inputs, std::size_t n_samples, Matrix& weights) {
  const double* delta = row_of(deltas, row);
  const double* input = row_of(inputs, column);
  Pair sums[kRows][kColumns] = {};
  for (std::size_t s = 0; s < n_samples; s += 2, delta += 2, input += 2) {
    for (std::size_t r = 0; r < kRows; ++r) {
      for (std::size_t c = 0; c < kColumns; ++c) {
        sums[r][c] += load(delta + r * kStride) * load(input + c * kStride);
      }
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kColumns; ++c)
      row_of(weights, row + r)[column + c] += sum(sums[r][c]);
  }
}

// biases(row + r) += Σ_s deltas(row + r, s)
template <std::size_t kRows>
void accumulate_biases(std::size_t row, const Matrix& deltas, std::size_t n_samples,
                       Matrix& biases) {
  const double* delta = row_of(deltas, row);
  Tile<kRows> sums = {};
  for (std::size_t s = 0; s < n_samples; s += kTile, delta += kTile) {
    for (std::size_t r = 0; r < kRows; ++r) {
      sums.low[r] += load(delta + r * kStride);
      sums.high[r] += load(delta + r * kStride + 2);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    biases.data()[row + r] += sum(sums.low[r] + sums.high[r]);
  }
}

}  // namespace

void copy(const double* from, std::size_t n, double* to) {
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) store(load(from + i), to + i);
  if (i < n) to[i] = from[i];
}

void copy(const double* from, std::size_t n, float* to) {
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) store_singles(load(from + i), load(from + i + 2), to + i);
  for (; i < n; ++i) to[i] = static_cast<float>(from[i]);
}

void fill(double value, std::size_t n, double* to) {
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) store(both(value), to + i);
  if (i < n) to[i] = value;
}

void divide(double* values, std::size_t n, double divisor) {
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) store(load(values + i) / both(divisor), values + i);
  if (i < n) values[i] /= divisor;
}

void dense_forward(const Layer& layer, const Matrix& inputs, Matrix& outputs, std::size_t n_samples,
                   double* panel) {
  const std::size_t n_inputs = layer.n_inputs();
  const bool is_relu = layer.activation == Activation::kRelu;
  const Pair floor = both(is_relu ? 0.0 : -std::numeric_limits<double>::infinity());
  for_rows(layer.n_neurons(), [&](auto count, std::size_t row) {
    pack<count()>(row_of(layer.weights, row), n_inputs, panel);
    const double* biases = layer.biases.data() + row;
    double* values = row_of(outputs, row);
    const auto finish = [=](const Tile<count()>& sums) mutable {
      for (std::size_t r = 0; r < count(); ++r) {
        const Pair bias = both(biases[r]);
        store(at_least(sums.low[r] + bias, floor), values + r * kStride);
        store(at_least(sums.high[r] + bias, floor), values + r * kStride + 2);
      }
      values += kTile;
    };
    combine_rows<count()>(panel, count(), inputs.data(), n_inputs, n_samples, finish);
  });
  if (is_relu) return;
  if (layer.activation == Activation::kSoftmax) return softmax(outputs, n_samples);
  for (std::size_t row = 0; row < layer.n_neurons(); ++row) {
    activate(layer.activation, row_of(outputs, row), n_samples);
  }
}

void dense_backward(const Layer& layer, const Matrix& deltas, const Matrix& inputs,
                    Activation input_activation, Matrix& input_deltas, std::size_t n_samples) {
  with_derivative(input_activation, [&](auto derivative) {
    combine_deltas(layer, deltas, inputs, input_deltas, n_samples, derivative);
  });
}

void accumulate_gradient(const Matrix& deltas, const Matrix& inputs, std::size_t n_neurons,
                         std::size_t n_samples, Matrix& weights, Matrix& biases) {
  for_rows(n_neurons, [&](auto n_rows, std::size_t row) {
    accumulate_biases<n_rows()>(row, deltas, n_samples, biases);
    // Four by two sums, or one by eight: as many as the registers hold beside what they are made
    // of. What two rows leave free is not worth a kernel of its own.
    constexpr std::size_t kColumns = n_rows() == 1 ? 8 : 2;
    for_blocks<kColumns, 1>(columns(weights), [&](auto n_columns, std::size_t column) {
      accumulate_tile<n_rows(), n_columns()>(row, column, deltas, inputs, n_samples, weights);
    });
  });
}

}  // namespace moonlab::kernels
