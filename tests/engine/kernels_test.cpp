#include "kernels.hpp"

#include <algorithm>
#include <vector>

#include "algebra.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

constexpr std::size_t kSizes[] = {1, 2, 3, 4, 5, 7, 8, 13};
constexpr std::size_t kSamples = 12;

// As the kernels want it: with kStride columns, of which the first are these.
Matrix block(const Matrix& matrix) {
  Matrix result = random_matrix(rows(matrix), kernels::kStride, 9);
  xt::view(result, xt::all(), xt::range(0, columns(matrix))) = matrix;
  return result;
}

Matrix samples_of(const Matrix& block) {
  return xt::view(block, xt::all(), xt::range(0, kSamples));
}

Matrix derivatives(Activation activation, Matrix values) {
  for (double& value : values) value = derivative_from_value(activation, value);
  return values;
}

void check_close(const Matrix& ours, const Matrix& expected) {
  REQUIRE(shape_text(ours) == shape_text(expected));
  CHECK(xt::allclose(ours, expected, 1e-13, 1e-13));
}

}  // namespace

TEST_CASE("the forward kernel is a matrix product for every number of rows") {
  for (const std::size_t n_inputs : kSizes) {
    for (const std::size_t n_neurons : kSizes) {
      Layer layer(n_inputs, n_neurons, Activation::kLinear);
      layer.weights = random_matrix(n_neurons, n_inputs, 1);
      layer.biases = random_matrix(n_neurons, 1, 2);
      const Matrix inputs = random_matrix(n_inputs, kSamples, 3);
      Matrix outputs = random_matrix(n_neurons, kernels::kStride, 4);
      std::vector<double> panel(kernels::kBlockRows * n_inputs);
      kernels::dense_forward(layer, block(inputs), outputs, kSamples, panel.data());
      check_close(samples_of(outputs), product(layer.weights, inputs) + layer.biases);
    }
  }
}

TEST_CASE("the backward kernel is the transposed product times the derivative") {
  for (const std::size_t n_inputs : kSizes) {
    for (const std::size_t n_neurons : kSizes) {
      Layer layer(n_inputs, n_neurons, Activation::kLinear);
      layer.weights = random_matrix(n_neurons, n_inputs, 1);
      const Matrix inputs = random_matrix(n_inputs, kSamples, 3);
      const Matrix deltas = random_matrix(n_neurons, kSamples, 4);
      for (const Activation activation :
           {Activation::kLinear, Activation::kRelu, Activation::kSigmoid, Activation::kTanh}) {
        Matrix expected = product(transposed(layer.weights), deltas);
        expected *= derivatives(activation, inputs);
        Matrix input_deltas = random_matrix(n_inputs, kernels::kStride, 5);
        kernels::dense_backward(layer, block(deltas), block(inputs), activation, input_deltas,
                                kSamples);
        check_close(samples_of(input_deltas), expected);
      }
    }
  }
}

TEST_CASE("the gradient kernel adds deltas times inputs") {
  for (const std::size_t n_inputs : kSizes) {
    for (const std::size_t n_neurons : kSizes) {
      const Matrix inputs = random_matrix(n_inputs, kSamples, 3);
      const Matrix deltas = random_matrix(n_neurons, kSamples, 4);
      Matrix weights = random_matrix(n_neurons, n_inputs, 5);
      Matrix biases = random_matrix(n_neurons, 1, 6);
      const Matrix expected_weights = weights + product(deltas, transposed(inputs));
      const Matrix expected_biases = biases + xt::sum(deltas, {1}, xt::keep_dims);
      kernels::accumulate_gradient(block(deltas), block(inputs), n_neurons, kSamples, weights,
                                   biases);
      check_close(weights, expected_weights);
      check_close(biases, expected_biases);
    }
  }
}
