#include "comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace moonlab::conformance {
namespace {

std::string short_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2e", value);
  return text;
}

}  // namespace

void Comparison::close(const std::string& field, double ours, double theirs) {
  close_all(field, &ours, &theirs, 1);
}

void Comparison::close(const std::string& field, const std::vector<double>& ours,
                       const std::vector<double>& theirs) {
  if (same_shape(field, std::to_string(ours.size()), std::to_string(theirs.size()))) {
    close_all(field, ours.data(), theirs.data(), ours.size());
  }
}

void Comparison::close(const std::string& field, const Matrix& ours, const Matrix& theirs) {
  if (same_shape(field, shape_text(ours), shape_text(theirs))) {
    close_all(field, ours.data(), theirs.data(), ours.size());
  }
}

void Comparison::close_all(const std::string& field, const double* ours, const double* theirs,
                           std::size_t n) {
  double worst = 0;
  double worst_share = 0;
  double worst_allowed = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double error = std::abs(ours[i] - theirs[i]);
    const double allowed = tolerance_.abs + tolerance_.rel * std::abs(theirs[i]);
    // An error of 0 agrees even where nothing is allowed; NaN never does.
    const double share = error == 0 ? 0 : error / allowed;
    if (share <= worst_share) continue;
    worst = error;
    worst_share = std::isnan(share) ? INFINITY : share;
    worst_allowed = allowed;
  }
  worst_error_ = std::max(worst_error_, worst);
  worst_share_ = std::max(worst_share_, worst_share);
  if (worst_share > 1) {
    fail(field + ": worst error " + short_text(worst) + ", tolerance " + short_text(worst_allowed));
  }
}

void Comparison::equal(const std::string& field, const Indices& ours, const Indices& theirs) {
  if (!same_shape(field, std::to_string(ours.size()), std::to_string(theirs.size()))) return;
  const auto [mine, other] = std::mismatch(ours.begin(), ours.end(), theirs.begin());
  if (mine == ours.end()) return;
  fail(field + "[" + std::to_string(mine - ours.begin()) + "]: " + std::to_string(*mine) +
       ", expected exactly " + std::to_string(*other));
}

void Comparison::within(const std::string& field, double ours, double low, double high) {
  if (ours >= low && ours <= high) return;
  fail(field + ": " + number_text(ours) + ", expected " + number_text(low) + " to " +
       number_text(high));
}

bool Comparison::same_shape(const std::string& field, const std::string& ours,
                            const std::string& theirs) {
  if (ours == theirs) return true;
  fail(field + ": shape " + theirs + ", expected " + ours);
  return false;
}

}  // namespace moonlab::conformance
