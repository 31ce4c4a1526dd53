#include "moonlab/datasets.hpp"

#include <algorithm>
#include <cmath>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

TEST_CASE("moons without noise lie on their half circles") {
  const Dataset moons = make_moons(101, std::nullopt, 7);
  CHECK(std::count(moons.y.begin(), moons.y.end(), 0.0) == 50);
  CHECK(std::count(moons.y.begin(), moons.y.end(), 1.0) == 51);
  for (std::size_t i = 0; i < moons.n_samples(); ++i) {
    const bool upper = moons.y(0, i) == 0;
    const double x1 = moons.X(0, i) - (upper ? 0 : 1);
    const double x2 = moons.X(1, i) - (upper ? 0 : 0.5);
    CHECK(std::hypot(x1, x2) == doctest::Approx(1));
    CHECK((upper ? x2 >= -1e-12 : x2 <= 1e-12));
  }
}

TEST_CASE("circles have the radii 1 and factor") {
  const Dataset circles = make_circles(60, std::nullopt, 0.3, 7);
  for (std::size_t i = 0; i < circles.n_samples(); ++i) {
    const double radius = std::hypot(circles.X(0, i), circles.X(1, i));
    CHECK(radius == doctest::Approx(circles.y(0, i) == 0 ? 1.0 : 0.3));
  }
}

TEST_CASE("blobs without deviation are their centres, the odd samples in the first ones") {
  const Dataset blobs = make_blobs(8, {{-1, 0}, {1, 2}, {5, 5}}, 0.0, 7, false);
  const std::vector<double> labels(blobs.y.begin(), blobs.y.end());
  CHECK(labels == std::vector<double>{0, 0, 0, 1, 1, 1, 2, 2});
  CHECK(blobs.X(0, 0) == -1);
  CHECK(blobs.X(1, 4) == 2);
}

TEST_CASE("a data set can be made by its name") {
  const auto check_same = [](const Dataset& made, const Dataset& expected) {
    CHECK(made.X == expected.X);
    CHECK(made.y == expected.y);
  };
  DatasetOptions options;
  check_same(make_dataset("moons", options, 7), make_moons(100, std::nullopt, 7));
  options.n_samples = 31;
  options.noise = 0.3;
  check_same(make_dataset("moons", options, 7), make_moons(31, 0.3, 7));
  check_same(make_dataset("circles", options, 7), make_circles(31, 0.3, 0.8, 7));

  check_same(make_dataset("blobs", options, 7), make_blobs(31, {{-1, -1}, {1, 1}}, 0.3, 7));
  check_same(make_dataset("classification", options, 7), make_classification(31, 2, 2, 1, 0.3, 7));
  check_same(make_dataset("xor", options, 7), make_xor(31, 0.3, 7));
  check_same(make_dataset("spirals", options, 7), make_spirals(31, 2, 1.5, 0.3, 7));
  check_same(make_dataset("plane", options, 7), make_plane(31, 0.3, 7));
  check_same(make_dataset("hills", options, 7), make_hills(31, 0.3, 7));

  options.n_classes = 3;
  check_same(make_dataset("classification", options, 7), make_classification(31, 3, 1, 1, 0.3, 7));
  check_same(make_dataset("blobs", options, 7), make_blobs(31, blob_centers(3), 0.3, 7));

  const Positions centers{{0, 1}, {2, 3}, {4, 5}};
  options.n_classes = 2;
  options.factor = 0.5;
  options.turns = 0.75;
  options.class_sep = 2;
  options.n_clusters_per_class = 1;
  options.centers = centers;
  options.shuffle = false;
  check_same(make_dataset("circles", options, 7), make_circles(31, 0.3, 0.5, 7, false));
  check_same(make_dataset("spirals", options, 7), make_spirals(31, 2, 0.75, 0.3, 7, false));
  check_same(make_dataset("classification", options, 7),
             make_classification(31, 2, 1, 2, 0.3, 7, false));
  check_same(make_dataset("blobs", options, 7), make_blobs(31, centers, 0.3, 7, false));
  options.noise = std::nullopt;
  check_same(make_dataset("blobs", options, 7), make_blobs(31, centers, 0, 7, false));
  check_same(make_dataset("classification", options, 7),
             make_classification(31, 2, 1, 2, 0, 7, false));
  check_same(make_dataset("plane", options, 7), make_plane(31, std::nullopt, 7));
}

TEST_CASE("without shuffling class 0 comes first") {
  const Dataset moons = make_moons(10, 0.1, 1, false);
  CHECK(std::is_sorted(moons.y.begin(), moons.y.end()));
}

TEST_CASE("a split is a partition of the samples") {
  for (const std::size_t n : {2u, 3u, 10u, 301u}) {
    const Split split = train_test_split(n, 0.33, 5);
    CHECK(split.test.size() == static_cast<std::size_t>(std::ceil(0.33 * double(n))));
    Indices all = split.train;
    all.insert(all.end(), split.test.begin(), split.test.end());
    std::sort(all.begin(), all.end());
    CHECK(all.size() == n);
    for (std::size_t i = 0; i < n; ++i) CHECK(all[i] == static_cast<std::int32_t>(i));
  }
}

TEST_CASE("take keeps the order asked for") {
  const Dataset moons = make_moons(6, std::nullopt, 1, false);
  const Dataset taken = take(moons, {5, 0});
  CHECK(taken.n_samples() == 2);
  CHECK(taken.X(0, 0) == moons.X(0, 5));
  CHECK(taken.y(0, 1) == moons.y(0, 0));
}

TEST_CASE("arguments out of range are reported by name") {
  CHECK(message_of([] { return make_moons(0, 0.1, 1); }) ==
        "n_samples: 0; allowed: 1 to " + std::to_string(kMaxSamples));
  CHECK(message_of([] { return make_moons(9, -1, 1); }) ==
        "noise: -1; allowed: a finite standard deviation of 0 or more");
  CHECK(message_of([] { return make_circles(9, NAN, 0.5, 1); }) ==
        "noise: nan; allowed: a finite standard deviation of 0 or more");
  CHECK(message_of([] { return make_circles(9, 0.1, 1.0, 1); }) ==
        "factor: 1; allowed: 0 or more and below 1");
  CHECK(message_of([] { return make_blobs(9, {}, 1, 1); }) ==
        "centers: none; allowed: one or more");
  CHECK(message_of([] {
          return make_blobs(9, {{0, 0}}, INFINITY, 1);
        }) == "cluster_std: inf; allowed: a finite standard deviation of 0 or more");
  CHECK(message_of([] { return make_dataset("rings", {}, 1); }) ==
        "dataset: \"rings\"; allowed: moons, circles, blobs, classification, xor, spirals, plane, "
        "hills");
  CHECK(message_of([] { return train_test_split(10, 1.0, 1); }) ==
        "test_size: 1; allowed: a share above 0 and below 1");
  CHECK(message_of([] { return train_test_split(4, 0.9, 1); }) ==
        "test_size: 0.9 puts 4 of 4 samples in the test set; allowed: a share that leaves one "
        "sample or more in each set");
  CHECK(message_of([] { return take(make_moons(4, 0.1, 1), {4}); }) ==
        "indices: 4; allowed: 0 to 3");
  CHECK(message_of([] { return take(make_moons(4, 0.1, 1), {-1}); }) ==
        "indices: -1; allowed: 0 to 3");
}
