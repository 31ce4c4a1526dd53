#pragma once

#include <string>
#include <vector>

#include "moonlab/array.hpp"
#include "moonlab/random_state.hpp"

namespace moonlab::conformance {

/// A number agrees when |ours - theirs| ≤ abs + rel · |theirs|.
struct Tolerance {
  double rel;
  double abs;
};

/// Compares what the engine gives with what the reference gave, field by field.
class Comparison {
 public:
  explicit Comparison(Tolerance tolerance) : tolerance_(tolerance) {}

  void close(const std::string& field, double ours, double theirs);
  void close(const std::string& field, const std::vector<double>& ours,
             const std::vector<double>& theirs);
  void close(const std::string& field, const Matrix& ours, const Matrix& theirs);

  /// Integers agree exactly.
  void equal(const std::string& field, const Indices& ours, const Indices& theirs);

  /// For what is only known to lie in a range.
  void within(const std::string& field, double ours, double low, double high);

  /// Something is wrong with the case itself.
  void fail(const std::string& problem) { disagreements_.push_back(problem); }

  /// Largest |ours - theirs| over all close() fields.
  double worst_error() const { return worst_error_; }

  /// The same as a share of what is allowed, so that fields of different size can be ranked.
  double worst_share() const { return worst_share_; }

  const std::vector<std::string>& disagreements() const { return disagreements_; }

 private:
  void close_all(const std::string& field, const double* ours, const double* theirs, std::size_t n);
  bool same_shape(const std::string& field, const std::string& ours, const std::string& theirs);

  Tolerance tolerance_;
  double worst_error_ = 0;
  double worst_share_ = 0;
  std::vector<std::string> disagreements_;
};

}  // namespace moonlab::conformance
