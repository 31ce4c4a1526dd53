#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab::testing {

/// What the networks of these tests are trained for, where it is no matter.
constexpr Loss kLoss = Loss::kBinaryCrossEntropy;

/// @returns what the call's std::invalid_argument says, or "" when it throws nothing.
template <typename Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

Matrix row_of(const std::vector<double>& values);
Matrix column_of(const std::vector<double>& values);

/// @returns standard normal numbers from a stream seeded with `seed`.
Matrix random_matrix(std::size_t n_rows, std::size_t n_columns, std::uint32_t seed);

/// @returns a network with He-scaled weights and small random biases, so that no unit is symmetric.
Network random_network(const std::vector<std::size_t>& layer_sizes,
                       const std::vector<Activation>& activations, std::uint32_t seed);

/// @returns a network of two features, three neurons and one output, for two classes.
Network small_network();

/// The activations that hidden layers can have.
constexpr Activation kHiddenActivations[] = {Activation::kLinear,    Activation::kRelu,
                                             Activation::kSigmoid,   Activation::kTanh,
                                             Activation::kLeakyRelu, Activation::kElu};

/// What a network can end in: its last layer, and the loss of that.
struct Ending {
  Activation activation;
  std::size_t n_outputs;
  Loss loss;
};

/// The endings that there are problems for, and then others, so that each loss and each activation
/// meets another one, too. (A linear output is no probability: cross-entropy would be clipped
/// almost everywhere.)
constexpr Ending kEndings[] = {
    {Activation::kSigmoid, 1, Loss::kBinaryCrossEntropy},
    {Activation::kSoftmax, 3, Loss::kCategoricalCrossEntropy},
    {Activation::kSigmoid, 1, Loss::kMeanSquaredError},
    {Activation::kSoftmax, 3, Loss::kMeanSquaredError},
    {Activation::kLinear, 1, Loss::kMeanSquaredError},
    {Activation::kSigmoid, 2, Loss::kBinaryCrossEntropy},
    {Activation::kSoftmax, 2, Loss::kBinaryCrossEntropy},
    {Activation::kSigmoid, 4, Loss::kCategoricalCrossEntropy},
    {Activation::kSoftmax, 6, Loss::kCategoricalCrossEntropy},
    {Activation::kLinear, 2, Loss::kMeanSquaredError},
    {Activation::kRelu, 1, Loss::kMeanSquaredError},
    {Activation::kTanh, 2, Loss::kMeanSquaredError},
    {Activation::kLeakyRelu, 1, Loss::kMeanSquaredError},
    {Activation::kElu, 2, Loss::kMeanSquaredError},
};

/// For messages: "softmax of 3 under loss 2".
std::string text_of(const Ending& ending);

/// @returns random features with labels that the ending's loss takes: one-hot under softmax, values
/// for what is not bounded by 0 and 1, else 0 and 1.
Dataset random_dataset(std::size_t n_features, const Ending& ending, std::size_t n_samples,
                       std::uint32_t seed);

/// @returns random features with labels 0 and 1.
Dataset random_dataset(std::size_t n_features, std::size_t n_outputs, std::size_t n_samples,
                       std::uint32_t seed);

/// The data and split of the notebook: 300 moons, noise 0.2, seed 42 everywhere.
struct NotebookData {
  Dataset train;
  Dataset test;
};
NotebookData notebook_data();

/// @returns the notebook's 2-8-8-1 network with this activation and start, seed 42.
Network notebook_network(Activation activation, Init init);

/// @returns the largest |a - b|.
double largest_difference(const Matrix& a, const Matrix& b);

/// @returns the largest |a - b| over all weights and biases.
double largest_difference(const Gradient& a, const Gradient& b);

}  // namespace moonlab::testing
