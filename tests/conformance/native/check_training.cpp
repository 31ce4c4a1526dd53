#include <stdexcept>

#include "checks.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab::conformance {
namespace {

// The metrics before each of the epochs, and after the last.
std::vector<Metrics> train(Trainer& trainer, std::size_t epochs) {
  std::vector<Metrics> history{trainer.metrics()};
  trainer.step(epochs, &history);
  if (history.size() != epochs + 1) throw std::runtime_error("training diverged");
  return history;
}

std::vector<double> column(const std::vector<Metrics>& history, std::size_t n,
                           double Metrics::*member) {
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) values.push_back(history.at(i).*member);
  return values;
}

void check_final(const Fields& end, const Trainer& trainer, Comparison& comparison) {
  const Metrics& metrics = trainer.metrics();
  compare_layers(end, "layers", parameters_of(trainer.network()), comparison);
  comparison.close(end.path("test_loss"), metrics.test_loss, end.number("test_loss"));
  comparison.close(end.path("test_accuracy"), metrics.test_accuracy, end.number("test_accuracy"));
}

// The end of a chaotic run: thought to lie in a range, give or take one test sample.
void check_range(const Fields& golden, const Trainer& trainer, Comparison& comparison) {
  const std::vector<double> range = golden.numbers("test_accuracy_range");
  if (range.size() != 2) throw std::runtime_error(golden.path("test_accuracy_range") + ": shape");
  const double sample = 1.0 / static_cast<double>(trainer.test_data().n_samples());
  constexpr double kRoundOff = 1e-12;
  comparison.within(golden.path("test_accuracy_range"), trainer.metrics().test_accuracy,
                    range[0] - sample - kRoundOff, range[1] + sample + kRoundOff);
}

void check_run(const Fields& golden, Trainer& trainer, Comparison& comparison) {
  const std::size_t epochs = golden.count("epochs");
  const std::size_t determined = golden.count("determined_epochs");
  if (determined > epochs)
    throw std::runtime_error(golden.path("determined_epochs") + ": > epochs");
  golden.text("name");
  const std::vector<Metrics> history = train(trainer, determined);
  comparison.close(golden.path("losses"), column(history, determined, &Metrics::train_loss),
                   golden.numbers("losses"));
  comparison.close(golden.path("accuracies"), column(history, determined, &Metrics::train_accuracy),
                   golden.numbers("accuracies"));
  const bool ranged = golden.has("test_accuracy_range");
  if (golden.has("final") || !ranged) check_final(golden.object("final"), trainer, comparison);
  if (!ranged) return;
  train(trainer, epochs - determined);
  check_range(golden, trainer, comparison);
}

OptimizerOptions read_optimizer(const Fields& golden) {
  OptimizerOptions options;
  options.method = method_from_name(golden.text("optimizer"));
  options.learning_rate = golden.number("learning_rate");
  if (options.method == Method::kMomentum) options.momentum = golden.number("momentum");
  if (options.method == Method::kRmsprop) options.decay = golden.number("decay");
  if (options.method == Method::kAdam) {
    options.beta1 = golden.number("beta1");
    options.beta2 = golden.number("beta2");
  }
  if (options.method == Method::kRmsprop || options.method == Method::kAdam) {
    options.epsilon = golden.number("epsilon");
  }
  return options;
}

TrainerOptions read_options(const Fields& golden) {
  TrainerOptions options;
  options.loss = loss_from_name(golden.text("loss"));
  options.optimizer = read_optimizer(golden);
  options.penalty = penalty_from_name(golden.text("regularization"));
  options.penalty_rate = golden.number("regularization_rate");
  if (golden.has("batch_size")) options.batch_size = golden.count("batch_size");
  return options;
}

// The stream that orders the samples of mini-batches; full batches draw nothing from any.
RandomState read_order(const Fields& golden) {
  return RandomState(golden.has("batch_size") ? golden.seed("random_state") : 0);
}

// How many of the steps the file knows; all, unless it says otherwise.
std::size_t read_determined_steps(const Fields& golden) {
  const std::size_t steps = golden.count("steps");
  if (!golden.has("determined_steps")) return steps;
  const std::size_t determined = golden.count("determined_steps");
  if (determined < 1 || determined > steps) {
    throw std::runtime_error(golden.path("determined_steps") + ": " + std::to_string(determined) +
                             "; allowed: 1 to " + std::to_string(steps));
  }
  return determined;
}

}  // namespace

void check_notebook(const Fields& golden, Comparison& comparison) {
  const std::size_t n_samples = golden.count("n_samples");
  const std::uint32_t random_state = golden.seed("random_state");
  const Dataset data = make_moons(n_samples, golden.number_or_null("noise"), random_state);
  const Split split = train_test_split(n_samples, golden.number("test_size"), random_state);
  TrainerOptions options;
  options.rule = Rule::kSimplified;
  options.optimizer.learning_rate = golden.number("learning_rate");
  RandomState stream(golden.seed("seed"));
  for (const Fields& run : golden.objects("networks")) {
    Network network = read_network(run);
    network.initialize(golden.number("weight_scale"), stream);
    Trainer trainer(network, take(data, split.train), take(data, split.test), options, stream);
    check_run(run, trainer, comparison);
  }
}

void check_optimizers(const Fields& golden, Comparison& comparison) {
  Network network = read_network(golden);
  read_layers(golden, network);
  const Dataset data{golden.matrix("X"), golden.matrix("y")};
  const Dataset none = take(data, {});
  const std::size_t determined = read_determined_steps(golden);
  Trainer trainer(network, data, none, read_options(golden), read_order(golden));
  const std::vector<Metrics> history = train(trainer, determined);
  comparison.close("losses", column(history, determined, &Metrics::train_loss),
                   golden.numbers("losses"));
  compare_layers(golden, "final_layers", parameters_of(trainer.network()), comparison);
}

}  // namespace moonlab::conformance
