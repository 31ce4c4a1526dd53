#include "moonlab/trace.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "algebra.hpp"
#include "moonlab/gradient.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

// Two inputs, two ReLUs, one output: whole numbers all the way.
Network small_network(Activation output) {
  Network network({2, 2, 1}, {Activation::kRelu, output});
  network.layers()[0].weights = {{1, 1}, {1, -1}};
  network.layers()[1].weights = {{2, 5}};
  network.layers()[1].biases = {{-6}};
  return network;
}

// What a layer makes of its sums.
Matrix activated(Activation activation, const Matrix& z) {
  Layer layer(rows(z), rows(z), activation);
  for (std::size_t i = 0; i < rows(z); ++i) layer.weights(i, i) = 1;
  return layer.forward(z);
}

double loss_of(Loss loss, const Matrix& y, const Matrix& predictions) {
  switch (loss) {
    case Loss::kMeanSquaredError:
      return mean_squared_error(y, predictions);
    case Loss::kCategoricalCrossEntropy:
      return categorical_cross_entropy(y, predictions);
    default:
      return binary_cross_entropy(y, predictions);
  }
}

// The loss when layer `index` gives these outputs.
double loss_from(const Network& network, std::size_t index, Matrix outputs, const Matrix& y,
                 Loss loss) {
  for (std::size_t i = index + 1; i < network.layers().size(); ++i) {
    outputs = network.layers()[i].forward(outputs);
  }
  return loss_of(loss, y, outputs);
}

// Of two widths, so that what they are wrong by is of fourth order: cross-entropy bends sharply
// where p is near the wrong label.
template <typename Function>
Matrix central_differences(Matrix at, Function function) {
  constexpr double kEpsilon = 1e-6;
  Matrix slopes = xt::zeros_like(at);
  for (std::size_t i = 0; i < at.size(); ++i) {
    const double kept = at.data()[i];
    const auto difference = [&](double width) {
      at.data()[i] = kept + width;
      const double above = function(at);
      at.data()[i] = kept - width;
      return (above - function(at)) / (2 * width);
    };
    slopes.data()[i] = (4 * difference(kEpsilon) - difference(2 * kEpsilon)) / 3;
    at.data()[i] = kept;
  }
  return slopes;
}

// delta · inputsᵀ and the row sums of delta.
LayerGradient gradient_of(const LayerTrace& layer, const Matrix& inputs) {
  return {product(layer.delta, transposed(inputs)), xt::sum(layer.delta, {1}, xt::keep_dims)};
}

template <typename Check>
void for_each_network(Check check) {
  for (const Activation hidden : kHiddenActivations) {
    for (const Ending& ending : kEndings) {
      CAPTURE(name_of(hidden));
      CAPTURE(text_of(ending));
      check(random_network({3, 6, 5, ending.n_outputs}, {hidden, hidden, ending.activation}, 11),
            ending);
    }
  }
}

}  // namespace

TEST_CASE("a trace of one sample holds the numbers that a hand computes") {
  // z = (1 + 2, 1 - 2), a = (3, 0); 2 · 3 + 5 · 0 - 6 = 0, and sigmoid(0) = 0.5.
  const std::vector<LayerTrace> layers =
      trace(small_network(Activation::kSigmoid), Dataset{{{1}, {2}}, {{1}}});
  REQUIRE(layers.size() == 2);
  CHECK(layers[0].z == Matrix{{3}, {-1}});
  CHECK(layers[0].output == Matrix{{3}, {0}});
  CHECK(layers[1].z == Matrix{{0}});
  CHECK(layers[1].output == Matrix{{0.5}});
  // -1 / p; p - y; each weight times it; and the second ReLU lets nothing back.
  CHECK(layers[1].output_gradient == Matrix{{-2}});
  CHECK(layers[1].delta == Matrix{{-0.5}});
  CHECK(layers[0].output_gradient == Matrix{{-1}, {-2.5}});
  CHECK(layers[0].delta == Matrix{{-1}, {0}});
}

TEST_CASE("a trace of two samples has the gradients of their mean loss") {
  const std::vector<LayerTrace> layers =
      trace(small_network(Activation::kLinear), Dataset{{{1, 2}, {2, 1}}, {{1, 3}}},
            Loss::kMeanSquaredError);
  CHECK(layers[0].output == Matrix{{3, 3}, {0, 1}});
  CHECK(layers[1].output == Matrix{{0, 5}});
  // 2 (p - y) / 2
  CHECK(layers[1].output_gradient == Matrix{{-1, 2}});
  CHECK(layers[1].delta == Matrix{{-1, 2}});
  CHECK(layers[0].output_gradient == Matrix{{-2, 4}, {-5, 10}});
  CHECK(layers[0].delta == Matrix{{-2, 4}, {0, 10}});
}

TEST_CASE("the outputs of a trace are those of the fast forward pass, to the last bit") {
  for_each_network([](const Network& network, const Ending& ending) {
    const Loss loss = ending.loss;
    const Dataset data = random_dataset(3, ending, 41, 12);
    const std::vector<LayerTrace> layers = trace(network, data, loss);
    CHECK(layers.back().output == network.forward(data.X));
    Matrix inputs = data.X;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const Layer& layer = network.layers()[i];
      CHECK(layers[i].output == activated(layer.activation, layers[i].z));
      CHECK(layers[i].output == layer.forward(inputs));
      inputs = layers[i].output;
    }
  });
}

TEST_CASE("delta times inputs is the gradient of the fast backward pass") {
  for_each_network([](const Network& network, const Ending& ending) {
    const Loss loss = ending.loss;
    const Dataset data = random_dataset(3, ending, 41, 12);
    Gradient gradient;
    Matrix inputs = data.X;
    for (const LayerTrace& layer : trace(network, data, loss)) {
      gradient.push_back(gradient_of(layer, inputs));
      inputs = layer.output;
    }
    const Gradient fast = backpropagate(network, data, loss);
    const double size = std::max(1.0, largest_difference(fast, zero_gradient(network)));
    CHECK(largest_difference(gradient, fast) < 2e-15 * size);
  });
}

TEST_CASE("the gradients of a trace agree with central differences at every neuron") {
  for_each_network([](const Network& network, const Ending& ending) {
    const Loss loss = ending.loss;
    const Dataset data = random_dataset(3, ending, 5, 12);
    const std::vector<LayerTrace> layers = trace(network, data, loss);
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const Activation activation = network.layers()[i].activation;
      const Matrix by_output = central_differences(layers[i].output, [&](const Matrix& a) {
        return loss_from(network, i, a, data.y, loss);
      });
      const Matrix by_z = central_differences(layers[i].z, [&](const Matrix& z) {
        return loss_from(network, i, activated(activation, z), data.y, loss);
      });
      CHECK(largest_difference(layers[i].output_gradient, by_output) < 1e-7);
      CHECK(largest_difference(layers[i].delta, by_z) < 1e-7);
    }
  });
}

TEST_CASE("where a sigmoid is saturated delta stays right, and the loss's own slope unbounded") {
  Network network({1, 1}, {Activation::kSigmoid});
  network.layers()[0].weights = {{1000}};
  // p is 1 to the last bit, then e^-500.
  const LayerTrace layer = trace(network, Dataset{{{1, 1, -1, -1}}, {{1, 0, 0, 1}}}).front();
  CHECK(layer.output(0, 0) == 1);
  CHECK(layer.delta == Matrix{{0, 0.25, layer.output(0, 2) / 4, -0.25}});
  CHECK(layer.output_gradient(0, 0) == -0.25);
  CHECK(layer.output_gradient(0, 1) == std::numeric_limits<double>::infinity());
  CHECK(layer.output_gradient(0, 2) == 0.25);
  CHECK(layer.output_gradient(0, 3) < -1e216);
}

TEST_CASE(
    "where a softmax is sure of the wrong class delta stays right, and the loss's slope "
    "unbounded") {
  Network network({1, 2}, {Activation::kSoftmax});
  network.layers()[0].weights = {{1000}, {-1000}};
  const LayerTrace layer =
      trace(network, Dataset{{{1, 1}}, {{0, 1}, {1, 0}}}, Loss::kCategoricalCrossEntropy).front();
  CHECK(layer.output(0, 0) == 1);
  CHECK(layer.delta(0, 0) == 0.5);
  CHECK(layer.delta(1, 0) == doctest::Approx(-0.5).epsilon(1e-15));
  CHECK(layer.delta(0, 1) == 0);
  CHECK(layer.output_gradient(1, 0) < -1e300);
  CHECK(layer.output_gradient(0, 1) == -0.5);
}

TEST_CASE("a trace without labels is the forward half") {
  const Network network = random_network({2, 4, 1}, {Activation::kTanh, Activation::kSigmoid}, 3);
  const Dataset data = random_dataset(2, 1, 5, 4);
  const std::vector<LayerTrace> forward = trace(network, data.X);
  const std::vector<LayerTrace> both = trace(network, data);
  REQUIRE(forward.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(forward[i].z == both[i].z);
    CHECK(forward[i].output == both[i].output);
    CHECK(forward[i].output_gradient.size() == 0);
    CHECK(forward[i].delta.size() == 0);
  }
}

TEST_CASE("a trace of data that does not fit the network is refused") {
  const Network network({2, 1}, {Activation::kSigmoid});
  const auto message = [&](const Dataset& data) {
    return message_of([&] { return trace(network, data); });
  };
  CHECK(message(random_dataset(3, 1, 5, 1)) == "X: shape (3, 5); allowed: (2, 5)");
  CHECK(message(random_dataset(2, 2, 5, 1)) == "y: shape (2, 5); allowed: (1, 5)");
  CHECK(message(take(random_dataset(2, 1, 5, 1), {})) == "X: no sample; allowed: one or more");
  CHECK(message_of([&] { return trace(network, random_matrix(3, 5, 1)); }) ==
        "X: shape (3, 5); allowed: (2, n_samples)");
}
