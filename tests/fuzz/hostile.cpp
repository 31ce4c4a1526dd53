#include "hostile.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <utility>

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kSizes[] = {std::size_t{1} << 16,
                                  std::size_t{1} << 29,
                                  (std::size_t{1} << 31) - 1,
                                  std::size_t{1} << 31,
                                  (std::size_t{1} << 32) - 1,
                                  std::size_t{1} << 32,
                                  std::size_t{1} << 53,
                                  std::size_t{1} << 60,
                                  std::size_t{1} << 61,
                                  std::size_t{1} << 63,
                                  std::numeric_limits<std::size_t>::max()};

using Limits = std::numeric_limits<double>;
constexpr double kNumbers[] = {0.0,
                               -0.0,
                               1.0,
                               -1.0,
                               0.5,
                               1e-7,
                               1e-300,
                               1e300,
                               Limits::denorm_min(),
                               Limits::max(),
                               Limits::lowest(),
                               Limits::infinity(),
                               -Limits::infinity(),
                               Limits::quiet_NaN()};

constexpr std::size_t kMostNeurons = 18;

}  // namespace

std::size_t Input::size(std::size_t max) {
  if (below(15) != 15) return below(max);
  return coin() ? bytes_.PickValueInArray(kSizes) : bytes_.ConsumeIntegral<std::size_t>();
}

double Input::number() {
  switch (below(3)) {
    case 0:
      return bytes_.PickValueInArray(kNumbers);
    case 1: {
      const auto bits = bytes_.ConsumeIntegral<std::uint64_t>();
      double value = 0;
      std::memcpy(&value, &bits, sizeof value);
      return value;
    }
    default:
      return bytes_.ConsumeIntegral<std::int8_t>() / 16.0;
  }
}

std::optional<double> Input::maybe_number() {
  if (coin()) return std::nullopt;
  return number_or(0.2);
}

// Hostile numbers use up bytes, so that only the first elements are drawn and the rest repeats
// them.
Matrix Input::matrix(std::size_t n_rows, std::size_t n_columns) {
  Matrix matrix = Matrix::from_shape({n_rows, n_columns});
  double drawn[8];
  for (double& value : drawn) value = number();
  for (std::size_t i = 0; i < matrix.size(); ++i) matrix.data()[i] = drawn[i % 7 + i / 7 % 2];
  return matrix;
}

Matrix Input::samples(std::size_t usual_rows, std::size_t n_samples) {
  return matrix(below(7) == 7 ? below(4) : usual_rows, n_samples);
}

Matrix Input::labels(std::size_t usual_rows, std::size_t n_samples) {
  Matrix y = samples(usual_rows, n_samples);
  if (coin()) return y;
  for (double& label : y) label = label > 0 ? 1 : 0;
  if (rows(y) < 2 || coin()) return y;
  // One-hot, as the categorical cross-entropy takes them.
  for (std::size_t s = 0; s < n_samples; ++s) {
    for (std::size_t r = 0; r < rows(y); ++r) y(r, s) = r == s % rows(y) ? 1 : 0;
  }
  return y;
}

Dataset Input::dataset(std::size_t usual_inputs, std::size_t usual_outputs,
                       std::size_t max_samples) {
  const std::size_t n = below(max_samples);
  const std::size_t n_labels = below(7) == 7 ? below(max_samples) : n;
  return {samples(usual_inputs, n), labels(usual_outputs, n_labels)};
}

Indices Input::indices(std::size_t n_samples) {
  Indices indices(below(40));
  for (std::int32_t& index : indices) {
    index = below(15) == 15 ? bytes_.ConsumeIntegral<std::int32_t>()
                            : static_cast<std::int32_t>(below(n_samples > 0 ? n_samples - 1 : 0));
  }
  return indices;
}

FeatureMap Input::feature_map() {
  FeatureMap map;
  if (coin()) return map;
  map.features.resize(below(9));
  for (Feature& feature : map.features) feature = one_of<Feature>(7);
  map.scaler = {{number_or(0.5), number_or(0)}, {number_or(2), number_or(1)}};
  return map;
}

Network Input::network() {
  std::vector<std::size_t> sizes(below(3) + (coin() ? 2 : 1));
  for (std::size_t& n : sizes) n = size(kMostNeurons);
  if (!sizes.empty() && coin()) sizes.front() = 2;
  if (!sizes.empty() && coin()) sizes.back() = 1;
  const std::size_t n_layers = below(15) == 15 ? below(5) : sizes.size() - 1;
  std::vector<Activation> activations(n_layers);
  for (Activation& one : activations) one = activation();
  Network network(sizes, activations);
  RandomState stream(seed());
  if (coin()) {
    network.initialize(one_of<Init>(3), stream);
  } else {
    network.initialize(number(), stream);
  }
  if (below(3) == 3) damage(network);
  return network;
}

void Input::damage(Network& network) {
  std::vector<Layer>& layers = network.layers();
  Layer& layer = layers[below(layers.size() - 1)];
  switch (below(7)) {
    case 0:
      layer.weights = matrix(below(kMostNeurons), below(kMostNeurons));
      break;
    case 1:
      layer.biases = matrix(below(kMostNeurons), below(2));
      break;
    case 2:
      layers.emplace_back(size(kMostNeurons), size(kMostNeurons), activation());
      break;
    case 3:
      layers.pop_back();
      break;
    case 4: {
      const Network moved = std::move(network);
      expect(!moved.layers().empty(), "a moved network has its layers");
      break;
    }
    case 5: {
      const Layer moved = std::move(layer);
      expect(moved.n_parameters() > 0, "a moved layer has its parameters");
      break;
    }
    default:
      layer.weights = matrix(layer.n_neurons(), layer.n_inputs());
      layer.biases = matrix(layer.n_neurons(), 1);
  }
}

OptimizerOptions Input::optimizer_options() {
  OptimizerOptions options;
  options.method = one_of<Method>(4);
  options.learning_rate = number_or(options.learning_rate);
  if (coin()) return options;
  options.momentum = number_or(options.momentum);
  options.decay = number_or(options.decay);
  options.beta1 = number_or(options.beta1);
  options.beta2 = number_or(options.beta2);
  options.epsilon = number_or(options.epsilon);
  return options;
}

TrainerOptions Input::trainer_options() {
  TrainerOptions options;
  options.rule = one_of<Rule>(2);
  options.loss = loss();
  options.optimizer = optimizer_options();
  options.batch_size = coin() ? 0 : size(20);
  options.summation = one_of<Summation>(2);
  options.penalty = one_of<Penalty>(3);
  options.penalty_rate = number_or(0.1);
  options.score = one_of<Score>(2);
  return options;
}

void expect(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "This does not hold: %s.\n", what);
  std::abort();
}

bool all_finite(const Matrix& matrix) {
  for (const double value : matrix) {
    if (!std::isfinite(value)) return false;
  }
  return true;
}

}  // namespace moonlab::fuzz
