#include <cmath>
#include <cstdio>
#include <string_view>

#include "checksum.hpp"
#include "configuration.hpp"
#include "data.hpp"
#include "problems.hpp"

// Prints checksums over the bits of what the engine computes, a line each, in an order that is
// always the same:
//
//     moonlab_bits configurations     of 200 runs with settings of every kind
//     moonlab_bits problems           of every activation, problem and optimiser, 200 epochs each
//     moonlab_bits data               of every kind of data set for 200 seeds, and of features
//     moonlab_bits moons              of make_moons(300, 0.2) for 20,000 seeds, 1,000 a line
//     moonlab_bits notebook           of preset "notebook" over 1,000 epochs, for 300 seeds
//     moonlab_bits library            of the C library's own logarithm: no part of the engine, it
//                                     shows whether this machine computes in another way

namespace moonlab::bits {
namespace {

constexpr std::size_t kSamples = 300;
constexpr double kNoise = 0.2;
constexpr std::uint32_t kMoonsSeeds = 20000;
constexpr std::uint32_t kSeedsPerLine = 1000;
constexpr std::uint32_t kNotebookSeeds = 300;
constexpr std::size_t kNotebookEpochs = 1000;

void print_configurations() {
  for (int number = 0; number < kConfigurations; ++number)
    std::puts(run_configuration(number).c_str());
}

void print_problems() {
  for (int number = 0; number < kProblems; ++number) std::puts(run_problem(number).c_str());
}

void print_data() {
  for (const std::string& line : run_data()) std::puts(line.c_str());
}

void print_moons() {
  for (std::uint32_t first = 0; first < kMoonsSeeds; first += kSeedsPerLine) {
    const std::uint32_t last = first + kSeedsPerLine - 1;
    Checksum sum;
    for (std::uint32_t seed = first; seed <= last; ++seed) {
      sum.add(make_moons(kSamples, kNoise, seed));
    }
    std::printf("moons-seeds-%u-to-%u %s\n", first, last, sum.text().c_str());
  }
}

Trainer notebook(std::uint32_t seed) {
  const Dataset data = make_moons(kSamples, kNoise, seed);
  const Split split = train_test_split(kSamples, 0.2, seed);
  Network network({2, 8, 8, 1}, {Activation::kRelu, Activation::kRelu, Activation::kSigmoid});
  RandomState stream(seed);
  network.initialize(Init::kSmall, stream);
  TrainerOptions options;
  options.rule = Rule::kSimplified;
  options.optimizer.learning_rate = 0.5;
  return Trainer(network, take(data, split.train), take(data, split.test), options, stream);
}

void print_notebook() {
  for (std::uint32_t seed = 0; seed < kNotebookSeeds; ++seed) {
    Trainer trainer = notebook(seed);
    std::vector<Metrics> history;
    trainer.step(kNotebookEpochs, &history);
    Checksum sum;
    sum.add(history);
    sum.add(trainer.network().parameters());
    std::printf("notebook-seed-%u %s\n", seed, sum.text().c_str());
  }
}

void print_library() {
  constexpr double kStep = 1.0 / 1048576;
  Checksum sum;
  for (double x = kStep; x < 1; x += kStep) sum.add(std::log(x));
  std::printf("library-log %s\n", sum.text().c_str());
}

bool print(std::string_view what) {
  if (what == "configurations")
    print_configurations();
  else if (what == "problems")
    print_problems();
  else if (what == "data")
    print_data();
  else if (what == "moons")
    print_moons();
  else if (what == "notebook")
    print_notebook();
  else if (what == "library")
    print_library();
  else
    return false;
  return true;
}

}  // namespace
}  // namespace moonlab::bits

int main(int argc, char** argv) {
  if (argc == 2 && moonlab::bits::print(argv[1])) return 0;
  std::fputs(
      "usage: moonlab_bits configurations | problems | data | moons | notebook | library\n", stderr);
  return 2;
}
