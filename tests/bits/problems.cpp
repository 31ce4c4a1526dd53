#include "problems.hpp"

#include <array>

#include "checksum.hpp"
#include "moonlab/activity.hpp"
#include "moonlab/trace.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab::bits {
namespace {

// What is learned: K classes as K one-hot rows, two as one row, or a value.
struct Problem {
  const char* name;
  std::size_t n_outputs;
  const char* output;
  const char* loss;
  const char* score;
};

constexpr std::array<Problem, 5> kAllProblems = {{
    {"two-classes", 1, "sigmoid", "binary_cross_entropy", "accuracy"},
    {"two-classes", 1, "sigmoid", "mean_squared_error", "accuracy"},
    {"three-classes", 3, "softmax", "categorical_cross_entropy", "accuracy"},
    {"three-classes", 3, "softmax", "mean_squared_error", "accuracy"},
    {"values", 1, "linear", "mean_squared_error", "r2"},
}};
constexpr std::array kHiddenNames = {"relu", "tanh", "sigmoid", "linear", "leaky_relu", "elu"};
constexpr std::array kOptimizerNames = {"sgd", "momentum", "rmsprop", "adam"};
constexpr std::array kPenaltyNames = {"none", "l1", "l2"};

constexpr std::size_t kProblemSamples = 150;
constexpr std::size_t kEpochsAChange = 50;

// Seven inputs, of products and sums alone: the sines of a feature have tests of their own.
Matrix inputs_of(const Matrix& X) {
  Matrix inputs = Matrix::from_shape({7, columns(X)});
  for (std::size_t s = 0; s < columns(X); ++s) {
    const double x1 = X(0, s);
    const double x2 = X(1, s);
    const std::array<double, 7> features = {x1, x2, x1 * x1, x2 * x2, x1 * x2, x1 - x2, x1 + x2};
    for (std::size_t i = 0; i < features.size(); ++i) inputs(i, s) = features[i];
  }
  return inputs;
}

Dataset data_of(const Problem& problem, std::uint32_t seed) {
  const Dataset blobs = make_blobs(kProblemSamples, {{-1, -1}, {1, -0.5}, {0, 1}}, 0.6, seed);
  Matrix y = Matrix::from_shape({problem.n_outputs, kProblemSamples});
  const bool is_value = problem.score == std::string("r2");
  for (std::size_t s = 0; s < kProblemSamples; ++s) {
    const auto label = static_cast<std::size_t>(blobs.y(0, s));
    for (std::size_t r = 0; r < problem.n_outputs; ++r) y(r, s) = r == label ? 1 : 0;
    if (is_value) y(0, s) = blobs.X(0, s) * blobs.X(1, s) + 0.5 * blobs.X(0, s);
  }
  return {inputs_of(blobs.X), y};
}

void add_run(Trainer& trainer, Checksum& sum) {
  std::vector<Metrics> history{trainer.metrics()};
  trainer.step(kEpochsAChange, &history);
  sum.add(history);
  for (const Metrics& metrics : history) {
    sum.add(metrics.train_r2);
    sum.add(metrics.test_r2);
  }
  sum.add(trainer.network().parameters());
}

// Batches, a penalty and a weight, then the optimiser and the rule, and all samples at once again.
void add_changing_run(Trainer& trainer, Checksum& sum) {
  const TrainerOptions first = trainer.options();
  add_run(trainer, sum);
  TrainerOptions options = first;
  options.batch_size = 33;
  options.penalty = Penalty::kL2;
  trainer.change(options);
  std::vector<double> parameters = trainer.network().parameters();
  parameters[0] = 0.25;
  trainer.set_parameters(parameters);
  add_run(trainer, sum);
  options.optimizer.learning_rate /= 3;
  if (trainer.network().n_outputs() == 1) options.rule = Rule::kSimplified;
  trainer.change(options, true);
  add_run(trainer, sum);
  trainer.change(first);
  add_run(trainer, sum);
}

void add_answers(const Network& network, const Dataset& data, Loss loss, Checksum& sum) {
  sum.add(network.forward(data.X));
  sum.add(backpropagate(network, data, loss));
  sum.add(numerical_gradient(network, data, loss, 1e-6));
  for (const LayerTrace& layer : trace(network, data, loss)) {
    for (const Matrix* m : {&layer.z, &layer.output, &layer.output_gradient, &layer.delta}) {
      sum.add(*m);
    }
  }
  for (const LayerActivity& layer : layer_activities(network, data.X)) {
    sum.add(layer.effective_rank);
  }
}

}  // namespace

std::string run_problem(int number) {
  const auto n = static_cast<std::size_t>(number);
  const char* const hidden = kHiddenNames[n % 6];
  const Problem& problem = kAllProblems[n / 6 % 5];
  const char* const optimizer = kOptimizerNames[n / 30 % 4];
  const char* const penalty = kPenaltyNames[(n + n / 3) % 3];
  const auto seed = static_cast<std::uint32_t>(number);
  TrainerOptions options;
  options.loss = loss_from_name(problem.loss);
  options.score = score_from_name(problem.score);
  options.optimizer.method = method_from_name(optimizer);
  options.optimizer.learning_rate = 0.03;
  options.penalty = penalty_from_name(penalty);
  options.penalty_rate = 0.01;
  const Dataset data = data_of(problem, seed);
  const Split split = train_test_split(kProblemSamples, 0.2, seed);
  RandomState stream(seed);
  Network network({7, 6, problem.n_outputs},
                  {activation_from_name(hidden), activation_from_name(problem.output)});
  network.initialize(Init::kXavier, stream);
  Checksum sum;
  Trainer trainer(network, take(data, split.train), take(data, split.test), options, stream);
  add_changing_run(trainer, sum);
  add_answers(trainer.network(), data, options.loss, sum);
  return std::to_string(number) + "-" + problem.name + "-" + hidden + "-" + problem.loss + "-" +
         optimizer + "-" + penalty + " " + sum.text();
}

}  // namespace moonlab::bits
