#include <cstdio>

#include "moonlab/datasets.hpp"
#include "moonlab/network.hpp"
#include "moonlab/trainer.hpp"

int main() {
  using namespace moonlab;
  const Dataset moons = make_moons(300, 0.2, 42);
  const Split split = train_test_split(moons.n_samples(), 0.2, 42);

  RandomState stream(42);
  Network network({2, 8, 8, 1}, {Activation::kTanh, Activation::kTanh, Activation::kSigmoid});
  network.initialize(Init::kXavier, stream);

  TrainerOptions options;
  options.optimizer.method = Method::kAdam;
  Trainer trainer(network, take(moons, split.train), take(moons, split.test), options, stream);
  trainer.step(500);

  const Metrics& metrics = trainer.metrics();
  std::printf("epoch %zu: training loss %.17g, test accuracy %.3f\n", metrics.epoch,
              metrics.train_loss, metrics.test_accuracy);
}
