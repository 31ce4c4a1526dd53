#include <array>

#include "hostile.hpp"
#include "moonlab/bayes_classifier.hpp"

// What makes data sets: as large as was asked for, with class numbers that there are. And what
// scales their points and makes features of them.

namespace moonlab::fuzz {
namespace {

constexpr std::size_t kMostSamples = 400;

Dataset blobs(Input& input, std::size_t n_samples) {
  std::vector<std::array<double, 2>> centers(input.below(5));
  for (auto& center : centers) center = {input.number(), input.number()};
  return make_blobs(n_samples, centers, input.number_or(1.0), input.seed(), input.coin());
}

std::size_t n_classes(Input& input) { return input.coin() ? 3 : input.size(9); }

Dataset any(Input& input, std::size_t n_samples) {
  switch (input.below(7)) {
    case 0:
      return make_moons(n_samples, input.maybe_number(), input.seed(), input.coin());
    case 1:
      return make_circles(n_samples, input.maybe_number(), input.number_or(0.5), input.seed(),
                          input.coin());
    case 2:
      return make_classification(n_samples, n_classes(input), input.size(5), input.number_or(1.0),
                                 input.number_or(0.1), input.seed(), input.coin());
    case 3:
      return make_xor(n_samples, input.maybe_number(), input.seed());
    case 4:
      return make_spirals(n_samples, n_classes(input), input.number_or(1.5), input.maybe_number(),
                          input.seed(), input.coin());
    case 5:
      return make_plane(n_samples, input.maybe_number(), input.seed());
    case 6:
      return make_hills(n_samples, input.maybe_number(), input.seed());
    default:
      return blobs(input, n_samples);
  }
}

void make(Input& input) {
  const std::size_t n_samples = input.size(kMostSamples);
  const Dataset data = any(input, n_samples);
  expect(rows(data.X) == 2 && columns(data.X) == n_samples, "X is (2, n_samples)");
  expect(rows(data.y) == 1 && columns(data.y) == n_samples, "y is (1, n_samples)");
}

// By name: the classes are those that were asked for.
void make_named(Input& input) {
  constexpr const char* kNames[] = {"blobs", "classification", "spirals"};
  DatasetOptions options;
  options.n_samples = input.below(kMostSamples);
  options.noise = input.maybe_number();
  options.n_classes = n_classes(input);
  if (input.coin()) options.n_clusters_per_class = input.size(5);
  const Dataset data = make_dataset(kNames[input.below(2)], options, input.seed());
  for (const double label : data.y) {
    expect(label >= 0 && label < static_cast<double>(options.n_classes), "a label is a class's");
  }
}

// The best classifier of any data set answers everywhere.
void classify(Input& input) {
  constexpr const char* kNames[] = {"moons",          "circles", "blobs",
                                    "classification", "xor",     "spirals"};
  DatasetOptions options;
  options.n_samples = input.below(kMostSamples);
  options.noise = input.maybe_number();
  options.n_classes = n_classes(input);
  options.factor = input.number_or(0.5);
  options.turns = input.number_or(1.5);
  options.class_sep = input.number_or(1.0);
  const BayesClassifier classifier(kNames[input.below(5)], options, input.seed());
  const Matrix found = classifier.probabilities(input.samples(2, input.below(20)));
  for (std::size_t i = 0; i < columns(found); ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < rows(found); ++k) {
      expect(found(k, i) >= 0, "a probability is not negative");
      sum += found(k, i);
    }
    expect(sum > 1 - 1e-9 && sum < 1 + 1e-9, "probabilities add up to 1");
  }
}

void transform(Input& input) {
  const Matrix X = input.samples(2, input.below(kMostSamples));
  FeatureMap map = input.feature_map();
  if (input.coin()) map.scaler = standard_scaler(X);
  const Matrix inputs = inputs_of(X, map);
  expect(rows(inputs) == map.features.size() && columns(inputs) == columns(X),
         "inputs are (n_features, n_samples)");
  expect(fuzz::all_finite(inputs), "inputs are finite");
}

}  // namespace
}  // namespace moonlab::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t n) {
  using namespace moonlab;
  fuzz::Input input(bytes, n);
  fuzz::attempt([&] {
    switch (input.below(3)) {
      case 0:
        return fuzz::make_named(input);
      case 3:
        return fuzz::classify(input);
      case 1:
        return fuzz::transform(input);
      default:
        return fuzz::make(input);
    }
  });
  return 0;
}
