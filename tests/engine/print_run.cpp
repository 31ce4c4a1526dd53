#include <cstdio>
#include <cstdlib>
#include <vector>

#include "moonlab/trainer.hpp"

// Trains the notebook's 2-8-8-1 network on the notebook's data and prints the training loss before
// each epoch and after the last, then all parameters, a number a line: what the WebAssembly build's
// run is compared with.
//
//     moonlab_print_run ACTIVATION INIT OPTIMIZER LEARNING_RATE LOSS RULE EPOCHS
int main(int argc, char** argv) {
  using namespace moonlab;
  if (argc != 8) {
    std::fputs(
        "usage: moonlab_print_run ACTIVATION INIT OPTIMIZER LEARNING_RATE LOSS RULE EPOCHS\n",
        stderr);
    return 2;
  }
  TrainerOptions options;
  options.optimizer.method = method_from_name(argv[3]);
  options.optimizer.learning_rate = std::atof(argv[4]);
  options.loss = loss_from_name(argv[5]);
  options.rule = rule_from_name(argv[6]);
  const Dataset data = make_moons(300, 0.2, 42);
  const Split split = train_test_split(300, 0.2, 42);
  const Activation activation = activation_from_name(argv[1]);
  Network network({2, 8, 8, 1}, {activation, activation, Activation::kSigmoid});
  RandomState stream(42);
  network.initialize(init_from_name(argv[2]), stream);
  Trainer trainer(network, take(data, split.train), take(data, split.test), options, stream);
  std::vector<Metrics> history{trainer.metrics()};
  trainer.step(static_cast<std::size_t>(std::atoi(argv[7])), &history);
  for (const Metrics& metrics : history) std::printf("%.17g\n", metrics.train_loss);
  for (const double parameter : trainer.network().parameters()) std::printf("%.17g\n", parameter);
  return 0;
}
