#include "moonlab/activity.hpp"

#include <cmath>

#include "support.hpp"
#include "xtensor.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

// One layer of two inputs, so that its neurons' outputs are told by its weights.
LayerActivity activity_of(const Matrix& weights, Activation activation) {
  Network network({2, rows(weights)}, {activation});
  network.layers()[0].weights = weights;
  return layer_activities(network, random_matrix(2, 200, 1)).front();
}

}  // namespace

TEST_CASE("eigenvalues of a symmetric matrix come largest first") {
  CHECK(symmetric_eigenvalues({{2, 0}, {0, 5}}) == std::vector<double>{5, 2});
  const std::vector<double> values = symmetric_eigenvalues({{4, 1, 2}, {1, 3, 0}, {2, 0, 1}});
  // numpy.linalg.eigvalsh([[4, 1, 2], [1, 3, 0], [2, 0, 1]]), NumPy 1.24.2, reversed
  CHECK(values[0] == doctest::Approx(5.346462190).epsilon(1e-9));
  CHECK(values[1] == doctest::Approx(2.722245634).epsilon(1e-9));
  CHECK(values[2] == doctest::Approx(-0.068707823).epsilon(1e-6));
}

TEST_CASE("the trace and the determinant of a larger matrix are kept") {
  const Matrix factor = random_matrix(20, 20, 3);
  const Matrix symmetric = factor + xt::transpose(factor);
  const Matrix eigenvalues = row_of(symmetric_eigenvalues(symmetric));
  CHECK(xt::sum(eigenvalues)() ==
        doctest::Approx(xt::sum(xt::diagonal(symmetric))()).epsilon(1e-12));
  CHECK(xt::sum(xt::square(eigenvalues))() ==
        doctest::Approx(xt::sum(xt::square(symmetric))()).epsilon(1e-12));
}

TEST_CASE("neurons that repeat one another have an effective rank of 1") {
  const LayerActivity activity = activity_of({{1, 2}, {2, 4}, {0.5, 1}, {3, 6}}, Activation::kRelu);
  CHECK(activity.effective_rank == doctest::Approx(1).epsilon(1e-6));
  CHECK(activity.twin_of == std::vector<std::size_t>{0, 0, 0, 0});
  CHECK(activity.dead == std::vector<bool>{false, false, false, false});
}

TEST_CASE("neurons with something of their own to say are counted each") {
  const LayerActivity activity = activity_of({{1, 0}, {0, 1}}, Activation::kLinear);
  CHECK(activity.effective_rank == doctest::Approx(2).epsilon(0.02));
  CHECK(activity.twin_of == std::vector<std::size_t>{0, 1});
}

TEST_CASE("outputs of a softmax that say the same of every sample are dead") {
  Network network({2, 3}, {Activation::kSoftmax});
  network.layers()[0].biases = {{1}, {0}, {-1}};
  const LayerActivity activity = layer_activities(network, random_matrix(2, 50, 1)).front();
  CHECK(activity.dead == std::vector<bool>{true, true, true});
  CHECK(activity.effective_rank == doctest::Approx(1).epsilon(1e-6));
  network.layers()[0].weights = {{1, 0}, {0, 1}, {0, 0}};
  const LayerActivity other = layer_activities(network, random_matrix(2, 50, 1)).front();
  CHECK(other.dead == std::vector<bool>{false, false, false});
}

TEST_CASE("a neuron whose output never changes is dead") {
  Network network({2, 3}, {Activation::kRelu});
  network.layers()[0].weights = {{1, 0}, {0, 0}, {1, 1}};
  network.layers()[0].biases = {{0}, {0.3}, {-100}};
  const LayerActivity activity = layer_activities(network, random_matrix(2, 50, 1)).front();
  CHECK(activity.dead == std::vector<bool>{false, true, true});
}

TEST_CASE("a layer that is silent altogether has rank 0") {
  const LayerActivity activity = activity_of({{0, 0}, {0, 0}}, Activation::kRelu);
  CHECK(activity.effective_rank == 0);
  CHECK(activity.twin_of == std::vector<std::size_t>{0, 0});
}

TEST_CASE("what neurons do does not depend on the size of their outputs") {
  const Matrix weights = {{1, 2}, {2, 4}, {3, -1}};
  const LayerActivity expected = activity_of(weights, Activation::kRelu);
  CHECK(expected.twin_of == std::vector<std::size_t>{0, 0, 2});
  for (const double size : {1e-300, 1e-165, 1e160, 1e300}) {
    const LayerActivity activity = activity_of(weights * size, Activation::kRelu);
    CHECK(activity.effective_rank == doctest::Approx(expected.effective_rank).epsilon(1e-12));
    CHECK(activity.twin_of == expected.twin_of);
  }
}

TEST_CASE("outputs that are not finite have no rank") {
  const LayerActivity activity = activity_of({{1e308, 1e308}, {1, 1}}, Activation::kLinear);
  CHECK(std::isnan(activity.effective_rank));
  CHECK(message_of([] {
          return layer_activities(Network({1, 1}, {Activation::kRelu}), {{0, INFINITY}});
        }) == "X: inf; allowed: finite numbers");
}

TEST_CASE("under the simplified rule the neurons of a hidden layer act as one") {
  const NotebookData data = notebook_data();
  const auto ranks_after = [&](Rule rule) {
    TrainerOptions options;
    options.rule = rule;
    options.optimizer.learning_rate = 0.5;
    Trainer trainer(notebook_network(Activation::kRelu, Init::kSmall), data.train, data.test,
                    options, RandomState(42));
    trainer.step(1000);
    return layer_activities(trainer.network(), data.train.X);
  };
  const auto simplified = ranks_after(Rule::kSimplified);
  CHECK(simplified[0].effective_rank < 1.5);
  CHECK(simplified[1].effective_rank < 1.5);
}

TEST_CASE("data that does not fit is reported") {
  const Network network({2, 1}, {Activation::kSigmoid});
  CHECK(message_of([&] { return layer_activities(network, random_matrix(3, 4, 1)); }) ==
        "X: shape (3, 4); allowed: (2, n_samples)");
  CHECK(message_of([&] { return layer_activities(network, random_matrix(2, 0, 1)); }) ==
        "X: no sample; allowed: one or more");
  CHECK(message_of([] { return symmetric_eigenvalues(random_matrix(2, 3, 1)); }) ==
        "matrix: shape (2, 3); allowed: (2, 2)");
}

TEST_CASE("without ranks, the rest is the same") {
  const Network network =
      random_network({2, 6, 6, 1}, {Activation::kRelu, Activation::kTanh, Activation::kSigmoid}, 4);
  const Matrix X = random_matrix(2, 50, 1);
  const std::vector<LayerActivity> whole = layer_activities(network, X);
  const std::vector<LayerActivity> without = layer_activities(network, X, false);
  REQUIRE(without.size() == whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK(whole[i].effective_rank >= 1);
    CHECK(std::isnan(without[i].effective_rank));
    CHECK(without[i].dead == whole[i].dead);
    CHECK(without[i].twin_of == whole[i].twin_of);
  }
}
