#include "moonlab/gradient.hpp"

#include <algorithm>
#include <cmath>

#include "algebra.hpp"
#include "pass.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

double dot(const Matrix& a, const Matrix& b) { return xt::sum(a * b)(); }

double cosine(const Matrix& a, const Matrix& b) {
  return dot(a, b) / std::sqrt(dot(a, a) * dot(b, b));
}

}  // namespace

TEST_CASE("backpropagation agrees with central differences for every activation and loss") {
  constexpr double kEpsilon = 1e-6;
  for (const Activation hidden : kHiddenActivations) {
    for (const Ending& ending : kEndings) {
      CAPTURE(name_of(hidden));
      CAPTURE(text_of(ending));
      const Network network =
          random_network({3, 6, 5, ending.n_outputs}, {hidden, hidden, ending.activation}, 11);
      const Dataset data = random_dataset(3, ending, 41, 12);
      const Gradient exact = backpropagate(network, data, ending.loss);
      CHECK(largest_difference(exact, numerical_gradient(network, data, ending.loss, kEpsilon)) <
            1e-8);
    }
  }
}

TEST_CASE(
    "where softmax is sure of the wrong class its gradient stays exact, as the loss is clipped") {
  Network network({1, 3}, {Activation::kSoftmax});
  network.layers()[0].weights = {{1000}, {0}, {-1000}};
  const Dataset data{{{1}}, {{0}, {1}, {0}}};
  const Gradient gradient = backpropagate(network, data, Loss::kCategoricalCrossEntropy);
  CHECK(gradient[0].weights(0, 0) == 1);
  CHECK(gradient[0].weights(1, 0) == doctest::Approx(-1).epsilon(1e-15));
  CHECK(evaluate(network, data, Loss::kCategoricalCrossEntropy).loss ==
        doctest::Approx(-std::log(1e-7)));
}

TEST_CASE("a network without hidden layers and a single sample have a gradient too") {
  const Network network = random_network({2, 1}, {Activation::kSigmoid}, 1);
  const Dataset data = random_dataset(2, 1, 1, 2);
  const Gradient exact = backpropagate(network, data, Loss::kBinaryCrossEntropy);
  CHECK(largest_difference(
            exact, numerical_gradient(network, data, Loss::kBinaryCrossEntropy, 1e-6)) < 1e-8);
}

TEST_CASE("the order of the samples does not change the gradient") {
  const NotebookData data = notebook_data();
  const Network network = notebook_network(Activation::kTanh, Init::kXavier);
  const Gradient in_order = backpropagate(network, data.train, Loss::kBinaryCrossEntropy);
  const Dataset shuffled = take(data.train, RandomState(3).permutation(240));
  const Gradient out_of_order = backpropagate(network, shuffled, Loss::kBinaryCrossEntropy);
  CHECK(largest_difference(in_order, out_of_order) < 1e-13);
}

TEST_CASE("blocks of samples add up to the gradient of all samples") {
  const Network network = random_network({2, 7, 1}, {Activation::kTanh, Activation::kSigmoid}, 5);
  const Dataset data = random_dataset(2, 1, 3 * kBlockSamples + 5, 6);
  Gradient mean = zero_gradient(network);
  for (std::size_t i = 0; i < data.n_samples(); ++i) {
    const Dataset sample = take(data, {static_cast<std::int32_t>(i)});
    const Gradient part = backpropagate(network, sample, Loss::kBinaryCrossEntropy);
    for (std::size_t l = 0; l < mean.size(); ++l) {
      mean[l].weights += part[l].weights / double(data.n_samples());
      mean[l].biases += part[l].biases / double(data.n_samples());
    }
  }
  const Gradient whole = backpropagate(network, data, Loss::kBinaryCrossEntropy);
  CHECK(largest_difference(whole, mean) < 1e-14);
}

TEST_CASE("a small step against the gradient lowers the loss") {
  const NotebookData data = notebook_data();
  for (const Activation activation : kHiddenActivations) {
    Network network = notebook_network(activation, Init::kHe);
    const double before = evaluate(network, data.train, Loss::kBinaryCrossEntropy).loss;
    const Gradient gradient = backpropagate(network, data.train, Loss::kBinaryCrossEntropy);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      network.layers()[i].weights -= 1e-4 * gradient[i].weights;
      network.layers()[i].biases -= 1e-4 * gradient[i].biases;
    }
    CHECK(evaluate(network, data.train, Loss::kBinaryCrossEntropy).loss < before);
  }
}

TEST_CASE("the simplified rule is the notebook's formula, the same for all neurons of a layer") {
  const Network network =
      random_network({2, 3, 2, 1}, {Activation::kRelu, Activation::kTanh, Activation::kSigmoid}, 8);
  const Dataset data = random_dataset(2, 1, 9, 9);
  const Gradient simplified = simplified_gradient(network, data);
  const Matrix error = network.forward(data.X) - data.y;
  Matrix inputs = data.X;
  for (std::size_t l = 0; l < simplified.size(); ++l) {
    const Layer& layer = network.layers()[l];
    const Matrix all_neurons = xt::ones<double>({layer.n_neurons(), std::size_t{1}});
    const Matrix weights = product(error, transposed(inputs)) / 9;
    const LayerGradient expected{all_neurons * weights, all_neurons * xt::mean(error)()};
    CHECK(largest_difference({simplified[l]}, {expected}) < 1e-15);
    inputs = layer.forward(inputs);
  }
}

TEST_CASE(
    "at the notebook's start the simplified rule points along the gradient in the last layer "
    "only") {
  const Dataset train = notebook_data().train;
  const Network network = notebook_network(Activation::kRelu, Init::kSmall);
  const Gradient simplified = simplified_gradient(network, train);
  const Gradient exact = backpropagate(network, train, Loss::kBinaryCrossEntropy);
  CHECK(cosine(simplified[2].weights, exact[2].weights) == doctest::Approx(1.0).epsilon(1e-9));
  CHECK(cosine(simplified[1].weights, exact[1].weights) == doctest::Approx(0.23).epsilon(0.01));
  CHECK(cosine(simplified[0].weights, exact[0].weights) == doctest::Approx(0.58).epsilon(0.01));
}

TEST_CASE("evaluate gives the loss and accuracy of the network's predictions") {
  const NotebookData data = notebook_data();
  const Network network = random_network({2, 8, 1}, {Activation::kTanh, Activation::kSigmoid}, 3);
  const Matrix predictions = network.forward(data.train.X);
  const Evaluation found = evaluate(network, data.train, Loss::kBinaryCrossEntropy);
  CHECK(found.loss == doctest::Approx(binary_cross_entropy(data.train.y, predictions)));
  CHECK(found.accuracy == accuracy(data.train.y, predictions));
  const Evaluation squared = evaluate(network, data.train, Loss::kMeanSquaredError);
  CHECK(squared.loss == doctest::Approx(mean_squared_error(data.train.y, predictions)));
  CHECK(squared.r2 == doctest::Approx(r2_score(data.train.y, predictions)));
  CHECK(std::isnan(found.r2));
}

TEST_CASE("evaluate sums up several outputs over blocks of samples as the losses do") {
  for (const Ending& ending : kEndings) {
    CAPTURE(text_of(ending));
    const Network network = random_network({3, ending.n_outputs}, {ending.activation}, 4);
    const Dataset data = random_dataset(3, ending, 2 * kBlockSamples + 3, 5);
    const Matrix predictions = network.forward(data.X);
    const Evaluation found = evaluate(network, data, ending.loss);
    const double expected =
        ending.loss == Loss::kMeanSquaredError     ? mean_squared_error(data.y, predictions)
        : ending.loss == Loss::kBinaryCrossEntropy ? binary_cross_entropy(data.y, predictions)
                                                   : categorical_cross_entropy(data.y, predictions);
    CHECK(found.loss == doctest::Approx(expected).epsilon(1e-13));
    CHECK(found.accuracy == accuracy(data.y, predictions));
  }
}

TEST_CASE("a pass over some samples is a pass over a data set of them") {
  const NotebookData data = notebook_data();
  const Network network = notebook_network(Activation::kTanh, Init::kXavier);
  const Indices batch = {7, 3, 200, 3, 11};
  Workspace workspace{Layers(network)};
  Gradient gradient = zero_gradient(network);
  const Evaluation found = pass(network, data.train, batch.data(), batch.size(), Rule::kBackprop,
                                Loss::kBinaryCrossEntropy, workspace, &gradient);
  const Dataset same = take(data.train, batch);
  CHECK(found.loss == evaluate(network, same, Loss::kBinaryCrossEntropy).loss);
  CHECK(largest_difference(gradient, backpropagate(network, same, Loss::kBinaryCrossEntropy)) == 0);
}

TEST_CASE("data that does not fit the network is reported") {
  const Network network({2, 1}, {Activation::kSigmoid});
  const Network two_outputs({2, 2}, {Activation::kSigmoid});
  const auto message = [](const Network& tried, const Dataset& data) {
    return message_of([&] { return backpropagate(tried, data, Loss::kBinaryCrossEntropy); });
  };
  CHECK(message(network, random_dataset(3, 1, 5, 1)) == "X: shape (3, 5); allowed: (2, 5)");
  CHECK(message(network, random_dataset(2, 2, 5, 1)) == "y: shape (2, 5); allowed: (1, 5)");
  CHECK(message(network, take(random_dataset(2, 1, 5, 1), {})) ==
        "X: no sample; allowed: one or more");
  CHECK(message_of([&] { return simplified_gradient(two_outputs, random_dataset(2, 2, 5, 1)); }) ==
        "network: 2 outputs; allowed: one output, for the simplified rule");
  CHECK(message_of([&] {
          return numerical_gradient(network, random_dataset(2, 1, 5, 1), Loss::kBinaryCrossEntropy,
                                    0);
        }) == "epsilon: 0; allowed: a finite number above 0");
  CHECK(message_of([&] {
          return evaluate(network, random_dataset(1, 1, 5, 1), Loss::kBinaryCrossEntropy);
        }) == "X: shape (1, 5); allowed: (2, 5)");
  CHECK(message_of([] { return rule_from_name("hebb"); }) ==
        "rule: \"hebb\"; allowed: backprop, simplified");
}
