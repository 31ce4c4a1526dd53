#include "kernels.hpp"

#include <type_traits>

#include "elementary.hpp"

namespace moonlab::kernels {
namespace {

double sum(Pair pair) { return pair[0] + pair[1]; }

// Calls body(count, first) with a compile-time count of 4, 2 or 1 until n rows are done. A count
// known to the compiler lets it keep that many rows' sums in registers.
template <typename Body>
void for_row_blocks(std::size_t n, Body body) {
  std::size_t row = 0;
  for (; row + 4 <= n; row += 4) body(std::integral_constant<std::size_t, 4>{}, row);
  if (row + 2 <= n) {
    body(std::integral_constant<std::size_t, 2>{}, row);
    row += 2;
  }
  if (row < n) body(std::integral_constant<std::size_t, 1>{}, row);
}

const double* row_of(const Matrix& matrix, std::size_t row) {
  return matrix.data() + row * columns(matrix);
}

double* row_of(Matrix& matrix, std::size_t row) { return matrix.data() + row * columns(matrix); }

template <typename Function>
void map_pairs(double* values, std::size_t n, Function function) {
  for (std::size_t s = 0; s < n; s += 2) store(function(load(values + s)), values + s);
}

template <Activation kActivation>
void multiply_derivative_row(const double* values, double* deltas, std::size_t n) {
  for (std::size_t s = 0; s < n; ++s) deltas[s] *= derivative_from_value(kActivation, values[s]);
}

void multiply_derivative_row(Activation activation, const double* values, double* deltas,
                             std::size_t n) {
  switch (activation) {
    case Activation::kLinear:
      return;
    case Activation::kRelu:
      return multiply_derivative_row<Activation::kRelu>(values, deltas, n);
    case Activation::kSigmoid:
      return multiply_derivative_row<Activation::kSigmoid>(values, deltas, n);
    case Activation::kTanh:
      return multiply_derivative_row<Activation::kTanh>(values, deltas, n);
  }
}

// outputs[row + r] = Σ_k coefficient(k, r) · inputs[k] + offset(r), for kRows rows at once.
template <std::size_t kRows, typename Coefficient, typename Offset>
void combine_rows(std::size_t row, std::size_t n_inputs, const Matrix& inputs, Matrix& outputs,
                  std::size_t n_samples, Coefficient coefficient, Offset offset) {
  for (std::size_t s = 0; s < n_samples; s += kTile) {
    Pair low[kRows] = {};
    Pair high[kRows] = {};
    for (std::size_t k = 0; k < n_inputs; ++k) {
      const double* input = row_of(inputs, k) + s;
      const Pair input_low = load(input);
      const Pair input_high = load(input + 2);
      for (std::size_t r = 0; r < kRows; ++r) {
        const Pair factor = both(coefficient(k, r));
        low[r] += factor * input_low;
        high[r] += factor * input_high;
      }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      double* output = row_of(outputs, row + r) + s;
      const Pair shift = both(offset(r));
      store(low[r] + shift, output);
      store(high[r] + shift, output + 2);
    }
  }
}

// weights(row + r, column + c) += Σ_s deltas(row + r, s) · inputs(column + c, s)
template <std::size_t kRows, std::size_t kColumns>
void accumulate_tile(std::size_t row, std::size_t column, const Matrix& deltas,
                     const Matrix& inputs, std::size_t n_samples, Matrix& weights) {
  Pair sums[kRows][kColumns] = {};
  for (std::size_t s = 0; s < n_samples; s += 2) {
    Pair input[kColumns];
    for (std::size_t c = 0; c < kColumns; ++c) input[c] = load(row_of(inputs, column + c) + s);
    for (std::size_t r = 0; r < kRows; ++r) {
      const Pair delta = load(row_of(deltas, row + r) + s);
      for (std::size_t c = 0; c < kColumns; ++c) sums[r][c] += delta * input[c];
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kColumns; ++c)
      row_of(weights, row + r)[column + c] += sum(sums[r][c]);
  }
}

double row_sum(const double* values, std::size_t n) {
  Pair total = {};
  for (std::size_t s = 0; s < n; s += 2) total += load(values + s);
  return sum(total);
}

}  // namespace

void activate(Activation activation, double* values, std::size_t n) {
  switch (activation) {
    case Activation::kLinear:
      return;
    case Activation::kRelu:
      return map_pairs(values, n, [](Pair x) { return at_least(x, 0.0); });
    case Activation::kSigmoid:
      return map_pairs(values, n, [](Pair x) { return sigmoid(x, kSigmoidClip); });
    case Activation::kTanh:
      return map_pairs(values, n, [](Pair x) { return tanh(x); });
  }
}

void dense_forward(const Layer& layer, const Matrix& inputs, Matrix& outputs,
                   std::size_t n_samples) {
  for_row_blocks(layer.n_neurons(), [&](auto count, std::size_t row) {
    const double* weights = row_of(layer.weights, row);
    const std::size_t n_inputs = layer.n_inputs();
    combine_rows<count()>(
        row, n_inputs, inputs, outputs, n_samples,
        [=](std::size_t k, std::size_t r) { return weights[r * n_inputs + k]; },
        [&](std::size_t r) { return layer.biases.data()[row + r]; });
  });
  for (std::size_t row = 0; row < layer.n_neurons(); ++row) {
    activate(layer.activation, row_of(outputs, row), n_samples);
  }
}

void dense_backward(const Layer& layer, const Matrix& deltas, const Matrix& inputs,
                    Activation input_activation, Matrix& input_deltas, std::size_t n_samples) {
  for_row_blocks(layer.n_inputs(), [&](auto count, std::size_t row) {
    combine_rows<count()>(
        row, layer.n_neurons(), deltas, input_deltas, n_samples,
        [&](std::size_t k, std::size_t r) { return row_of(layer.weights, k)[row + r]; },
        [](std::size_t) { return 0.0; });
  });
  for (std::size_t row = 0; row < layer.n_inputs(); ++row) {
    multiply_derivative_row(input_activation, row_of(inputs, row), row_of(input_deltas, row),
                            n_samples);
  }
}

void accumulate_gradient(const Matrix& deltas, const Matrix& inputs, std::size_t n_neurons,
                         std::size_t n_samples, Matrix& weights, Matrix& biases) {
  for_row_blocks(n_neurons, [&](auto n_rows, std::size_t row) {
    for_row_blocks(columns(weights), [&](auto n_columns, std::size_t column) {
      accumulate_tile<n_rows(), n_columns()>(row, column, deltas, inputs, n_samples, weights);
    });
  });
  for (std::size_t row = 0; row < n_neurons; ++row) {
    biases.data()[row] += row_sum(row_of(deltas, row), n_samples);
  }
}

}  // namespace moonlab::kernels
