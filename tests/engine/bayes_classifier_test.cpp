#include "moonlab/bayes_classifier.hpp"

#include <algorithm>
#include <cmath>

#include "bayes_reference.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

// A tenth of them where sanitizers make everything ten times as slow, and in WebAssembly, which
// gives the native build's bits.
#if defined(NDEBUG) && !defined(__wasm__)
constexpr std::size_t kFresh = 1000000;
#else
constexpr std::size_t kFresh = 100000;
#endif

BayesClassifier classifier_of(const char* name, double noise, std::size_t n_classes = 2) {
  DatasetOptions options;
  options.noise = noise;
  options.n_classes = n_classes;
  return BayesClassifier(name, options, 42);
}

// The share of the samples that are of their likeliest class.
double share_right(const BayesClassifier& classifier, const Dataset& samples) {
  const Matrix probabilities = classifier.probabilities(samples.X);
  std::size_t right = 0;
  for (std::size_t i = 0; i < samples.n_samples(); ++i) {
    std::size_t likeliest = 0;
    for (std::size_t k = 1; k < classifier.n_classes(); ++k) {
      if (probabilities(k, i) > probabilities(likeliest, i)) likeliest = k;
    }
    right += static_cast<double>(likeliest) == samples.y(0, i);
  }
  return static_cast<double>(right) / static_cast<double>(samples.n_samples());
}

}  // namespace

TEST_CASE("a class's probability is what SciPy finds with the curve's or the clusters' density") {
  for (const ProbabilityCase& expected : kProbabilities) {
    // Not taken apart by a structured binding: clang 14 lets no message capture one.
    const auto& data = expected.data;
    const double x1 = expected.x1;
    const double x2 = expected.x2;
    CAPTURE(std::string(data.name));
    CAPTURE(data.noise);
    CAPTURE(x1);
    CAPTURE(x2);
    const BayesClassifier classifier(data.name, options_of(data), data.seed);
    REQUIRE(classifier.n_classes() == data.n_classes);
    const Matrix found = classifier.probabilities({{x1}, {x2}});
    for (std::size_t k = 0; k < data.n_classes; ++k) {
      CHECK(std::abs(found(k, 0) - expected.probabilities[k]) < 1e-5);
    }
  }
}

TEST_CASE("the accuracy is the sum over the plane that SciPy gives, or more exact") {
  for (const AccuracyCase& expected : kAccuracies) {
    CAPTURE(std::string(expected.data.name));
    CAPTURE(expected.data.noise);
    CAPTURE(expected.data.n_classes);
    const BayesClassifier classifier(expected.data.name, options_of(expected.data), 0);
    CHECK(std::abs(classifier.accuracy() - expected.accuracy) < 2e-5);
  }
}

TEST_CASE("no probability is negative, however it is rounded") {
  const Matrix found = classifier_of("xor", 0.05).grid({-3, 3, -3, 3}, 300);
  CHECK(*std::min_element(found.begin(), found.end()) >= 0);
  CHECK(*std::max_element(found.begin(), found.end()) <= 1);
}

TEST_CASE("blobs at a square's corners are told apart as often as both signs are right") {
  const double one_sign = (1 + std::erf(1 / std::sqrt(2.0))) / 2;
  CHECK(std::abs(classifier_of("blobs", 1, 4).accuracy() - one_sign * one_sign) < 1e-5);
}

TEST_CASE("of a million fresh samples the classifier gets its accuracy right") {
  struct Case {
    const char* name;
    double noise;
    std::size_t n_classes;
  };
  const Case cases[] = {
      {"moons", 0.1, 2},
      {"moons", 0.3, 2},

      {"circles", 0.1, 2},
      {"circles", 0.4, 2},
      {"xor", 0.05, 2},
      {"xor", 0.2, 2},

      {"blobs", 0.7, 2},
      {"blobs", 0.7, 3},
      {"blobs", 1, 4},
      {"blobs", 0.4, 5},
      {"blobs", 0.7, 6},
      {"spirals", 0.1, 2},

      {"spirals", 0.2, 4},

      {"spirals", 0.2, 6},
      {"classification", 0, 2},
      {"classification", 0.2, 2},
      {"classification", 0.1, 3},
      {"classification", 0.3, 4},
  };
  for (const Case& data : cases) {
    CAPTURE(std::string(data.name));
    CAPTURE(data.noise);
    CAPTURE(data.n_classes);
    DatasetOptions options;
    options.n_samples = kFresh;
    options.noise = data.noise;
    options.n_classes = data.n_classes;
    const BayesClassifier classifier(data.name, options, 7);
    const double accuracy = classifier.accuracy();
    const double right = share_right(classifier, make_dataset(data.name, options, 7));
    const double standard_error =
        std::sqrt(accuracy * (1 - accuracy) / static_cast<double>(kFresh));
    CHECK(std::abs(right - accuracy) < 4 * standard_error);
  }
}

TEST_CASE("what is drawn for classification is what its points come from, for any seed") {
  constexpr std::size_t kSeeds = 200;
  constexpr std::size_t kEach = 2500;
  double expected = 0;
  double variance = 0;
  double right = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    DatasetOptions options;
    options.n_samples = kEach;
    options.noise = 0.05;
    options.n_classes = 2 + seed % 3;
    options.n_clusters_per_class = options.n_classes == 2 ? 1 + seed / 3 % 2 : 1;
    options.class_sep = 0.5 + 0.25 * (seed % 4);
    options.shuffle = seed % 5 != 0;
    const BayesClassifier classifier("classification", options, seed);
    const double accuracy = classifier.accuracy();
    expected += accuracy / kSeeds;
    variance += accuracy * (1 - accuracy) / kEach / kSeeds / kSeeds;
    right += share_right(classifier, make_dataset("classification", options, seed)) / kSeeds;
  }
  CHECK(std::abs(right - expected) < 4 * std::sqrt(variance));
}

TEST_CASE("without noise every point is the nearest curve's, and nobody need be wrong") {
  for (const char* name : {"moons", "circles", "blobs", "xor", "spirals"}) {
    CAPTURE(std::string(name));
    DatasetOptions options;
    options.n_samples = 500;
    const BayesClassifier classifier(name, options, 1);
    CHECK(classifier.accuracy() == 1);
    // All arms of spirals begin at one point.
    CHECK(share_right(classifier, make_dataset(name, options, 1)) >= 0.995);
  }
}

TEST_CASE("labels that are drawn anew are of any class") {
  DatasetOptions options;
  options.n_classes = 4;
  for (const double flip_y : {0.0, 0.3, 1.0}) {
    options.noise = 0;
    const double clean = BayesClassifier("classification", options, 3).accuracy();
    options.noise = flip_y;
    const double accuracy = BayesClassifier("classification", options, 3).accuracy();
    // The draws before the clusters' are the same.
    CHECK(accuracy == doctest::Approx((1 - flip_y) * clean + flip_y / 4));
  }
}

TEST_CASE("blobs may have centres of their own") {
  DatasetOptions options;
  options.noise = 0.5;
  options.centers = Positions{{0, 0}, {2, 0}, {0, 2}, {2, 2}, {1, 1}, {5, 5}, {9, 9}};
  const BayesClassifier classifier("blobs", options, 0);
  REQUIRE(classifier.n_classes() == 7);
  const Matrix found = classifier.probabilities({{1, 9}, {1, 8}});
  CHECK(found(4, 0) == doctest::Approx(1 / (1 + 4 * std::exp(-4.0))).epsilon(1e-6));
  CHECK(found(6, 1) == doctest::Approx(1));
}

TEST_CASE("the best grid holds the probabilities of its points, a class below the other") {
  constexpr std::size_t kResolution = 9;
  const Bounds bounds{-1, 2, -3, 5};
  for (const char* name : {"xor", "spirals", "classification"}) {
    const BayesClassifier classifier = classifier_of(name, 0.2, 2);
    const Matrix grid = classifier.grid(bounds, kResolution);
    REQUIRE(rows(grid) == 2 * kResolution);
    REQUIRE(columns(grid) == kResolution);
    for (std::size_t i = 0; i < kResolution; ++i) {
      for (std::size_t j = 0; j < kResolution; ++j) {
        const Matrix found = classifier.probabilities(
            {{-1 + 3 * static_cast<double>(j) / 8}, {-3 + static_cast<double>(i)}});
        CHECK(grid(i, j) == found(0, 0));
        CHECK(grid(kResolution + i, j) == found(1, 0));
        CHECK(found(0, 0) + found(1, 0) == doctest::Approx(1));
      }
    }
  }
}

TEST_CASE("far away and under extreme noise probabilities are still some") {
  const Matrix far = {{1e9, -1e300, 1e155, 3, 0}, {1e9, 1e300, -1e10, -40, 0}};
  for (const char* name : {"moons", "circles", "blobs", "xor", "spirals", "classification"}) {
    for (const double noise : {0.0, 1e-300, 1e-3, 1.0}) {
      CAPTURE(std::string(name));
      CAPTURE(noise);
      const BayesClassifier classifier = classifier_of(name, noise);
      const Matrix found = classifier.probabilities(far);
      for (std::size_t i = 0; i < columns(far); ++i) {
        CHECK(found(0, i) + found(1, i) == doctest::Approx(1));
      }
      CHECK(classifier.accuracy() >= 0.5 - 1e-4);
      CHECK(classifier.accuracy() <= 1);
    }
  }
  for (const char* name : {"moons", "circles", "blobs", "xor", "spirals"}) {
    CHECK(classifier_of(name, 1e300).accuracy() == doctest::Approx(0.5).epsilon(1e-4));
  }
}

TEST_CASE("what has no best classifier is refused by name") {
  CHECK(message_of([] { classifier_of("plane", 0.1); }) ==
        "dataset: \"plane\"; allowed: one with classes");
  CHECK(message_of([] { classifier_of("hills", 0.1); }) ==
        "dataset: \"hills\"; allowed: one with classes");
  CHECK(message_of([] { classifier_of("suns", 0.1); }) ==
        message_of([] { (void)make_dataset("suns", {}, 0); }));
  for (const char* name : {"moons", "blobs", "xor", "spirals"}) {
    CHECK(message_of([&] { classifier_of(name, -1); }) ==
          "noise: -1; allowed: a finite standard deviation of 0 or more");
  }
  CHECK(message_of([] { classifier_of("classification", 2); }) ==
        "flip_y: 2; allowed: a share from 0 to 1");
  CHECK(message_of([] { classifier_of("spirals", 0.1, 7); }) == "n_classes: 7; allowed: 2 to 6");
  CHECK(message_of([] { classifier_of("spirals", 0.1, 4000000000u); }) ==
        "n_classes: 4000000000; allowed: 2 to 6");
  const double bad_turns[] = {-1, 1001, INFINITY, NAN};
  for (const double turns : bad_turns) {
    DatasetOptions options;
    options.turns = turns;
    CHECK(message_of([&] { BayesClassifier("spirals", options, 0); }) ==
          "turns: " + number_text(turns) + "; allowed: 0 to 1000");
  }
  CHECK(message_of([] { classifier_of("blobs", 0.1, 1); }) == "n_classes: 1; allowed: 2 to 6");
  DatasetOptions none;
  none.centers = Positions{};
  CHECK(message_of([&] { BayesClassifier("blobs", none, 0); }) ==
        "centers: none; allowed: one or more");
  const BayesClassifier moons = classifier_of("moons", 0.2);
  CHECK(message_of([&] { (void)moons.probabilities({{1}}); }) ==
        "X: shape (1, 1); allowed: (2, n_samples)");
  CHECK(message_of([&] { (void)moons.probabilities({{1}, {NAN}}); }) != "");
  CHECK(message_of([&] {
          (void)moons.grid({1, 0, 0, 1}, 5);
        }) == "bounds: 1 to 0 by 0 to 1; allowed: two finite ranges, low before high");
  CHECK(message_of([&] {
          (void)moons.grid({0, 1, 0, 1}, 1);
        }) == "resolution: 1; allowed: 2 to 2000");
}
