#include <algorithm>
#include <cmath>
#include <utility>

#include "moonlab/datasets.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

// Data sets of several classes, and of values. That they are NumPy's and scikit-learn's for a seed
// is in the golden files.

namespace {

constexpr double kFullTurn = 6.283185307179586;

std::ptrdiff_t count_of(const Dataset& data, double label) {
  return std::count(data.y.begin(), data.y.end(), label);
}

}  // namespace

TEST_CASE("centres of blobs are evenly on a circle, from (-1, -1) on") {
  CHECK(blob_centers(2) == Positions{{-1, -1}, {1, 1}});
  for (std::size_t n = 2; n <= kMaxClasses; ++n) {
    const Positions centers = blob_centers(n);
    REQUIRE(centers.size() == n);
    for (std::size_t k = 0; k < n; ++k) {
      const double angle = kFullTurn * (0.625 + double(k) / double(n));
      CHECK(centers[k][0] == doctest::Approx(std::sqrt(2.0) * std::cos(angle)));
      CHECK(centers[k][1] == doctest::Approx(std::sqrt(2.0) * std::sin(angle)));
    }
  }
}

TEST_CASE(
    "the clusters of a classification stand at the corners of a square, a class after another") {
  constexpr std::pair<std::size_t, std::size_t> kShapes[] = {{2, 1}, {2, 2}, {3, 1}, {4, 1}};
  for (const auto& [n_classes, n_clusters] : kShapes) {
    const Dataset data = make_classification(101, n_classes, n_clusters, 1000, 0, 5, false);
    const std::size_t n_groups = n_classes * n_clusters;
    Positions corners;
    std::size_t i = 0;
    for (std::size_t k = 0; k < n_groups; ++k) {
      corners.push_back({std::round(data.X(0, i) / 1000), std::round(data.X(1, i) / 1000)});
      CHECK(std::abs(corners[k][0]) == 1);
      CHECK(std::abs(corners[k][1]) == 1);
      for (std::size_t n = 101 / n_groups + (k < 101 % n_groups ? 1 : 0); n > 0; --n, ++i) {
        CHECK(data.y(0, i) == double(k % n_classes));
        CHECK(std::hypot(data.X(0, i) - 1000 * corners[k][0], data.X(1, i) - 1000 * corners[k][1]) <
              20);
      }
    }
    std::sort(corners.begin(), corners.end());
    CHECK(std::unique(corners.begin(), corners.end()) == corners.end());
  }
}

TEST_CASE("the share flip_y of a classification's labels is drawn anew, and nothing else changes") {
  const Dataset clean = make_classification(10000, 4, 1, 1, 0, 5, false);
  const Dataset flipped = make_classification(10000, 4, 1, 1, 0.4, 5, false);
  CHECK(clean.X == flipped.X);
  std::size_t n_changed = 0;
  for (std::size_t i = 0; i < 10000; ++i) n_changed += clean.y(0, i) != flipped.y(0, i) ? 1 : 0;
  // One in four is drawn as it was.
  CHECK(double(n_changed) / 10000 == doctest::Approx(0.3).epsilon(0.05));
}

TEST_CASE("the classes of xor are where the signs differ, a tenth away from the axes") {
  const Dataset data = make_xor(500, std::nullopt, 3);
  for (std::size_t i = 0; i < 500; ++i) {
    const double x1 = data.X(0, i);
    const double x2 = data.X(1, i);
    CHECK(data.y(0, i) == (x1 * x2 < 0 ? 1 : 0));
    CHECK(std::min(std::abs(x1), std::abs(x2)) >= 0.1);
    CHECK(std::max(std::abs(x1), std::abs(x2)) <= 1.1);
  }
}

TEST_CASE("each class of spirals is an arm from the origin, turned on by its share of the circle") {
  for (std::size_t n_classes = 2; n_classes <= kMaxClasses; ++n_classes) {
    const Dataset data = make_spirals(67, n_classes, 1.25, std::nullopt, 3);
    for (std::size_t k = 0; k < n_classes; ++k) {
      CHECK(count_of(data, double(k)) ==
            std::ptrdiff_t(67 / n_classes + (k < 67 % n_classes ? 1 : 0)));
    }
    for (std::size_t i = 0; i < 67; ++i) {
      const double radius = std::hypot(data.X(0, i), data.X(1, i));
      const double angle = kFullTurn * (1.25 * radius + data.y(0, i) / double(n_classes));
      CHECK(radius <= 1 + 1e-12);
      CHECK(std::abs(data.X(0, i) - radius * std::cos(angle)) < 1e-12);
      CHECK(std::abs(data.X(1, i) - radius * std::sin(angle)) < 1e-12);
    }
  }
}

TEST_CASE("fewer samples than classes leave the last ones empty") {
  const Dataset spirals = make_spirals(4, 6, 1.5, 0.1, 3);
  CHECK(count_of(spirals, 3) == 1);
  CHECK(count_of(spirals, 4) == 0);
  const Dataset classification = make_classification(2, 3, 1, 1, 0, 3);
  CHECK(count_of(classification, 2) == 0);
  CHECK(make_blobs(4, blob_centers(6), 1, 3).n_samples() == 4);
}

TEST_CASE("plane and hills have the values of their functions, and noise on these alone") {
  const Dataset plane = make_plane(200, std::nullopt, 3);
  const Dataset hills = make_hills(200, std::nullopt, 3);
  CHECK(plane.X == hills.X);
  for (std::size_t i = 0; i < 200; ++i) {
    const double x1 = plane.X(0, i);
    const double x2 = plane.X(1, i);
    CHECK(std::max(std::abs(x1), std::abs(x2)) <= 1);
    CHECK(plane.y(0, i) == (x1 + x2) / 2);
    double expected = 0;
    for (const double a : {-0.5, 0.5}) {
      for (const double b : {-0.5, 0.5}) {
        const double square = (x1 - a) * (x1 - a) + (x2 - b) * (x2 - b);
        expected += (a == b ? 1 : -1) * std::exp(-square / 0.125);
      }
    }
    CHECK(hills.y(0, i) == doctest::Approx(expected).epsilon(1e-12));
  }
  const Dataset noisy = make_plane(200, 0.5, 3);
  CHECK(noisy.X == plane.X);
  CHECK(largest_difference(noisy.y, plane.y) > 0.5);
}

TEST_CASE("what a problem cannot be made of is reported by name") {
  CHECK(message_of([] { return blob_centers(1); }) == "n_classes: 1; allowed: 2 to 6");
  CHECK(message_of([] { return make_spirals(9, 7, 1.5, 0.1, 1); }) ==
        "n_classes: 7; allowed: 2 to 6");
  CHECK(message_of([] { return make_spirals(9, 2, -1, 0.1, 1); }) ==
        "turns: -1; allowed: 0 to 1000");
  CHECK(message_of([] { return make_spirals(9, 2, NAN, 0.1, 1); }) ==
        "turns: nan; allowed: 0 to 1000");
  CHECK(message_of([] { return make_classification(9, 5, 1, 1, 0, 1); }) ==
        "n_classes: 5; allowed: 2 to 4");
  CHECK(message_of([] { return make_classification(9, 3, 2, 1, 0, 1); }) ==
        "n_clusters_per_class: 2; allowed: 1 to 1 for 3 classes");
  CHECK(message_of([] { return make_classification(9, 2, 0, 1, 0, 1); }) ==
        "n_clusters_per_class: 0; allowed: 1 to 2 for 2 classes");
  CHECK(message_of([] { return make_classification(9, 2, 1, INFINITY, 0, 1); }) ==
        "class_sep: inf; allowed: a finite number");
  CHECK(message_of([] { return make_classification(9, 2, 1, 1, 1.5, 1); }) ==
        "flip_y: 1.5; allowed: a share from 0 to 1");
  CHECK(message_of([] { return make_classification(9, 2, 1, 1, NAN, 1); }) ==
        "flip_y: nan; allowed: a share from 0 to 1");
  const std::string deviation = "noise: -1; allowed: a finite standard deviation of 0 or more";
  CHECK(message_of([] { return make_xor(9, -1, 1); }) == deviation);
  CHECK(message_of([] { return make_spirals(9, 2, 1, -1, 1); }) == deviation);
  CHECK(message_of([] { return make_plane(9, -1, 1); }) == deviation);
  CHECK(message_of([] { return make_hills(9, -1, 1); }) == deviation);
}
