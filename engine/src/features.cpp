#include "moonlab/features.hpp"

#include <cmath>
#include <limits>

#include "circle.hpp"
#include "feature_rows.hpp"
#include "kernels.hpp"
#include "names.hpp"
#include "pair.hpp"

namespace moonlab {
namespace {

constexpr Named kFeatures[] = {
    {"x1", Feature::kX1},          {"x2", Feature::kX2},         {"x1^2", Feature::kX1Squared},
    {"x2^2", Feature::kX2Squared}, {"x1*x2", Feature::kProduct}, {"sin(x1)", Feature::kSineX1},
    {"sin(x2)", Feature::kSineX2},
};

struct Moments {
  double mean;
  double deviation;
};

// As scikit-learn's _incremental_mean_and_var: what the rounded mean is off by is taken back from
// the squares. And its _is_constant_feature, from Chan, Golub & LeVeque's bound on that error.
Moments moments_of(const double* values, std::size_t n_values) {
  const auto n = static_cast<double>(n_values);
  double sum = 0;
  for (std::size_t i = 0; i < n_values; ++i) sum += values[i];
  const double mean = sum / n;
  double offset = 0;
  double squares = 0;
  for (std::size_t i = 0; i < n_values; ++i) {
    const double difference = values[i] - mean;
    offset += difference;
    squares += difference * difference;
  }
  const double variance = (squares - offset * offset / n) / n;
  constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
  const double mean_error = n * mean * kEpsilon;
  const bool is_constant =
      std::isfinite(variance) && variance <= n * kEpsilon * variance + mean_error * mean_error;
  return {mean, is_constant ? 1 : std::sqrt(variance)};
}

void scale_row(const double* x, double mean, double deviation, std::size_t n, double* to) {
  using namespace kernels;
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) store((load(x + i) - both(mean)) / both(deviation), to + i);
  if (i < n) to[i] = (x[i] - mean) / deviation;
}

void multiply(const double* a, const double* b, std::size_t n, double* to) {
  using namespace kernels;
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) store(load(a + i) * load(b + i), to + i);
  if (i < n) to[i] = a[i] * b[i];
}

void write_feature(Feature feature, const double* x1, const double* x2, std::size_t n,
                   double* row) {
  switch (feature) {
    case Feature::kX1:
      return kernels::copy(x1, n, row);
    case Feature::kX2:
      return kernels::copy(x2, n, row);
    case Feature::kX1Squared:
      return multiply(x1, x1, n, row);
    case Feature::kX2Squared:
      return multiply(x2, x2, n, row);
    case Feature::kProduct:
      return multiply(x1, x2, n, row);
    case Feature::kSineX1:
      return sines(x1, n, row);
    case Feature::kSineX2:
      return sines(x2, n, row);
  }
}

}  // namespace

Feature feature_from_name(std::string_view name) {
  return value_of<Feature>("features", kFeatures, name);
}

Scaler standard_scaler(const Matrix& X) {
  require(rows(X) == 2 && columns(X) >= 1, "X", {"shape ", shape_of(X)},
          "(2, n_samples), one sample or more");
  require_whole(X, "X");
  require_finite(X, "X");
  Scaler scaler;
  for (std::size_t r = 0; r < 2; ++r) {
    const auto [mean, deviation] = moments_of(X.data() + r * columns(X), columns(X));
    require(std::isfinite(deviation), "X", {"mean ", mean, ", standard deviation ", deviation},
            "numbers whose mean and standard deviation are finite");
    scaler.mean[r] = mean;
    scaler.deviation[r] = deviation;
  }
  return scaler;
}

void require_feature_map(const FeatureMap& map) {
  for (std::size_t r = 0; r < 2; ++r) {
    const double mean = map.scaler.mean[r];
    const double deviation = map.scaler.deviation[r];
    require(std::isfinite(mean) && std::isfinite(deviation) && deviation > 0, "scaler",
            {"mean ", mean, ", standard deviation ", deviation},
            "finite numbers, a standard deviation above 0");
  }
  require(!map.features.empty(), "features", "none", "one or more");
  for (const Feature feature : map.features) require_named("features", kFeatures, feature);
}

Matrix scaled(const Matrix& X, const Scaler& scaler) {
  const std::size_t n = columns(X);
  Matrix result = empty_matrix(2, n);
  for (std::size_t r = 0; r < 2; ++r) {
    scale_row(X.data() + r * n, scaler.mean[r], scaler.deviation[r], n, result.data() + r * n);
  }
  return result;
}

Matrix features_of(const Matrix& plane, const std::vector<Feature>& features) {
  const std::size_t n = columns(plane);
  const double* const x1 = plane.data();
  const double* const x2 = x1 + n;
  Matrix result = empty_matrix(features.size(), n);
  double* row = result.data();
  for (const Feature feature : features) {
    write_feature(feature, x1, x2, n, row);
    row += n;
  }
  return result;
}

Matrix inputs_of(const Matrix& X, const FeatureMap& map) {
  require_samples(X, "X", 2);
  require_finite(X, "X");
  require_feature_map(map);
  Matrix inputs = features_of(scaled(X, map.scaler), map.features);
  require_finite(inputs, "features");
  return inputs;
}

}  // namespace moonlab
