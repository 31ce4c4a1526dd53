#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "allocations.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/trainer.hpp"

// One round of what page/bench.js measures in the browser, with the same data, networks and steps:
// prints for each a line with its name and the nanoseconds, in one window of time after the other.
namespace {

using namespace moonlab;

constexpr double kWindowSeconds = 0.0005;
constexpr double kTotalSeconds = 0.015;
constexpr std::size_t kEpochsACall = 16;
constexpr std::size_t kResolution = 200;

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

// @param work does some of it, and says how many units that was
template <typename Work>
double measure_window(Work& work) {
  const double start = seconds();
  double elapsed = 0;
  std::size_t units = 0;
  while (elapsed < kWindowSeconds) {
    units += work();
    elapsed = seconds() - start;
  }
  return elapsed / static_cast<double>(units);
}

template <typename Work>
void measure(const std::string& name, Work work) {
  work();
  std::printf("%s:", name.c_str());
  const double end = seconds() + kTotalSeconds;
  while (seconds() < end) std::printf(" %.1f", measure_window(work) * 1e9);
  std::printf("\n");
}

Network create_network(Activation activation, const std::vector<std::size_t>& sizes,
                       Activation output = Activation::kSigmoid) {
  std::vector<Activation> activations(sizes.size() - 2, activation);
  activations.push_back(output);
  Network network(sizes, activations);
  RandomState stream(42);
  network.initialize(activation == Activation::kRelu ? Init::kHe : Init::kXavier, stream);
  return network;
}

Trainer create_trainer(const Network& network, std::size_t n_samples) {
  TrainerOptions options;
  options.optimizer.learning_rate = 0.1;
  const Dataset none{Matrix::from_shape({2, 0}), Matrix::from_shape({1, 0})};
  return Trainer(network, make_moons(n_samples, 0.2, 42), none, options, RandomState(0));
}

void measure_epoch(const std::string& name, Trainer& trainer) {
  std::vector<Metrics> history;
  history.reserve(kEpochsACall);
  measure(name + " epoch", [&] {
    history.clear();
    trainer.step(kEpochsACall, &history);
    return kEpochsACall;
  });
}

// The problems of page/problem.js besides the two moons.
void measure_problem(const std::string& name, const std::vector<std::size_t>& sizes,
                     Activation output, Loss loss, const Dataset& data) {
  TrainerOptions options;
  options.optimizer.learning_rate = 0.1;
  options.loss = loss;
  const Network network = create_network(Activation::kTanh, sizes, output);
  Trainer trainer(network, data, {}, options, RandomState(0));
  measure_epoch(name, trainer);
}

void measure_problems() {
  const Dataset moons = make_moons(240, 0.2, 42);
  const Dataset blobs = make_blobs(240, {{-1, -1}, {1, -1}, {0, 1}}, 0.6, 42);
  Dataset classes{blobs.X, Matrix::from_shape({3, 240})};
  Dataset features{Matrix::from_shape({7, 240}), moons.y};
  Dataset values = moons;
  for (std::size_t s = 0; s < 240; ++s) {
    for (std::size_t k = 0; k < 3; ++k) classes.y(k, s) = blobs.y(0, s) == double(k) ? 1 : 0;
    const double x1 = moons.X(0, s);
    const double x2 = moons.X(1, s);
    const double row[] = {x1, x2, x1 * x1, x2 * x2, x1 * x2, std::sin(x1), std::sin(x2)};
    for (std::size_t i = 0; i < 7; ++i) features.X(i, s) = row[i];
    values.y(0, s) = x1 * x2;
  }
  measure_problem("softmax", {2, 16, 3}, Activation::kSoftmax, Loss::kCategoricalCrossEntropy,
                  classes);
  measure_problem("features", {7, 8, 8, 1}, Activation::kSigmoid, Loss::kBinaryCrossEntropy,
                  features);
  measure_problem("regression", {2, 8, 8, 1}, Activation::kLinear, Loss::kMeanSquaredError, values);
}

void measure_small(Activation activation) {
  const std::string name(name_of(activation));
  const Network network = create_network(activation, {2, 8, 8, 1});
  Trainer trainer = create_trainer(network, 240);
  measure_epoch(name, trainer);
  const Bounds bounds = data_bounds(trainer.train_data().X);
  measure(name + " grid", [&] {
    static_cast<void>(decision_grid(trainer.network(), bounds, kResolution));
    return std::size_t{1};
  });
}

}  // namespace

int main() {
  measure_small(Activation::kRelu);
  measure_small(Activation::kTanh);
  measure_problems();
  Trainer wide = create_trainer(create_network(Activation::kRelu, {2, 64, 64, 64, 1}), 10000);
  measure("wide", [&] {
    wide.step();
    return std::size_t{1};
  });
  const std::size_t before = testing::n_allocations();
  wide.step();
  std::printf("allocations: %zu\n", testing::n_allocations() - before);
  return 0;
}
