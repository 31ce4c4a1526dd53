#include "moonlab/network.hpp"

#include <cmath>
#include <limits>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

TEST_CASE("a layer computes activation(weights · inputs + biases)") {
  Layer layer(3, 2, Activation::kRelu);
  layer.weights = {{1, 2, 3}, {-1, -1, -1}};
  layer.biases = {{0.5}, {0}};
  const Matrix output = layer.forward({{1, 0}, {1, 0}, {1, 0}});
  CHECK(output == Matrix{{6.5, 0.5}, {0, 0}});
}

TEST_CASE("a layer starts at 0 and draws its weights row by row") {
  Layer layer(2, 3, Activation::kTanh);
  CHECK(layer.n_parameters() == 9);
  CHECK(layer.weights == Matrix(xt::zeros<double>({3, 2})));
  RandomState drawn(1);
  RandomState expected(1);
  layer.biases.fill(1);
  layer.initialize(drawn, 0.5);
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 2; ++c) CHECK(layer.weights(r, c) == expected.randn() * 0.5);
  }
  CHECK(layer.biases == Matrix(xt::zeros<double>({3, 1})));
}

TEST_CASE("a network applies its layers one after the other, whatever the number of samples") {
  const Network network =
      random_network({3, 5, 4, 2}, {Activation::kTanh, Activation::kRelu, Activation::kSigmoid}, 3);
  for (const std::size_t n : {1u, 2u, 3u, 4u, 5u, 255u, 256u, 257u, 600u}) {
    const Matrix X = random_matrix(3, n, 4);
    Matrix expected = X;
    for (const Layer& layer : network.layers()) expected = layer.forward(expected);
    const Matrix output = network.forward(X);
    CHECK(output.shape(0) == 2);
    CHECK(output == expected);
  }
}

TEST_CASE("a sample's output does not depend on its neighbours") {
  const Network network = random_network({2, 8, 1}, {Activation::kTanh, Activation::kSigmoid}, 3);
  const Matrix X = random_matrix(2, 301, 4);
  const Matrix all = network.forward(X);
  for (std::size_t i = 0; i < columns(X); ++i) {
    CHECK(network.forward({{X(0, i)}, {X(1, i)}})(0, 0) == all(0, i));
  }
}

TEST_CASE("the ways to start have their scales") {
  const auto deviation = [](Init init) {
    Network network({100, 300}, {Activation::kTanh});
    RandomState stream(1);
    network.initialize(init, stream);
    double squares = 0;
    for (const double weight : network.layers()[0].weights) squares += weight * weight;
    return std::sqrt(squares / 30000);
  };
  CHECK(deviation(Init::kSmall) == doctest::Approx(0.01).epsilon(0.02));
  CHECK(deviation(Init::kXavier) == doctest::Approx(std::sqrt(2.0 / 400)).epsilon(0.02));
  CHECK(deviation(Init::kHe) == doctest::Approx(std::sqrt(2.0 / 100)).epsilon(0.02));
}

TEST_CASE("all ways to start draw the same stream") {
  const auto first_weight = [](Init init) {
    return notebook_network(Activation::kRelu, init).layers()[0].weights(0, 0);
  };
  CHECK(first_weight(Init::kSmall) == doctest::Approx(0.01 * 0.4967141530112327));
  CHECK(first_weight(Init::kHe) == doctest::Approx(0.4967141530112327));
}

TEST_CASE("parameters round-trip to the last bit") {
  const Network network =
      random_network({2, 8, 3, 1}, {Activation::kTanh, Activation::kTanh, Activation::kSigmoid}, 3);
  CHECK(network.n_parameters() == 2 * 8 + 8 + 8 * 3 + 3 + 3 + 1);
  Network copy({2, 8, 3, 1}, {Activation::kTanh, Activation::kTanh, Activation::kSigmoid});
  copy.set_parameters(network.parameters());
  CHECK(copy.parameters() == network.parameters());
  const Matrix X = random_matrix(2, 33, 4);
  CHECK(copy.forward(X) == network.forward(X));
}

TEST_CASE("parameters come layer by layer, weights before biases") {
  Network network({1, 2, 1}, {Activation::kRelu, Activation::kSigmoid});
  network.set_parameters({1, 2, 3, 4, 5, 6, 7});
  CHECK(network.layers()[0].weights == Matrix{{1}, {2}});
  CHECK(network.layers()[0].biases == Matrix{{3}, {4}});
  CHECK(network.layers()[1].weights == Matrix{{5, 6}});
  CHECK(network.layers()[1].biases == Matrix{{7}});
}

TEST_CASE("a network knows when a parameter is not finite") {
  Network network({1, 1}, {Activation::kSigmoid});
  CHECK(network.is_finite());
  network.set_parameters({std::numeric_limits<double>::infinity(), 0});
  CHECK_FALSE(network.is_finite());
  network.set_parameters({0, std::numeric_limits<double>::quiet_NaN()});
  CHECK_FALSE(network.is_finite());
}

TEST_CASE("the architecture prints as in the notebook") {
  const Network network({2, 4, 3, 1}, {Activation::kRelu, Activation::kRelu, Activation::kSigmoid});
  CHECK(network.describe() ==
        "Neural Network Architecture:\n  Layer 1: 2 → 4 (relu)\n  Layer 2: 4 → 3 (relu)\n"
        "  Layer 3: 3 → 1 (sigmoid)");
}

TEST_CASE("networks that do not fit together are reported") {
  CHECK(message_of([] { return Network({2}, {}); }) ==
        "layer_sizes: 1 sizes; allowed: inputs, hidden layers and outputs: 2 sizes or more");
  CHECK(message_of([] {
          return Network({2, 3, 1}, {Activation::kRelu});
        }) == "activations: 1 for 2 layers; allowed: one a layer");
  CHECK(message_of([] {
          return Network({2, 0}, {Activation::kRelu});
        }) == "n_neurons: 0; allowed: 1 or more");
  CHECK(message_of([] { return Layer(0, 2, Activation::kRelu); }) ==
        "n_inputs: 0; allowed: 1 or more");
  CHECK(message_of([] {
          return Network({2, 1}, {Activation::kRelu}).forward(random_matrix(3, 4, 1));
        }) == "X: shape (3, 4); allowed: (2, n_samples)");
  CHECK(message_of([] { return Layer(2, 1, Activation::kRelu).forward(random_matrix(1, 4, 1)); }) ==
        "X: shape (1, 4); allowed: (2, n_samples)");
  CHECK(message_of([] {
          return Network({2, 1}, {Activation::kRelu}).set_parameters({1});
        }) == "parameters: 1 values; allowed: 3");
  CHECK(message_of([] { return init_from_name("zero"); }) ==
        "init: \"zero\"; allowed: small, xavier, he");
}
