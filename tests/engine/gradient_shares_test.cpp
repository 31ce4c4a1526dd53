#include "moonlab/gradient_shares.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "moonlab/trainer.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

constexpr std::size_t kShared = 30;

Network network_of(const Ending& ending, Activation hidden = Activation::kTanh) {
  return random_network({2, 4, 3, ending.n_outputs}, {hidden, hidden, ending.activation}, 3);
}

// Every parameter, in the order of Network::parameters().
std::vector<ParameterPlace> places_of(const Network& network) {
  std::vector<ParameterPlace> places;
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    const Layer& layer = network.layers()[l];
    for (std::size_t i = 0; i < layer.n_neurons(); ++i) {
      for (std::size_t j = 0; j < layer.n_inputs(); ++j) places.push_back({l, i, j});
    }
    for (std::size_t i = 0; i < layer.n_neurons(); ++i) places.push_back({l, i, std::nullopt});
  }
  return places;
}

std::vector<double> flat(const Gradient& gradient) {
  std::vector<double> values;
  for (const auto& [weights, biases] : gradient) {
    values.insert(values.end(), weights.begin(), weights.end());
    values.insert(values.end(), biases.begin(), biases.end());
  }
  return values;
}

double largest(const std::vector<double>& values) {
  double found = 0;
  for (const double value : values) found = std::max(found, std::abs(value));
  return found;
}

Gradient gradient_under(Rule rule, const Network& network, const Dataset& data, Loss loss) {
  return rule == Rule::kBackprop ? backpropagate(network, data, loss)
                                 : simplified_gradient(network, data);
}

// The shares sum up to the gradient, and each is the gradient of its sample alone.
void check_shares(Rule rule, const Network& network, const Dataset& data, Loss loss) {
  const std::vector<ParameterPlace> places = places_of(network);
  const std::vector<double> whole = flat(gradient_under(rule, network, data, loss));
  std::vector<std::vector<double>> alone;
  for (std::size_t s = 0; s < data.n_samples(); ++s) {
    const Dataset sample = take(data, {static_cast<std::int32_t>(s)});
    alone.push_back(flat(gradient_under(rule, network, sample, loss)));
  }
  const auto n = static_cast<double>(data.n_samples());
  for (std::size_t p = 0; p < places.size(); ++p) {
    CAPTURE(p);
    const std::vector<double> shares = gradient_shares(network, data, rule, loss, places[p]);
    REQUIRE(shares.size() == data.n_samples());
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    CHECK(std::abs(sum - whole[p]) <= 1e-15 * n * largest(shares));
    for (std::size_t s = 0; s < shares.size(); ++s) {
      CHECK(std::abs(shares[s] - alone[s][p] / n) <= 1e-15 * largest(alone[s]) / n);
    }
  }
}

// A training written down as the words say it, up to its last update.
struct LastUpdate {
  Network before;
  Indices batch;
};

LastUpdate last_update(Network network, const Dataset& data, const TrainerOptions& options,
                       std::uint32_t seed, std::size_t epochs) {
  RandomState stream(seed);
  Optimizer optimizer(options.optimizer, network);
  Indices order(data.n_samples());
  std::iota(order.begin(), order.end(), 0);
  LastUpdate last{network, order};
  const bool is_full = options.batch_size == 0 || options.batch_size >= order.size();
  const std::size_t size = is_full ? order.size() : options.batch_size;
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    if (!is_full) stream.shuffle(order);
    for (std::size_t first = 0; first < order.size(); first += size) {
      const std::size_t end = std::min(first + size, order.size());
      last.batch.assign(order.begin() + static_cast<std::ptrdiff_t>(first),
                        order.begin() + static_cast<std::ptrdiff_t>(end));
      last.before = network;
      Gradient gradient =
          gradient_under(options.rule, network, take(data, last.batch), options.loss);
      for (std::size_t l = 0; l < gradient.size(); ++l) {
        if (options.penalty != Penalty::kL2) break;
        const Matrix& weights = network.layers()[l].weights;
        for (std::size_t i = 0; i < weights.size(); ++i) {
          gradient[l].weights.data()[i] += options.penalty_rate * weights.data()[i];
        }
      }
      optimizer.step(network, gradient);
    }
  }
  return last;
}

bool is_same(const UpdateShares& a, const UpdateShares& b) {
  return a.samples == b.samples && a.penalty == b.penalty && a.updates == b.updates;
}

struct Run {
  Network network = network_of(kEndings[0]);
  Dataset data = random_dataset(2, kEndings[0], kShared, 4);
  TrainerOptions options;

  explicit Run(std::size_t batch_size) {
    options.batch_size = batch_size;
    options.optimizer.method = Method::kAdam;
    options.penalty = Penalty::kL2;
    options.penalty_rate = 0.02;
  }

  Trainer trainer() const { return Trainer(network, data, {}, options, RandomState(6)); }
};

const ParameterPlace kWeight{1, 2, 3};
const ParameterPlace kBias{1, 2, std::nullopt};

}  // namespace

TEST_CASE("samples' shares sum up to the gradient, and each is that of its sample alone") {
  for (const Ending& ending : kEndings) {
    CAPTURE(text_of(ending));
    for (const Activation hidden : kHiddenActivations) {
      check_shares(Rule::kBackprop, network_of(ending, hidden),
                   random_dataset(2, ending, kShared, 4), ending.loss);
    }
  }
}

TEST_CASE("shares are those that NumPy finds") {
  // a = np.tanh(W1 @ X + b1); p = 1 / (1 + np.exp(-(W2 @ a + b2))); d2 = (p - y) / 3
  // d1 = (W2.T @ d2) * (1 - a ** 2); d1[0] * X[1]; d1[1]; d2[0] * a[1], NumPy 1.24.2
  Network network({2, 2, 1}, {Activation::kTanh, Activation::kSigmoid});
  network.set_parameters({0.5, -0.25, 1, 0.75, 0.1, -0.2, 1.5, -0.5, 0.3});
  const Dataset data{{{1, -2, 0.5}, {0.25, 1, -1.5}}, {{1, 0, 1}}};
  const auto check = [&](const ParameterPlace& place, const std::vector<double>& expected) {
    const std::vector<double> shares =
        gradient_shares(network, data, Rule::kBackprop, kLoss, place);
    REQUIRE(shares.size() == 3);
    for (std::size_t s = 0; s < 3; ++s) CHECK(std::abs(shares[s] - expected[s]) < 1e-16);
  };
  check({0, 0, 1}, {-0.03235244559921409, 0.06336345292057054, 0.07958613607022899});
  check({0, 1, std::nullopt}, {0.024331327572388112, -0.01260685017572778, 0.015531334523551788});
  check({1, 0, 1}, {-0.08598518827207911, -0.11421252912651411, 0.03894427708865479});
}

TEST_CASE("under the simplified rule, shares sum up to what it takes for the gradient") {
  for (const Ending& ending : kEndings) {
    if (ending.n_outputs > 1) continue;
    CAPTURE(text_of(ending));
    check_shares(Rule::kSimplified, network_of(ending), random_dataset(2, ending, kShared, 4),
                 ending.loss);
  }
}

TEST_CASE("a trainer's shares are those of its last update") {
  for (const std::size_t batch_size : {0u, 7u, 10u, 1u, 99u}) {
    for (const Rule rule : {Rule::kBackprop, Rule::kSimplified}) {
      CAPTURE(batch_size);
      Run run(batch_size);
      run.options.rule = rule;
      Trainer trainer = run.trainer();
      trainer.step(4);
      const auto [before, batch] = last_update(run.network, run.data, run.options, 6, 4);
      for (const ParameterPlace& place : places_of(run.network)) {
        const auto [samples, penalty, updates] = trainer.shares(place);
        const std::vector<double> expected =
            gradient_shares(before, take(run.data, batch), rule, run.options.loss, place);
        REQUIRE(samples.size() == kShared);
        std::vector<double> others = samples;
        for (std::size_t s = 0; s < batch.size(); ++s) {
          const auto sample = static_cast<std::size_t>(batch[s]);
          CHECK(samples[sample] == expected[s]);
          others[sample] = 0;
        }
        CHECK(largest(others) == 0);
        const Matrix& weights = before.layers()[place.layer].weights;
        CHECK(penalty == (place.input ? 0.02 * weights(place.neuron, *place.input) : 0));
        const std::size_t size = batch_size == 0 ? kShared : batch_size;
        CHECK(updates == 4 * ((kShared + size - 1) / size));
      }
    }
  }
}

TEST_CASE("the penalty's part is the slope of the penalty at the weight") {
  Run run(0);
  run.network.layers()[1].weights(2, 3) = -0.5;
  const auto part = [&](Penalty penalty, const ParameterPlace& place) {
    run.options.penalty = penalty;
    Trainer trainer = run.trainer();
    trainer.step();
    return trainer.shares(place).penalty;
  };
  CHECK(part(Penalty::kNone, kWeight) == 0);
  CHECK(part(Penalty::kL1, kWeight) == -0.02);
  CHECK(part(Penalty::kL2, kWeight) == -0.01);
  CHECK(part(Penalty::kL1, kBias) == 0);
  run.network.layers()[1].weights(2, 3) = 0;
  CHECK(part(Penalty::kL1, kWeight) == 0);
}

TEST_CASE("before the first update, shares are all samples' at the present parameters") {
  for (const std::size_t batch_size : {0u, 7u}) {
    const Run run(batch_size);
    Trainer trainer = run.trainer();
    const auto expected = [&](const Network& network) {
      return gradient_shares(network, run.data, Rule::kBackprop, kLoss, kWeight);
    };
    CHECK(trainer.shares(kWeight).updates == 0);
    CHECK(trainer.shares(kWeight).samples == expected(run.network));
    Network other = run.network;
    other.layers()[0].weights(1, 1) = 3;
    trainer.set_parameters(other.parameters());
    CHECK(trainer.shares(kWeight).updates == 0);
    CHECK(trainer.shares(kWeight).samples == expected(other));
    TrainerOptions simplified = run.options;
    simplified.rule = Rule::kSimplified;
    simplified.penalty_rate = 0.5;
    trainer.change(simplified);
    CHECK(trainer.shares(kWeight).samples ==
          gradient_shares(other, run.data, Rule::kSimplified, kLoss, kWeight));
    CHECK(trainer.shares(kWeight).penalty == 0.5 * other.layers()[1].weights(2, 3));
  }
}

TEST_CASE("what is changed after an update changes nothing about its shares") {
  for (const std::size_t batch_size : {0u, 7u}) {
    const Run run(batch_size);
    Trainer trainer = run.trainer();
    trainer.step(3);
    const UpdateShares shares = trainer.shares(kWeight);
    trainer.set_parameters(run.network.parameters());
    CHECK(is_same(trainer.shares(kWeight), shares));
    for (const std::size_t other_size : {0u, 4u}) {
      TrainerOptions other = run.options;
      other.rule = Rule::kSimplified;
      other.batch_size = other_size;
      other.penalty = Penalty::kNone;
      trainer.change(other);
      CHECK(is_same(trainer.shares(kWeight), shares));
    }
    Trainer copy = trainer;
    copy.step();
    CHECK(!is_same(copy.shares(kWeight), shares));
    CHECK(is_same(trainer.shares(kWeight), shares));
  }
}

TEST_CASE("shares are the same however the steps are cut, and asking for them changes no digit") {
  for (const std::size_t batch_size : {0u, 7u}) {
    const Run run(batch_size);
    Trainer at_once = run.trainer();
    Trainer one_by_one = at_once;
    at_once.step(9);
    for (int i = 0; i < 9; ++i) {
      one_by_one.step();
      (void)one_by_one.shares(kBias);
    }
    CHECK(is_same(one_by_one.shares(kWeight), at_once.shares(kWeight)));
    CHECK(one_by_one.network().parameters() == at_once.network().parameters());
  }
}

TEST_CASE("shares of what is no parameter are refused by name") {
  const Run run(0);
  const Trainer trainer = run.trainer();
  const auto message = [&](const ParameterPlace& place) {
    const std::string said = message_of(
        [&] { return gradient_shares(run.network, run.data, Rule::kBackprop, kLoss, place); });
    CHECK(message_of([&] { return trainer.shares(place); }) == said);
    return said;
  };
  CHECK(message({3, 0, 0}) == "layer: 3; allowed: 0 to 2");
  CHECK(message({1, 3, 0}) == "neuron: 3; allowed: 0 to 2");
  CHECK(message({1, 2, 4}) == "input: 4; allowed: 0 to 3");
  const Network several({2, 3}, {Activation::kSoftmax});
  CHECK(message_of([&] {
          return gradient_shares(several, random_dataset(2, kEndings[1], 5, 1), Rule::kSimplified,
                                 Loss::kCategoricalCrossEntropy, {0, 0, 0});
        }) == "network: 3 outputs; allowed: one output, for the simplified rule");
}
