#include "moonlab/trainer.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <optional>

#include "javascript.hpp"

namespace moonlab::javascript {
namespace {

// A row of the history that step() hands out.
constexpr std::size_t kMetricsPerEpoch = 5;
constexpr std::size_t kReservedEpochs = 4096;

// What is not among the options stays as it is found.
TrainerOptions trainer_options(const val& options, TrainerOptions found) {
  std::string name;
  const auto has_name = [&](const char* key) {
    const val value = options[key];
    if (value.isUndefined()) return false;
    name = value.as<std::string>();
    return true;
  };
  if (has_name("rule")) found.rule = rule_from_name(name);
  if (has_name("loss")) found.loss = loss_from_name(name);
  if (has_name("summation")) found.summation = summation_from_name(name);
  if (has_name("penalty")) found.penalty = penalty_from_name(name);
  if (has_name("score")) found.score = score_from_name(name);
  found.penalty_rate = number(options, "penaltyRate", found.penalty_rate);
  found.batch_size =
      whole(number(options, "batchSize", static_cast<double>(found.batch_size)), "batch_size");
  OptimizerOptions& optimizer = found.optimizer;
  if (has_name("optimizer")) optimizer.method = method_from_name(name);
  optimizer.learning_rate = number(options, "learningRate", optimizer.learning_rate);
  optimizer.momentum = number(options, "momentum", optimizer.momentum);
  optimizer.decay = number(options, "decay", optimizer.decay);
  optimizer.beta1 = number(options, "beta1", optimizer.beta1);
  optimizer.beta2 = number(options, "beta2", optimizer.beta2);
  optimizer.epsilon = number(options, "epsilon", optimizer.epsilon);
  return found;
}

Dataset dataset(const Network& network, const val& data, std::string_view set) {
  const std::string name(set);
  return {matrix(data["X"], network.n_inputs(), name + " X"),
          matrix(data["y"], network.n_outputs(), name + " y")};
}

Trainer* create(const Network& network, const val& train, const val& test, const val& options,
                const RandomState& random_state) {
  return new Trainer(network, dataset(network, train, "train"), dataset(network, test, "test"),
                     trainer_options(options, {}), random_state);
}

val to_rows(const Trainer& trainer, const std::vector<Metrics>& history) {
  const bool is_r2 = trainer.options().score == Score::kR2;
  std::vector<double> values(history.size() * kMetricsPerEpoch);
  double* row = values.data();
  for (const Metrics& metrics : history) {
    row[0] = static_cast<double>(metrics.epoch);
    row[1] = metrics.train_loss;
    row[2] = metrics.test_loss;
    row[3] = is_r2 ? metrics.train_r2 : metrics.train_accuracy;
    row[4] = is_r2 ? metrics.test_r2 : metrics.test_accuracy;
    row += kMetricsPerEpoch;
  }
  return typed_array(values);
}

val step(Trainer& trainer, double epochs) {
  const std::size_t n = whole(epochs, "epochs");
  std::vector<Metrics> history;
  history.reserve(std::min(n, kReservedEpochs));
  trainer.step(n, &history);
  return to_rows(trainer, history);
}

val metrics(const Trainer& trainer) { return to_rows(trainer, {trainer.metrics()}); }

// An optimiser that is named begins anew, whichever it is.
void change(Trainer& trainer, const val& options) {
  trainer.change(trainer_options(options, trainer.options()), !options["optimizer"].isUndefined());
}

void set_parameters(Trainer& trainer, const val& values) {
  trainer.set_parameters(numbers(values));
}

// @param input null for the bias
val shares(const Trainer& trainer, double layer, double neuron, const val& input) {
  ParameterPlace place{whole(layer, "layer"), whole(neuron, "neuron"), std::nullopt};
  if (!input.isNull()) place.input = whole(input.as<double>(), "input");
  const UpdateShares found = trainer.shares(place);
  val object = val::object();
  set(object, "shares", typed_array(found.samples));
  set(object, "penalty", val(found.penalty));
  set(object, "updates", val(static_cast<double>(found.updates)));
  return object;
}

bool diverged(const Trainer& trainer) { return trainer.diverged(); }

val snapshot(const Trainer& trainer) { return typed_array(trainer.snapshot()); }

void restore(Trainer& trainer, const val& snapshot) { trainer.restore(numbers(snapshot)); }

Network* network(const Trainer& trainer) { return new Network(trainer.network()); }

}  // namespace

EMSCRIPTEN_BINDINGS(moonlab_trainer) {
  emscripten::class_<Trainer>("Trainer")
      .constructor(guarded<&create>, emscripten::allow_raw_pointers())
      .function("step", guarded<&step>)
      .function("change", guarded<&change>)
      .function("setParameters", guarded<&set_parameters>)
      .function("metrics", guarded<&metrics>)
      .function("shares", guarded<&shares>)
      .function("snapshot", guarded<&snapshot>)
      .function("restore", guarded<&restore>)
      .function("diverged", guarded<&diverged>)
      .function("network", guarded<&network>, emscripten::allow_raw_pointers());
}

}  // namespace moonlab::javascript
