#include "configuration.hpp"

#include <array>
#include <random>

#include "checksum.hpp"
#include "moonlab/activity.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/trace.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab::bits {
namespace {

// std::mt19937's numbers are in the C++ standard; how its distributions use them is not.
class Choice {
 public:
  explicit Choice(int number) : generator_(static_cast<std::uint32_t>(number)) {}

  std::size_t from(std::size_t low, std::size_t high) {
    return low + generator_() % (high - low + 1);
  }

  template <typename Value, std::size_t kN>
  Value of(const std::array<Value, kN>& values) {
    return values[from(0, kN - 1)];
  }

  double share() { return static_cast<double>(from(0, 1000)) / 1000; }

 private:
  std::mt19937 generator_;
};

struct Configuration {
  std::string name;
  std::string dataset;
  std::size_t n_samples;
  double noise;
  std::uint32_t seed;
  double test_size;
  std::vector<std::size_t> layer_sizes;
  std::vector<Activation> activations;
  Init init;
  TrainerOptions options;
  std::size_t epochs;
};

constexpr std::array kActivations = {"relu", "tanh", "sigmoid", "linear"};
constexpr std::array kMethods = {"sgd", "momentum", "rmsprop", "adam"};
constexpr std::array kLosses = {"binary_cross_entropy", "mean_squared_error"};
constexpr std::array kRules = {"backprop", "simplified"};
constexpr std::array kDatasets = {"moons", "circles", "blobs"};
constexpr std::array kInits = {"small", "xavier", "he"};
constexpr std::array kPenalties = {"none", "l1", "l2"};
constexpr std::array kSummations = {"in_order", "reversed"};
constexpr std::array kRates = {0.003, 0.01, 0.03, 0.1, 0.5};
constexpr std::array<std::size_t, 4> kBatches = {0, 5, 16, 33};

// Widths of every remainder by the kernels' blocks.
void choose_network(Configuration& made, Choice& choice) {
  const bool one_output = made.options.rule == Rule::kSimplified || choice.from(0, 2) > 0;
  made.layer_sizes = {2};
  for (std::size_t n = choice.from(0, 3); n > 0; --n) {
    made.layer_sizes.push_back(choice.from(1, 18));
    made.activations.push_back(activation_from_name(choice.of(kActivations)));
  }
  made.layer_sizes.push_back(one_output ? 1 : 2);
  made.activations.push_back(Activation::kSigmoid);
}

// Every activation with every optimiser, loss and rule; the rest by chance.
Configuration configuration(int number) {
  const auto n = static_cast<std::size_t>(number);
  Choice choice(number);
  Configuration made;
  const std::array settings = {kActivations[n % 4],  kMethods[n / 4 % 4],   kLosses[n / 16 % 2],
                               kRules[n / 32 % 2],   choice.of(kPenalties), choice.of(kSummations),
                               choice.of(kDatasets), choice.of(kInits)};
  const auto& [activation, method, loss, rule, penalty, summation, dataset, init] = settings;
  made.options.optimizer.method = method_from_name(method);
  made.options.optimizer.learning_rate = choice.of(kRates);
  made.options.loss = loss_from_name(loss);
  made.options.rule = rule_from_name(rule);
  made.options.penalty = penalty_from_name(penalty);
  made.options.penalty_rate = choice.share() / 10;
  made.options.summation = summation_from_name(summation);
  made.options.batch_size = choice.of(kBatches);
  choose_network(made, choice);
  if (made.activations.size() > 1) made.activations.front() = activation_from_name(activation);
  made.dataset = dataset;
  made.init = init_from_name(init);
  made.n_samples = choice.from(20, 400);
  made.noise = choice.share() / 2;
  made.seed = static_cast<std::uint32_t>(choice.from(0, 1000000));
  made.test_size = 0.1 + choice.share() / 2;
  made.epochs = choice.from(50, 200);
  made.name = std::to_string(number);
  for (const char* setting : settings) made.name += std::string("-") + setting;
  for (const std::size_t size : made.layer_sizes) made.name += "-" + std::to_string(size);
  return made;
}

Dataset data_of(const Configuration& given) {
  if (given.dataset == "moons") return make_moons(given.n_samples, given.noise, given.seed);
  if (given.dataset == "circles") {
    return make_circles(given.n_samples, given.noise, 0.5, given.seed);
  }
  return make_blobs(given.n_samples, {{-1.5, -1.0}, {1.0, 1.25}}, 0.5 + given.noise, given.seed);
}

// One row of labels, or the label and its opposite.
Dataset with_outputs(const Dataset& data, std::size_t n_outputs) {
  Matrix y = Matrix::from_shape({n_outputs, data.n_samples()});
  for (std::size_t r = 0; r < n_outputs; ++r) {
    for (std::size_t s = 0; s < data.n_samples(); ++s) {
      y(r, s) = r == 0 ? data.y(0, s) : 1 - data.y(0, s);
    }
  }
  return {data.X, y};
}

void ask(const Network& network, const Dataset& data, Loss loss, Checksum& sum) {
  sum.add(network.parameters());
  sum.add(network.forward(data.X));
  sum.add(backpropagate(network, data, loss));
  if (network.n_parameters() < 100) sum.add(numerical_gradient(network, data, loss, 1e-6));
  const Evaluation found = evaluate(network, data, loss);
  sum.add(found.loss);
  sum.add(found.accuracy);
  for (const LayerTrace& layer : trace(network, data, loss)) {
    for (const Matrix* m : {&layer.z, &layer.output, &layer.output_gradient, &layer.delta}) {
      sum.add(*m);
    }
  }
  for (const LayerActivity& layer : layer_activities(network, data.X)) {
    sum.add(layer.effective_rank);
  }
}

void add_bounds_and_grid(const Network& network, const Matrix& X, Checksum& sum) {
  const Bounds bounds = data_bounds(X);
  for (const double side : {bounds.x1_min, bounds.x1_max, bounds.x2_min, bounds.x2_max}) {
    sum.add(side);
  }
  sum.add(decision_grid(network, bounds, 37));
}

}  // namespace

std::string run_configuration(int number) {
  const Configuration given = configuration(number);
  Checksum sum;
  const Dataset data = with_outputs(data_of(given), given.layer_sizes.back());
  sum.add(data);
  const Split split = train_test_split(given.n_samples, given.test_size, given.seed);
  sum.add(split.train);
  sum.add(split.test);
  RandomState stream(given.seed);
  Network network(given.layer_sizes, given.activations);
  network.initialize(given.init, stream);
  ask(network, data, given.options.loss, sum);
  Trainer trainer(network, take(data, split.train), take(data, split.test), given.options, stream);
  std::vector<Metrics> history{trainer.metrics()};
  trainer.step(given.epochs, &history);
  sum.add(history);
  sum.add(trainer.network().parameters());
  add_bounds_and_grid(trainer.network(), data.X, sum);
  return given.name + " " + sum.text();
}

}  // namespace moonlab::bits
