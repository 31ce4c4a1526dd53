#include "data.hpp"

#include "checksum.hpp"
#include "moonlab/bayes_classifier.hpp"
#include "moonlab/datasets.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/features.hpp"

namespace moonlab::bits {
namespace {

constexpr std::uint32_t kSeeds = 200;

constexpr const char* kNames[] = {"moons", "circles", "blobs", "classification",
                                  "xor",   "spirals", "plane", "hills"};

const std::vector<Feature> kAllFeatures{Feature::kX1,        Feature::kX2,      Feature::kX1Squared,
                                        Feature::kX2Squared, Feature::kProduct, Feature::kSineX1,
                                        Feature::kSineX2};

// Sizes and classes follow from the seed, so that all remainders of pairs and classes occur.
DatasetOptions options_for(std::uint32_t seed) {
  DatasetOptions options;
  options.n_samples = 100 + seed;
  if (seed % 5 != 0) options.noise = 0.01 * (seed % 40);
  options.n_classes = 2 + seed % 3;
  options.class_sep = 0.5 + 0.1 * (seed % 9);
  options.turns = 0.25 * (seed % 12);
  return options;
}

std::string run_dataset(const std::string& name) {
  Checksum sum;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const Dataset data = make_dataset(name, options_for(seed), seed);
    const Scaler scaler = standard_scaler(data.X);
    sum.add(data);
    for (const double moment : scaler.mean) sum.add(moment);
    for (const double moment : scaler.deviation) sum.add(moment);
    sum.add(inputs_of(data.X, {{}, kAllFeatures}));
    sum.add(inputs_of(data.X, {scaler, kAllFeatures}));
  }
  return name + " " + sum.text();
}

// The best classifier, of every kind of data set that has one: the last two have values.
std::string run_bayes() {
  Checksum sum;
  for (const char* name : kNames) {
    if (name == std::string("plane")) break;
    for (std::uint32_t seed = 0; seed < kSeeds; seed += 20) {
      const BayesClassifier classifier(name, options_for(seed), seed);
      sum.add(classifier.grid({-2, 2.5, -1.5, 2}, 30));
      sum.add(classifier.accuracy());
    }
  }
  return "bayes " + sum.text();
}

std::string run_sines() {
  Checksum sum;
  for (double x = 1e-6; x < 1e308; x *= 1.0003) {
    sum.add(inputs_of({{x}, {-x}}, {{}, {Feature::kSineX1, Feature::kSineX2}}));
  }
  return "sines " + sum.text();
}

std::string run_grid() {
  Network network({7, 6, 1}, {Activation::kTanh, Activation::kSigmoid});
  RandomState stream(1);
  network.initialize(Init::kXavier, stream);
  Checksum sum;
  sum.add(decision_grid(network, {-3, 4, -50, 2}, 101, {{{0.5, -20}, {2, 13}}, kAllFeatures}));
  return "grid " + sum.text();
}

}  // namespace

std::vector<std::string> run_data() {
  std::vector<std::string> lines;
  for (const char* name : kNames) lines.push_back(run_dataset(name));
  lines.push_back(run_bayes());
  lines.push_back(run_sines());
  lines.push_back(run_grid());
  return lines;
}

}  // namespace moonlab::bits
