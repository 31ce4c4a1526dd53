#include <cmath>

#include "moonlab/trainer.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

// Steps along loss and penalty, for every ending of a network.

namespace {

// What a penalty adds to the loss: rate · Σ|w|, or rate / 2 · Σw².
double penalty_of(const Network& network, Penalty penalty, double rate) {
  double sum = 0;
  for (const Layer& layer : network.layers()) {
    for (const double w : layer.weights) sum += penalty == Penalty::kL1 ? std::abs(w) : w * w / 2;
  }
  return rate * sum;
}

void add_slopes_of_penalty(const Network& network, Penalty penalty, double rate,
                           Gradient& gradient) {
  if (penalty == Penalty::kNone) return;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const Matrix& weights = network.layers()[i].weights;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const double w = weights.data()[j];
      const double sign = w > 0 ? 1 : w < 0 ? -1 : 0;
      gradient[i].weights.data()[j] += rate * (penalty == Penalty::kL1 ? sign : w);
    }
  }
}

}  // namespace

TEST_CASE("a step goes along the gradient of loss and penalty, for every ending and optimiser") {
  for (const Ending& ending : kEndings) {
    for (const Method method : {Method::kSgd, Method::kMomentum, Method::kRmsprop, Method::kAdam}) {
      for (const Penalty penalty : {Penalty::kNone, Penalty::kL1, Penalty::kL2}) {
        CAPTURE(text_of(ending));
        CAPTURE(static_cast<int>(method));
        TrainerOptions options;
        options.loss = ending.loss;
        options.optimizer.method = method;
        options.penalty = penalty;
        options.penalty_rate = 0.02;
        Network expected =
            random_network({2, 4, ending.n_outputs}, {Activation::kElu, ending.activation}, 3);
        expected.layers()[0].weights(1, 1) = 0;
        const Dataset data = random_dataset(2, ending, 30, 4);
        Trainer trainer(expected, data, {}, options, RandomState(1));
        Optimizer optimizer(options.optimizer, expected);
        for (int step = 0; step < 3; ++step) {
          Gradient gradient = backpropagate(expected, data, ending.loss);
          add_slopes_of_penalty(expected, penalty, 0.02, gradient);
          optimizer.step(expected, gradient);
        }
        trainer.step(3);
        CHECK(trainer.network().parameters() == expected.parameters());
      }
    }
  }
}

TEST_CASE("gradient descent goes down loss and penalty as central differences find them") {
  constexpr double kEpsilon = 1e-6;
  for (const Ending& ending : kEndings) {
    for (const Penalty penalty : {Penalty::kL1, Penalty::kL2}) {
      CAPTURE(text_of(ending));
      TrainerOptions options;
      options.loss = ending.loss;
      options.optimizer.learning_rate = 1;
      options.penalty = penalty;
      options.penalty_rate = 0.3;
      const Network start =
          random_network({2, 3, ending.n_outputs}, {Activation::kTanh, ending.activation}, 6);
      const Dataset data = random_dataset(2, ending, 20, 7);
      Trainer trainer(start, data, {}, options, RandomState(1));
      trainer.step();
      const std::vector<double> moved = trainer.network().parameters();
      const std::vector<double> from = start.parameters();
      const auto objective = [&](std::size_t i, double by) {
        Network probe = start;
        std::vector<double> values = from;
        values[i] += by;
        probe.set_parameters(values);
        return evaluate(probe, data, ending.loss).loss + penalty_of(probe, penalty, 0.3);
      };
      for (std::size_t i = 0; i < from.size(); ++i) {
        const double slope = (objective(i, kEpsilon) - objective(i, -kEpsilon)) / (2 * kEpsilon);
        CHECK(std::abs(from[i] - moved[i] - slope) < 1e-8);
      }
    }
  }
}
