#include <chrono>
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

Network create_network(Activation activation, const std::vector<std::size_t>& sizes) {
  std::vector<Activation> activations(sizes.size() - 2, activation);
  activations.push_back(Activation::kSigmoid);
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

void measure_small(Activation activation) {
  const std::string name(name_of(activation));
  const Network network = create_network(activation, {2, 8, 8, 1});
  Trainer trainer = create_trainer(network, 240);
  std::vector<Metrics> history;
  history.reserve(kEpochsACall);
  measure(name + " epoch", [&] {
    history.clear();
    trainer.step(kEpochsACall, &history);
    return kEpochsACall;
  });
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
