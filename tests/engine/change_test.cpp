#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "moonlab/trainer.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

// What a trainer does when its options or its network's parameters change during a run.

namespace {

// The same training, written down as the words say it: a stream, an order of the samples, an
// optimiser with its state, and nothing kept from one update to the next besides.
struct ByHand {
  Network network;
  Dataset train;
  TrainerOptions options;
  RandomState stream;
  Optimizer optimizer;
  Indices order;

  ByHand(const Network& start, const Dataset& data, const TrainerOptions& given, std::uint32_t seed)
      : network(start),
        train(data),
        options(given),
        stream(seed),
        optimizer(given.optimizer, start),
        order(data.n_samples()) {
    std::iota(order.begin(), order.end(), 0);
  }

  void update(const Dataset& batch) {
    Gradient gradient = options.rule == Rule::kSimplified
                            ? simplified_gradient(network, batch)
                            : backpropagate(network, batch, options.loss);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      const Matrix& weights = network.layers()[i].weights;
      for (std::size_t j = 0; j < weights.size(); ++j) {
        const double w = weights.data()[j];
        double& slope = gradient[i].weights.data()[j];
        if (options.penalty == Penalty::kL2) slope += options.penalty_rate * w;
        if (options.penalty == Penalty::kL1) {
          slope += options.penalty_rate * static_cast<double>((w > 0) - (w < 0));
        }
      }
    }
    optimizer.step(network, gradient);
  }

  void epoch() {
    const std::size_t n = train.n_samples();
    if (options.batch_size == 0 || options.batch_size >= n) return update(train);
    stream.shuffle(order);
    for (std::size_t first = 0; first < n; first += options.batch_size) {
      const std::size_t last = std::min(first + options.batch_size, n);
      update(take(train, Indices(order.begin() + static_cast<std::ptrdiff_t>(first),
                                 order.begin() + static_cast<std::ptrdiff_t>(last))));
    }
  }
};

struct Entry {
  const char* what;
  std::function<void(TrainerOptions&)> change;
  bool restarts = false;
};

// One setting after the other, through small batches and all samples at once, there and back.
const std::vector<Entry> kSchedule = {
    {"learning rate", [](auto& o) { o.optimizer.learning_rate = 0.01; }},
    {"small batches", [](auto& o) { o.batch_size = 7; }},
    {"L1", [](auto& o) { o.penalty = Penalty::kL1; }},
    {"rate of the penalty", [](auto& o) { o.penalty_rate = 0.05; }},
    {"the same optimiser, anew", [](auto&) {}, true},
    {"all samples", [](auto& o) { o.batch_size = 0; }},
    {"L2", [](auto& o) { o.penalty = Penalty::kL2; }},
    {"RMSProp", [](auto& o) { o.optimizer.method = Method::kRmsprop; }, true},
    {"another learning rate", [](auto& o) { o.optimizer.learning_rate = 0.002; }},
    {"small batches again", [](auto& o) { o.batch_size = 11; }},
    {"momentum", [](auto& o) { o.optimizer.method = Method::kMomentum; }, true},
    {"no penalty", [](auto& o) { o.penalty = Penalty::kNone; }},
    {"more than all samples", [](auto& o) { o.batch_size = 100; }},
    {"gradient descent", [](auto& o) { o.optimizer.method = Method::kSgd; }, true},
};

constexpr std::size_t kSteps = 3;

Trainer trainer_of(const ByHand& run) {
  return Trainer(run.network, run.train, {}, run.options, run.stream);
}

ByHand run_of(const Ending& ending, std::uint32_t seed) {
  TrainerOptions options;
  options.loss = ending.loss;
  options.optimizer.method = Method::kAdam;
  options.optimizer.learning_rate = 0.03;
  const std::vector<Activation> activations{Activation::kLeakyRelu, ending.activation};
  return ByHand(random_network({2, 5, ending.n_outputs}, activations, seed),
                random_dataset(2, ending, 30, seed + 1), options, seed);
}

void check_same(const Trainer& trainer, const ByHand& expected) {
  CHECK(trainer.network().parameters() == expected.network.parameters());
  const Evaluation found = evaluate(expected.network, expected.train, expected.options.loss);
  CHECK(trainer.metrics().train_loss == found.loss);
}

// Runs both through the schedule.
void follow(Trainer& trainer, ByHand& expected, const std::vector<Entry>& schedule) {
  for (const Entry& entry : schedule) {
    CAPTURE(entry.what);
    trainer.step(kSteps);
    for (std::size_t i = 0; i < kSteps; ++i) expected.epoch();
    check_same(trainer, expected);
    TrainerOptions options = trainer.options();
    entry.change(options);
    trainer.change(options, entry.restarts);
    entry.change(expected.options);
    if (entry.restarts) {
      expected.optimizer = Optimizer(expected.options.optimizer, expected.network);
    } else {
      expected.optimizer.change(expected.options.optimizer);
    }
    check_same(trainer, expected);
  }
  trainer.step(kSteps);
  for (std::size_t i = 0; i < kSteps; ++i) expected.epoch();
  check_same(trainer, expected);
}

}  // namespace

TEST_CASE("what changes during a run holds from the next update on, and all else goes on") {
  for (const Ending& ending : kEndings) {
    CAPTURE(text_of(ending));
    ByHand expected = run_of(ending, 5);
    Trainer trainer = trainer_of(expected);
    follow(trainer, expected, kSchedule);
    CHECK(trainer.metrics().epoch == kSteps * (kSchedule.size() + 1));
  }
}

TEST_CASE("the rule can change during a run, and back") {
  const std::vector<Entry> schedule = {
      {"simplified", [](auto& o) { o.rule = Rule::kSimplified; }},
      {"small batches", [](auto& o) { o.batch_size = 7; }},
      {"exact", [](auto& o) { o.rule = Rule::kBackprop; }},
      {"simplified again", [](auto& o) { o.rule = Rule::kSimplified; }},
      {"all samples", [](auto& o) { o.batch_size = 0; }},
      {"exact again", [](auto& o) { o.rule = Rule::kBackprop; }},
  };
  for (const Ending& ending : kEndings) {
    if (ending.n_outputs > 1) continue;
    CAPTURE(text_of(ending));
    ByHand expected = run_of(ending, 8);
    Trainer trainer = trainer_of(expected);
    follow(trainer, expected, schedule);
  }
}

TEST_CASE(
    "another parameter leaves the optimiser its state, and the metrics are of the new weights") {
  for (const std::size_t batch_size : {0u, 7u}) {
    ByHand expected = run_of(kEndings[1], 2);
    expected.options.batch_size = batch_size;
    Trainer trainer = trainer_of(expected);
    for (int i = 0; i < 4; ++i) {
      trainer.step();
      expected.epoch();
      std::vector<double> parameters = trainer.network().parameters();
      parameters[3] = 0.5;
      trainer.set_parameters(parameters);
      expected.network.set_parameters(parameters);
      check_same(trainer, expected);
    }
    trainer.step();
    expected.epoch();
    check_same(trainer, expected);
  }
}

TEST_CASE("a change between steps is the same however the steps are cut") {
  for (const std::size_t batch_size : {0u, 7u}) {
    ByHand start = run_of(kEndings[0], 3);
    start.options.batch_size = batch_size;
    Trainer at_once = trainer_of(start);
    Trainer one_by_one = at_once;
    TrainerOptions other = start.options;
    other.optimizer.learning_rate = 0.2;
    other.penalty = Penalty::kL2;
    at_once.step(20);
    at_once.change(other);
    at_once.step(20);
    for (int i = 0; i < 40; ++i) {
      if (i == 20) one_by_one.change(other);
      one_by_one.step();
    }
    CHECK(at_once.network().parameters() == one_by_one.network().parameters());
  }
}

TEST_CASE("a change to what there is changes nothing") {
  Trainer trainer = trainer_of(run_of(kEndings[0], 3));
  trainer.step(5);
  Trainer changed = trainer;
  changed.change(changed.options());
  changed.set_parameters(changed.network().parameters());
  changed.step(5);
  trainer.step(5);
  CHECK(changed.network().parameters() == trainer.network().parameters());
}

TEST_CASE("a full batch that is added up in reverse stays so after small batches") {
  ByHand start = run_of(kEndings[0], 3);
  start.options.summation = Summation::kReversed;
  start.options.batch_size = 7;
  Trainer trainer = trainer_of(start);
  trainer.step(3);
  TrainerOptions options = start.options;
  options.batch_size = 0;
  trainer.change(options);
  Trainer fresh(trainer.network(), start.train, {}, options, RandomState(1));
  CHECK(trainer.metrics().train_loss == fresh.metrics().train_loss);
}

TEST_CASE("a change that is refused leaves everything as it was") {
  Trainer trainer = trainer_of(run_of(kEndings[1], 4));
  trainer.step(3);
  Trainer expected = trainer;
  const auto message = [&](const std::function<void(TrainerOptions&)>& change) {
    TrainerOptions options = trainer.options();
    options.batch_size = 5;
    change(options);
    return message_of([&] { trainer.change(options); });
  };
  CHECK(message([](auto& o) { o.optimizer.learning_rate = 0; }) ==
        "learning_rate: 0; allowed: a finite number above 0");
  CHECK(message([](auto& o) { o.penalty_rate = NAN; }) ==
        "penalty_rate: nan; allowed: a finite number of 0 or more");
  CHECK(message([](auto& o) { o.rule = Rule::kSimplified; }) ==
        "network: 3 outputs; allowed: one output, for the simplified rule");
  CHECK(message([](auto& o) { o.loss = Loss::kMeanSquaredError; }) ==
        "options: another loss, summation or score; allowed: those that training began with");
  CHECK(message_of([&] { trainer.set_parameters({1, 2}); }) == "parameters: 2 values; allowed: 33");
  CHECK(trainer.options().batch_size == 0);
  trainer.step(3);
  expected.step(3);
  CHECK(trainer.network().parameters() == expected.network().parameters());
}
