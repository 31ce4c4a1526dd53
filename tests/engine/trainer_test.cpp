#include "moonlab/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "allocations.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

Trainer notebook_trainer(const TrainerOptions& options, Activation activation = Activation::kTanh,
                         Init init = Init::kXavier) {
  NotebookData data = notebook_data();
  return Trainer(notebook_network(activation, init), data.train, data.test, options,
                 RandomState(42));
}

TrainerOptions adam(std::size_t batch_size = 0) {
  TrainerOptions options;
  options.optimizer.method = Method::kAdam;
  options.optimizer.learning_rate = 0.03;
  options.batch_size = batch_size;
  return options;
}

std::string message_with(const std::function<void(TrainerOptions&)>& change) {
  TrainerOptions options;
  change(options);
  return message_of([&] { return notebook_trainer(options); });
}

}  // namespace

TEST_CASE("training learns the moons") {
  Trainer trainer = notebook_trainer(adam());
  CHECK(trainer.metrics().test_accuracy < 0.9);
  trainer.step(200);
  CHECK(trainer.metrics().epoch == 200);
  CHECK(trainer.metrics().test_accuracy >= 0.95);
  CHECK_FALSE(trainer.diverged());
}

TEST_CASE("1,000 epochs in one step and in 1,000 steps give the same digits") {
  for (const Rule rule : {Rule::kBackprop, Rule::kSimplified}) {
    for (const std::size_t batch_size : {0u, 32u}) {
      TrainerOptions options = adam(batch_size);
      options.rule = rule;
      Trainer at_once = notebook_trainer(options);
      Trainer one_by_one = notebook_trainer(options);
      at_once.step(1000);
      for (int i = 0; i < 1000; ++i) one_by_one.step();
      CHECK(at_once.network().parameters() == one_by_one.network().parameters());
      CHECK(at_once.metrics().train_loss == one_by_one.metrics().train_loss);
    }
  }
}

TEST_CASE("metrics are those of the current weights") {
  for (const std::size_t batch_size : {0u, 50u}) {
    Trainer trainer = notebook_trainer(adam(batch_size));
    for (const std::size_t epochs : {0u, 1u, 10u}) {
      trainer.step(epochs);
      const Loss loss = Loss::kBinaryCrossEntropy;
      const Evaluation train = evaluate(trainer.network(), trainer.train_data(), loss);
      const Evaluation test = evaluate(trainer.network(), trainer.test_data(), loss);
      CHECK(trainer.metrics().train_loss == train.loss);
      CHECK(trainer.metrics().train_accuracy == train.accuracy);
      CHECK(trainer.metrics().test_loss == test.loss);
      CHECK(trainer.metrics().test_accuracy == test.accuracy);
    }
  }
}

TEST_CASE("a full batch step moves the weights against the exact gradient") {
  TrainerOptions options;
  options.optimizer.learning_rate = 0.1;
  Trainer trainer = notebook_trainer(options);
  Network expected = trainer.network();
  const Gradient gradient = backpropagate(expected, trainer.train_data(), options.loss);
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    expected.layers()[i].weights -= 0.1 * gradient[i].weights;
    expected.layers()[i].biases -= 0.1 * gradient[i].biases;
  }
  trainer.step();
  CHECK(trainer.network().parameters() == expected.parameters());
}

TEST_CASE("an epoch of mini batches visits every sample once, in the stream's order") {
  TrainerOptions options;
  options.optimizer.learning_rate = 0.1;
  options.batch_size = 100;
  Trainer trainer = notebook_trainer(options);
  Network expected = trainer.network();
  const Indices order = RandomState(42).permutation(240);
  for (std::size_t first = 0; first < 240; first += 100) {
    const auto begin = order.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        order.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(240, first + 100));
    const Dataset batch = take(trainer.train_data(), Indices(begin, end));
    const Gradient gradient = backpropagate(expected, batch, options.loss);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      expected.layers()[i].weights -= 0.1 * gradient[i].weights;
      expected.layers()[i].biases -= 0.1 * gradient[i].biases;
    }
  }
  trainer.step();
  CHECK(trainer.network().parameters() == expected.parameters());
}

TEST_CASE("a batch as large as the training set, or larger, is a full batch") {
  Trainer full = notebook_trainer(adam());
  for (const std::size_t batch_size : {240u, 10000u}) {
    Trainer large = notebook_trainer(adam(batch_size));
    large.step(10);
    full.step(10 - full.metrics().epoch);
    CHECK(large.network().parameters() == full.network().parameters());
  }
}

TEST_CASE("a penalty pulls the weights towards 0 and leaves the biases alone") {
  for (const Penalty penalty : {Penalty::kL1, Penalty::kL2}) {
    TrainerOptions options;
    options.optimizer.learning_rate = 0.1;
    Trainer plain = notebook_trainer(options);
    options.penalty = penalty;
    options.penalty_rate = 0.5;
    Trainer penalised = notebook_trainer(options);
    const double start = plain.network().layers()[0].weights(0, 0);
    plain.step();
    penalised.step();
    const double pull = penalty == Penalty::kL2 ? 0.5 * start : (start > 0 ? 0.5 : -0.5);
    CHECK(penalised.network().layers()[0].weights(0, 0) ==
          doctest::Approx(plain.network().layers()[0].weights(0, 0) - 0.1 * pull));
    CHECK(penalised.network().layers()[0].biases == plain.network().layers()[0].biases);
  }
}

TEST_CASE("under R² the metrics have it in place of the accuracy") {
  const Ending values{Activation::kLinear, 1, Loss::kMeanSquaredError};
  const Dataset train = random_dataset(2, values, 300, 1);
  const Dataset test = random_dataset(2, values, 40, 2);
  TrainerOptions options = adam();
  options.loss = Loss::kMeanSquaredError;
  options.score = Score::kR2;
  Trainer trainer(random_network({2, 6, 1}, {Activation::kTanh, Activation::kLinear}, 3), train,
                  test, options, RandomState(1));
  trainer.step(20);
  const Network& network = trainer.network();
  const Metrics& metrics = trainer.metrics();
  CHECK(metrics.train_r2 == doctest::Approx(r2_score(train.y, network.forward(train.X))));
  CHECK(metrics.test_r2 == doctest::Approx(r2_score(test.y, network.forward(test.X))));
  CHECK(std::isnan(metrics.train_accuracy));
  CHECK(std::isnan(metrics.test_accuracy));
  CHECK(std::isnan(notebook_trainer(adam()).metrics().train_r2));
}

TEST_CASE("history holds the metrics after each epoch") {
  Trainer trainer = notebook_trainer(adam());
  std::vector<Metrics> history;
  trainer.step(5, &history);
  CHECK(history.size() == 5);
  CHECK(history.front().epoch == 1);
  CHECK(history.back().epoch == 5);
  CHECK(history.back().train_loss == trainer.metrics().train_loss);
}

TEST_CASE("an epoch allocates nothing") {
  for (const Method method : {Method::kSgd, Method::kMomentum, Method::kRmsprop, Method::kAdam}) {
    for (const Rule rule : {Rule::kBackprop, Rule::kSimplified}) {
      for (const std::size_t batch_size : {0u, 32u}) {
        TrainerOptions options = adam(batch_size);
        options.optimizer.method = method;
        options.rule = rule;
        options.penalty = Penalty::kL2;
        Trainer trainer = notebook_trainer(options);
        const std::size_t before = n_allocations();
        trainer.step(3);
        CHECK(n_allocations() == before);
      }
    }
  }
}

TEST_CASE("an epoch allocates nothing for any activation, ending and penalty") {
  for (const Activation hidden : kHiddenActivations) {
    for (const Ending& ending : kEndings) {
      for (const std::size_t batch_size : {0u, 7u}) {
        TrainerOptions options = adam(batch_size);
        options.loss = ending.loss;
        options.penalty = Penalty::kL1;
        const bool is_regression =
            ending.n_outputs == 1 && ending.activation == Activation::kLinear;
        options.score = is_regression ? Score::kR2 : Score::kAccuracy;
        Trainer trainer(random_network({7, 5, ending.n_outputs}, {hidden, ending.activation}, 3),
                        random_dataset(7, ending, 30, 4), random_dataset(7, ending, 9, 5), options,
                        RandomState(1));
        const std::size_t before = n_allocations();
        trainer.step(3);
        CHECK(n_allocations() == before);
      }
    }
  }
}

TEST_CASE("divergence is noticed and ends the training") {
  TrainerOptions options;
  options.optimizer.learning_rate = 1e150;
  Trainer trainer = notebook_trainer(options, Activation::kLinear, Init::kHe);
  std::vector<Metrics> history;
  trainer.step(1000, &history);
  CHECK(trainer.diverged());
  CHECK(history.size() < 1000);
  CHECK(history.size() == trainer.metrics().epoch);
  trainer.step(10);
  CHECK(history.size() == trainer.metrics().epoch);
}

TEST_CASE("a test set may be empty") {
  const NotebookData data = notebook_data();
  Trainer trainer(notebook_network(Activation::kTanh, Init::kXavier), data.train,
                  take(data.test, {}), adam(), RandomState(1));
  trainer.step(2);
  CHECK(std::isnan(trainer.metrics().test_loss));
  CHECK_FALSE(trainer.diverged());
}

TEST_CASE(
    "another order of summation changes round-off only, until the simplified rule amplifies it") {
  const auto loss_after = [](Rule rule, Summation summation, std::size_t epochs) {
    TrainerOptions options;
    options.rule = rule;
    options.summation = summation;
    options.optimizer.learning_rate = 0.5;
    Trainer trainer = notebook_trainer(options, Activation::kRelu, Init::kSmall);
    trainer.step(epochs);
    return trainer.metrics().train_loss;
  };
  const auto parting = [&](Rule rule, std::size_t epochs) {
    return std::abs(loss_after(rule, Summation::kInOrder, epochs) -
                    loss_after(rule, Summation::kReversed, epochs));
  };
  CHECK(parting(Rule::kBackprop, 1000) < 1e-10);
  CHECK(parting(Rule::kSimplified, 100) < 1e-10);
  CHECK(parting(Rule::kSimplified, 1000) > 1e-6);
  CHECK(message_of([] { return summation_from_name("random"); }) ==
        "summation: \"random\"; allowed: in_order, reversed");
}

TEST_CASE("options and data that do not fit are reported") {
  const NotebookData data = notebook_data();
  const Network network = notebook_network(Activation::kTanh, Init::kXavier);
  CHECK(message_with([](auto& o) { o.optimizer.learning_rate = -1; }) ==
        "learning_rate: -1; allowed: a finite number above 0");
  CHECK(message_with([](auto& o) { o.penalty_rate = -1; }) ==
        "penalty_rate: -1; allowed: a finite number of 0 or more");
  CHECK(message_with([](auto& o) { o.score = Score::kR2; }) ==
        "score: r2 under cross-entropy; allowed: r2 under mean squared error");
  CHECK(
      message_with([](auto& o) { o.loss = Loss::kCategoricalCrossEntropy; }) ==
      "train y: shape (1, 240) and another label; allowed: one-hot labels of two classes or more, "
      "for categorical cross-entropy");
  CHECK(message_of([&] {
          TrainerOptions options;
          options.loss = Loss::kMeanSquaredError;
          options.score = Score::kR2;
          Trainer(random_network({2, 2}, {Activation::kLinear}, 1), random_dataset(2, 2, 4, 1), {},
                  options, RandomState(1));
        }) == "score: r2 of 2 outputs; allowed: r2 of one output");
  CHECK(message_of([&] {
          return Trainer(network, take(data.train, {}), data.test, {}, RandomState(1));
        }) == "train X: no sample; allowed: one or more");
  CHECK(message_of([&] {
          return Trainer(network, data.train, random_dataset(3, 1, 4, 1), {}, RandomState(1));
        }) == "test X: shape (3, 4); allowed: (2, 4)");
  CHECK(message_of([&] {
          return Trainer(network, random_dataset(2, 2, 4, 1), data.test, {}, RandomState(1));
        }) == "train y: shape (2, 4); allowed: (1, 4)");
  CHECK(message_of([&] {
          TrainerOptions options;
          options.rule = Rule::kSimplified;
          Trainer(random_network({2, 2}, {Activation::kSigmoid}, 1), random_dataset(2, 2, 4, 1),
                  random_dataset(2, 2, 4, 1), options, RandomState(1));
        }) == "network: 2 outputs; allowed: one output, for the simplified rule");
  CHECK(message_of([] { return penalty_from_name("l3"); }) ==
        "penalty: \"l3\"; allowed: none, l1, l2");
}
