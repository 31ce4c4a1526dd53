#include <cstdint>
#include <functional>
#include <utility>

#include "moonlab/activity.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/neuron_maps.hpp"
#include "moonlab/trace.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

// What a program may do to the engine, and what the engine says to it instead of reading or writing
// where nothing is.

namespace {

const char* const kNoLayers = "network: no layers; allowed: one that was not moved from";

// Leaves the network as a move does.
Network moved_from() {
  Network network = small_network();
  const Network taken = std::move(network);
  return network;
}

// Everything public that takes a network must say the same of it.
void check_refused(const Network& network, const std::string& message) {
  const Dataset data = random_dataset(2, 1, 5, 1);
  RandomState stream(1);
  const std::function<void()> uses[] = {
      [&] { (void)network.forward(data.X); },
      [&] { (void)backpropagate(network, data, kLoss); },
      [&] { (void)simplified_gradient(network, data); },
      [&] { (void)numerical_gradient(network, data, kLoss, 1e-6); },
      [&] { (void)evaluate(network, data, kLoss); },
      [&] { (void)zero_gradient(network); },
      [&] { (void)trace(network, data.X); },
      [&] { (void)trace(network, data); },
      [&] { (void)layer_activities(network, data.X); },
      [&] {
        (void)gradient_shares(network, data, Rule::kBackprop, kLoss, {0, 0, 0});
      },
      [&] {
        (void)decision_grid(network, {-1, 1, -1, 1}, 5);
      },
      [&] {
        (void)neuron_maps(network, {{0, 0}}, {-1, 1, -1, 1}, 5);
      },
      [&] { (void)network.parameters(); },
      [&] { Network(network).set_parameters({}); },
      [&] { Network(network).initialize(Init::kHe, stream); },
      [&] { Network(network).initialize(0.1, stream); },
      [&] { Optimizer({}, network); },
      [&] { Trainer(network, data, {}, {}, RandomState(1)); },
  };
  for (const auto& use : uses) CHECK(message_of(use) == message);
}

std::string step_message(const OptimizerOptions& options, const Network& made_for, Network network,
                         const Gradient& gradient) {
  Optimizer optimizer(options, made_for);
  return message_of([&] { optimizer.step(network, gradient); });
}

}  // namespace

TEST_CASE("a matrix with more numbers than memory has addresses is refused by its shape") {
  constexpr std::size_t kHuge = SIZE_MAX / 2 + 1;  // twice this is 0
  const std::string allowed =
      "; allowed: matrices of up to " + std::to_string(kMaxElements) + " numbers";
  const std::string huge = std::to_string(kHuge);
  CHECK(message_of([&] { return zeros(2, kHuge); }) == "shape: (2, " + huge + ")" + allowed);
  CHECK(message_of([&] { return empty_matrix(kHuge, 2); }) == "shape: (" + huge + ", 2)" + allowed);
  CHECK(message_of([&] { return zeros(0, kHuge); }) == "shape: (0, " + huge + ")" + allowed);
  CHECK(message_of([&] { return zeros(kHuge, 0); }) == "shape: (" + huge + ", 0)" + allowed);
  CHECK(message_of([&] { return Layer(kHuge, 2, Activation::kTanh); }) ==
        "shape: (2, " + huge + ")" + allowed);
  CHECK(message_of([&] {
          return Network({2, kHuge}, {Activation::kTanh});
        }) == "shape: (" + huge + ", 2)" + allowed);
  CHECK_THROWS_AS((void)CacheLineAllocator<double>().allocate(SIZE_MAX / 4), std::bad_alloc);
}

TEST_CASE("more samples than indices can count are refused by name") {
  constexpr std::size_t kTooMany = std::size_t{1} << 31;
  const std::string message = "n_samples: 2147483648; allowed: 1 to " + std::to_string(kMaxSamples);
  CHECK(message_of([] { return make_moons(kTooMany, 0.1, 1); }) == message);
  CHECK(message_of([] { return make_circles(kTooMany, 0.1, 0.5, 1); }) == message);
  CHECK(message_of([] { return make_blobs(kTooMany, {{0, 0}}, 1, 1); }) == message);
  CHECK(message_of([] { return make_classification(kTooMany, 2, 1, 1, 0, 1); }) == message);
  CHECK(message_of([] { return make_xor(kTooMany, 0.1, 1); }) == message);
  CHECK(message_of([] { return make_spirals(kTooMany, 2, 1, 0.1, 1); }) == message);
  CHECK(message_of([] { return make_plane(kTooMany, 0.1, 1); }) == message);
  CHECK(message_of([] { return make_hills(kTooMany, 0.1, 1); }) == message);
  CHECK(message_of([] { return train_test_split(kTooMany, 0.2, 1); }) == message);
  CHECK(message_of([] { return RandomState(1).permutation(kTooMany); }) ==
        "n: 2147483648; allowed: up to 2147483647");
}

TEST_CASE("a data set whose labels are fewer than its samples is refused") {
  const Dataset odd{random_matrix(2, 5, 1), random_matrix(1, 3, 1)};
  CHECK(message_of([&] { return take(odd, {4}); }) == "y: shape (1, 3); allowed: (1, 5)");
  CHECK(message_of([&] { return evaluate(small_network(), odd, kLoss); }) ==
        "y: shape (1, 3); allowed: (1, 5)");
  CHECK(message_of([&] { return take(Dataset{}, {0}); }) ==
        "indices: 0; allowed: none: there is no sample");
}

TEST_CASE("a matrix that was moved from keeps its shape, and is refused for having no numbers") {
  Dataset data = random_dataset(2, 1, 5, 1);
  const Matrix taken = std::move(data.X);
  const std::string message =
      "X: shape (2, 5) without its numbers; allowed: a matrix that was not moved from";
  CHECK(message_of([&] { return small_network().forward(data.X); }) == message);
  CHECK(message_of([&] { return evaluate(small_network(), data, kLoss); }) == message);
  CHECK(message_of([&] { return take(data, {0}); }) == message);
  CHECK(message_of([&] { return data_bounds(data.X); }) == message);
  CHECK(message_of([&] { return standard_scaler(data.X); }) == message);
  CHECK(message_of([&] { return inputs_of(data.X, {}); }) == message);
  CHECK(message_of([&] { return layer_activities(small_network(), data.X); }) == message);
  CHECK(message_of([&] { return accuracy(data.X, data.X); }) == "y_true" + message.substr(1));
}

TEST_CASE("a network that was moved from is refused by whatever uses it") {
  const Network network = moved_from();
  check_refused(network, kNoLayers);
  CHECK(message_of([&] { return network.n_inputs(); }) == kNoLayers);
  CHECK(message_of([&] { return network.n_outputs(); }) == kNoLayers);
  CHECK(network.n_parameters() == 0);
  CHECK(network.is_finite());
}

TEST_CASE("a first layer that was replaced takes other samples") {
  Network network = small_network();
  network.layers()[0].weights = random_matrix(3, 4, 1);
  CHECK(message_of([&] { return network.forward(random_matrix(2, 5, 1)); }) ==
        "X: shape (2, 5); allowed: (4, n_samples)");
  CHECK(network.forward(random_matrix(4, 5, 1)).size() == 5);
}

TEST_CASE("layers whose matrices do not fit each other are refused by number") {
  const std::string allowed =
      "; allowed: weights (n_neurons, n_inputs) and biases (n_neurons, 1), not moved from";
  Network network = small_network();
  network.layers()[1].biases = random_matrix(2, 1, 1);
  check_refused(network, "layer 2: weights (1, 3), biases (2, 1)" + allowed);
  CHECK(message_of([&] { return network.layers()[1].forward(random_matrix(3, 1, 1)); }) ==
        "layer: weights (1, 3), biases (2, 1)" + allowed);

  network = small_network();
  network.layers()[0].weights = random_matrix(4, 2, 1);
  check_refused(network, "layer 1: weights (4, 2), biases (3, 1)" + allowed);

  network = small_network();
  network.layers()[0].weights = Matrix();
  check_refused(network, "layer 1: weights (0, 0), biases (3, 1)" + allowed);
  CHECK(network.is_finite());

  network = small_network();
  const Layer taken = std::move(network.layers()[0]);
  check_refused(network, "layer 1: weights (3, 2), biases (3, 1)" + allowed);

  network = small_network();
  network.layers().pop_back();
  network.layers().emplace_back(2, 1, Activation::kSigmoid);
  check_refused(network, "layer 2: 2 inputs; allowed: 3, as the layer before has neurons");
}

TEST_CASE("an optimiser takes the network that it was made for, and its gradient, and no other") {
  const Network network = small_network();
  const Network wider = random_network({2, 4, 1}, {Activation::kTanh, Activation::kSigmoid}, 1);
  const Network flat = random_network({2, 1}, {Activation::kSigmoid}, 1);
  for (const Method method : {Method::kSgd, Method::kMomentum, Method::kRmsprop, Method::kAdam}) {
    OptimizerOptions options;
    options.method = method;
    CHECK(
        step_message(options, network, network, zero_gradient(wider)) ==
        "gradient layer 1: weights (4, 2), biases (4, 1); allowed: weights (3, 2), biases (3, 1)");
    CHECK(step_message(options, network, wider, zero_gradient(network)) ==
          "network layer 1: weights (4, 2), biases (4, 1); allowed: weights (3, 2), biases (3, 1)");
    CHECK(step_message(options, network, network, zero_gradient(flat)) ==
          "gradient: 1 layers; allowed: 2, as the optimiser was made for");
    CHECK(step_message(options, network, moved_from(), zero_gradient(network)) ==
          "network: 0 layers; allowed: 2, as the optimiser was made for");
    CHECK(step_message(options, network, network, zero_gradient(network)) == "");
  }
}

TEST_CASE("an optimiser that was moved from is refused") {
  Network network = small_network();
  Optimizer optimizer({}, network);
  const Optimizer taken = std::move(optimizer);
  CHECK(message_of([&] { optimizer.step(network, zero_gradient(network)); }) ==
        "optimizer: no moments; allowed: one that was not moved from");
}

TEST_CASE("a number that is cast to no value of an enum is refused with the names that there are") {
  Network network = small_network();
  const Dataset data = random_dataset(2, 1, 5, 1);
  const auto train = [&](auto change) {
    TrainerOptions options;
    change(options);
    return message_of([&] { Trainer(network, data, {}, options, RandomState(1)); });
  };
  CHECK(train([](auto& o) { o.rule = static_cast<Rule>(7); }) ==
        "rule: number 7; allowed: backprop, simplified");
  CHECK(train([](auto& o) { o.loss = static_cast<Loss>(9); }) ==
        "loss: number 9; allowed: binary_cross_entropy, mean_squared_error, "
        "categorical_cross_entropy");
  CHECK(train([](auto& o) { o.penalty = static_cast<Penalty>(7); }) ==
        "penalty: number 7; allowed: none, l1, l2");
  CHECK(train([](auto& o) { o.score = static_cast<Score>(7); }) ==
        "score: number 7; allowed: accuracy, r2");
  CHECK(train([](auto& o) { o.summation = static_cast<Summation>(-1); }) ==
        "summation: number -1; allowed: in_order, reversed");
  CHECK(train([](auto& o) { o.optimizer.method = static_cast<Method>(7); }) ==
        "optimizer: number 7; allowed: sgd, momentum, rmsprop, adam");
  RandomState stream(1);
  CHECK(message_of([&] { network.initialize(static_cast<Init>(9), stream); }) ==
        "init: number 9; allowed: small, xavier, he");
  network.layers()[0].activation = static_cast<Activation>(99);
  check_refused(network,
                "activation: number 99; allowed: linear, relu, sigmoid, tanh, leaky_relu, elu, "
                "softmax");
}

TEST_CASE("softmax is refused but for the last layer, and there of a single neuron") {
  const std::string not_last = "layer 1: softmax; allowed: softmax in the last layer only";
  const std::string single =
      "layer 2: softmax of one neuron, which is always 1; allowed: two neurons or more";
  CHECK(message_of([] {
          Network({2, 3, 2}, {Activation::kSoftmax, Activation::kSoftmax});
        }) == not_last);
  CHECK(message_of([] {
          Network({2, 3, 1}, {Activation::kTanh, Activation::kSoftmax});
        }) == single);
  Network network = small_network();
  network.layers()[0].activation = Activation::kSoftmax;
  check_refused(network, not_last);
  network = small_network();
  network.layers()[1].activation = Activation::kSoftmax;
  check_refused(network, single);
}

TEST_CASE("a test set is all there or not at all") {
  const Dataset data = random_dataset(2, 1, 5, 1);
  CHECK(message_of([&] {
          Trainer(small_network(), data, {zeros(7, 0), zeros(3, 9)}, {}, RandomState(1));
        }) == "test X: no sample; allowed: one or more");
}

TEST_CASE("a trainer that was moved from is refused, and where it went it goes on") {
  const NotebookData data = notebook_data();
  const Network network = notebook_network(Activation::kTanh, Init::kXavier);
  Trainer trainer(network, data.train, data.test, {}, RandomState(1));
  Trainer copy = trainer;
  Trainer taken = std::move(trainer);
  const char* const message = "trainer: no run; allowed: one that was not moved from";
  CHECK(message_of([&] { trainer.step(); }) == message);
  CHECK(message_of([&] { return trainer.metrics().epoch; }) == message);
  CHECK(message_of([&] { return Trainer(trainer).diverged(); }) == message);
  taken.step(5);
  copy.step(5);
  CHECK(taken.network().parameters() == copy.network().parameters());
  trainer = taken;
  CHECK(trainer.metrics().epoch == 5);
}
