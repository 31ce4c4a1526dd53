#include <cmath>

#include "hostile.hpp"

// Trainer, Optimizer and the gradients on data and networks that need not fit.

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kMostSamples = 40;
constexpr std::size_t kMostParameters = 500;

// Shares and losses are what their names say, or NaN where the run has diverged.
void expect_plausible(double loss, double accuracy) {
  expect(!(loss < 0), "a loss is not negative");
  expect(!(accuracy < 0) && !(accuracy > 1), "an accuracy is a share");
}

void train(Input& input, const Network& network) {
  Dataset train = input.dataset(network.n_inputs(), network.n_outputs(), kMostSamples);
  Dataset test = input.coin()
                     ? Dataset{}
                     : input.dataset(network.n_inputs(), network.n_outputs(), kMostSamples);
  Trainer trainer(network, std::move(train), std::move(test), input.trainer_options(),
                  RandomState(input.seed()));
  std::vector<Metrics> history;
  trainer.step(input.below(4), &history);
  attempt([&] { trainer.change(input.trainer_options(), input.coin()); });
  if (input.coin()) trainer.set_parameters(trainer.network().parameters());
  trainer.step(input.below(4), &history);
  for (const Metrics& metrics : history) {
    expect_plausible(metrics.train_loss, metrics.train_accuracy);
    expect_plausible(metrics.test_loss, metrics.test_accuracy);
  }
}

// The gradient may be another network's, and the network another than the optimiser's.
void optimize(Input& input, Network& network) {
  Network other = input.coin() ? input.network() : network;
  Optimizer optimizer(input.optimizer_options(), input.coin() ? other : network);
  Gradient gradient = zero_gradient(input.coin() ? other : network);
  if (input.coin() && !gradient.empty()) {
    gradient[input.below(gradient.size() - 1)].weights = input.matrix(input.below(6), 2);
  }
  optimizer.step(network, gradient);
  optimizer.step(other, gradient);
}

void differentiate(Input& input, const Network& network) {
  const Dataset data = input.dataset(network.n_inputs(), network.n_outputs(), kMostSamples);
  switch (input.below(3)) {
    case 0:
      expect(backpropagate(network, data, input.loss()).size() == network.layers().size(),
             "a gradient has an entry a layer");
      return;
    case 1:
      static_cast<void>(simplified_gradient(network, data));
      return;
    case 2:
      // Two passes a parameter: a large network would take for ever, and be nothing new.
      if (network.n_parameters() > kMostParameters) return;
      static_cast<void>(numerical_gradient(network, data, input.loss(), input.number_or(1e-6)));
      return;
    default: {
      const Evaluation found = evaluate(network, data, input.loss());
      expect_plausible(found.loss, found.accuracy);
    }
  }
}

void measure(Input& input) {
  const std::size_t n = input.below(kMostSamples);
  const std::size_t n_outputs = 1 + input.below(2);
  const Matrix y = input.labels(n_outputs, n);
  const Matrix p = input.samples(n_outputs, n);
  attempt([&] { expect_plausible(binary_cross_entropy(y, p), 0); });
  attempt([&] { expect_plausible(categorical_cross_entropy(y, p), 0); });
  attempt([&] { expect_plausible(mean_squared_error(y, p), 0); });
  attempt([&] { expect_plausible(0, accuracy(y, p)); });
  attempt([&] { expect(!(r2_score(y, p) > 1), "no R² is above 1"); });
}

}  // namespace
}  // namespace moonlab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  using namespace moonlab;
  fuzz::Input input(bytes, n);
  fuzz::attempt([&] {
    if (input.below(7) == 0) return fuzz::measure(input);
    Network network = input.network();
    switch (input.below(2)) {
      case 0:
        return fuzz::train(input, network);
      case 1:
        return fuzz::optimize(input, network);
      default:
        return fuzz::differentiate(input, network);
    }
  });
  return 0;
}
